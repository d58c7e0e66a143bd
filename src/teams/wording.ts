import type { Deed } from '../support/conversation.ts';
import type { Person } from '../support/roles.ts';
import { DEEDS } from '../support/wording.ts';
import { date, escaped, within } from './plain.ts';
/** How a person is called: their name, or what they are. Never a mention, which would ping. */
export function nameOf(person: Person): string {
  if (person.name.trim() !== '') return within(person.name.trim(), 80);
  return person.role === 'customer' ? 'A customer' : 'Somebody of the team';
}

/** A line of who did what and when, for a text block. */
export function sayDeed({ at, by, did, detail }: Deed): string {
  const more = detail ? `: “${escaped(within(detail, 200))}”` : '';
  return `${escaped(nameOf(by))} ${DEEDS[did]} ${date(at)}${more}`;
}

/** Where a message stands: the address that opens it in Teams. */
export function permalink(base: string, message: string, root: string | undefined): string {
  const at = `https://teams.microsoft.com/l/message/${encodeURIComponent(base)}/${encodeURIComponent(message)}`;
  return root === undefined
    ? `${at}?context=${encodeURIComponent('{"contextType":"chat"}')}`
    : `${at}?parentMessageId=${encodeURIComponent(root)}`;
}
