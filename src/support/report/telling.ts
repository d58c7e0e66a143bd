import type { Labels } from '../wording.ts';
import { MEASURE, MEASURES } from './measures.ts';
import { dateOf, sayDate, sayDates, sayZone, zoned } from './period/dates.ts';
import { capital } from './period/units.ts';
import type { Period, Question, Report } from './report.ts';
import { breakdownOf, HOW_TO_READ, type Names, sayKey } from './sheet/breakdown.ts';
import { chartsOf } from './sheet/charts.ts';
import { figuresOf, timesOf } from './sheet/figures.ts';
import { ENOUGH, TOO_FEW } from './sheet/numbers.ts';
import { partsOf } from './sheet/parts.ts';
import { waitingOf } from './sheet/waiting.ts';
import type { Cell, Part, Sheet } from './sheet.ts';

/**
 * A report as people read it: the headline figures, what was asked for, who waits, how it went, and whatever else there is to say.
 * What is empty is left out.
 * @param names how people are called, by their ids, as far as a door knows
 */
export function sheetOf(
  report: Report,
  labels: Labels,
  { names: people = new Map() }: { readonly names?: ReadonlyMap<string, string> } = {},
): Sheet {
  const names: Names = { labels, people };
  const { question } = report;
  const head = { title: titleOf(question), about: aboutOf(question, names, comparedWith(report)) };
  const nothing = isEmpty(report);
  if (nothing && report.waiting.count === 0) {
    return { ...head, parts: [{ is: 'note', text: nothingToTell(report.question) }] };
  }
  const [glance, ...others] = figuresOf(report);
  const parts: readonly (Part | undefined)[] = [
    glance,
    ...(nothing ? [note(nothingToTell(report.question))] : []),
    tabled(breakdownOf(report, names)),
    ...howToRead(report),
    tabled(waitingOf(report, names)),
    ...chartsOf(report).map((chart): Part => ({ is: 'chart', chart })),
    tabled(timesOf(report)),
    ...others,
    ...partsOf(report, names).map(tabled),
  ];
  const told = parts.filter((part) => part !== undefined);
  return { ...head, parts: told.some(tellsTooFew) ? [...told, note(WHY_TOO_FEW)] : told };
}

const WHY_TOO_FEW = `“${capital(TOO_FEW)}”: under ${ENOUGH}, a middle or a share would say nothing of the next customer.`;

function tellsTooFew(part: Part): boolean {
  if (part.is === 'figures') return part.figures.some(({ value }) => value === TOO_FEW);
  if (part.is !== 'table') return false;
  const cells = part.table.rows.flat().filter((cell) => typeof cell === 'string');
  return cells.some((cell) => cell.startsWith(TOO_FEW));
}

function howToRead({ question: { by }, groups = [] }: Report): Part[] {
  const text = by && groups.length > 0 ? HOW_TO_READ[by] : undefined;
  return text === undefined ? [] : [note(text)];
}

function note(text: string): Part {
  return { is: 'note', text };
}

function tabled(table: Extract<Part, { is: 'table' }>['table'] | undefined): Part | undefined {
  return table && { is: 'table', table };
}

/** Whether nothing happened, however it stands now. */
function isEmpty({ results }: Report): boolean {
  return MEASURES.every(
    (name) => MEASURE[name].how.is === 'standing' || (results[name]?.n ?? 0) === 0,
  );
}

/** What whoever reads it can do about it. */
function nothingToTell({ only }: Question): string {
  return Object.keys(only).length > 0
    ? 'Nothing of this kind happened in this time. Ask for a longer one, such as 30d, or leave out what narrows the report.'
    : 'Nothing happened in this time that a report could count. Ask for a longer one, such as 30d. Numbers stand here once customers have written where Warmline listens.';
}

function titleOf({ period, by }: Question): string {
  const title = capital(period.words.replace(/^the /, ''));
  return by === undefined ? title : `${title}, by ${by === 'hour' ? 'hour of the day' : by}`;
}

function comparedWith({ question: { before }, since }: Report): string {
  if (since === undefined) return `, compared with ${before.words}`;
  // It is the beginning of a day in UTC, wherever its reader is.
  const day = sayDate(dateOf(since, 'Etc/UTC'), 'short');
  return `, not compared with ${before.words}: numbers begin on ${day}`;
}

/** Its days; of what goes so long back from now, since when: "Since 19 Nov 2026, 10:00". */
function whenOf({ from, to, zone }: Period): string {
  const [begins, first] = [zoned(from, zone), dateOf(from, zone)];
  if (from === begins.startOfDay().epochMilliseconds) {
    return sayDates(first, dateOf(to - 1, zone), 'short');
  }
  const time = begins.toPlainTime().toString({ smallestUnit: 'minute' });
  return `Since ${sayDate(first, 'short')}, ${time}`;
}

/**
 * When exactly, and of what only.
 * @param compared with what, as it is said behind the dates
 */
export function aboutOf({ period, only }: Question, names: Names, compared = ''): Cell[] {
  const cells: Cell[] = [`${whenOf(period)} (${sayZone(period.zone)})${compared}`];
  for (const [filter, values] of Object.entries(only)) {
    const by = filter as keyof Question['only'];
    cells.push(` · only ${by === 'category' || by === 'urgency' ? '' : `${by} `}`);
    values.forEach((value, i) => {
      if (i > 0) cells.push(' or ');
      cells.push(sayKey(by, value, names));
    });
  }
  return cells;
}
