import { z } from 'zod';
import type { Policy } from '../support/handbook.ts';
import type { ByUrgency, ServiceLevel, WorkingTime } from '../support/time/policy.ts';
import { minutesOf, ROUND_THE_CLOCK } from '../support/time/service-level.ts';
import type { Urgency } from '../support/triage/triage.ts';
import type { Fault } from './fault.ts';
import { faultAt, type Layers, sayPlace } from './layers.ts';
import { oneOf, sayTime, someWorkingTime } from './times.ts';
import { ids } from './values.ts';

const URGENCIES = ['p1', 'p2', 'p3', 'p4'] as const satisfies Urgency[];

const within = z.strictObject({
  p1: someWorkingTime.optional(),
  p2: someWorkingTime.optional(),
  p3: someWorkingTime.optional(),
  p4: someWorkingTime.optional(),
});
export type Within = z.output<typeof within>;

/** The keys of policy.yaml that say how soon customers are served. */
export const levelKeys = {
  'reply within': within.optional(),
  'next reply within': within.optional(),
  'resolve within': within.optional(),
};
const KEYS = ['reply within', 'next reply within', 'resolve within'] as const;
type Key = (typeof KEYS)[number];
type WrittenLevel = { [K in Key]?: Within | undefined };

export const aroundTheClock = z.array(oneOf(URGENCIES));

/** Where others hold. "vip" stands for everybody on that list. */
export const serviceLevels = z.array(z.strictObject({ for: ids, ...levelKeys }));
type WrittenLevels = z.output<typeof serviceLevels>;

/** The levels in the order in which they are tried; the last is everybody's. */
export function levelsOf(
  everybody: WrittenLevel,
  others: WrittenLevels,
  vip: readonly string[],
): ServiceLevel[] {
  return [
    ...others.map((level) => ({
      for: level.for.flatMap((id) => (id.toLowerCase() === 'vip' ? vip : [id])),
      ...levelOf(level, everybody),
    })),
    levelOf(everybody, everybody),
  ];
}

/** A further reply is due as soon as the first, unless something else is written for it. */
function levelOf(level: WrittenLevel, everybody: WrittenLevel): Omit<ServiceLevel, 'for'> {
  const merged = (key: Key): Within => ({ ...everybody[key], ...level[key] });
  const reply = merged('reply within');
  return {
    replyWithin: whole(reply),
    nextReplyWithin: whole({ ...reply, ...merged('next reply within') }),
    resolveWithin: whole(merged('resolve within')),
  };
}

function whole(times: Within): ByUrgency<WorkingTime> {
  const of = (urgency: Urgency) => times[urgency] ?? { days: 0, minutes: 0 };
  return { p1: of('p1'), p2: of('p2'), p3: of('p3'), p4: of('p4') };
}

/** Nobody can be asked to resolve a matter sooner than to answer it, whosever hours count. */
export function contradictionsOf(policy: Policy, others: WrittenLevels, layers: Layers): Fault[] {
  return policy.serviceLevels.flatMap((level, index) =>
    URGENCIES.flatMap((urgency) => {
      const reply = level.replyWithin[urgency];
      const resolve = level.resolveWithin[urgency];
      const day = calendarsOf(policy, urgency).find(
        ({ calendar }) => minutesOf(calendar, resolve) < minutesOf(calendar, reply),
      );
      if (day === undefined) return [];
      const path = (key: Key) =>
        others[index]?.[key]?.[urgency] === undefined
          ? [key, urgency]
          : ['service levels', index, key, urgency];
      return [
        faultAt(
          layers,
          path('resolve within'),
          `${sayTime(resolve)} is shorter than the ${sayTime(reply)} of "${path('reply within').join(' > ')}" (${sayPlace(layers, path('reply within'))})${day.of}.`,
          'Give at least as long to resolve a matter as to answer it.',
        ),
      ];
    }),
  );
}

/** Whose days a time may be counted in. */
function calendarsOf({ calendar, teams, aroundTheClock }: Policy, urgency: Urgency) {
  if (aroundTheClock.includes(urgency)) {
    return [{ calendar: ROUND_THE_CLOCK, of: ', counted day and night' }];
  }
  return [
    { calendar, of: '' },
    ...teams.map((team) => ({
      calendar: team.calendar,
      of: `, counted in the days of the team "${team.name}"`,
    })),
  ];
}
