import { describe, expect, it } from 'vitest';
import { at, HOUR, MINUTE, MONDAY, promiseDesk } from './desk.ts';

const DAY = 24 * HOUR;
const BY_THREE = 'Thanks Nora. I’ll check with billing and get back to you by 3 pm.';
const SOME_TIME = 'I will get back to you about this.';
const owed = ({ calls }: ReturnType<typeof promiseDesk>) =>
  calls().flatMap((one) => ('text' in one && one.text.includes('owed to') ? [one.text] : []));

/** A customer to whom Ada has written this. */
function told(words: string) {
  const desk = promiseDesk();
  desk.asks();
  desk.passes(MONDAY + MINUTE);
  desk.says(MONDAY + 10 * MINUTE, words);
  return desk;
}

describe('what is owed to a customer though its time is over', () => {
  it.each([
    ['has passed', BY_THREE, 'promised'],
    ['never had a time', SOME_TIME, 'no time was named'],
    ['is no promise that one could be held to', 'I am on it.', 'nothing says by when'],
  ])('is said again each working day: it %s', (_, words, says) => {
    const desk = told(words);
    desk.passes(MONDAY + 14 * DAY);
    expect(owed(desk).length).toBeGreaterThanOrEqual(8);
    expect(owed(desk).length).toBeLessThanOrEqual(10);
    expect(owed(desk)[0]).toContain(says);
  });

  it('is not said while its time is still to come', () => {
    const desk = told('You will hear from me on Friday at 10 am.');
    desk.passes(at('2026-03-13T09:00:00Z') - MINUTE);
    expect(owed(desk)).toEqual([]);
  });

  it('is not said while an agent has put it off', () => {
    const desk = told(SOME_TIME);
    desk.presses(MONDAY + HOUR, 'snooze', { value: '7d' });
    desk.passes(MONDAY + 7 * DAY);
    expect(owed(desk)).toEqual([]);
    desk.passes(MONDAY + 9 * DAY);
    expect(owed(desk)).toHaveLength(1);
  });

  it('is not said once somebody of the team wrote', () => {
    const desk = told(SOME_TIME);
    desk.says(MONDAY + 2 * HOUR, 'It is mended now, please load the page again.');
    desk.passes(MONDAY + 14 * DAY);
    expect(owed(desk)).toEqual([]);
  });

  it('is an answer like any other once an agent said that it is no promise: the customer is asked, and the matter closed', () => {
    const desk = told(SOME_TIME);
    desk.presses(MONDAY + HOUR, 'drop-promise', { value: desk.promise.id });
    desk.passes(MONDAY + 14 * DAY);
    expect(owed(desk)).toEqual([]);
    expect(desk.now.status).toBe('resolved');
  });
});
