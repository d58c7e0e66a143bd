import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src/support/decide.ts';
import type { Event } from '../../../../src/support/events.ts';
import { promisesOwed } from '../../../../src/support/time/promises/given.ts';
import { sayPromise, sayPromises } from '../../../../src/support/time/promises/saying.ts';
import { ada, lea, person, sam } from '../../stage.ts';
import { at, HOUR, handbook, MINUTE, MONDAY, promiseDesk } from './desk.ts';

const BY_THREE = 'Thanks Nora. I’ll check with billing and get back to you by 3 pm.';
const THREE = at('2026-03-09T14:00:00Z');
const ink = { date: (instant: number) => new Date(instant).toISOString(), words: String };

/** A customer to whom Ada has promised this. */
function promised(words = BY_THREE, when = MONDAY + 10 * MINUTE) {
  const desk = promiseDesk();
  desk.asks();
  desk.says(when, words);
  return desk;
}

describe('what an agent promises a customer', () => {
  it('stands in the thread and on the card, and counts from the first', () => {
    const desk = promised();
    expect(desk.promise).toMatchObject({ state: 'suggested', by: ada, due: THREE });
    expect(desk.types()).toEqual(['promised']);
    expect(desk.effects).toContainEqual(
      expect.objectContaining({ type: 'show-promise', promise: desk.promise.id }),
    );
    expect(sayPromises(desk.now, ink)).toEqual([
      expect.stringMatching(
        /^🤝 promised by 2026-03-09T14:00:00.000Z \(not confirmed\): .*get back to you by 3 pm/,
      ),
    ]);
  });

  it('is heard in a draft that was sent, by the very time it was written with', () => {
    const desk = promiseDesk();
    desk.asks();
    const { promised } = desk.now.drafts[0]!;
    desk.sends(MONDAY + MINUTE);
    expect(promised?.due).toBeGreaterThan(MONDAY);
    expect(desk.now.promises).toEqual([
      expect.objectContaining({
        due: promised!.due,
        madeAt: MONDAY + MINUTE,
        because: 'the time that the draft was written with',
      }),
    ]);
  });

  it('is heard in the words to which an agent changed a draft', () => {
    const desk = promiseDesk();
    desk.asks();
    desk.sends(MONDAY + MINUTE, { button: 'edit', text: BY_THREE });
    expect(desk.promise.due).toBe(THREE);
  });

  it('is not heard before the reply has arrived', () => {
    const desk = promiseDesk();
    desk.asks();
    desk.presses(MONDAY + MINUTE, 'edit', { draft: 1, text: BY_THREE });
    expect(desk.now.promises).toBeUndefined();
  });

  it.each([
    ['a colleague without rights', person('Cole', 'colleague')],
    ['a bot', person('Bo', 'bot')],
  ])('is none of %s', (_, who) => {
    const desk = promiseDesk();
    desk.asks();
    desk.says(MONDAY + MINUTE, BY_THREE, who);
    expect(desk.now.promises).toBeUndefined();
  });

  it('is only suggested where it names no time, and is dropped with the next word', () => {
    const desk = promised('I’ll pass on your feedback to the team.');
    expect(desk.promise).toMatchObject({ state: 'suggested' });
    expect(desk.promise.due).toBeUndefined();
    expect(desk.now.timers.promise).toBeUndefined();
    desk.says(MONDAY + HOUR, 'It is done.');
    expect(desk.promise.state).toBe('dismissed');
    expect(desk.types()).toEqual([]);
  });

  it('is one where several sentences say it and one of them says by when', () => {
    const desk = promised('Let me check the invoice myself. I’ll get back to you by 3 pm.');
    expect(desk.now.promises).toMatchObject([{ due: THREE }]);
  });

  it.each([
    "Tell me if that does not solve it, and I'll stay with it.",
    "If you send me the file, we'll check it by tomorrow.",
  ])(
    'is none where it waits for the customer, whose next word waits for the team anyway: %s',
    (text) => {
      expect(promised(text).now.promises).toBeUndefined();
    },
  );

  it.each([
    "If I don't find it today, I'll write to you by tomorrow.",
    "If you don't hear from us before, I'll call you at 3 pm.",
    "I'll call you at 3 pm, unless you prefer another time.",
    "I'll call you at 3 pm if that suits you.",
  ])('is asked about where it waits for what is not the customer’s to do: %s', (text) => {
    expect(promised(text).promise).toMatchObject({ state: 'suggested' });
  });

  it('is only suggested where its time has passed when it is said', () => {
    const desk = promised('I’ll get back to you by 9:30 am today.');
    expect(desk.promise.due).toBeUndefined();
    expect(desk.promise.because).toBe('its time has passed already');
  });
});

describe('what becomes of a promise', () => {
  it.each([
    ['kept by a word in time', THREE - HOUR, 'kept'],
    ['kept by a word at the last instant', THREE, 'kept'],
    ['late by a word afterwards', THREE + MINUTE, 'late'],
  ] as const)('is %s', (_, when, state) => {
    const desk = promised();
    desk.passes(when);
    desk.says(when, 'Billing has refunded it, Nora.');
    expect(desk.promise.state).toBe(state);
    expect(desk.types().at(-1)).toBe(`promise-${state}`);
    expect(desk.now.timers.promise).toBeUndefined();
  });

  it('is kept by whoever of the team writes', () => {
    const desk = promised();
    desk.says(THREE - HOUR, 'I took over from Ada: it is refunded.', sam);
    expect(desk.promise.state).toBe('kept');
  });

  it('is not kept by what is said in the same breath', () => {
    const desk = promised();
    desk.says(MONDAY + 10 * MINUTE + 20_000, 'What is your order number, by the way?');
    expect(promisesOwed(desk.now)).toHaveLength(1);
    desk.says(MONDAY + 15 * MINUTE, 'Never mind, I found it.');
    expect(desk.now.promises![0]!.state).toBe('kept');
  });

  it('is broken when the matter is closed without a word', () => {
    const desk = promised();
    desk.presses(MONDAY + HOUR, 'resolve');
    desk.presses(MONDAY + HOUR + MINUTE, 'resolve');
    expect(desk.now.status).toBe('resolved');
    expect(desk.promise.state).toBe('broken');
    expect(desk.types()).toEqual(['promised', 'promise-broken']);
  });

  it('is owed no more once the customer says that they need nothing more', () => {
    const desk = promised();
    desk.happens({ type: 'customer.deleted', at: MONDAY + HOUR, message: 'm1' });
    expect(desk.promise.state).toBe('dismissed');
    expect(desk.types()).toEqual(['promised', 'promise-dropped']);
  });

  it('waits for a reply that is on its way, and passes if that does not arrive', () => {
    const desk = promised();
    desk.asks(MONDAY + HOUR, 'Any news about the invoice? I need it today.');
    desk.presses(MONDAY + 2 * HOUR, 'regenerate');
    const draft = desk.now.drafts.at(-1)!.number;
    desk.presses(THREE - MINUTE, 'edit', { draft, text: 'Billing has it on its desk, Nora.' });
    desk.passes(THREE + HOUR);
    expect(desk.promise.passed).toBeUndefined();
    desk.happens({
      type: 'delivery.failed',
      at: THREE + HOUR,
      conversation: desk.now.id,
      draft,
      because: 'gone',
    });
    desk.passes(THREE + 2 * HOUR);
    expect(desk.promise.passed).toBeDefined();
  });
});

describe('whoever can keep a promise', () => {
  it('is reminded before it is due, once, and leads learn when it has passed', () => {
    const desk = promised();
    desk.passes(THREE + 24 * HOUR);
    const calls = desk.calls().filter(({ text }) => text.includes('romise'));
    expect(calls).toEqual([
      expect.objectContaining({ whom: [ada.id], text: expect.stringContaining('⏳ Promised to') }),
      expect.objectContaining({ whom: [ada.id], by: 'direct message' }),
      expect.objectContaining({ whom: 'leads', text: expect.stringContaining('Ada promised') }),
    ]);
    expect(desk.types()).toEqual(
      expect.arrayContaining(['promised', 'promise-warned', 'promise-passed']),
    );
    expect(desk.promise.warned).toBeLessThanOrEqual(THREE - 30 * MINUTE);
    expect(desk.promise.passed).toBeGreaterThan(THREE);
  });

  it('is the card’s thread where who promised it has gone home', () => {
    const desk = promised('I’ll get back to you by 7 pm.');
    desk.passes(at('2026-03-09T18:30:00Z'));
    const notes = desk.effects.filter((one) => one.type === 'show-note');
    const late = notes.filter(({ text }) => text.includes('Promised to'));
    expect(
      late.length + desk.calls().filter(({ text }) => text.includes('Promised to')).length,
    ).toBe(1);
  });

  it('gets the wording that says so when they ask for a draft', () => {
    const desk = promised();
    desk.passes(THREE - 20 * MINUTE);
    desk.presses(THREE - 20 * MINUTE, 'regenerate');
    expect(desk.now.drafts.at(-1)!.template).toMatch(/waiting/);
  });

  it('has the resolution clock running for as long as something is promised', () => {
    const desk = promised();
    expect(desk.now.status).toBe('answered');
    expect(desk.now.clocks!.resolution!.stopped).toBeUndefined();
    desk.says(THREE, 'It is refunded.');
    expect(desk.now.clocks!.resolution!.stopped).toBe(THREE);
  });
});

describe('an agent who taps', () => {
  it('confirms: what names no time is due at the end of the next working day', () => {
    const desk = promised('I’ll pass on your feedback to the team.');
    desk.presses(MONDAY + HOUR, 'keep-promise', { value: desk.promise.id });
    expect(desk.promise).toMatchObject({ state: 'confirmed', due: at('2026-03-10T16:00:00Z') });
    expect(desk.now.timers.promise).toBe(desk.promise.warnAt);
    expect(desk.types()).toEqual(['promised']);
  });

  it('dismisses: nothing rings, and nothing is counted', () => {
    const desk = promised();
    desk.presses(MONDAY + HOUR, 'drop-promise', { value: desk.promise.id });
    expect(desk.promise.state).toBe('dismissed');
    expect(desk.now.timers.promise).toBeUndefined();
    expect(desk.types()).toEqual(['promised', 'promise-dropped']);
  });

  it.each([
    ['15:30', '2026-03-09T14:30:00Z'],
    ['2h', '2026-03-09T11:30:00Z'],
    ['tomorrow 9:00', '2026-03-10T08:00:00Z'],
    ['Friday noon', '2026-03-13T11:00:00Z'],
    ['12 March, 12 pm', '2026-03-12T11:00:00Z'],
    ['quarter to 4', '2026-03-09T14:45:00Z'],
    ['2026-03-12T10:00:00Z', '2026-03-12T10:00:00Z'],
  ])('sets another time: %s', (text, due) => {
    const desk = promised();
    desk.presses(MONDAY + 30 * MINUTE, 'edit-promise', { value: desk.promise.id, text });
    expect(desk.told).toBe('');
    expect(desk.promise).toMatchObject({ state: 'confirmed', due: at(due) });
    expect(desk.types()).toEqual(['promised', 'promise-moved']);
  });

  it('may say the time alone, where no promise is named', () => {
    const desk = promised();
    desk.presses(MONDAY + 30 * MINUTE, 'edit-promise', { value: '16:00' });
    expect(desk.promise.due).toBe(at('2026-03-09T15:00:00Z'));
  });

  it.each([
    ['soon', 'no time that could be kept'],
    ['', 'Nothing says by when'],
    ['xyzzy', 'no time that could be kept'],
    ['25:00', 'no time that could be kept'],
    ['tomorrow 25:99', 'no time that could be kept'],
    ['tomorrow 9:75', 'no time that could be kept'],
    ['2026-13-45 16:30', 'no time that could be kept'],
    ['999999-12-31 14:00', 'no time that could be kept'],
    ['x'.repeat(40_000), 'no time that could be kept'],
    ['8:00 am today', 'has passed already'],
    ['31 June', 'There is no such day'],
    ['29 March 2:30 am', 'does not exist that day in Europe/Berlin'],
    ['2020-01-01T00:00:00Z', 'has passed already'],
    ['2036-01-01T00:00:00Z', 'more than a year away'],
  ])('is told in private why %s is no time', (text, why) => {
    const desk = promised();
    const before = desk.promise;
    desk.presses(MONDAY + 30 * MINUTE, 'edit-promise', { value: before.id, text });
    expect(desk.told).toContain(why);
    expect(desk.told).toContain('Nothing was changed.');
    expect(desk.promise).toEqual(before);
  });

  it.each(['keep-promise', 'edit-promise', 'drop-promise'] as const)(
    'learns that %s comes too late, or is of another conversation',
    (button) => {
      const desk = promised();
      desk.says(THREE, 'Done.');
      desk.presses(THREE + MINUTE, button, { value: desk.promise.id, text: '2h' });
      expect(desk.told).toContain('kept already');
      desk.presses(THREE + MINUTE, button, { value: 'other/1/0', text: '2h' });
      expect(desk.told).toContain('not in this conversation');
    },
  );

  it('must be an agent', () => {
    const desk = promised();
    const cole = person('Cole', 'colleague');
    desk.presses(MONDAY + HOUR, 'drop-promise', { value: desk.promise.id, actor: cole });
    expect(desk.told).toContain('Only the support team');
    expect(desk.promise.state).toBe('suggested');
  });
});

describe('a matter in which something is promised', () => {
  it.each(['resolve', 'not-a-request'] as const)(
    'asks whoever presses %s first, alone',
    (button) => {
      const desk = promised();
      desk.asks(MONDAY + 20 * MINUTE, 'Please also send me the receipt of invoice 4412.');
      const before = desk.now.status;
      desk.presses(MONDAY + HOUR, button);
      expect(desk.now.status).toBe(before);
      expect(desk.told).toMatch(/^Ada promised by 3 pm today .* all the same\?/);
      desk.presses(MONDAY + HOUR + MINUTE, button, { actor: lea });
      expect(desk.now.status).toBe(before);
      desk.presses(MONDAY + HOUR + 2 * MINUTE, button, { actor: lea });
      expect(desk.now.status).not.toBe(before);
    },
  );

  it('takes its promises along when it is merged, and leaves none behind', () => {
    const desk = promised();
    desk.presses(MONDAY + HOUR, 'merge', { into: 'slack:T:C:other' });
    expect(desk.now.promises).toBeUndefined();
    expect(desk.types()).toEqual(['promised']);
    const raised = desk.effects.find((one) => one.type === 'raise')!.event;
    const moved = decide(undefined, raised as Event, handbook);
    if ('ignored' in moved) throw new Error(moved.ignored);
    expect(promisesOwed(moved.conversation)).toEqual([expect.objectContaining({ due: THREE })]);
    expect(moved.facts.map(({ type }) => type)).not.toContain('promised');
    expect(moved.effects.map(({ type }) => type)).toContain('show-promise');
  });

  it('leaves a promise with the message that made it when it is split', () => {
    const desk = promised();
    desk.asks(MONDAY + 20 * MINUTE, 'And where is my parcel, order 77?');
    const last = desk.now.messages.at(-1)!.id;
    desk.presses(MONDAY + HOUR, 'split', { messages: [last] });
    expect(promisesOwed(desk.now)).toHaveLength(1);
  });
});

it('says in the thread what became of each promise', () => {
  const desk = promised();
  expect(sayPromise(desk.promise, ink)).toContain('It counts unless it is dismissed');
  desk.says(THREE, 'Done.');
  expect(sayPromise(desk.promise, ink)).toContain('✅ Promise kept');
});
