import type { MeasureName } from './measures.ts';
import type { Breakdown, Group } from './report.ts';

/**
 * What a breakdown tells of each group. Of agents it is what customers met with, never how long somebody took over it: care has no
 * clock.
 */
const TOLD: Readonly<Record<Breakdown, readonly MeasureName[]>> = {
  category: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  agent: ['volume', 'first-reply', 'sla-met', 'one-touch', 'csat', 'praise'],
  channel: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  customer: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  language: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  urgency: ['volume', 'first-reply', 'resolution', 'sla-met', 'escalations'],
  template: ['drafts', 'csat', 'reopened'],
  hour: ['volume', 'first-reply', 'sla-met'],
};

/** What a breakdown tells of these groups: that of which any of them has some. */
export function toldOf(groups: readonly Group[], by: Breakdown): MeasureName[] {
  return TOLD[by].filter((name) => groups.some((group) => countIn(group, name) > 0));
}

/**
 * The largest first, of the same size by name and then by key, never by how quick somebody was; hours as they come in a day. All are
 * measured by the same: the first that is told of them.
 */
export function largestFirst(
  groups: readonly Group[],
  by: Breakdown,
  nameOf = ({ key }: Group) => key,
): Group[] {
  if (by === 'hour') return [...groups];
  const [size] = toldOf(groups, by);
  const sized = groups.map((group) => ({
    group,
    size: size ? countIn(group, size) : 0,
    name: nameOf(group),
  }));
  return sized
    .toSorted(
      (a, b) => b.size - a.size || compare(a.name, b.name) || compare(a.group.key, b.group.key),
    )
    .map(({ group }) => group);
}

function countIn({ results }: Group, name: MeasureName): number {
  return results[name]?.n ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
