import type { Instant } from '../conversation.ts';
import type { Behind, BehindQuestion } from './behind.ts';
import { MEASURE, MEASURES } from './measures.ts';
import type { Period, Report, Result, Results, Spread } from './report.ts';

/**
 * A report for other programs: `{period:{from,to},measures:{…}}`, each measure by its name as `{n, unit, median, p90, mean}` in
 * seconds with `business` where both clocks apply, or `{n, unit, value}`; null where it rests on nothing. Instants are of ISO 8601, to
 * the second.
 */
export function reportJson(report: Report): object {
  const { question, results, before, groups, furtherGroups, waiting, since } = report;
  return {
    period: ofPeriod(question.period),
    measures: { ...NOTHING, ...ofResults(results) },
    before: { period: ofPeriod(question.before), measures: ofResults(before) },
    ...(since !== undefined && { since: ofInstant(since) }),
    ...(Object.keys(question.only).length > 0 && { only: question.only }),
    ...(question.by && {
      by: question.by,
      groups: (groups ?? []).map(({ key, results }) => ({ key, measures: ofResults(results) })),
      ...(furtherGroups ? { furtherGroups } : {}),
    }),
    waiting: {
      count: waiting.count,
      first: waiting.first.map(({ id, waitingSince }) => ({
        conversation: id,
        since: waitingSince === undefined ? null : ofInstant(waitingSince),
      })),
    },
    at: ofInstant(report.at),
  };
}

/** What no fact told: a measure is there, whether or not anything happened. */
const NOTHING = Object.fromEntries(
  MEASURES.map((name) => {
    const { unit } = MEASURE[name];
    const nothing = unit === 'seconds' ? { median: null, p90: null, mean: null } : { value: null };
    return [name, { n: 0, unit, ...nothing }];
  }),
);

/** The conversations behind a number, for other programs: instants and seconds of what counted. */
export function behindJson(
  { question, measure }: BehindQuestion,
  { first, count }: Behind,
): object {
  return {
    period: ofPeriod(question.period),
    ...(Object.keys(question.only).length > 0 && { only: question.only }),
    measure,
    count,
    conversations: first.map(({ at, seconds, part, conversation }) => ({
      conversation,
      at: ofInstant(at),
      ...(seconds !== undefined && { seconds: number(seconds) }),
      ...(part !== '' && { part }),
    })),
  };
}

function ofPeriod({ from, to, zone, words }: Period): object {
  return { from: ofInstant(from), to: ofInstant(to), zone, words };
}

function ofInstant(at: Instant): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

function ofResults(results: Results): object {
  return Object.fromEntries(
    MEASURES.flatMap((name) => {
      const result = results[name];
      return result ? [[name, ofResult(result)]] : [];
    }),
  );
}

function ofResult(result: Result): object {
  const { n, unit } = result;
  if (result.unit === 'seconds') {
    const { business } = result;
    return { n, unit, ...ofSpread(result), ...(business && { business: ofSpread(business) }) };
  }
  return { n, unit, value: number(result.value), ...(result.parts && { parts: result.parts }) };
}

function ofSpread({ median, p90, mean }: Spread): object {
  return { median: number(median), p90: number(p90), mean: number(mean) };
}

/** To a thousandth: more is noise of the machine. JSON knows no number that is none. */
function number(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Math.round(value * 1000) / 1000;
}
