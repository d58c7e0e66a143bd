import { describe, expect, it } from 'vitest';
import { openDraft } from '../../../../src/support/conversation.ts';
import { choicesOf } from '../../../../src/support/questions.ts';
import { ratingIn } from '../../../../src/support/time/survey/rating-words.ts';
import { sam } from '../../stage.ts';
import { DAY, HOUR } from '../matters.ts';
import { handbookWith, openCustomer } from './customer.ts';

/** A Monday, ten in Berlin. */
const MORNING = Date.parse('2026-03-02T09:00:00Z');

const asked = (options: Partial<Parameters<typeof openCustomer>[0]> = {}) => {
  const desk = openCustomer({ begins: MORNING, ...options });
  desk.served();
  desk.passes(2 * HOUR);
  return desk;
};

describe('a rating in words', () => {
  it.each([
    ['5', 5, ''],
    ['4/5', 4, ''],
    ['4 out of 5', 4, ''],
    ['3 von 5', 3, ''],
    ['5 stars!', 5, ''],
    ['5点です', 5, ''],
    ['５', 5, ''],
    ['⭐⭐⭐⭐', 4, ''],
    ['I’d say 4.', 4, ''],
    ['sorry, I meant 5', 5, ''],
    ['2, nobody told me anything', 2, 'nobody told me anything'],
    ['5! Ada was great', 5, 'Ada was great'],
  ])('%s', (text, value, rest) => {
    expect(ratingIn(text, 'csat')).toEqual({ value, rest });
  });

  it.each([
    '6',
    '0',
    '4/10',
    '4 people cannot log in',
    '4411',
    '5 days ago it still worked',
    'invoice 5',
    '5%',
    'thanks',
    '',
    '3.5 GB is missing',
  ])('is none: %s', (text) => {
    expect(ratingIn(text, 'csat')).toBeUndefined();
  });

  it('is read in time that grows with its length alone', () => {
    const began = performance.now();
    for (const text of ['5 ', 'sorry, ', '5/', '⭐', '5 of ']) {
      ratingIn(text.repeat(20_000), 'nps');
      ratingIn(text.repeat(60), 'nps');
    }
    expect(performance.now() - began).toBeLessThan(50);
  });
});

describe('a customer who was asked', () => {
  it('is thanked for a tap, and counted with whose matter it was', () => {
    const desk = asked();
    desk.taps(5);
    expect(desk.counted('rated')).toMatchObject([
      { scale: 'csat', value: 5, language: 'en', agent: 'ada' },
    ]);
    expect(desk.said()).toHaveLength(2);
    expect(desk.matter()).toMatchObject({ status: 'resolved', survey: { rating: { value: 5 } } });
    expect(choicesOf(desk.matter(), desk.matter().survey!.asked!.question)).toEqual([]);
  });

  it('is counted once, however often they tap', () => {
    const desk = asked();
    desk.taps(5);
    expect(desk.taps(5)).toBe('the question is answered already');
    desk.writes('5');
    expect(desk.counted('rated')).toHaveLength(1);
  });

  it('alone may rate', () => {
    const desk = asked();
    expect(desk.taps(1, { ...sam, role: 'customer' })).toContain('not the customer');
    expect(desk.counted('rated')).toEqual([]);
  });

  it('may type a number, and change their mind: the last counts', () => {
    const desk = asked();
    desk.writes('4/5');
    expect(desk.counted('rated')).toMatchObject([{ value: 4 }]);
    expect(desk.matter().status).toBe('resolved');
    desk.writes('sorry, I meant 5');
    desk.taps(3);
    expect(desk.counted('rated').map((one) => 'value' in one && one.value)).toEqual([4, 5, 3]);
    expect(desk.matter().survey!.rating!.value).toBe(3);
    expect(desk.said()).toHaveLength(2);
  });

  it('may add a word, which opens nothing', () => {
    const desk = asked();
    desk.taps(5);
    desk.passes(HOUR);
    desk.writes('Great support as always');
    const { survey, status, messages } = desk.matter();
    expect(status).toBe('resolved');
    expect(messages.find(({ id }) => id === survey!.word)?.text).toBe('Great support as always');
  });

  it('is a customer with a request where they write one', () => {
    const desk = asked();
    desk.taps(5);
    desk.writes('By the way, how do I change my billing address?');
    expect(desk.matter()).toMatchObject({ status: 'waiting', survey: { rating: { value: 5 } } });
    expect(desk.matter().survey!.word).toBeUndefined();
  });

  it('means something else by a number once somebody of the team asked', () => {
    const desk = asked();
    desk.answers('How many seats do you need?');
    desk.passes(HOUR);
    desk.writes('5');
    expect(desk.counted('rated')).toEqual([]);
  });

  it('no longer means us by a number after a week', () => {
    const desk = asked({ handbook: handbookWith({ remindAfter: undefined } as never) });
    desk.passes(8 * DAY);
    desk.writes('5');
    expect(desk.counted('rated')).toEqual([]);
  });
});

describe('a customer who was let down', () => {
  const wronged = () => {
    const desk = asked();
    desk.taps(2);
    return desk;
  };

  it('waits for us again: leads are called, and a draft makes amends that nobody but an agent sends', () => {
    const desk = wronged();
    expect(desk.matter()).toMatchObject({
      status: 'waiting',
      recovery: { because: 'low rating' },
      waitingSince: desk.now(),
    });
    expect(desk.calls()).toHaveLength(1);
    expect(desk.calls()[0]).toMatch(
      /Nora was not happy with us \(2 of 5 in CSAT\).*It is with Ada/,
    );
    expect(openDraft(desk.matter())!.template).toMatch(/en\/after-rating\//);
    expect(openDraft(desk.matter())!.text).toMatch(/put it right/);
    const before = desk.effects.filter(({ type }) => type === 'send-reply').length;
    desk.passes(2 * DAY);
    expect(desk.effects.filter(({ type }) => type === 'send-reply')).toHaveLength(before);
    expect(desk.counted('recovery-opened')).toMatchObject([{ agent: 'ada' }]);
  });

  it('reads at once that a person comes, and by when', () => {
    expect(wronged().said().at(-1)).toMatch(/A person on .* writes to you by/);
  });

  it.each([
    ['ces', 3, 4],
    ['nps', 6, 7],
    ['csat', 2, 3],
  ] as const)('is one from so low a number on: %s', (ask, low, fair) => {
    for (const value of [low, fair]) {
      const desk = asked({ handbook: handbookWith({ ask }) });
      desk.taps(value);
      expect(desk.matter().recovery !== undefined).toBe(value === low);
    }
  });

  it('may say why without losing the draft that makes amends', () => {
    const desk = wronged();
    const draft = openDraft(desk.matter())!.number;
    desk.passes(HOUR);
    desk.writes('Nobody listened');
    expect(openDraft(desk.matter())!.template).toMatch(/en\/after-rating\//);
    expect(desk.matter().messages.at(-1)!.text).toBe('Nobody listened');
    expect(openDraft(desk.matter())!.number).toBeGreaterThanOrEqual(draft);
  });

  it('is offered what the team has written down that it may offer', () => {
    const handbook = handbookWith();
    const option = [{ id: 'en/recovery-option/1', text: 'The next month is on us.' }];
    const en = { ...handbook.replies['en'], 'recovery-option': option };
    const desk = asked({ handbook: { ...handbook, replies: { ...handbook.replies, en } } });
    desk.taps(1);
    expect(openDraft(desk.matter())!.text).toMatch(/The next month is on us\.$/);
  });

  it('has it settled when an agent resolves it, is checked in on, and never asked again for this matter', () => {
    const desk = wronged();
    desk.passes(HOUR);
    desk.sends();
    desk.passes(HOUR);
    desk.presses('resolve');
    expect(desk.matter().recovery).toMatchObject({ settled: { by: 'agent' } });
    expect(desk.counted('recovery-settled')).toMatchObject([
      { because: 'low rating', by: 'agent', after: 2 * HOUR },
    ]);
    desk.passes(90 * DAY);
    expect(desk.counted('nudged')).toMatchObject([{ kind: 'check-in' }]);
    expect(desk.counted('survey-asked')).toHaveLength(1);
    expect(desk.counted('survey-reminded')).toEqual([]);
  });

  it('has nothing to be made up for where it was a slip: the matter rests again', () => {
    const desk = wronged();
    desk.passes(HOUR);
    desk.writes('I tapped too fast');
    desk.writes('sorry, I meant 5');
    expect(desk.matter()).toMatchObject({
      status: 'resolved',
      recovery: { settled: { by: 'customer' } },
    });
    expect(openDraft(desk.matter())).toBeUndefined();
  });

  it.each(['1', '1/5', 'that worked, thanks'])(
    'hears nothing of it in what another customer says: %j',
    (words) => {
      const desk = wronged();
      desk.taps(5);
      desk.interrupts(words);
      expect(desk.matter().survey?.rating?.value).toBe(5);
      expect(desk.counted('rated')).toHaveLength(2);
    },
  );

  it('waits for a person again where it was none after all, and reads so once', () => {
    const desk = wronged();
    desk.taps(5);
    desk.taps(1);
    expect(desk.matter()).toMatchObject({ status: 'waiting', recovery: { because: 'low rating' } });
    expect(desk.matter().recovery!.settled).toBeUndefined();
    expect(openDraft(desk.matter())).toBeDefined();
    expect(desk.counted('recovery-opened')).toHaveLength(2);
  });

  it('is called in once, whatever they tap', () => {
    const desk = wronged();
    desk.taps(1);
    desk.taps(2);
    expect(desk.calls()).toHaveLength(1);
    expect(desk.counted('recovery-opened')).toHaveLength(1);
  });
});

describe('a customer who comes back angry after all was resolved', () => {
  it('is made up to, though nobody had asked them', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    desk.writes('This is ridiculous!! You are useless, it is STILL wrong and I am furious!');
    expect(desk.matter()).toMatchObject({
      status: 'waiting',
      recovery: { because: 'angry words' },
    });
    expect(openDraft(desk.matter())!.template).toMatch(/en\/after-rating\//);
    expect(desk.calls()[0]).toMatch(/angry after it was resolved/);
    desk.presses('resolve');
    desk.passes(60 * DAY);
    expect(desk.counted('survey-asked')).toEqual([]);
  });

  it('is not taken for angry where they only ask on', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    desk.writes('Could you also send me invoice 4412?');
    expect(desk.matter().recovery).toBeUndefined();
  });
});
