import type { Calendar, Policy } from '../handbook.ts';
import type { Urgency } from '../triage/triage.ts';
import type { Team, WorkingTime } from './policy.ts';

/** Day and night. Its zone is nobody's: times are said in the office's. */
export const ROUND_THE_CLOCK: Calendar = {
  zone: 'Etc/UTC',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  holidays: [],
};

/** A matter, as far as it decides whose hours count. */
export interface Matter {
  readonly urgency: Urgency;
  readonly category?: string | undefined;
  /** Two letters. */
  readonly language?: string | undefined;
}

/** What is due in a matter, counted in `calendar`. */
export interface Due {
  readonly calendar: Calendar;
  /** Minutes of opening time until a human must have answered the customer's first words. */
  readonly firstReply: number;
  /** The same for what they write afterwards. */
  readonly nextReply: number;
  /** Minutes of opening time until the matter must be closed. */
  readonly resolution: number;
  /** The share of each after which whoever can act is warned. */
  readonly warnAt: number;
}

/**
 * The teams that look after a matter: those with its category that speak the customer's language, or else all with its
 * category; none where nobody in particular does.
 */
export function teamsFor(policy: Policy, { category, language }: Matter): readonly Team[] {
  const able = policy.teams.filter((team) => category && team.categories.includes(category));
  const fluent = able.filter((team) => speaks(team, language));
  return fluent.length > 0 ? fluent : able;
}

/** Whether a team speaks a language: one that names none speaks any. */
export function speaks({ speaks }: Team, language: string | undefined): boolean {
  return speaks.length === 0 || speaks.includes(language ?? '');
}

/** Hours that several teams have together, by the teams' names: the same calendar for whoever asks again. */
const together = new WeakMap<Policy, Map<string, Calendar>>();

/**
 * Whose hours count: everybody's and nobody's where the urgency is looked after day and night, else those in which one of the
 * teams is there, else the office's.
 */
export function calendarFor(policy: Policy, matter: Matter): Calendar {
  if (policy.aroundTheClock.includes(matter.urgency)) return ROUND_THE_CLOCK;
  return hoursTogether(policy, teamsFor(policy, matter));
}

/** When one of these teams is there; the office's hours where there are none. */
export function hoursTogether(policy: Policy, teams: readonly Team[]): Calendar {
  const [first, ...others] = new Set(teams.map(({ calendar }) => calendar));
  if (first === undefined) return policy.calendar;
  if (others.length === 0) return first;
  const known = together.get(policy) ?? new Map<string, Calendar>();
  together.set(policy, known);
  const names = JSON.stringify(teams.map(({ name }) => name));
  const calendar = known.get(names) ?? { ...first, besides: others };
  known.set(names, calendar);
  return calendar;
}

/**
 * How soon a matter is to be served.
 * @param ids of the customer, channel and workspace: the first level that is for one of them holds, else everybody's
 */
export function serviceLevelFor(
  policy: Policy,
  matter: Matter & { readonly ids: readonly string[] },
): Due {
  const ids = new Set(matter.ids.map((id) => id.toLowerCase()));
  const fits = (id: string) => ids.has(id.toLowerCase());
  const level = policy.serviceLevels.find((one) => one.for === undefined || one.for.some(fits));
  if (level === undefined) throw new Error('A policy ends with the service level of everybody.');
  const calendar = calendarFor(policy, matter);
  return {
    calendar,
    firstReply: minutesOf(calendar, level.replyWithin[matter.urgency]),
    nextReply: minutesOf(calendar, level.nextReplyWithin[matter.urgency]),
    resolution: minutesOf(calendar, level.resolveWithin[matter.urgency]),
    warnAt: policy.warnAt,
  };
}

/** Minutes of opening time. A day is as long as the average day on which the calendar opens at all. */
export function minutesOf({ week }: Calendar, { days, minutes }: WorkingTime): number {
  if (days === 0) return minutes;
  const open = week
    .map((spans) => spans.reduce((sum, { from, to }) => sum + to - from, 0))
    .filter((length) => length > 0);
  const day = open.reduce((sum, length) => sum + length, 0) / Math.max(1, open.length);
  return Math.round(days * day) + minutes;
}
