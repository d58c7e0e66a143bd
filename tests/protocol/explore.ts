import type { Guards } from './guards.ts';
import { brokenPromise, isAtRest } from './promises.ts';
import { steps } from './steps.ts';
import type { Step, World } from './world.ts';

/** Everything that can happen from one beginning. */
export interface Explored {
  /** The first is the beginning. */
  readonly states: readonly World[];
  /** From each state, what can happen and the number of the state it leads to. */
  readonly edges: readonly (readonly { readonly step: Step; readonly to: number }[])[];
  /** The promise that was broken, and the shortest way there. */
  readonly broken?: { readonly promise: string; readonly by: readonly string[] };
}

/** Breadth first, so that what breaks a promise is found by its shortest way. Stops there. */
export function explore(beginning: World, guards: Guards): Explored {
  const known = new Map<string, number>([[keyOf(beginning), 0]]);
  const states = [beginning];
  const cameBy: { step: Step; from: number }[] = [];
  const edges: { step: Step; to: number }[][] = [];

  const wayTo = (state: number): string[] => {
    const before = cameBy[state - 1];
    return before ? [...wayTo(before.from), words(before.step)] : [];
  };

  for (let from = 0; from < states.length; from++) {
    const now = states[from]!;
    const promise = brokenPromise(now, beginning);
    if (promise) return { states, edges, broken: { promise, by: wayTo(from) } };
    edges.push(
      steps(now, guards).flatMap((step) => {
        const key = keyOf(step.next);
        const seen = known.get(key);
        if (seen !== undefined) {
          return seen === from ? [] : [{ step: { ...step, next: states[seen]! }, to: seen }];
        }
        const to = states.push(step.next) - 1;
        known.set(key, to);
        cameBy.push({ step, from });
        return [{ step, to }];
      }),
    );
  }
  const stuck = neverAtRest(states, edges);
  if (stuck === undefined) return { states, edges };
  return { states, edges, broken: { promise: 'it can always come to rest', by: wayTo(stuck) } };
}

/** A state from which nothing leads to rest any more, however everybody tries. */
function neverAtRest(states: readonly World[], edges: Explored['edges']): number | undefined {
  const from: number[][] = states.map(() => []);
  edges.forEach((all, state) => {
    for (const { to } of all) from[to]!.push(state);
  });
  const good = new Set(states.keys().filter((state) => isAtRest(states[state]!)));
  for (const state of good) for (const before of from[state]!) good.add(before);
  return states.keys().find((state) => !good.has(state));
}

/** How many different orders of so many steps there are. */
export function interleavings({ states, edges }: Explored, length: number): number {
  let ways = new Float64Array(states.length);
  ways[0] = 1;
  for (let step = 0; step < length; step++) {
    const next = new Float64Array(states.length);
    edges.forEach((all, from) => {
      for (const { to } of all) next[to]! += ways[from]!;
    });
    ways = next;
  }
  return ways.reduce((sum, some) => sum + some, 0);
}

export function words({ by, do: what, of, how }: Step): string {
  return [by, what, of, how && `(${how})`].filter(Boolean).join(' ');
}

/** A state in few signs: JSON would take most of the time. */
function keyOf({
  outside,
  inbox,
  decided,
  conversation,
  timer,
  timers,
  workers,
  ...now
}: World): string {
  let key = `${outside}|${decided}|${now.arrived}|${now.outOfTurn}|${spell(conversation)}`;
  key += `|${timers.set},${timers.rang},${timers.cancelled}|${timer && spell(timer)}`;
  for (const one of inbox) key += `|${spell(one)}`;
  for (const one of now.effects) key += `|${spell(one)}`;
  for (const one of now.air) key += `|${spell(one)}`;
  return `${key}|${spell(workers.A)}|${spell(workers.B)}`;
}

function spell(part: object): string {
  let words = '';
  for (const value of Object.values(part)) {
    words += typeof value === 'object' ? `(${spell(value)})` : `${value},`;
  }
  return words;
}
