import type { Conversation } from '../../conversation.ts';
import { categoryLabel, type Labels, sayUrgency } from '../../wording.ts';
import { sayLanguage } from '../asking/languages.ts';
import { MEASURE, type MeasureName } from '../measures.ts';
import { capital } from '../period/units.ts';
import type { Breakdown, Group, Report, Result } from '../report.ts';
import type { Cell, Table } from '../sheet.ts';
import { grouped, sayDuration, sayN, sayResult, sayShare } from './numbers.ts';
import { PARTS } from './readings.ts';

export interface Names {
  readonly labels: Labels;
  /** How people are called, by their ids. */
  readonly people: ReadonlyMap<string, string>;
}

const MOST_GROUPS = 15;
const MOST_WAITING = 5;
const MOST_PARTS = 8;
/** Letters of what a customer wrote. */
const EXCERPT = 40;
/** Letters of a reason, an outcome, or a question that no article answers. */
const LONGEST_PART = 80;

/** Who waits now, the longest first. */
export function waitingOf({ at, waiting }: Report, { labels, people }: Names): Table | undefined {
  if (waiting.count === 0) return undefined;
  const shown = waiting.first.slice(0, MOST_WAITING);
  const columns = [
    { title: 'Customer', numbers: false },
    { title: 'Waits', numbers: true },
    { title: 'About', numbers: false },
    { title: 'Whose', numbers: false },
  ];
  const rows = shown.map((one): Cell[] => {
    const { triage, owner, waitingSince = at } = one;
    return [
      { is: 'conversation', id: one.id, text: sayConversation(one) },
      sayDuration((at - waitingSince) / 1000),
      triage ? `${categoryLabel(triage.category, labels)}, ${sayUrgency(triage.urgency)}` : '',
      owner
        ? { is: 'person', id: owner.id, name: owner.name || (people.get(owner.id) ?? '') }
        : 'nobody’s yet',
    ];
  });
  const title = 'Who waits now, the longest first';
  return { title, columns, rows, more: waiting.count - shown.length };
}

/** Who, and the beginning of what they wrote first. */
function sayConversation({ customer, messages }: Conversation): string {
  const first = messages.find(({ author, deleted }) => author.role === 'customer' && !deleted);
  const words = [
    ...(first?.text ?? '')
      .slice(0, EXCERPT * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  const cut = words.length > EXCERPT ? `${words.slice(0, EXCERPT - 1).join('')}…` : words.join('');
  const who = customer.name.trim() || 'A customer';
  return cut === '' ? who : `${who}: ${cut}`;
}

/**
 * What a breakdown tells of each group. Of agents it is what customers met with, never how long somebody took over it: care has no
 * clock.
 */
const COLUMNS: Readonly<Record<Breakdown, readonly MeasureName[]>> = {
  category: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  agent: ['volume', 'first-reply', 'sla-met', 'one-touch', 'csat', 'praise'],
  channel: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  customer: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  language: ['volume', 'first-reply', 'resolution', 'sla-met', 'csat'],
  urgency: ['volume', 'first-reply', 'resolution', 'sla-met', 'escalations'],
  template: ['drafts', 'csat', 'reopened'],
  hour: ['volume', 'first-reply', 'sla-met'],
};

/** A line for each group. Agents stand in the order of how much they did, and then of their names: never of speed. */
export function breakdownOf(report: Report, names: Names): Table | undefined {
  const { by } = report.question;
  const { groups } = report;
  if (by === undefined || groups === undefined || groups.length === 0) return undefined;
  const measures = COLUMNS[by].filter((name) =>
    groups.some(({ results }) => (results[name]?.n ?? 0) > 0),
  );
  const ordered = by === 'agent' ? byVolumeThenName(groups, names) : groups;
  const shown = by === 'hour' ? ordered : ordered.slice(0, MOST_GROUPS);
  return {
    title: `By ${by === 'hour' ? 'hour of the day' : by}`,
    columns: [
      { title: capital(by), numbers: false },
      ...measures.map((name) => ({ title: MEASURE[name].title, numbers: true })),
    ],
    rows: shown.map(({ key, results }) => [
      sayKey(by, key, names),
      ...measures.map((name) => sayCell(results[name])),
    ]),
    more: groups.length - shown.length,
  };
}

function sayCell(result: Result | undefined): string {
  if (!result || result.n === 0) return '';
  if (result.unit === 'count') return sayResult(result);
  return `${sayResult(result)} (${sayN(result)})`;
}

function byVolumeThenName(groups: readonly Group[], { people }: Names): Group[] {
  const volume = ({ results }: Group) => results.volume?.n ?? 0;
  const name = ({ key }: Group) => people.get(key) ?? key;
  return groups.toSorted((a, b) => volume(b) - volume(a) || (name(a) < name(b) ? -1 : 1));
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

/** Reasons and outcomes, the most first. */
export function partsOf({ results }: Report, names: Names): Table[] {
  return PARTS.flatMap(({ measure, title, people }) => {
    const result = results[measure];
    const parts = result && 'parts' in result ? (result.parts ?? []) : [];
    const some = parts.filter(({ n }) => n > 0);
    if (some.length === 0) return [];
    const all = some.reduce((sum, { n }) => sum + n, 0);
    const shown = some.slice(0, MOST_PARTS);
    const columns = [
      { title: '', numbers: false },
      { title: 'n', numbers: true },
      { title: 'Share', numbers: true },
    ];
    const rows = shown.map(({ name, n }): Cell[] => [
      people ? sayKey('customer', name, names) : sayPart(name),
      grouped(n),
      sayShare(n / all),
    ]);
    return [{ title, columns, rows, more: some.length - shown.length }];
  });
}

/** `as-it-was` reads "As it was"; a customer's question is cut. */
function sayPart(name: string): string {
  const words = /^[a-z-]+$/.test(name) ? name.replaceAll('-', ' ').trim() : name;
  return capital(cut(words, LONGEST_PART)) || 'Not told';
}

function cut(words: string, most: number): string {
  const letters = [
    ...words
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
