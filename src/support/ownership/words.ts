import type { Conversation, Instant } from '../conversation.ts';
import type { Person } from '../roles.ts';
import { CLOCKS, paceOf } from '../time/pace.ts';
import { sayExactly } from '../time/words.ts';
import type { Absence } from './staff.ts';

/** Why somebody is not there, behind their name. */
export function sayAbsence({ is }: Absence): string {
  return { 'off shift': 'is off shift', away: 'is away', left: 'is no agent any more' }[is];
}

/**
 * Whose a conversation is, in a line of a card: `nobody’s yet`, `owner: Sam Reyes`, `owner: Sam Reyes, off shift until 9:00 AM`.
 * @param name says a name, made safe for where it stands
 * @param date says an instant in the reader's own time
 */
export function sayOwner(
  { owner, ownerAbsent }: Pick<Conversation, 'owner' | 'ownerAbsent'>,
  name: (person: Person) => string,
  date: (at: Instant) => string,
): string {
  if (!owner) return 'nobody’s yet';
  if (!ownerAbsent) return `owner: ${name(owner)}`;
  const { is, until } = ownerAbsent;
  const why = is === 'left' ? 'no agent any more' : is;
  return `owner: ${name(owner)}, ${why}${until === undefined ? '' : ` until ${date(until)}`}`;
}

/** What is owed to the customer next: "First reply due by 3 pm today (Berlin time)."; empty where no clock runs. */
export function sayDue(
  conversation: Pick<Conversation, 'clocks'>,
  zone: string,
  at: Instant,
): string {
  const pace = paceOf(conversation);
  if (!pace) return '';
  const name = CLOCKS[pace.clock];
  const clock = name.slice(0, 1).toUpperCase() + name.slice(1);
  return pace.due > at ? `${clock} due ${sayExactly(pace.due, at, zone)}.` : `${clock} overdue.`;
}
