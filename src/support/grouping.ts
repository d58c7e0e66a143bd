import type { Conversation, Place } from './conversation.ts';
import type { Asked, CustomerWrote, Deleted, Edited, Event, TeamWrote } from './events.ts';
import type { Policy } from './handbook.ts';

/** An event that happened at a place and not to a conversation that is already named. */
export type Arrival = CustomerWrote | TeamWrote | Edited | Deleted | Asked;

export function isArrival(event: Event): event is Arrival {
  return (
    event.type === 'customer.wrote' ||
    event.type === 'team.wrote' ||
    event.type === 'customer.edited' ||
    event.type === 'customer.deleted' ||
    event.type === 'draft.requested'
  );
}

/** The names under which an arrival's conversation may be known, the surest first. */
export function keysOf(arrival: Arrival): string[] {
  const { place } = arrival;
  if (arrival.type === 'customer.deleted') return [messageKey(place, arrival.message)];
  const keys = [messageKey(place, arrival.message.id)];
  if (place.thread) keys.push(messageKey(place, place.thread));
  else keys.push(authorKey(place, arrival.message.author.id));
  return keys;
}

/** The names a conversation takes when this arrival becomes part of it. */
export function claimsOf(arrival: Arrival): string[] {
  return arrival.type === 'team.wrote' ? [] : keysOf(arrival);
}

/** A message's name; the root of a thread names the thread. */
export function messageKey(place: Place, message: string): string {
  return `message/${place.platform}/${place.workspace}/${place.channel}/${message}`;
}

/** The mark of a message that was deleted before it arrived. Its own name may be taken: it names its thread. */
export function goneKey(arrival: Arrival): string {
  const { place, message } = arrival;
  return `gone/${messageKey(place, typeof message === 'string' ? message : message.id)}`;
}

/** Whoever writes at the top of a channel, for the burst and the follow-ups. */
function authorKey(place: Place, author: string): string {
  return `author/${place.platform}/${place.workspace}/${place.channel}/${author}`;
}

/**
 * Which of the conversations found under its keys an arrival belongs to: the one that has the message, the one
 * whose thread it is, or its author's last one at the top of the channel while the window is open. A thread is
 * always its own conversation; undefined means a matter of its own.
 */
export function belongsTo(
  arrival: Arrival,
  found: ReadonlyMap<string, Conversation>,
  policy: Policy,
): Conversation | undefined {
  for (const key of keysOf(arrival)) {
    const conversation = found.get(key);
    if (!conversation) continue;
    if (key.startsWith('message/')) return conversation;
    if (takesFollowUp(conversation, arrival.at, policy)) return conversation;
  }
  return undefined;
}

/** Whether a further message at the top of the channel still belongs: never to a matter set aside. */
function takesFollowUp(conversation: Conversation, at: number, policy: Policy): boolean {
  if (conversation.status === 'set-aside' || conversation.status === 'merged') return false;
  const window = conversation.place.direct ? 12 * policy.followUpWindow : policy.followUpWindow;
  // A late delivery may be older than what is here already: the distance counts, not the direction.
  return Math.abs(at - conversation.lastCustomerAt) <= window;
}

/** The id of a conversation that begins with this message: whoever derives it gets the same one. */
export function conversationId(place: Place, firstMessage: string): string {
  return `${place.platform}:${place.workspace}:${place.channel}:${firstMessage}`;
}
