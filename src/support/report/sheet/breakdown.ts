import { categoryLabel, type Labels, sayUrgency } from '../../wording.ts';
import { sayLanguage } from '../languages.ts';
import { largestFirst, toldOf } from '../largest-first.ts';
import { MEASURE } from '../measures.ts';
import { capital } from '../period/units.ts';
import type { Breakdown, Group, Report, Result } from '../report.ts';
import type { Cell, Table } from '../sheet.ts';
import { sayN, sayResult } from './numbers.ts';

export interface Names {
  readonly labels: Labels;
  /** How people are called, by their ids. */
  readonly people: ReadonlyMap<string, string>;
}

const MOST_GROUPS = 15;

/** What whoever reads such a breakdown would ask first. */
export const HOW_TO_READ: Readonly<Partial<Record<Breakdown, string>>> = {
  agent: 'In the order of how much each had, not of speed: good care takes the time it takes.',
  category:
    'Each number stands under what a conversation was taken for when it happened, or was set to by hand since.',
  urgency:
    'Each number stands under the urgency of that moment, or what was set by hand since: what came as P3 may be answered as P2.',
  hour: 'Each number stands at the hour in which it happened: a first reply at 09:00 may answer what was written at night.',
};

/**
 * A line for each group, the largest first; of hours those that tell anything, in the order of the day. Agents stand in the order of
 * how much they did, and then of their names: never of speed.
 */
export function breakdownOf(report: Report, names: Names): Table | undefined {
  const { by } = report.question;
  const { groups } = report;
  if (by === undefined || groups === undefined || groups.length === 0) return undefined;
  const measures = toldOf(groups, by);
  const called = ({ key }: Group) => (by === 'agent' ? names.people.get(key) : undefined) ?? key;
  const told = largestFirst(groups, by, called).filter(({ results }) =>
    measures.some((name) => results[name]?.n),
  );
  const shown = by === 'hour' ? told : told.slice(0, MOST_GROUPS);
  return {
    title: `By ${by === 'hour' ? 'hour of the day' : by}`,
    columns: [
      { title: capital(by), numbers: false },
      ...measures.map((name) => ({ title: MEASURE[name].title, numbers: true })),
    ],
    rows: shown.map(({ key, results }) => [
      sayKey(by, key, names),
      ...measures.map((name) => sayCell(results[name], MEASURE[name].unit)),
    ]),
    more: told.length - shown.length,
  };
}

/** Of what is counted, none is a number; of what is measured there is nothing to tell then. */
function sayCell(result: Result | undefined, unit: Result['unit']): string {
  if (!result || result.n === 0) return unit === 'count' ? '0' : '';
  if (result.unit === 'count') return sayResult(result);
  return `${sayResult(result)} (${sayN(result)})`;
}

/** What a group is called. */
export function sayKey(by: Breakdown, key: string, { labels, people }: Names): Cell {
  switch (by) {
    case 'agent':
      return key === '' ? 'nobody’s' : { is: 'person', id: key, name: people.get(key) ?? '' };
    case 'customer':
      return { is: 'person', id: key, name: people.get(key) ?? '' };
    case 'channel':
      return { is: 'channel', id: key };
    case 'category':
      return categoryLabel(key, labels);
    case 'language':
      return key === '' ? 'not told' : sayLanguage(key);
    case 'urgency':
      return isUrgency(key) ? sayUrgency(key) : 'not told';
    case 'template':
      return key === '' ? 'without a wording' : key;
    case 'hour':
      return `${key.padStart(2, '0')}:00`;
    default:
      return by satisfies never;
  }
}

function isUrgency(key: string): key is 'p1' | 'p2' | 'p3' | 'p4' {
  return /^p[1-4]$/.test(key);
}
