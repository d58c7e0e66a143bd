import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureDrafts } from '../../src/support/drafts.ts';
import type { Button } from '../../src/support/events.ts';
import type { Fact } from '../../src/support/facts.ts';
import { shareKept } from '../../src/support/kept-words.ts';
import type { Written } from '../../src/support/reply/writing.ts';
import { leastCpu } from '../cpu-time.ts';
import { ada, begin, type Scene, sam } from './stage.ts';

const TWICE = 'I was charged twice for invoice 4411';
type Settled = Extract<Fact, { type: 'draft-settled' }>;

describe('the share of a draft that was kept', () => {
  it.each([
    ['the same', 'I look into it by 3 pm.', 'I look into it by 3 pm.', 1],
    ['nothing of it', 'I look into it', 'No more than that?', 0],
    ['all but one word of four', 'we look into it', 'we look after it', 3 / 4],
    ['all, and as much again', 'one two', 'one two three four', 2 / 3],
    ['words in another order', 'a b c', 'c b a', 1 / 3],
    ['nothing of nothing', '', '', 1],
    ['signs where there are no spaces', '確認します', '確認しました', (2 * 4) / 11],
  ])('is told where that is %s', (_, proposed, sent, share) => {
    expect(shareKept(proposed, sent)).toBeCloseTo(share, 10);
  });

  it('is what the plain table of the longest common subsequence says, either way round', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 90 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const total = a.length + b.length;
        const share = total === 0 ? 1 : (2 * lcs(a, b)) / total;
        expect(shareKept(a.join(' '), b.join(' '))).toBeCloseTo(share, 10);
        expect(shareKept(b.join(' '), a.join(' '))).toBeCloseTo(share, 10);
      }),
    );
  });

  it('is told at once for the longest replies there are', () => {
    const long = (step: number) =>
      Array.from({ length: 6000 }, (_, i) => 'abcdefg'[(i * step) % 7]).join(' ');
    shareKept(long(3), long(5));
    expect(leastCpu(() => shareKept(long(3), long(5)))).toBeLessThan(100);
  });
});

function lcs(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) {
      next.push(word === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!));
    }
    row = next;
  }
  return row.at(-1)!;
}

const settled = ({ facts }: Scene) => facts.filter((fact) => fact.type === 'draft-settled');
const delivered = (scene: Scene, draft: number) =>
  scene.happens({ type: 'reply.delivered', conversation: scene.now.id, draft });
const writes = (scene: Scene, who = ada, text = 'Hi Nora, I refunded it.') =>
  scene.happens({
    type: 'team.wrote',
    message: { id: `t${scene.now.version}`, at: 1, author: who, text, files: [] },
  });
const by = (scene: Scene, written: Partial<Extract<Written, { is: 'written' }>>, draft = 1) =>
  scene.happens({
    type: 'draft.written',
    conversation: scene.now.id,
    draft,
    written: {
      is: 'written',
      outcome: 'suggest',
      text: 'Hi Nora, I am looking into invoice 4411.',
      citations: [],
      because: 'it is so',
      usage: { input: 900, cached: 100, output: 50 },
      masked: [],
      ...written,
    },
  });

describe('what became of a draft', () => {
  it('is no fact while it stands or is on its way', () => {
    const open = begin(TWICE);
    expect(settled(open)).toEqual([]);
    expect(settled(open.presses(ada, 'send', { draft: 1 }))).toEqual([]);
  });

  it('is told when it has arrived, with what it was and none of its words', () => {
    const scene = delivered(begin(TWICE).presses(ada, 'send', { draft: 1 }), 1);
    const [fact, ...more] = settled(scene);
    expect(more).toEqual([]);
    expect(fact).toMatchObject({
      draft: 1,
      outcome: 'as-it-was',
      template: scene.now.drafts[0]!.template,
      category: 'billing',
      language: 'en',
      byModel: false,
    });
    expect(JSON.stringify(fact)).not.toMatch(/4411|Nora/);
  });

  it('says how much of it was kept when an agent changed the words', () => {
    const open = begin(TWICE);
    const text = `${open.now.drafts[0]!.text} Bear with us.`;
    const [fact] = settled(delivered(open.presses(ada, 'edit', { draft: 1, text }), 1));
    expect(fact).toMatchObject({ outcome: 'edited' });
    expect(fact!.kept).toBeGreaterThan(0.8);
    expect(fact!.kept).toBeLessThan(1);
  });

  it.each<[string, Settled['outcome'], (open: Scene) => Scene]>([
    ['another was asked for', 'replaced', (open) => open.presses(ada, 'regenerate', { draft: 1 })],
    [
      'the category was set right',
      'replaced',
      (open) => open.presses(ada, 'correct-category', { value: 'refund' }),
    ],
    ['a human answered past it', 'replaced', (open) => writes(open)],
    ['the customer wrote on', 'ignored', (open) => open.writes('and invoice 4412 too')],
    ['the customer changed it', 'ignored', (open) => open.edits('m1', 'invoice 4413 is wrong')],
    ['the customer took it back', 'ignored', (open) => open.deletes('m1')],
    ['it was resolved', 'ignored', (open) => open.presses(ada, 'resolve')],
    ['it was no request', 'ignored', (open) => open.presses(ada, 'not-a-request')],
    ['it was merged', 'ignored', (open) => open.presses(ada, 'merge', { into: 'slack:T:C:m9' })],
    ['a model wrote a better one', 'bettered', (open) => by(open, {})],
  ])('is told where %s: %s', (_, outcome, happen) => {
    expect(settled(happen(begin(TWICE)))).toMatchObject([{ draft: 1, outcome }]);
  });

  it('is told of one that the platform refused when a newer one stands below', () => {
    const approved = begin(TWICE)
      .presses(ada, 'send', { draft: 1 })
      .writes('are you there? it is urgent');
    const failed = approved.happens({
      type: 'delivery.failed',
      conversation: approved.now.id,
      draft: 1,
      because: 'x',
    });
    expect(settled(failed)).toMatchObject([{ draft: 1, outcome: 'ignored' }]);
  });

  it('is told once of each however many there were, and the conversation forgets the oldest of those that came to nothing', () => {
    let scene = begin(TWICE).presses(ada, 'send', { draft: 1 });
    scene = delivered(scene.writes('and invoice 4412 too, please help'), 1);
    const numbers: number[] = [];
    for (let i = 0; i < 60; i++) {
      const { number } = scene.now.drafts.at(-1)!;
      scene = scene.presses(ada, 'regenerate', { draft: number });
      numbers.push(...settled(scene).map(({ draft }) => draft));
    }
    expect(new Set(numbers).size).toBe(60);
    expect(numbers).toHaveLength(60);
    const kept = scene.now.drafts.map(({ number }) => number);
    expect(kept).toHaveLength(52);
    expect([kept[0], kept.at(-1)]).toEqual([1, numbers.at(-1)! + 1]);
    const old = scene.presses(ada, 'send', { draft: numbers[0]! });
    expect(old.told).toContain('Nothing was sent');
  });

  it('is one outcome for each draft that was ever shown but the one that still stands, whatever happens', () => {
    const step = fc.constantFrom<(scene: Scene) => Scene>(
      (scene) => scene.writes('it is still wrong, please help'),
      (scene) => scene.edits('m1', `invoice ${scene.now.version} is wrong`),
      (scene) => writes(scene, sam),
      (scene) => writes(scene, { ...sam, role: 'colleague' }),
      (scene) => by(scene, {}, last(scene)),
      (scene) => by(scene, { outcome: 'none', text: '' }, last(scene)),
      (scene) => delivered(scene, last(scene)),
      (scene) => delivered(scene, 1),
      (scene) => refused(scene, last(scene)),
      (scene) => refused(scene, 1),
      ...(['send', 'arrived', 'regenerate', 'resolve', 'not-a-request', 'take-over'] as const).map(
        (button: Button) => (scene: Scene) => scene.presses(ada, button, { draft: last(scene) }),
      ),
      (scene) => scene.presses(ada, 'edit', { draft: last(scene), text: 'Hi Nora, done.' }),
      (scene) => scene.presses(ada, 'correct-category', { value: 'refund' }),
      (scene) => scene.presses(ada, 'correct-urgency', { value: 'p1' }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let scene = begin(TWICE);
        const facts: Fact[] = [];
        for (const take of steps) {
          scene = take(scene);
          facts.push(...scene.facts);
        }
        const outcomes = facts.filter((fact) => fact.type === 'draft-settled');
        const under = scene.now.drafts.filter(
          ({ state }, i, all) =>
            state.is === 'open' ||
            state.is === 'approved' ||
            (state.is === 'failed' && i === all.length - 1),
        );
        const numbers = outcomes.map(({ draft }) => draft);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.length).toBe(scene.now.drafts.length - under.length);
        const measure = measureDrafts(facts);
        expect(measure.settled).toBe(outcomes.length);
        expect(Object.values(measure.outcomes).reduce((a, b) => a + b)).toBe(outcomes.length);
      }),
      { numRuns: 60 },
    );
  });
});

const last = ({ now }: Scene) => now.drafts.length;
const refused = (scene: Scene, draft: number) =>
  scene.happens({
    type: 'delivery.failed',
    conversation: scene.now.id,
    draft,
    because: 'the channel is gone',
    uncertain: true,
  });

describe('what drafts come to', () => {
  const fact = (outcome: Settled['outcome'], more: Partial<Settled> = {}): Fact => ({
    type: 'draft-settled',
    at: 1,
    conversation: 'c',
    draft: 1,
    outcome,
    template: 'en/greeting/1 + en/billing/2',
    category: 'billing',
    language: 'en',
    byModel: false,
    ...more,
  });

  it('leaves out of acceptance what nobody decided on', () => {
    const measure = measureDrafts([
      ...[1, 2, 3].map(() => fact('as-it-was')),
      fact('edited', { kept: 0.5 }),
      fact('edited', { kept: 0.9, template: 'model', byModel: true, language: 'de' }),
      fact('replaced', { category: 'refund' }),
      ...[1, 2, 3, 4].map(() => fact('ignored')),
      fact('bettered'),
    ]);
    expect(measure).toMatchObject({ settled: 11, accepted: 0.5, kept: 0.7 });
    expect(measure.byWriter.model).toMatchObject({ settled: 1, accepted: 0, kept: 0.9 });
    expect(measure.byTemplate.get('en/billing/2')).toMatchObject({ settled: 10, accepted: 0.6 });
    expect(measure.byCategory.get('refund')).toMatchObject({ settled: 1, accepted: 0 });
    expect(measure.byLanguage.get('de')?.settled).toBe(1);
    expect(measureDrafts([]).accepted).toBeUndefined();
    expect(measureDrafts([fact('ignored')])).toMatchObject({
      accepted: undefined,
      kept: undefined,
    });
  });

  it('counts what a model took, also where nothing came of it', () => {
    const asked = by(begin(TWICE), {});
    const stale = by(asked, {}, 1);
    const none = by(asked, { usage: { input: 0, cached: 0, output: 0 } }, 1);
    expect(none.facts).toEqual([]);
    expect(stale.now.drafts).toEqual(asked.now.drafts);
    const { model } = measureDrafts([...asked.facts, ...stale.facts]);
    expect(model).toEqual({ conversations: 1, input: 1800, cached: 200, output: 100, money: 0 });
  });
});
