import type { Conversation, Instant } from '../conversation.ts';
import type { Calendar, Policy } from '../handbook.ts';
import { dateOf } from '../report/period/dates.ts';
import { endOfOpening, isOpenAt } from '../time/calendar.ts';
import { endOfDay } from '../time/days.ts';
import { openEscalations } from '../time/escalation/escalation.ts';
import { paceOf } from '../time/pace.ts';
import { promisesOwed } from '../time/promises/given.ts';
import { belongsTo, hoursOf, nextShift } from '../time/shifts.ts';
import { listed, type NotePart } from './note.ts';
import type { Kind } from './round.ts';
import { shiftsFor } from './shift-note.ts';
import { standingOf } from './standing.ts';

const DAY = 24 * 3_600_000;
/** Milliseconds since anybody last said or promised anything: whoever was told of it on so many mornings needs no further one. */
const LONGEST = 14 * DAY;

/**
 * At the beginning of a shift each agent reads, alone and once a day, what waits for them there: what was promised for today,
 * what is at risk, who waits for them and who for their team. It comes every day on which there is something to say, and to
 * nobody who is not there.
 */
export const brief: Kind = {
  due(conversation, { since, told }, policy) {
    if (!policy.brief) return undefined;
    const ends = lastSign(conversation) + LONGEST;
    const starts = concerned(conversation, policy).flatMap((person) => {
      const at = nextBrief(hoursOf(policy, person), since, told[keyOf(person)]);
      return at !== undefined && at < ends ? [at] : [];
    });
    return starts.length === 0 ? undefined : Math.min(...starts);
  },
  tell(conversations, { since, told }, at, policy) {
    if (!policy.brief) return { notes: [], told: {} };
    const matters = conversations.filter((one) => lastSign(one) + LONGEST > at);
    const people = new Map(
      matters.flatMap((one) => concerned(one, policy).map((id) => [keyOf(id), id] as const)),
    );
    const now = Object.fromEntries(
      Object.entries(told).filter(([, day]) => Date.parse(day) > at - 2 * DAY),
    );
    const notes = [...people].flatMap(([key, id]) => {
      const hours = hoursOf(policy, id);
      const starts = nextBrief(hours, since, told[key]);
      if (starts === undefined || starts > at || !isOpenAt(hours, at)) return [];
      const parts = partsFor(id, matters, endOfDay(dayOf(at, hours), hours.zone), policy);
      if (parts.length === 0) return [];
      now[key] = dayOf(lastUntil(at, starts, hours), hours);
      const until = endOfOpening(hours, at);
      return [{ to: { id }, parts, ...(until === undefined ? {} : { until }) }];
    });
    return { notes, told: now };
  },
};

/** The first shift after an instant that begins on another day than the last brief came on. */
function nextBrief(hours: Calendar, after: Instant, told: string | undefined): Instant | undefined {
  const starts = nextShift(hours, after);
  if (starts === undefined || dayOf(starts, hours) !== told) return starts;
  return nextShift(hours, endOfDay(told, hours.zone) - 1);
}

/** The last shift that has begun by an instant, from one that has. */
function lastUntil(at: Instant, first: Instant, hours: Calendar): Instant {
  let last = first;
  for (let next = nextShift(hours, last); next !== undefined && next <= at; ) {
    last = next;
    next = nextShift(hours, last);
  }
  return last;
}

function dayOf(at: Instant, { zone }: Calendar): string {
  return dateOf(at, zone).toString();
}

/** Whom a matter concerns: its owner and whoever promised something there; while it is nobody's, the teams that look after it. */
function concerned(conversation: Conversation, policy: Policy): string[] {
  const { owner } = conversation;
  const owing = promisesOwed(conversation).map(({ by }) => by.id);
  const waits = standingOf(conversation) !== undefined && conversation.snooze === undefined;
  const theirs = waits && owner ? [owner.id] : [];
  const teams = waits && !owner ? shiftsFor(conversation, policy) : [];
  const all = [...owing, ...theirs, ...teams.flatMap((team) => team?.people ?? [])];
  return [...new Map(all.map((id) => [keyOf(nameIn(policy, id)), nameIn(policy, id)])).values()];
}

/** An id as the policy writes it, where it names this person. */
function nameIn({ teams }: Policy, id: string): string {
  const team = teams.find((one) => belongsTo(one, id));
  return team?.people.find((person) => belongsTo({ ...team, people: [person] }, id)) ?? id;
}

function keyOf(person: string): string {
  return person.toLowerCase();
}

/** Each matter once, under what is most pressing of it. */
function partsFor(
  person: string,
  matters: readonly Conversation[],
  tonight: Instant,
  policy: Policy,
): NotePart[] {
  const isThem = (id: string) => keyOf(nameIn(policy, id)) === keyOf(person);
  const isTheirs = ({ owner }: Conversation) => owner !== undefined && isThem(owner.id);
  const rest = new Set(
    matters.filter((one) => concerned(one, policy).some((id) => keyOf(id) === keyOf(person))),
  );
  const take = (fits: (one: Conversation) => boolean): Conversation[] => {
    const taken = [...rest].filter(fits);
    for (const one of taken) rest.delete(one);
    return taken;
  };
  const promised = take((one) =>
    promisesOwed(one).some(({ due, by }) => due <= tonight && (isThem(by.id) || isTheirs(one))),
  );
  const waiting = take(
    (one) =>
      standingOf(one) !== undefined &&
      one.snooze === undefined &&
      (one.owner === undefined || isTheirs(one)),
  );
  const risky = waiting.filter(isAtRisk);
  const calm = waiting.filter((one) => !isAtRisk(one));
  const lists: [string, readonly Conversation[]][] = [
    ['promised for today', promised],
    ['at risk', risky],
    ['waiting for you', calm.filter(isTheirs)],
    ['waiting for your team', calm.filter((one) => !isTheirs(one))],
  ];
  const told = lists.filter(([, list]) => list.length > 0);
  return told.map(([what, list], n) => ({
    title: `${n === 0 ? '☀️ Your shift begins · ' : ''}${list.length} ${what}`,
    ...listed(list),
    ...(list === promised ? { promised: true as const } : {}),
  }));
}

function isAtRisk(conversation: Conversation): boolean {
  const pace = paceOf(conversation);
  return (pace !== undefined && pace.is !== 'on track') || openEscalations(conversation).length > 0;
}

/** When anybody last said something, or has to do what was promised. */
function lastSign(conversation: Conversation): Instant {
  const { messages, openedAt, waitingSince = openedAt } = conversation;
  const owed = promisesOwed(conversation).map(({ due }) => due);
  return Math.max(waitingSince, ...messages.map(({ at }) => at), ...owed);
}
