import { z } from 'zod';
import type { Calendar, Policy } from '../support/handbook.ts';
import { nextOpening } from '../support/time/calendar.ts';
import type { Team } from '../support/time/policy.ts';
import type { Fault } from './fault.ts';
import { holidays, holidaysOf } from './holidays.ts';
import { faultAt, type Layers } from './layers.ts';
import { meant } from './times.ts';
import { ids, languageCode, week, zone } from './values.ts';

const YEAR = 366 * 86_400_000;
/** Words that stand for others where a team is named. */
const TAKEN = ['owner', 'on shift', 'leads'];

/** Groups with hours of their own; what a team leaves out is as the office has it. */
export const teams = z
  .record(
    z.string(),
    z.strictObject({
      hours: week.optional(),
      zone: zone.optional(),
      holidays: holidays.nullable().optional(),
      people: ids.nullable().optional(),
      categories: z.array(z.string().trim()).nullable().optional(),
      speaks: z.array(languageCode).nullable().optional(),
    }),
  )
  .superRefine((written, context) => {
    for (const name of Object.keys(written)) {
      if (!TAKEN.includes(name.trim().toLowerCase())) continue;
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `"${name}" is the name of others in an escalation.`,
        params: { remedy: 'Name the team otherwise, such as by what it looks after.' },
      });
    }
  });
type WrittenTeams = z.output<typeof teams>;

export async function teamsOf(
  written: WrittenTeams,
  office: Calendar,
  layers: Layers,
  faults: Fault[],
): Promise<Team[]> {
  return Promise.all(
    Object.entries(written).map(async ([name, team]) => ({
      name,
      calendar: await calendarOf(name, team, office, layers, faults),
      people: team.people ?? [],
      categories: team.categories ?? [],
      speaks: team.speaks ?? [],
    })),
  );
}

/** The office's own where the team has none, so that both are known to be the same. */
async function calendarOf(
  name: string,
  team: WrittenTeams[string],
  office: Calendar,
  layers: Layers,
  faults: Fault[],
): Promise<Calendar> {
  if (!team.hours && !team.zone && !team.holidays) return office;
  const own = team.holidays
    ? await holidaysOf(team.holidays, ['teams', name, 'holidays'], layers, faults)
    : {};
  return {
    ...(team.holidays ? {} : office),
    holidays: office.holidays,
    ...own,
    zone: team.zone ?? office.zone,
    week: team.hours ?? office.week,
  };
}

/** Every calendar opens within a year of `now`: one that does not would promise nothing. */
export function faultsOfCalendars(
  { calendar, teams }: Policy,
  layers: Layers,
  now = Date.now(),
): Fault[] {
  const opens = (one: Calendar) => (nextOpening(one, now) ?? Number.POSITIVE_INFINITY) < now + YEAR;
  const fault = (path: readonly string[]) =>
    faultAt(
      layers,
      path,
      'it never opens within a year: the holidays leave no day.',
      'Take some of the holidays out, or add hours.',
    );
  const closed = teams.filter((team) => team.calendar !== calendar && !opens(team.calendar));
  return [
    ...(opens(calendar) ? [] : [fault(['holidays'])]),
    ...closed.map(({ name }) => fault(['teams', name, 'holidays'])),
  ];
}

/** A team can only look after categories that there are. */
export function faultsOfCategories(
  policy: Policy,
  categories: readonly string[],
  layers: Layers,
): Fault[] {
  return policy.teams.flatMap((team) =>
    team.categories.flatMap((name, index) =>
      categories.includes(name)
        ? []
        : [
            faultAt(
              layers,
              ['teams', team.name, 'categories', index],
              `there is no category "${name}".`,
              meant(name, categories),
            ),
          ],
    ),
  );
}
