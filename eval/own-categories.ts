import { loadLearnt } from '../src/learnt/learnt.ts';
import type { Example } from '../src/support/sorting/examples.ts';
import { type Learnt, sorterOf, teach } from '../src/support/sorting/fit.ts';
import { OTHER } from '../src/support/sorting/sorter.ts';
import { sortMessage } from '../src/support/triage/category.ts';
import { readWords } from '../src/support/triage/words.ts';
import type { Figure } from './figure.ts';
import { auroc, recallAtFalseAlarms, share, shuffled } from './scores.ts';
import type { Data, Row } from './sets.ts';

/** How often examples are drawn anew; of many examples a draw changes little. */
const DRAWS: Readonly<Record<number, number>> = { 5: 3, 10: 2, 20: 2 };
/** Of "all", so many of ten parts are measured, each by what is learnt from the nine others. */
const PARTS_MEASURED = 2;

const GOALS: Readonly<
  Record<string, Readonly<Record<string, readonly [floor: number, aim: number]>>>
> = {
  banking77: { 5: [0.63, 0.66], 10: [0.74, 0.77], 20: [0.815, 0.84], all: [0.915, 0.93] },
  clinc150: { 5: [0.74, 0.77], 10: [0.815, 0.84], 20: [0.87, 0.89], all: [0.925, 0.94] },
};

/**
 * Plain linear models on words and pieces reach 88.6 here: the half has 6,000 rows to learn from where the whole has 10,000.
 */
const OUT_OF_REACH: Readonly<Record<string, Pick<Figure, 'outOfReach'>>> = {
  banking77: { outOfReach: { because: 'only 6,000 of 10,000 rows to learn from', held: 0.89 } },
};

/**
 * A team's own categories, from a few examples of each: how often a further message is put where people put it ("other" is
 * wrong here), and how well messages that fit none are told apart. The word vectors were learnt without these two sets.
 */
export async function measureOwnCategories(data: Data): Promise<Figure[]> {
  const learnt = await loadLearnt();
  return [
    ...['banking77', 'clinc150'].flatMap((set) => [
      ...[5, 10, 20].map((shots) => measureFew(data, set, shots, learnt)),
      measureAll(data, set, learnt),
    ]),
    ...measureOutside(data, learnt),
  ];
}

const inScope = (row: Row) => row.label !== 'oos';

function measureFew(data: Data, set: string, shots: number, learnt: Learnt): Figure {
  const rows = data.rows(set).filter(inScope);
  const test = rows.filter((row) => row['orig_split'] === 'test');
  const draws = Array.from({ length: DRAWS[shots] ?? 1 }, (_, seed) => {
    const sort = sorterFrom(draw(rows, shots, seed + 1), learnt);
    return share(test, (row) => sort(row.text).category === row.label);
  });
  const [floor, aim] = GOALS[set]![shots]!;
  const value = draws.reduce((a, b) => a + b, 0) / draws.length;
  return { set, what: `own categories, ${shots} examples each`, value, n: test.length, floor, aim };
}

function measureAll(data: Data, set: string, learnt: Learnt): Figure {
  const rows = shuffled(data.rows(set).filter(inScope), 1);
  const [floor, aim] = GOALS[set]!['all']!;
  const right = Array.from({ length: PARTS_MEASURED }, (_, part) => {
    const sort = sorterFrom(rows.filter((_, i) => i % 10 !== part).map(asExample), learnt);
    const test = rows.filter((_, i) => i % 10 === part);
    return test.map((row) => sort(row.text).category === row.label);
  }).flat();
  const value = share(right, (one) => one);
  return {
    set,
    what: 'own categories, all (nine tenths)',
    value,
    n: right.length,
    floor,
    aim,
    ...OUT_OF_REACH[set],
  };
}

/** Messages that fit none of 150 categories: without a single example of such, and with a hundred. */
function measureOutside(data: Data, learnt: Learnt): Figure[] {
  const set = 'clinc150';
  const rows = data.rows(set);
  const test = rows.filter(({ orig_split }) => orig_split === 'test' || orig_split === 'oos_test');
  const strangers = rows.filter(
    ({ orig_split }) => orig_split === 'oos_train' || orig_split === 'oos_val',
  );
  const examples = draw(rows.filter(inScope), 20, 1);
  const others = strangers.map(({ text }) => ({ text, category: OTHER }));
  return [
    {
      how: '20 examples each',
      sort: sorterFrom(examples, learnt),
      floors: [0.945, 0.73],
      aims: [0.96, 0.8],
    },
    {
      how: `and ${others.length} of "other"`,
      sort: sorterFrom([...examples, ...others], learnt),
      floors: [0.945, 0.73],
      aims: [0.96, 0.8],
    },
  ].flatMap(({ how, sort, floors, aims }) => {
    const scored = test.map((row) => {
      const other = sort(row.text).candidates.find(({ category }) => category === OTHER);
      return { right: !inScope(row), score: other?.confidence ?? 0 };
    });
    const about = { set, n: scored.length };
    return [
      {
        ...about,
        what: `out of scope, ${how}: AUROC`,
        value: auroc(scored),
        floor: floors[0]!,
        aim: aims[0]!,
      },
      {
        ...about,
        what: `out of scope, ${how}: recall at 5 % false rejection`,
        value: recallAtFalseAlarms(scored, 0.05),
        floor: floors[1]!,
        aim: aims[1]!,
      },
    ];
  });
}

/** So many examples of each label from the set's training part. */
function draw(rows: readonly Row[], shots: number, seed: number): Example[] {
  const training = shuffled(
    rows.filter((row) => row['orig_split'] === 'train'),
    seed,
  );
  const groups = Map.groupBy(training, ({ label }) => String(label));
  return [...groups.values()].flatMap((group) => group.slice(0, shots).map(asExample));
}

function asExample({ text, label }: Row): Example {
  return { text, category: String(label) };
}

function sorterFrom(examples: readonly Example[], learnt: Learnt) {
  const names = [...new Set(examples.map(({ category }) => category))];
  const sorter = sorterOf(names, learnt, teach(names, examples, learnt));
  return (text: string) => sortMessage(readWords(text), { categories: [], sorter });
}
