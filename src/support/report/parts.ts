import type { Parts, Said } from './measure.ts';

type Say = (parts: Parts) => Said;

/** How many there are. With parts where they are of several kinds. */
export function counted(parts: Parts): Said {
  const n = sum(parts.values());
  const kinds = listed(parts).filter(({ name }) => name !== '');
  return { n, value: n, ...(kinds.length > 0 ? { parts: kinds } : {}) };
}

/** How many kinds there are, each with how often. */
export function distinct(parts: Parts): Said {
  const list = listed(parts);
  return { n: sum(parts.values()), value: list.length, parts: list };
}

/** The share of some kinds among others; among all where none are named. */
export function shareOf(good: readonly string[], among?: readonly string[]): Say {
  return (parts) => {
    const n = sum(among ? among.map((name) => parts.get(name) ?? 0) : parts.values());
    const some = sum(good.map((name) => parts.get(name) ?? 0));
    return { n, value: n === 0 ? undefined : some / n, parts: listed(parts) };
  };
}

/** The mean of parts that are numbers; others stand beside it. */
export function meanScore(parts: Parts): Said {
  const scores = scoresIn(parts);
  const n = sum(scores.map(([, count]) => count));
  const total = sum(scores.map(([score, count]) => score * count));
  return { n, value: n === 0 ? undefined : total / n, parts: listed(parts) };
}

/** The share of parts that are numbers from `least` on, among those that are. */
export function shareFrom(least: number): Say {
  return (parts) => {
    const scores = scoresIn(parts);
    const n = sum(scores.map(([, count]) => count));
    const good = sum(scores.map(([score, count]) => (score >= least ? count : 0)));
    return { n, value: n === 0 ? undefined : good / n, parts: listed(parts) };
  };
}

/** Promoters less detractors, in hundredths of all (Reichheld, "The One Number You Need to Grow", 2003): −100 to 100. */
export function netPromoters(parts: Parts): Said {
  const groups = new Map<string, number>();
  for (const [score, count] of scoresIn(parts)) {
    const name = score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors';
    groups.set(name, (groups.get(name) ?? 0) + count);
  }
  const n = sum(groups.values());
  const net = (groups.get('promoters') ?? 0) - (groups.get('detractors') ?? 0);
  const apart = [...parts].filter(([name]) => Number.isNaN(Number(name)));
  const value = n === 0 ? undefined : (100 * net) / n;
  return { n, value, parts: listed(new Map([...groups, ...apart])) };
}

/** What parts add up to, beside how often. */
export function summed(times: string): Say {
  return (parts) => {
    const sums = new Map([...parts].filter(([name]) => name !== times));
    const list = listed(sums);
    const value = sum(sums.values());
    return { n: parts.get(times) ?? 0, value, ...(list.length > 1 ? { parts: list } : {}) };
  };
}

function scoresIn(parts: Parts): (readonly [score: number, count: number])[] {
  return [...parts].flatMap(([name, count]) => {
    const score = Number(name);
    return name === '' || Number.isNaN(score) ? [] : [[score, count] as const];
  });
}

/** The most first. */
function listed(parts: Parts): { readonly name: string; readonly n: number }[] {
  return [...parts]
    .filter(([, n]) => n !== 0)
    .map(([name, n]) => ({ name, n }))
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
}
