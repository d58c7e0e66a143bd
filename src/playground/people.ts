import { type Person, roleOf, type Standing } from '../support/roles.ts';

/** Somebody who may sit in one of the three seats. */
export interface Player {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
}

const OUTSIDE: Standing = {
  bot: false,
  home: false,
  guest: false,
  onAgentRoster: false,
  onLeadRoster: false,
};
const HOME: Standing = { ...OUTSIDE, home: true };
const AGENT: Standing = { ...HOME, onAgentRoster: true };
const LEAD: Standing = { ...AGENT, onLeadRoster: true };

/** The standings a cast is made of. A guest is of the home team by the platform's word, and has no rights. */
export const STANDINGS = {
  customer: OUTSIDE,
  guest: { ...HOME, guest: true },
  colleague: HOME,
  agent: AGENT,
  lead: LEAD,
} as const satisfies Record<string, Standing>;

/** Who plays when nobody says otherwise. Ids are the first names, as stories use them. */
export const CAST: readonly Player[] = [
  { id: 'nora', name: 'Nora Lind', standing: STANDINGS.customer },
  { id: 'ben', name: 'Ben Okoye', standing: STANDINGS.customer },
  { id: 'mia', name: 'Mia Torres', standing: STANDINGS.customer },
  { id: 'ada', name: 'Ada Moreau', standing: STANDINGS.agent },
  { id: 'sam', name: 'Sam Reyes', standing: STANDINGS.agent },
  { id: 'cole', name: 'Cole Hart', standing: STANDINGS.colleague },
  { id: 'lea', name: 'Lea Brandt', standing: STANDINGS.lead },
];

/** The person behind an id; undefined for somebody who does not play here. */
export function personOf(cast: readonly Player[], id: string): Person | undefined {
  const player = cast.find((one) => one.id === id);
  return player && { id, name: player.name, role: roleOf(player.standing) };
}
