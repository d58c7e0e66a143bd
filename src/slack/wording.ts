import type { Deed, Message } from '../support/conversation.ts';
import type { Person } from '../support/roles.ts';
import { DEEDS } from '../support/wording.ts';
import { date, escaped, link, within } from './mrkdwn.ts';
/** How a person is called: their name, or what they are. Never a mention, which would ping. */
export function nameOf(person: Person): string {
  if (person.name.trim() !== '') return within(person.name.trim(), 80);
  return person.role === 'customer' ? 'A customer' : 'Somebody of the team';
}

/** A line of who did what and when, as mrkdwn. */
export function sayDeed({ at, by, did, detail }: Deed): string {
  const what = DEEDS[did];
  const more = detail ? `: “${escaped(within(detail, 200))}”` : '';
  return `${escaped(nameOf(by))} ${what} ${date(at)}${more}`;
}

/** Where a message stands, in Slack's stable form of a permalink. */
export function permalink(url: string, channel: string, message: string, thread?: string): string {
  const base = `${url.replace(/\/?$/, '/')}archives/${channel}/p${message.replace('.', '')}`;
  return thread && thread !== message ? `${base}?thread_ts=${thread}&cid=${channel}` : base;
}

/** Files as links, as mrkdwn; names are the sender's and are escaped. */
export function sayFiles(message: Message): string[] {
  return message.files.map((file) => `📎 ${link(file.url, within(file.name, 150))}`);
}
