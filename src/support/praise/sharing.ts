import type { Conversation } from '../conversation.ts';
import type { Change } from '../decide.ts';
import type { Intent } from '../effects.ts';
import type { Fact } from '../facts.ts';
import type { Cause } from '../following.ts';
import type { Handbook } from '../handbook.ts';
import { type Praise, praiseIn, readPraise, teamOf } from './praise.ts';

/** Characters of what the customer wrote. */
const LONGEST = 300;

/** Where praise is shared under the card of its conversation. */
const UNDER_CARD = 'triage';

/** Customers' thanks reach those who earned them: counted, and shared where the team said. */
export function hearPraise(change: Change, { event, before }: Cause, handbook: Handbook): Change {
  const { conversation } = change;
  if (event.type !== 'customer.wrote' || !before) return change;
  const { message, kudos = [] } = event;
  const isNew = !before.messages.some(({ id }) => id === message.id);
  const rests = conversation.status === 'answered' || conversation.status === 'resolved';
  if (!isNew || !rests || message.author.id !== conversation.customer.id) return change;
  const praise = praiseIn(before, message, handbook);
  if (!praise) return change;
  const { of } = praise;
  return {
    ...change,
    intents: [...change.intents, ...share(conversation, message.text, praise, kudos, handbook)],
    facts: [
      ...(change.facts ?? []),
      {
        type: 'praised',
        at: event.at,
        conversation: conversation.id,
        message: message.id,
        ...(of ? { agent: of.id } : {}),
      },
    ],
  };
}

/** Praise counts as long as its words stand: not once they are deleted, or changed to what praises nobody. */
export function keepPraise(change: Change, { event, before }: Cause): Change {
  if (!before || (event.type !== 'customer.edited' && event.type !== 'customer.deleted')) {
    return change;
  }
  const id = event.type === 'customer.deleted' ? event.message : event.message.id;
  const team = teamOf(before);
  const praises = ({ customer, messages }: Conversation) =>
    messages.some(
      ({ id: one, author, deleted, text }) =>
        one === id && author.id === customer.id && !deleted && readPraise(text, team) !== undefined,
    );
  const { conversation, facts = [] } = change;
  const stands = praises(conversation);
  if (stands === praises(before)) return change;
  const { at } = event;
  const about = { at, conversation: conversation.id, message: id };
  const fact: Fact = { type: 'praise-changed', ...about, stands };
  return { ...change, facts: [...facts, fact] };
}

/** @param kudos ids of those who want to be named */
function share(
  { customer }: Conversation,
  words: string,
  { of }: Praise,
  kudos: readonly string[],
  { policy }: Handbook,
): Intent[] {
  const { praiseChannel: channel } = policy;
  if (channel === undefined) return [];
  const whom = of && kudos.includes(of.id) ? of.name : 'somebody of the team';
  const said = of && !kudos.includes(of.id) ? withoutName(words, of.name) : words;
  const text = `💐 ${nameOf(customer.name)} to ${whom}: “${short(said)}”`;
  return channel === UNDER_CARD
    ? [{ type: 'show-note', text }]
    : [{ type: 'share', channel, text }];
}

/** Whoever does not want to be named is not named by the customer's words either. */
function withoutName(words: string, name: string): string {
  const [first = ''] = name.trim().split(/\s+/);
  if (first === '') return words;
  const escaped = first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return words.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu'), '…');
}

/** On one line, and of bounded length. */
export function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line;
}

function nameOf(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, 80) || 'A customer';
}
