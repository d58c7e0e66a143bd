import type { DraftOutcome, Fact } from './facts.ts';
import { TEMPLATE_SEPARATOR } from './reply/wording.ts';
import type { Usage } from './reply/writing.ts';

/** Drafts on which somebody of the team decided, and those of them that were good as they were: acceptance, wherever it is told. */
export const DECIDED = ['as-it-was', 'edited', 'replaced'] as const satisfies DraftOutcome[];
export const ACCEPTED = ['as-it-was'] as const satisfies DraftOutcome[];

/** What became of some drafts. */
export interface DraftTally {
  /** Each settled draft counts once: their sum is `settled`. */
  readonly outcomes: Readonly<Record<DraftOutcome, number>>;
  readonly settled: number;
  /**
   * The share that was sent as it was, 0 to 1, of those on which somebody of the team decided: sent as it was, edited and sent, or
   * replaced. Those that the customer overtook or that a model bettered were nobody's decision and are not in the denominator.
   * Undefined where nobody decided on any.
   */
  readonly accepted: number | undefined;
  /** Of those that were edited, the mean share of words that was kept, 0 to 1 (`shareKept`). */
  readonly kept: number | undefined;
}

/** What became of all drafts that were settled in a period, and what a model took. */
export interface DraftMeasure extends DraftTally {
  /** By the id of each wording they were put together from, or `model`: a draft counts for each of its wordings. */
  readonly byTemplate: ReadonlyMap<string, DraftTally>;
  readonly byCategory: ReadonlyMap<string, DraftTally>;
  readonly byLanguage: ReadonlyMap<string, DraftTally>;
  readonly byWriter: Readonly<Record<'handbook' | 'model', DraftTally>>;
  /** `conversations`: in which a model was asked. Money in the currency of the policy's prices. */
  readonly model: Usage & { readonly conversations: number; readonly money: number };
}

/** The facts that tell it. */
export const DRAFT_FACTS = ['draft-settled', 'model-used'] as const satisfies Fact['type'][];

type Settled = Extract<Fact, { type: 'draft-settled' }>;

/** Counts what became of drafts among these facts, whichever order they are in. */
export function measureDrafts(facts: readonly Fact[]): DraftMeasure {
  const settled = facts.filter((fact) => fact.type === 'draft-settled');
  const used = facts.filter((fact) => fact.type === 'model-used');
  const sum = (key: 'input' | 'cached' | 'output' | 'money') =>
    used.reduce((all, fact) => all + fact[key], 0);
  return {
    ...tally(settled),
    byTemplate: by(settled, ({ template }) => template.split(TEMPLATE_SEPARATOR)),
    byCategory: by(settled, ({ category }) => [category]),
    byLanguage: by(settled, ({ language }) => [language]),
    byWriter: {
      handbook: tally(settled.filter(({ byModel }) => !byModel)),
      model: tally(settled.filter(({ byModel }) => byModel)),
    },
    model: {
      conversations: new Set(used.map(({ conversation }) => conversation)).size,
      input: sum('input'),
      cached: sum('cached'),
      output: sum('output'),
      money: sum('money'),
    },
  };
}

function by(
  settled: readonly Settled[],
  keys: (fact: Settled) => readonly string[],
): ReadonlyMap<string, DraftTally> {
  const groups = new Map<string, Settled[]>();
  for (const fact of settled) {
    for (const key of new Set(keys(fact))) {
      const group = groups.get(key);
      if (group) group.push(fact);
      else groups.set(key, [fact]);
    }
  }
  return new Map([...groups].map(([key, some]) => [key, tally(some)]));
}

function tally(settled: readonly Settled[]): DraftTally {
  const outcomes = { 'as-it-was': 0, edited: 0, replaced: 0, ignored: 0, bettered: 0 };
  let kept = 0;
  for (const fact of settled) {
    outcomes[fact.outcome]++;
    kept += fact.kept ?? 0;
  }
  const { edited } = outcomes;
  const counted = (some: readonly DraftOutcome[]) =>
    some.reduce((sum, outcome) => sum + outcomes[outcome], 0);
  const decided = counted(DECIDED);
  return {
    outcomes,
    settled: settled.length,
    accepted: decided === 0 ? undefined : counted(ACCEPTED) / decided,
    kept: edited === 0 ? undefined : kept / edited,
  };
}
