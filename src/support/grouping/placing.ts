import type { Heard } from './hearing.ts';
import { MANNERS, mannersOf, mannersOfNone } from './manners.ts';
import { sayWhy } from './reasons.ts';
import { isTeam, lookAround, type Placed, type Scene, type Talk } from './scene.ts';
import { type Tie, type Ties, tiesTo, tiesToNone } from './ties.ts';
import { WEIGHTS } from './weights.ts';

/** So many messages are looked back upon; more only to what the author, or whom it is said to, said last. */
const REACH = 60;

/** Where it is unsure, a message begins a conversation of its own: two are merged with one press. In logits. */
const CAUTION = 0.5;

/** What each tie weighs; other ones than those learnt are for measuring how well learning goes. */
export type Weights = Readonly<Record<Tie, number>>;

export interface Placement {
  /** Absent where the message begins one. */
  readonly conversation: string | undefined;
  /** How sure: 0 to 1. */
  readonly share: number;
  /** In words, none of them the customer's. */
  readonly because: string;
}

export interface Circumstances {
  /** A team answers customers here; otherwise all are alike. */
  readonly staffed: boolean;
  /** Milliseconds after which a conversation rests: only those who are named, and the team, go on with it. */
  readonly window: number;
}

/** Everywhere a message may belong, and what ties it there; beginning a conversation comes first. */
export interface Candidate {
  readonly conversation: string | undefined;
  readonly ties: Ties;
  readonly talk?: Talk;
}

/**
 * The conversation of a channel's stream that a message belongs to, as a reader who sees no further would say.
 * `stream` is what was said in the channel before, oldest first. The cost is bounded, however long it is.
 */
export function place(
  heard: Heard,
  stream: readonly Placed[],
  { staffed, window }: Circumstances,
  weights: Weights = WEIGHTS,
): Placement {
  const scene = lookAround(heard, withinReach(heard, stream));
  const scored = candidatesIn(scene, window).map((candidate) => {
    const weighed = weigh(candidate, scene, staffed, weights);
    return { conversation: candidate.conversation, weighed, score: sum(weighed) };
  });
  const most = Math.max(...scored.map(({ score }) => score));
  const { conversation, weighed } = scored.find(({ score }) => score === most)!;
  const all = scored.reduce((total, { score }) => total + Math.exp(score - most), 0);
  return { conversation, share: 1 / all, because: sayWhy(weighed) };
}

export function candidatesIn(scene: Scene, window = Number.POSITIVE_INFINITY): Candidate[] {
  return [
    { conversation: undefined, ties: tiesToNone(scene) },
    ...scene.talks
      .filter((talk) => isAwake(talk, scene, window))
      .map((talk) => ({ conversation: talk.conversation, ties: tiesTo(talk, scene), talk })),
  ];
}

/** The last messages, and before them the last of the author and of whom it is said to. */
export function withinReach(heard: Heard, stream: readonly Placed[]): Placed[] {
  const from = Math.max(0, stream.length - REACH);
  const near = stream.slice(from);
  const lastOf = (person: string | undefined) =>
    person === undefined || near.some(({ author }) => author === person)
      ? -1
      : stream.findLastIndex(({ author }) => author === person);
  const before = new Set([lastOf(heard.author), lastOf(heard.to)]);
  return [
    ...[...before]
      .filter((at) => at >= 0)
      .toSorted((a, b) => a - b)
      .map((at) => stream[at]!),
    ...near,
  ];
}

function isAwake(talk: Talk, { heard, stream }: Scene, window: number): boolean {
  if (heard.at - stream[talk.last]!.at <= window) return true;
  return isTeam(heard.role) || (heard.to !== undefined && talk.spoke.has(heard.to));
}

/** What everything that was found adds to or takes from a candidate's score. */
function weigh(
  { ties, talk }: Candidate,
  scene: Scene,
  staffed: boolean,
  weights: Weights,
): Record<string, number> {
  const manners = talk ? mannersOf(talk, scene, staffed) : mannersOfNone(scene, staffed);
  return {
    ...times(ties, weights),
    ...times(manners, MANNERS),
    ...(talk ? {} : { caution: CAUTION }),
  };
}

function times<Name extends string>(
  values: Readonly<Partial<Record<Name, number>>>,
  weights: Readonly<Record<Name, number>>,
): Record<string, number> {
  const weighed: Record<string, number> = {};
  for (const name in values) weighed[name] = values[name]! * weights[name];
  return weighed;
}

function sum(numbers: Readonly<Record<string, number>>): number {
  let total = 0;
  for (const name in numbers) total += numbers[name]!;
  return total;
}
