import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../src/support/effects.ts';
import type { Fact } from '../../../src/support/facts.ts';
import { sayKudos } from '../../../src/support/praise/kudos.ts';
import { HOUR } from '../time/matters.ts';
import { handbookWith, openCustomer } from '../time/survey/customer.ts';

/** A Monday, ten in Berlin. */
const MORNING = Date.parse('2026-03-02T09:00:00Z');

/** A customer whose matter Ada resolved, and what follows when they praise. */
function praises(text: string, options: { channel?: string; kudos?: readonly string[] } = {}) {
  const shipped = handbookWith();
  const { channel: praiseChannel = 'C-TEAM', kudos } = options;
  const handbook = { ...shipped, policy: { ...shipped.policy, praiseChannel } };
  const desk = openCustomer({ begins: MORNING, handbook });
  desk.served();
  const before = desk.effects.length;
  const at = desk.now();
  const author = desk.matter().customer;
  const message = { id: `m${at}-praise`, author, at, text, files: [] };
  desk.happens(0, { type: 'customer.wrote', message, ...(kudos ? { kudos } : {}) });
  const effects: Effect[] = desk.effects.slice(before);
  const facts: Fact[] = desk.counted('praised');
  const shared = effects.find(({ type }) => type === 'share' || type === 'show-note');
  return { desk, facts, shared };
}

describe('praise of somebody of the team', () => {
  it('opens nothing, is counted, and is shared without their name unless they want it', () => {
    const { desk, facts, shared } = praises('Thanks to Ada, she was wonderful');
    expect(desk.matter().status).toBe('resolved');
    expect(facts).toMatchObject([{ agent: 'ada' }]);
    expect(shared).toMatchObject({
      type: 'share',
      channel: 'C-TEAM',
      text: '💐 Nora to somebody of the team: “Thanks to …, she was wonderful”',
    });
  });

  it('names whoever wants to be named', () => {
    const { shared } = praises('Thanks to Ada, she was wonderful', { kudos: ['ada'] });
    expect(shared).toMatchObject({ text: '💐 Nora to Ada: “Thanks to Ada, she was wonderful”' });
  });

  it('stands under the card where the policy says triage', () => {
    const { shared } = praises('That was so fast, great help', { channel: 'triage' });
    expect(shared).toMatchObject({ type: 'show-note' });
  });

  it('is counted only where nothing is shared', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    desk.writes('That was so fast, great help');
    expect(desk.counted('praised')).toHaveLength(1);
    expect(desk.effects.filter(({ type }) => type === 'share')).toEqual([]);
  });

  it('is short and on one line', () => {
    const { shared } = praises(`Great help!\n\n${'so kind '.repeat(50)}`);
    expect(shared && 'text' in shared && shared.text.length).toBeLessThan(380);
    expect(shared && 'text' in shared && shared.text).not.toContain('\n');
  });

  it.each([
    'Thanks',
    'Great help, can you also fix invoice 4412?',
    'Great help! Please send me invoice 4412 too',
    'Great, another outage',
  ])('is none: %s', (text) => {
    const { facts, shared } = praises(text);
    expect(facts).toEqual([]);
    expect(shared).toBeUndefined();
  });

  it('is heard in the word about a rating', () => {
    const desk = openCustomer({ begins: MORNING });
    desk.served();
    desk.passes(HOUR);
    desk.writes('5! Ada was great');
    expect(desk.counted('rated')).toHaveLength(1);
    expect(desk.counted('praised')).toMatchObject([{ agent: 'ada' }]);
  });
});

describe('praise that was taken back', () => {
  const praised = (text = 'Thanks to Ada, she was wonderful') => {
    const { desk } = praises(text);
    const message = desk.matter().messages.at(-1)!;
    return {
      deletes: () => desk.happens(0, { type: 'customer.deleted', message: message.id }),
      edits: (words: string, more = {}) => {
        const edited = { ...message, text: words };
        desk.happens(0, { type: 'customer.edited', message: edited, ...more });
      },
      changes: () =>
        desk
          .counted('praise-changed')
          .map(
            (fact) => fact.type === 'praise-changed' && [fact.message === message.id, fact.stands],
          ),
    };
  };

  it('is told when its words are deleted, and when they are back', () => {
    const one = praised();
    one.deletes();
    expect(one.changes()).toEqual([[true, false]]);
    one.edits('Thanks to Ada, she was wonderful', { restored: true });
    expect(one.changes()).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('is told when they are changed to what praises nobody, and not when they still praise', () => {
    const one = praised();
    one.edits('Thanks so much to Ada, she was wonderful');
    expect(one.changes()).toEqual([]);
    one.edits('Ah well');
    expect(one.changes()).toEqual([[true, false]]);
  });

  it('is nothing to tell where there was none', () => {
    const one = praised('Thanks');
    one.deletes();
    expect(one.changes()).toEqual([]);
  });
});

describe('kudos', () => {
  const one = { on: '2026-03-02', customer: 'Nora', to: 'Ada', words: 'Thanks\nto Ada' };

  it('are a line each, with whom they name for leads', () => {
    expect(sayKudos([one], false)).toBe('💐 2026-03-02 · Nora: “Thanks to Ada”');
    expect(sayKudos([one], true)).toBe('💐 2026-03-02 · Nora to Ada: “Thanks to Ada”');
  });

  it('are ten at most, and say how many more there are', () => {
    const lines = sayKudos(Array(13).fill(one), true).split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([11, '… and 3 more.']);
  });

  it('may be none yet', () => {
    expect(sayKudos([], false)).toMatch(/No customer has thanked you/);
  });
});
