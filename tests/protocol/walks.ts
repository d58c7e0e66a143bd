import { type Explored, words } from './explore.ts';
import { isAtRest } from './promises.ts';
import type { Step } from './world.ts';

type Edge = Explored['edges'][number][number];

/**
 * Ways from the beginning to rest on which every step that can follow another one does so at least once: each that is not covered
 * yet is gone to by the shortest way, then whatever is new, then the shortest way to rest.
 */
export function walks(explored: Explored): Step[][] {
  const { edges } = explored;
  const [there, home] = [waysThere(explored), waysHome(explored)];
  const covered = new Set<number>();
  const pair = pairs();
  const walk = (way: Edge[]): Step[] => {
    const goOn = (): Edge | undefined => {
      const last = way.at(-1)!;
      const fresh = edges[last.to]!.find((next) => !covered.has(pair(last, next)));
      return fresh ?? home[last.to];
    };
    way.slice(1).forEach((edge, i) => void covered.add(pair(way[i]!, edge)));
    for (let next = goOn(); next; next = goOn()) {
      covered.add(pair(way.at(-1)!, next));
      way.push(next);
    }
    return way.map(({ step }) => step);
  };
  return edges.flatMap((all, from) =>
    all.flatMap((edge) =>
      edges[edge.to]!.flatMap((next) =>
        covered.has(pair(edge, next)) ? [] : [walk([...there(from), edge, next])],
      ),
    ),
  );
}

/** Numbers what may follow upon what. The workers are alike: what B does after A is what A does after B. */
function pairs(): (one: Edge, other: Edge) => number {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const spelt = new Map<Step, readonly [asIs: number, swapped: number]>();
  const spell = ({ step }: Edge) => {
    const known = spelt.get(step);
    if (known) return known;
    const swapped = step.by === 'A' ? 'B' : step.by === 'B' ? 'A' : step.by;
    const both = [numberOf(words(step)), numberOf(words({ ...step, by: swapped }))] as const;
    spelt.set(step, both);
    return both;
  };
  return (one, other) => {
    const first = [one, other].find(({ step }) => step.by === 'A' || step.by === 'B');
    const side = first?.step.by === 'B' ? 1 : 0;
    return spell(one)[side] * 1_000 + spell(other)[side];
  };
}

/** The shortest way from the beginning to each state. */
function waysThere({ edges, states }: Explored): (state: number) => Edge[] {
  const cameBy: ({ from: number; edge: Edge } | undefined)[] = states.map(() => undefined);
  edges.forEach((all, from) => {
    for (const edge of all) if (edge.to > 0) cameBy[edge.to] ??= { from, edge };
  });
  const there = (state: number): Edge[] => {
    const came = cameBy[state];
    return came ? [...there(came.from), came.edge] : [];
  };
  return there;
}

/** From each state the first step of the shortest way to rest. */
function waysHome({ edges, states }: Explored): (Edge | undefined)[] {
  const from: { state: number; edge: Edge }[][] = states.map(() => []);
  edges.forEach((all, state) => {
    for (const edge of all) from[edge.to]!.push({ state, edge });
  });
  const home: (Edge | undefined)[] = states.map(() => undefined);
  const reached = new Set(states.keys().filter((state) => isAtRest(states[state]!)));
  for (const state of reached) {
    for (const before of from[state]!) {
      if (reached.has(before.state)) continue;
      home[before.state] = before.edge;
      reached.add(before.state);
    }
  }
  return home;
}
