import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/handbook.ts';
import { loadLearnt } from '../../../src/learnt/learnt.ts';
import type { Example } from '../../../src/support/sorting/examples.ts';
import { sorterOf, teach } from '../../../src/support/sorting/fit.ts';
import { sortMessage } from '../../../src/support/triage/category.ts';
import { CATEGORIES } from '../../../src/support/triage/triage.ts';
import { readWords } from '../../../src/support/triage/words.ts';

const learnt = await loadLearnt();
const handbook = await loadHandbook();

const GARDEN: Readonly<Record<string, readonly string[]>> = {
  watering: [
    'how often should I water my tomatoes',
    'the soil is always dry',
    'my plants need more water in summer',
    'is it too much to water every day',
    'when do I water the lawn',
  ],
  pests: [
    'there are aphids on my roses',
    'something eats the leaves of my cabbage',
    'slugs everywhere after the rain',
    'how do I get rid of caterpillars',
    'white flies on the tomatoes',
  ],
  tools: [
    'which spade is good for clay',
    'my lawn mower does not start',
    'the secateurs are blunt',
    'do you sell gloves for children',
    'the hose leaks at the tap',
  ],
};
const garden = Object.entries(GARDEN).flatMap(([category, texts]) =>
  texts.map((text): Example => ({ text, category })),
);

function sorting(examples: readonly Example[]) {
  const names = Object.keys(GARDEN);
  const sorter = sorterOf(names, learnt, teach(names, examples, learnt));
  return (text: string) => sortMessage(readWords(text), { categories: [], sorter });
}

describe("a team's own categories, from five examples each", () => {
  const sort = sorting(garden);

  it.each([
    ['do tomatoes need watering in the morning or in the evening', 'watering'],
    ['insects are eating my salad', 'pests'],
    ['can you sharpen a blunt spade', 'tools'],
  ])('take "%s" for %s', (text, category) => expect(sort(text).category).toBe(category));

  it('leave to people what fits none of them', () => {
    for (const text of [
      'I was charged twice for my subscription',
      'the train is late',
      'lol',
      '',
    ]) {
      expect(sort(text).category).toBe('other');
    }
  });

  it('come with shares that add up, the best first, and "other" among them', () => {
    const { category, confidence, candidates } = sort('slugs eat my cabbage');
    expect(candidates[0]).toEqual({ category, confidence });
    expect(candidates.some((one) => one.category === 'other')).toBe(true);
    const sum = candidates.reduce((all, one) => all + one.confidence, 0);
    expect(sum).toBeCloseTo(1, 2);
  });

  it('tell agents which example a message is like', () => {
    expect(sort('aphids on our roses again').because).toBe(
      'like the example "there are aphids on my roses"',
    );
  });

  it('are learnt the same each time, in whatever order somebody asks', () => {
    const again = sorting(garden);
    fc.assert(
      fc.property(
        fc.constantFrom(...garden, { text: 'a hose for my roses', category: '' }),
        ({ text }) => {
          expect(again(text)).toEqual(sort(text));
        },
      ),
    );
  });
});

describe('what agents corrected and leads accepted', () => {
  const text = 'Our seat count looks off since the merge of the two workspaces';
  const corrections = [
    text,
    'the seat count is wrong after we merged workspaces',
    'why do we have more seats than people',
  ].map((text): Example => ({ text, category: 'billing' }));
  const taught = (examples: readonly Example[]) => {
    const sorter = sorterOf(CATEGORIES, learnt, teach(CATEGORIES, examples, learnt));
    return (text: string) => sortMessage(readWords(text), { ...handbook, sorter });
  };

  it('is followed in messages like it', () => {
    const sort = taught(corrections);
    expect(sort('seats do not match the people we have').category).toBe('billing');
    expect(sort(text).category).toBe('billing');
  });

  it('makes messages like it likelier, and changes nothing else', () => {
    const [before, after] = [taught([]), taught(corrections)];
    const share = (sort: typeof before, words: string) =>
      sort(words).candidates.find(({ category }) => category === 'billing')?.confidence ?? 0;
    expect(share(after, 'more seats than people')).toBeGreaterThan(
      share(before, 'more seats than people'),
    );
    for (const other of [
      'My parcel has not arrived',
      'I forgot my password',
      'The app crashes at start',
    ]) {
      expect(after(other).category).toBe(before(other).category);
    }
  });
});
