import { describe, expect, it } from 'vitest';
import { cardButtons } from '../../../../src/support/buttons.ts';
import { choicesOf } from '../../../../src/support/questions.ts';
import { DAY, HOUR } from '../matters.ts';
import { handbookWith, openCustomer } from './customer.ts';

/** A Monday, ten in Berlin. */
const MORNING = Date.parse('2026-03-02T09:00:00Z');

const asked = (options: Partial<Parameters<typeof openCustomer>[0]> = {}) => {
  const desk = openCustomer({ begins: MORNING, ...options });
  desk.served();
  desk.passes(HOUR);
  return desk;
};

describe('a customer whose matter was resolved', () => {
  it('is asked once, an hour later, with a number and a word on each button', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    desk.passes(HOUR - 1);
    expect(desk.counted('survey-asked')).toEqual([]);
    desk.passes(1);
    expect(desk.counted('survey-asked')).toMatchObject([{ scale: 'csat', language: 'en' }]);
    const { question } = desk.matter().survey!.asked!;
    const labels = choicesOf(desk.matter(), question).map(({ label }) => label);
    expect(labels).toEqual(['1 · Very bad', '2 · Bad', '3 · Fair', '4 · Good', '5 · Very good']);
  });

  it.each([
    ['ces', 7, '1'],
    ['nps', 11, '0'],
  ] as const)('may be asked on another scale: %s', (ask, count, first) => {
    const desk = asked({ handbook: handbookWith({ ask }) });
    const { question } = desk.matter().survey!.asked!;
    const labels = choicesOf(desk.matter(), question).map(({ label }) => label);
    expect([labels.length, labels[0]]).toEqual([count, first]);
  });

  it('is asked in their own language', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served('Bonjour, vous m’avez facturé deux fois la facture 4411, pouvez-vous corriger ?');
    desk.passes(HOUR);
    expect(desk.counted('survey-asked')).toMatchObject([{ language: 'fr' }]);
    expect(desk.said().at(-1)).toMatch(/geste/);
  });

  it('is let sleep, where they live', () => {
    const desk = openCustomer({ begins: MORNING, zone: 'America/Los_Angeles' });
    desk.served();
    desk.passes(6 * HOUR);
    expect(desk.counted('survey-asked')).toMatchObject([
      { at: Date.parse('2026-03-02T17:00:00Z') },
    ]);
  });

  it('is let sleep where the time rings late', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    desk.passes(13 * HOUR, 12 * HOUR);
    expect(desk.counted('survey-asked')).toEqual([]);
    desk.passes(DAY);
    expect(new Date(desk.counted('survey-asked')[0]!.at).toISOString()).toMatch(/-03T0[89]:00:00/);
  });

  it('is reminded once where nothing comes, with the buttons under the reminder alone', () => {
    const desk = asked();
    const { question } = desk.matter().survey!.asked!;
    desk.passes(2 * DAY);
    expect(desk.counted('survey-reminded')).toHaveLength(1);
    expect(choicesOf(desk.matter(), question)).toEqual([]);
    expect(choicesOf(desk.matter(), desk.matter().survey!.asked!.question)).toHaveLength(5);
    desk.passes(60 * DAY);
    expect(desk.said()).toHaveLength(2);
  });

  it.each(['never', 'rated', 'wrote', 'a colleague spoke'])('is not reminded: %s', (why) => {
    const desk = asked(
      why === 'never' ? { handbook: handbookWith({ remindAfter: undefined } as never) } : {},
    );
    desk.passes(HOUR);
    if (why === 'rated') desk.taps(5);
    if (why === 'wrote') desk.writes('thanks a lot');
    if (why === 'a colleague spoke') desk.answers('You are welcome');
    desk.passes(60 * DAY);
    expect(desk.counted('survey-reminded')).toEqual([]);
  });

  it('is not asked where an agent says so, who has the button until they are', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    expect(cardButtons(desk.matter())).toContain('skip-survey');
    desk.presses('skip-survey');
    expect(cardButtons(desk.matter())).not.toContain('skip-survey');
    desk.passes(60 * DAY);
    expect(desk.said()).toEqual([]);
    desk.presses('skip-survey');
    expect(desk.effects.at(-1)).toMatchObject({ type: 'tell-agent' });
  });

  it('is not asked where surveys are off', () => {
    const desk = asked({ handbook: handbookWith({ ask: 'off' }) });
    desk.passes(60 * DAY);
    expect(desk.said()).toEqual([]);
    expect(cardButtons(desk.matter())).not.toContain('skip-survey');
  });

  it('is not asked about a service that they never had', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.writes('I was charged twice for invoice 4411');
    desk.presses('resolve');
    desk.passes(60 * DAY);
    expect(desk.said()).toEqual([]);
  });

  it('is not asked after hard words', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served('You fucking idiots, I was charged twice for invoice 4411');
    desk.passes(60 * DAY);
    expect(desk.counted('survey-asked')).toEqual([]);
  });

  it('is not asked while the matter is open again, and in peace once it rests', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    desk.writes('One more thing: where do I find invoice 4412?');
    desk.passes(2 * HOUR);
    expect(desk.counted('survey-asked')).toEqual([]);
    desk.presses('resolve');
    desk.passes(HOUR);
    expect(desk.counted('survey-asked')).toHaveLength(1);
  });

  it('is not asked again for another matter within the time that the policy names', () => {
    const desk = asked();
    desk.served('The export fails with error 500', 1);
    desk.passes(10 * DAY);
    expect(desk.matter(1).survey).toMatchObject({ unasked: 'asked-lately' });
    desk.passes(21 * DAY);
    desk.served('How do I change my address?', 2);
    desk.passes(DAY);
    expect(desk.counted('survey-asked')).toHaveLength(2);
  });

  it('is not asked where they want to hear nothing unasked', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    const due = desk.matter().timers.survey!;
    const quiet = { type: 'timer.fired', name: 'survey', due, lately: { quiet: true } } as const;
    expect(desk.happens(0, quiet)).toBeUndefined();
    expect(desk.matter().survey).toMatchObject({ unasked: 'quiet' });
    desk.passes(60 * DAY);
    expect(desk.said()).toEqual([]);
  });
});
