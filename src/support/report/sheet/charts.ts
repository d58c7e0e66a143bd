import type { Instant } from '../../conversation.ts';
import { zoned } from '../period/dates.ts';
import { capital } from '../period/units.ts';
import type { Period, Report, Result } from '../report.ts';
import type { Chart } from '../sheet.ts';
import { grouped, isTooFew, sayDuration } from './numbers.ts';

type Values = readonly (number | undefined)[];

const HOUR = 3_600_000;
/** Above so many seconds a picture counts hours. */
const IN_HOURS = 3 * 3600;

/** Pictures of how it went, where there is a course to see. */
export function chartsOf(report: Report): Chart[] {
  const charts = [volumeChart(report), firstReplyChart(report), hoursChart(report)];
  return charts.filter((chart) => chart !== undefined);
}

function volumeChart({ course, question, at }: Report): Chart | undefined {
  const opened = course.map(({ results }) => countOf(results.volume));
  const resolved = course.map(({ results }) => results.resolution?.n ?? 0);
  if (course.length < 2 || (sum(opened) === 0 && sum(resolved) === 0)) return undefined;
  const labels = labelsOf(course, question.period.zone);
  const whole = wholeSteps(course, Math.min(at, question.period.to));
  const series = [
    { name: 'opened', values: opened },
    { name: 'resolved', values: resolved },
  ].filter(({ values }) => sum(values) > 0);
  return {
    kind: 'bar',
    title: capital(series.map(({ name }) => name).join(' and ')),
    alt: series
      .map(({ name, values }) => `${capital(name)}: ${sayCounts(values, labels, whole)}`)
      .join(' '),
    unit: 'conversations',
    labels,
    series,
  };
}

/** Where fewer than two points rest on enough, there is no course to see. */
function firstReplyChart({ course, question }: Report): Chart | undefined {
  const spreads = course.map(({ results }) => {
    const result = results['first-reply'];
    return result?.unit === 'seconds' && !isTooFew(result) ? result : undefined;
  });
  const told = spreads.filter((one) => one !== undefined);
  if (told.length < 2) return undefined;
  const labels = labelsOf(course, question.period.zone);
  const inHours = Math.max(...told.map(({ p90 }) => p90)) > IN_HOURS;
  const scaled = (seconds: number | undefined) =>
    seconds === undefined ? undefined : Math.round(seconds / (inHours ? 360 : 6)) / 10;
  const medians = spreads.map((one) => one?.median);
  return {
    kind: 'line',
    title: 'First reply',
    alt: sayTimes(medians, labels),
    unit: inHours ? 'hours' : 'minutes',
    labels,
    series: [
      { name: 'median', values: medians.map(scaled) },
      { name: '9 of 10 within', values: spreads.map((one) => scaled(one?.p90)) },
    ],
  };
}

function hoursChart({ question, groups = [], at }: Report): Chart | undefined {
  if (question.by !== 'hour' || groups.length < 2) return undefined;
  const byHour = new Map(groups.map(({ key, results }) => [Number(key), countOf(results.volume)]));
  const values = Array.from({ length: 24 }, (_, hour) => byHour.get(hour) ?? 0);
  const labels = values.map((_, hour) => `${String(hour).padStart(2, '0')}:00`);
  if (sum(values) === 0) return undefined;
  const alt = `Opened by the hour of the day: ${sayCounts(values, labels, wholeHours(question.period, at))}`;
  return {
    kind: 'bar',
    title: 'Opened, by hour of the day',
    alt,
    unit: 'conversations',
    labels,
    series: [{ name: 'opened', values }],
  };
}

function countOf(result: Result | undefined): number {
  return result && result.unit !== 'seconds' ? (result.value ?? 0) : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** "214 in all, the most on 24 Nov (48), the fewest on 22 Nov (3)." What was no `whole` day had less time, and is not the fewest. */
function sayCounts(
  values: readonly number[],
  labels: readonly string[],
  whole: (i: number) => boolean,
): string {
  const most = values.indexOf(Math.max(...values));
  const least = values.indexOf(Math.min(...values.filter((_, i) => whole(i))));
  const all = `${grouped(sum(values))} in all`;
  if (values[most] === values[least]) return `${all}.`;
  const at = (i: number) => `${sayLabel(labels[i]!)} (${grouped(values[i]!)})`;
  const fewest = least < 0 ? '' : `, the fewest ${at(least)}`;
  return `${all}, the most ${at(most)}${fewest}.`;
}

/** Which steps were not cut off, by where the period begins or by now. Where the clocks are changed a day is a little shorter. */
function wholeSteps(course: Report['course'], end: Instant): (i: number) => boolean {
  const lengths = course.map(({ from }, i) => (course[i + 1]?.from ?? end) - from);
  const longest = Math.max(...lengths);
  return (i) => lengths[i]! > 0.9 * longest;
}

/** Which hours of the day the period has seen from their beginning to their end. */
function wholeHours({ from, to, zone }: Period, at: Instant): (hour: number) => boolean {
  const end = Math.min(at, to);
  if (end - from >= 24 * HOUR) return () => true;
  const [first, last] = [zoned(from, zone), zoned(end, zone)];
  const days = Number(!first.toPlainDate().equals(last.toPlainDate()));
  const least = first.hour + Number(first.minute > 0);
  const most = last.hour + 24 * days;
  return (hour) => [hour, hour + 24].some((one) => one >= least && one < most);
}

/** Where it began and ended, and what lay farthest apart. */
function sayTimes(values: Values, labels: readonly string[]): string {
  const told = values.flatMap((value, i) =>
    value === undefined ? [] : [{ value, at: labels[i]! }],
  );
  const [first, last] = [told[0]!, told.at(-1)!];
  const sorted = told.toSorted((a, b) => a.value - b.value);
  const say = ({ value, at }: (typeof told)[number]) => `${sayDuration(value)} ${sayLabel(at)}`;
  return `Median first reply: ${say(first)}, ${say(last)}; the shortest ${say(sorted[0]!)}, the longest ${say(sorted.at(-1)!)}.`;
}

/** "At 09:00", "on 24 Nov". */
function sayLabel(label: string): string {
  return `${label.includes(':') ? 'at' : 'on'} ${label}`;
}

/** Hours, days or weeks, as the course has them. */
function labelsOf(course: Report['course'], zone: string): string[] {
  const step = (course[1]?.from ?? 0) - (course[0]?.from ?? 0);
  return course.map(({ from }) => {
    const when = zoned(from, zone);
    if (step <= 2 * HOUR) return `${String(when.hour).padStart(2, '0')}:00`;
    return DAYS.format(Date.UTC(when.year, when.month - 1, when.day));
  });
}

const DAYS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
