import type { Conversation, Instant } from '../conversation.ts';
import type { Calendar, Policy } from '../handbook.ts';
import { dateOf } from '../report/period/dates.ts';
import { endOfOpening, isOpenAt } from '../time/calendar.ts';
import { endOfDay } from '../time/days.ts';
import { openEscalations } from '../time/escalation/escalation.ts';
import { paceOf } from '../time/pace.ts';
import { promisesOwed } from '../time/promises/given.ts';
import { nextShift } from '../time/shifts.ts';
import { type Briefed, briefed, concerned } from './briefed.ts';
import { listed, type NotePart } from './note.ts';
import type { Kind } from './round.ts';
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
      const at = nextBrief(person.hours, since, told[person.key]);
      return at !== undefined && at < ends ? [at] : [];
    });
    return starts.length === 0 ? undefined : Math.min(...starts);
  },
  tell(conversations, { since, told }, at, policy) {
    if (!policy.brief) return { notes: [], told: {} };
    const people = new Map<Briefed, Conversation[]>();
    for (const one of conversations) {
      if (lastSign(one) + LONGEST <= at) continue;
      for (const person of concerned(one, policy)) {
        const theirs = people.get(person);
        if (theirs) theirs.push(one);
        else people.set(person, [one]);
      }
    }
    const now = Object.fromEntries(
      Object.entries(told).filter(([, day]) => Date.parse(day) > at - 2 * DAY),
    );
    const notes = [...people].flatMap(([person, matters]) => {
      const { id, key, hours } = person;
      const starts = nextBrief(hours, since, told[key]);
      if (starts === undefined || starts > at || !isOpenAt(hours, at)) return [];
      const parts = partsFor(person, matters, endOfDay(dayOf(at, hours), hours.zone), policy);
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
  const { starts, day } = shiftAfter(hours, after);
  if (day === undefined || day !== told) return starts;
  return shiftAfter(hours, endOfDay(day, hours.zone) - 1).starts;
}

interface Shift {
  readonly starts: Instant | undefined;
  readonly day: string | undefined;
}

/** What was asked lately of each calendar: of all who wait, and of all people of a team, the same is asked. */
const asked = new WeakMap<Calendar, Map<Instant, Shift>>();
const MOST_KEPT = 16;

function shiftAfter(hours: Calendar, after: Instant): Shift {
  const lately = asked.get(hours) ?? new Map<Instant, Shift>();
  const known = lately.get(after);
  if (known) return known;
  const starts = nextShift(hours, after);
  const shift = { starts, day: starts === undefined ? undefined : dayOf(starts, hours) };
  if (lately.size >= MOST_KEPT) lately.clear();
  asked.set(hours, lately.set(after, shift));
  return shift;
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

/** Each matter once, under what is most pressing of it. */
function partsFor(
  person: Briefed,
  matters: readonly Conversation[],
  tonight: Instant,
  policy: Policy,
): NotePart[] {
  const isThem = (id: string) => briefed(policy, id) === person;
  const isTheirs = ({ owner }: Conversation) => owner !== undefined && isThem(owner.id);
  const rest = new Set(matters);
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
