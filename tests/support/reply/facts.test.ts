import { describe, expect, it } from 'vitest';
import { factsIn, sayable } from '../../../src/support/reply/facts.ts';

/** Whether every fact of the reply is in what is known. */
const isKnown = (reply: string, known: string) => factsIn(reply).every(sayable(known));

describe('facts', () => {
  it.each([
    ['1.234,50 €', 'I paid EUR 1234.50'],
    ['1 234,50 €', 'it was 1,234.50'],
    ['$49.90', '49,90 Euro'],
    ['4.990円', '¥4990'],
    ['20 %', '20 percent'],
    ['4 March', 'am 4. März'],
    ['le 4 mars', '4 de marzo'],
    ['3月4日', 'March 4th'],
    ['4 de março', '2026-03-04'],
    ['04.03.2026', '4 maart'],
    ['3/4', '4 marzo'],
    ['15 Uhr', '3 pm'],
    ['15h30', '3:30 pm'],
    ['午後3時', '15:00'],
    ['3時半', '3:30'],
    ['zwei Stunden', 'two hours'],
    ['3-5 Werktage', '3 to 5 business days'],
    ['２営業日', 'two working days'],
    ['order 4711', 'my order #4711'],
    ['https://Example.com/a.', 'see https://example.com/a'],
    ['ada@example.com', 'write to Ada@example.com!'],
  ])('"%s" is known from "%s"', (reply, known) => {
    expect(factsIn(reply).length).toBeGreaterThan(0);
    expect(isKnown(reply, known)).toBe(true);
  });

  it.each([
    ['1.234,50 €', 'I paid 1234.05'],
    ['$49.90', '$49.99'],
    ['20 %', '$20'],
    ['4 March', '4 May'],
    ['3月4日', '4月5日'],
    ['3 pm', '3 am'],
    ['15 Uhr', '16:00'],
    ['zwei Stunden', 'two days'],
    ['3-5 Tage', '3-4 days'],
    ['order 4711', 'order 4712'],
    ['https://example.com/b', 'https://example.com/a'],
  ])('"%s" is not known from "%s"', (reply, known) => {
    expect(isKnown(reply, known)).toBe(false);
  });

  it.each(['We are here 24/7.', 'Version 2 has it.', 'One moment, please.', 'I may call you.'])(
    'are not in "%s"',
    (reply) => expect(factsIn(reply)).toEqual([]),
  );
});
