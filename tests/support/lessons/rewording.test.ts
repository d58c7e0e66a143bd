import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/support/conversation.ts';
import { rewordingsIn } from '../../../src/support/lessons/edits.ts';
import { sortLessons } from '../../../src/support/lessons/offers.ts';
import { applied, reword } from '../../../src/support/lessons/rewording.ts';
import { changesBetween, sentencesOf } from '../../../src/support/lessons/sentences.ts';
import type { KeptLesson, RewordingLesson } from '../../../src/support/lessons.ts';
import { leastCpu } from '../../cpu-time.ts';
import { ada, begin, handbook, lea, nora, type Scene } from '../stage.ts';

const STEP = 'I’ll come back to you here {by} and say plainly what happened.';
const CHECK = 'Let me check {problem} myself.';
const replies = {
  en: {
    greeting: [{ id: 'en/greeting/1', text: 'Hi {name},' }],
    billing: [
      { id: 'en/billing/1', text: `${CHECK} ${STEP}` },
      { id: 'en/billing/2', text: 'I look into {problem} {by}.' },
    ],
    closing: [{ id: 'en/closing/1', text: 'Take care, {name}.' }],
  },
};
const filled = {
  name: 'Nora',
  problem: 'the double charge (invoice 4411)',
  by: 'by noon today (Berlin time)',
  team: 'the support team',
};
const fill = (text: string) =>
  text.replace(/\{(\w+)\}/g, (typed, key: keyof typeof filled) => filled[key] ?? typed);
const proposed = fill(`Hi {name},\n\n${CHECK} ${STEP}\n\nWhich card was it?`);
const edited = (text: string): Draft => ({
  number: 1,
  text,
  proposed,
  filled,
  language: 'en',
  template: 'en/greeting/1 + en/billing/1 + en/ask-charge/1',
  writtenAt: 1,
  checks: [],
  state: { is: 'sent', by: ada, at: 2, edited: true },
});
const learnt = (text: string) => rewordingsIn(edited(text), { replies }, ['Nora Falk', 'Ada']);
const instead = (from: string, to: string) => learnt(proposed.replace(fill(from), fill(to)));

describe('what an edit says of a wording', () => {
  it.each([
    [
      'a sentence that was replaced',
      STEP,
      'You will hear from me {by}.',
      'You will hear from me {by}.',
    ],
    ['one that was left out', STEP, '', ''],
    [
      'one that was added',
      CHECK,
      `${CHECK} Thank you for your patience.`,
      `${CHECK} Thank you for your patience.`,
    ],
    ['a greeting', 'Hi {name},', 'Dear {name},', 'Dear {name},'],
  ])('is %s, with its placeholders', (_, from, to, text) => {
    const wording = from.startsWith('Hi') ? 'en/greeting/1' : 'en/billing/1';
    expect(instead(from, to)).toEqual([{ wording, from, text }]);
  });

  it.each([
    ['nothing changed', STEP, STEP],
    ['a name is left', STEP, 'Ask for Ada, she knows.'],
    ['the customer’s other name is left', STEP, 'Mrs Falk, you will hear from me.'],
    ['a number is left', STEP, 'You will hear from me within 3 days.'],
    ['a part of the time is left', STEP, 'You will hear from me by noon.'],
    ['a part of the problem is left', CHECK, 'Let me check this charge myself.'],
    ['an address is left', STEP, 'Write to billing@example.org then.'],
    ['a brace was typed', STEP, 'You will hear from {team}.'.replace('{team}', '{me}')],
    ['it blames the customer', STEP, 'You should have read the terms.'],
    ['it is long', STEP, `${'And so on and so forth, '.repeat(20)}as they say.`],
    ['it was no sentence of a wording', 'Which card was it?', 'Was it a card?'],
    ['everything is new', proposed, 'Dear customer. No. Not at all. Nothing. Ever.'],
  ])('is nothing where %s', (_, from, to) => {
    expect(instead(from, to)).toEqual([]);
  });

  it('is nothing where no value is known, nor of what a model wrote', () => {
    const { filled: _, ...bare } = edited(proposed.replace('myself', 'now'));
    expect(rewordingsIn(bare, { replies }, [])).toEqual([]);
    const model = { ...edited(proposed.replace('myself', 'now')), template: 'model' };
    expect(rewordingsIn(model, { replies }, [])).toEqual([]);
  });

  it('tells of nobody, whatever was typed', () => {
    const piece = fc.constantFrom(
      ...Object.values(filled),
      ...[
        CHECK,
        STEP,
        'nora@example.org',
        '+49 170 1234567',
        'Ada',
        'Falk',
        'NORA',
        '{name}',
        '4411',
        'invoice',
        'noon',
        'all is well',
        '.',
        '\n',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(proposed.length), (pieces, at) => {
        const text = proposed.slice(0, at) + pieces.map(fill).join(' ') + proposed.slice(at);
        for (const one of learnt(text)) {
          expect(one.text).not.toMatch(/Nora|NORA|Falk|Ada|\d|@|noon|invoice|charge/);
          expect(applied(one, replies)).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is found at once in the longest replies there are', () => {
    const text = 'One more thing. '.repeat(750);
    expect(leastCpu(() => learnt(text), 3)).toBeLessThan(60);
    expect(leastCpu(() => learnt(`${proposed} ${'a'.repeat(12_000)}`), 3)).toBeLessThan(60);
  });

  it('changes one list into the other', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = changesBetween(before, after);
        const gone = changes.reduce((n, one) => n + one.gone.length, 0);
        const fresh = changes.reduce((n, one) => n + one.instead.length, 0);
        expect(before.length - gone).toBe(after.length - fresh);
        if (before.join() === after.join()) expect(changes).toEqual([]);
      }),
    );
    expect(sentencesOf('Hi.\nどうも。次です。 Is it? Yes')).toEqual([
      'Hi.',
      'どうも。',
      '次です。',
      'Is it?',
      'Yes',
    ]);
  });
});

const kept = (n: number, more: Partial<RewordingLesson> = {}): KeptLesson => ({
  kind: 'rewording',
  id: `slack:T:C:${n}/4/0`,
  conversation: `slack:T:C:${n}`,
  wording: 'en/billing/1',
  from: STEP,
  text: 'You will hear from me {by}.',
  category: 'billing',
  by: ada,
  customer: n % 2 === 0 ? 'nora' : 'ben',
  at: n,
  messages: [],
  state: 'waiting',
  ...more,
});
const offered = (...all: KeptLesson[]) =>
  sortLessons(all, { ...handbook, replies }).waiting.map(({ id }) => id);

describe('a change that agents keep making', () => {
  it('is offered once, as the first of three in three conversations of two customers', () => {
    expect(offered(kept(1), kept(2))).toEqual([]);
    expect(offered(kept(1), kept(2), kept(3))).toEqual([kept(1).id]);
    expect(offered(kept(1), kept(2), { ...kept(3), conversation: kept(2).conversation })).toEqual(
      [],
    );
    expect(offered(kept(2), kept(4), kept(6))).toEqual([]);
    const { waiting } = sortLessons([kept(1), kept(2), kept(3), kept(4)], { ...handbook, replies });
    expect(waiting).toMatchObject([{ times: 4 }]);
  });

  it('is the same whatever its marks and capitals, and another with other words', () => {
    expect(
      offered(kept(1), kept(2, { text: 'you will hear from me {by}!' }), kept(3)),
    ).toHaveLength(1);
    expect(offered(kept(1), kept(2, { text: 'You hear from me {by}.' }), kept(3))).toEqual([]);
    expect(offered(kept(1), kept(2, { from: CHECK }), kept(3))).toEqual([]);
  });

  it.each(['accepted', 'declined'] as const)('is not offered again once it is %s', (state) => {
    expect(offered(kept(1, { state }), ...[2, 3, 4, 5, 6].map((n) => kept(n)))).toEqual([]);
  });

  it('is not offered where the handbook says something else by now', () => {
    const other = [1, 2, 3].map((n) => kept(n, { from: 'We said this once.' }));
    expect(offered(...other)).toEqual([]);
  });
});

describe('an accepted change', () => {
  const change = (from: string, text: string, wording = 'en/billing/1') => ({
    wording,
    from,
    text,
  });

  it('is in the wording, and nowhere else', () => {
    const next = reword(replies, [change(STEP, 'I’ll tell you {by}.')]);
    expect(next['en']!['billing']).toEqual([
      { id: 'en/billing/1', text: `${CHECK} I’ll tell you {by}.` },
      replies.en.billing[1],
    ]);
    expect(next['en']!['closing']).toBe(replies.en.closing);
  });

  it.each([
    [
      'one after the other',
      [change(STEP, 'A {by}.'), change('A {by}.', 'B {by}.')],
      `${CHECK} B {by}.`,
    ],
    ['of what is said no more, not at all', [change('Not here.', 'x')], `${CHECK} ${STEP}`],
    [
      'of a wording that is not there, not at all',
      [change(STEP, 'x', 'xx/y/1')],
      `${CHECK} ${STEP}`,
    ],
    ['that leaves out', [change(CHECK, '')], STEP],
  ])('counts %s', (_, changes, text) => {
    expect(reword(replies, changes)['en']!['billing']![0]!.text).toBe(text);
  });

  it('lets go of a wording that says nothing any more, but never of the last', () => {
    const gone = reword(replies, [change(CHECK, ''), change(STEP, '')]);
    expect(gone['en']!['billing']).toEqual([replies.en.billing[1]]);
    const last = change('Take care, {name}.', '', 'en/closing/1');
    expect(reword(replies, [last])).toEqual(replies);
  });
});

describe('an agent who edits and a lead who judges', () => {
  const TWICE = 'My invoice 4412 was charged twice, please look into it';
  const sends = (open: Scene, change: (text: string) => string) => {
    const text = change(open.now.drafts[0]!.text);
    const approved = open.presses(ada, 'edit', { draft: 1, text });
    return approved.happens({ type: 'reply.delivered', conversation: open.now.id, draft: 1 });
  };
  const scene = sends(begin(TWICE), (text) =>
    text.replace('and say plainly what happened', 'with an answer'),
  );

  it('leave a lesson when the reply has arrived, which no deletion takes back: it tells of nobody', () => {
    expect(scene.now.lessons).toMatchObject([
      { kind: 'rewording', state: 'waiting', by: ada, customer: nora.id, messages: [] },
    ]);
    expect(JSON.stringify(scene.now.lessons)).not.toMatch(/4412|Nora|noon/);
    expect(scene.deletes('m1').now.lessons).toEqual(scene.now.lessons);
    expect(sends(begin(TWICE), (text) => `${text} `).now.lessons).toBeUndefined();
  });

  it('change what is said, and read where to keep it', () => {
    const value = scene.now.lessons![0]!.id;
    expect(scene.presses(ada, 'learn', { value }).now.lessons).toEqual(scene.now.lessons);
    const accepted = scene.presses(lea, 'learn', { value });
    expect(accepted.now.lessons).toMatchObject([{ state: 'accepted', judge: lea }]);
    expect(accepted.facts).toMatchObject([{ type: 'learnt', kind: 'rewording', lead: 'lea' }]);
    expect(accepted.told).toContain('{by} with an answer.');
    expect(accepted.told).toContain('## billing');
    expect(accepted.told).toContain('replies/en.md');
    const declined = scene.presses(lea, 'decline-learning', { value });
    expect(declined.now.lessons).toMatchObject([{ state: 'declined' }]);
    expect(declined.effects).toEqual([]);
  });
});
