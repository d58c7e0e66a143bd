import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { there } from '../../simulation/zones.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import type { Person } from '../../src/support/roles.ts';

/** America has set its clocks the next morning; Europe does so on the 29th, and has Good Friday and Easter Monday off. */
export const BEGINS = Date.parse('2026-03-07T00:00:00Z');
export const ENDS = Date.parse('2026-04-07T00:00:00Z');

export const CUSTOMERS = 500;
/** Where customers live, as their platform tells; of the last nobody knows. */
const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'America/New_York', 'Asia/Tokyo', undefined];
const CHANNELS = 50;

export const customers: readonly (Person & { readonly channel: string })[] = Array.from(
  { length: CUSTOMERS },
  (_, n) => {
    const zone = ZONES[n % ZONES.length];
    const channel = `channel-${n % CHANNELS}`;
    return {
      id: `customer-${n}`,
      name: `Customer ${n}`,
      role: 'customer',
      channel,
      ...(zone ? { zone } : {}),
    };
  },
);

const TEAMS = [
  {
    name: 'berlin',
    zone: 'Europe/Berlin',
    off: ['2026-03-20', '2026-04-03', '2026-04-06'],
    people: named('berlin', 10),
  },
  {
    name: 'pacific',
    zone: 'America/Los_Angeles',
    off: ['2026-03-31'],
    people: named('pacific', 10),
  },
];
const OFFICE = 'Europe/Berlin';

export const agents: readonly Person[] = TEAMS.flatMap(({ people }) => people).map((id) => ({
  id,
  name: `Agent ${id}`,
  role: 'agent',
}));
export const lead: Person = { id: 'lead', name: 'Lead', role: 'lead' };

function named(team: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${team}-${n}`);
}

/** The shipped handbook with two teams on two sides of the world that are given matters in turn. */
export async function monthsHandbook(): Promise<Handbook> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-month-'));
  const teams = TEAMS.map(
    ({ name, zone, off, people }) => `
  ${name}:
    hours: { mon-fri: 09:00-17:00 }
    zone: ${zone}
    holidays: [${off}]
    people: [${people}]`,
  );
  const policy = `zone: ${OFFICE}\nassign: least loaded\nvip: [customer-7]\nteams:${teams.join('')}\n`;
  writeFileSync(join(folder, 'policy.yaml'), policy);
  return loadHandbook(folder);
}

/** Whether whoever lives there is awake: 9 to 20. */
export function isAwake(zone: string | undefined, at: number): boolean {
  const { hour } = there(zone ?? OFFICE, at);
  return hour >= 9 && hour < 20;
}

export function isAtWork(agent: string, at: number): boolean {
  const { zone, off } = TEAMS.find(({ people }) => people.includes(agent))!;
  const { date, hour, day } = there(zone, at);
  return day >= 1 && day <= 5 && !off.includes(date) && hour >= 9 && hour < 17;
}
