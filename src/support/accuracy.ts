import type { Fact } from './facts.ts';

/** How often agents set the triage right. */
export interface Accuracy {
  /** Of whatever field. */
  readonly corrections: number;
  /** In how many conversations. */
  readonly conversations: number;
  /** Conversations that were opened and count as volume, and those among them whose category stands as it was read. */
  readonly opened: number;
  readonly right: number;
}

/** The facts that tell it. */
export const ACCURACY_FACTS = [
  'opened',
  'corrected',
  'set-aside',
  'withdrawn',
  'merged',
  'brought-back',
] as const satisfies readonly Fact['type'][];

/** By these a conversation is no volume, until it is brought back. */
const OUT: ReadonlySet<Fact['type']> = new Set(['set-aside', 'withdrawn', 'merged']);

/**
 * Counts the corrections among these facts, which are in order of time. A category that was corrected, and back again,
 * was right; one that nobody corrected is taken for right. It is the measure `triage-accuracy` of reports, of facts that are at hand.
 */
export function measureAccuracy(facts: readonly Fact[]): Accuracy {
  const opened = new Set<string>();
  const out = new Set<string>();
  const read = new Map<string, string>();
  const stands = new Map<string, string>();
  const corrected = new Set<string>();
  let corrections = 0;
  for (const fact of facts) {
    if (fact.type === 'opened') opened.add(fact.conversation);
    if (fact.type === 'brought-back') out.delete(fact.conversation);
    else if (OUT.has(fact.type)) out.add(fact.conversation);
    if (fact.type !== 'corrected') continue;
    corrections++;
    corrected.add(fact.conversation);
    if (fact.field !== 'category') continue;
    if (!read.has(fact.conversation)) read.set(fact.conversation, fact.from);
    stands.set(fact.conversation, fact.to);
  }
  const counted = [...opened].filter((id) => !out.has(id));
  const wrong = counted.filter((id) => stands.get(id) !== read.get(id));
  return {
    corrections,
    conversations: corrected.size,
    opened: counted.length,
    right: counted.length - wrong.length,
  };
}
