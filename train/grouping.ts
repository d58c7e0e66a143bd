import { shuffled } from '../eval/scores.ts';
import type { Stream } from '../eval/streams.ts';
import { hear, peopleIn } from '../src/support/grouping/hearing.ts';
import { candidatesIn, type Weights, withinReach } from '../src/support/grouping/placing.ts';
import { lookAround, type Placed } from '../src/support/grouping/scene.ts';
import { TIES, type Tie, type Ties } from '../src/support/grouping/ties.ts';

/** Where one message could belong, and which of that is right. */
interface Example {
  readonly candidates: readonly Ties[];
  readonly right: number;
}

const ROUNDS = 10;
const STEP = 0.3;
/** Keeps weights small that few messages speak for. */
const SHRINK = 0.002;

/** What each message of a stream could belong to, everything before it being where people put it. */
export function examplesOf({ messages }: Stream): Example[] {
  const stream: Placed[] = [];
  return messages.map(({ said, right }) => {
    const heard = hear(said, peopleIn(stream));
    const candidates = candidatesIn(lookAround(heard, withinReach(heard, stream)));
    stream.push({ ...heard, conversation: right });
    const at = candidates.findIndex(({ conversation }) => conversation === right);
    return { candidates: candidates.map(({ ties }) => ties), right: Math.max(0, at) };
  });
}

/**
 * Weights under which what is right scores highest: a multinomial logistic regression over each message's candidates, by
 * AdaGrad; the weights of the second half of the rounds are averaged. The same examples give the same weights.
 */
export function learn(examples: readonly Example[]): Weights {
  const weights = zeros();
  const slopes = zeros(1e-8);
  const sums = zeros();
  for (let round = 0; round < ROUNDS; round++) {
    for (const example of shuffled(examples, round)) {
      for (const [tie, slope] of gradientOf(example, weights)) {
        const pulled = slope + SHRINK * weights[tie];
        slopes[tie] += pulled * pulled;
        weights[tie] -= (STEP * pulled) / Math.sqrt(slopes[tie]);
      }
    }
    if (round >= ROUNDS / 2) for (const tie of TIES) sums[tie] += weights[tie];
  }
  return forEachTie((tie) => sums[tie] / Math.ceil(ROUNDS / 2));
}

function gradientOf({ candidates, right }: Example, weights: Weights): Map<Tie, number> {
  const scores = candidates.map((ties) =>
    entriesOf(ties).reduce((sum, [tie, value]) => sum + weights[tie] * value, 0),
  );
  const most = Math.max(...scores);
  const all = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
  const gradient = new Map<Tie, number>();
  candidates.forEach((ties, i) => {
    const off = Math.exp(scores[i]! - most) / all - (i === right ? 1 : 0);
    for (const [tie, value] of entriesOf(ties)) {
      if (value !== 0) gradient.set(tie, (gradient.get(tie) ?? 0) + off * value);
    }
  });
  return gradient;
}

function zeros(value = 0): Record<Tie, number> {
  return forEachTie(() => value);
}

function forEachTie(value: (tie: Tie) => number): Record<Tie, number> {
  return Object.fromEntries(TIES.map((tie) => [tie, value(tie)])) as Record<Tie, number>;
}

function entriesOf(ties: Ties): [Tie, number][] {
  return Object.entries(ties) as [Tie, number][];
}

/** The source of `src/support/grouping/weights.ts`. */
export function sayWeights(weights: Weights): string {
  const lines = TIES.map((tie) => `  ${tie}: ${weights[tie].toFixed(2)},`);
  return `import type { Tie } from './ties.ts';

/**
 * What each tie weighs, in logits: learnt by \`npm run train\` from the conversations that people marked in public help
 * channels (Kummerfeld et al., "A Large-Scale Corpus for Conversation Disentanglement", ACL 2019; CC BY 4.0).
 */
export const WEIGHTS: Readonly<Record<Tie, number>> = {
${lines.join('\n')}
};
`;
}
