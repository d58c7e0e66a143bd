import type { Instant } from '../src/support/conversation.ts';
import type { Chance } from './chance.ts';
import { TOPICS, type Topic } from './words/words.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What is simulated: as many whole days as end at an instant. */
export interface Span {
  readonly begins: Instant;
  readonly ends: Instant;
  /** Conversations, over the whole span. */
  readonly perDay: number;
}

/** By day of the week, from Sunday on: people come back to what the weekend left them. */
const WEEK = [0.15, 1.35, 1.2, 1.1, 1.05, 0.95, 0.25];
/** By the hour where they live. */
const HOURS = [1, 1, 0, 0, 0, 1, 3, 8, 20, 34, 36, 30, 20, 24, 32, 30, 26, 18, 10, 7, 6, 5, 3, 2];
/** Days of the year on which few write and nobody of the team is there, whatever a policy says. */
const HOLIDAYS = ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'];
const ON_HOLIDAY = 0.25;
/** At the end there comes so much more than at the beginning. */
const GROWTH = 0.9;

/** An outage: how much more comes on the first day of it and on those after. */
const OUTAGE = [4, 2.4, 1.4, 1.2];
/** When it begins, as a part of the span. */
const OUTAGE_AT = 0.6;

/** What people write about, out of a hundred. */
const USUAL: Readonly<Record<Topic, number>> = {
  billing: 15,
  refund: 7,
  delivery_order: 11,
  account_access: 15,
  bug_outage: 14,
  how_to: 20,
  cancellation_churn: 4,
  complaint: 4,
  feature_request: 6,
  security_privacy: 4,
};
/** What rises in the last weeks, and how far. */
const RISES: Topic = 'delivery_order';
const RISEN = 4;
const RISES_FOR = 28 * DAY;

/** How far into the span an instant is, 0 to 1. */
export function partOf({ begins, ends }: Span, at: Instant): number {
  return Math.min(1, Math.max(0, (at - begins) / (ends - begins)));
}

/** Which day of the outage it is, from 0; undefined on all others. It begins on a Tuesday where the span has one. */
export function dayOfOutage({ begins, ends }: Span, at: Instant): number | undefined {
  const middle = begins + (ends - begins) * OUTAGE_AT;
  const toTuesday = (9 - new Date(middle).getUTCDay()) % 7;
  const first = toTuesday * DAY + middle < ends - 3 * DAY ? middle + toTuesday * DAY : middle;
  const day = Math.floor(at / DAY) - Math.floor(first / DAY);
  return day >= 0 && day < OUTAGE.length ? day : undefined;
}

export function isHoliday(at: Instant): boolean {
  return HOLIDAYS.includes(new Date(at).toISOString().slice(5, 10));
}

/** How many open on each day, by its beginning: together as many as the span has. */
export function expectations(span: Span): ReadonlyMap<Instant, number> {
  const days: [Instant, number][] = [];
  for (let at = span.begins; at < span.ends; at += DAY) days.push([at, weightOf(span, at)]);
  const whole = days.reduce((sum, [, weight]) => sum + weight, 0);
  const each = (span.perDay * (span.ends - span.begins)) / DAY / whole;
  return new Map(days.map(([at, weight]) => [at, weight * each]));
}

function weightOf(span: Span, at: Instant): number {
  const outage = dayOfOutage(span, at);
  const week = WEEK[new Date(at + DAY / 2).getUTCDay()]!;
  const free = isHoliday(at + DAY / 2) ? ON_HOLIDAY : 1;
  const more = outage === undefined ? 1 : OUTAGE[outage]!;
  return week * free * more * (1 + GROWTH * partOf(span, at));
}

/** An hour of the day. */
export function hourBy(chance: Chance): number {
  return chance.among(HOURS);
}

/** What somebody writes about then. */
export function topicAt(span: Span, at: Instant, chance: Chance): Topic {
  const risesFor = Math.min(RISES_FOR, (span.ends - span.begins) / 4);
  const risen = Math.max(0, 1 - (span.ends - at) / risesFor);
  const weights = TOPICS.map((topic) =>
    topic === RISES ? USUAL[topic] * (1 + (RISEN - 1) * risen) : USUAL[topic],
  );
  return TOPICS[chance.among(weights)]!;
}
