import type { Conversation, Place } from './conversation.ts';
import type { Asked, CustomerWrote, Deleted, Edited, Event, TeamWrote } from './events.ts';

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

/**
 * The names a conversation takes when this arrival becomes part of it: the message's, for replies in its thread, and its
 * author's where the matter is theirs.
 */
export function claimsOf(arrival: Arrival, { customer }: Conversation): string[] {
  if (arrival.type === 'team.wrote') {
    return arrival.place.thread ? [] : [messageKey(arrival.place, arrival.message.id)];
  }
  const theirs = arrival.type !== 'customer.deleted' && arrival.message.author.id === customer.id;
  return keysOf(arrival).filter((key) => theirs || !key.startsWith('author/'));
}

/** A message's name; the root of a thread names the thread. */
export function messageKey(place: Place, message: string): string {
  return `message/${channelKey(place)}/${message}`;
}

/** The mark of a message that was deleted before it arrived. Its own name may be taken: it names its thread. */
export function goneKey(arrival: Arrival): string {
  const { place, message } = arrival;
  return `gone/${messageKey(place, typeof message === 'string' ? message : message.id)}`;
}

/** The name of a channel. */
export function channelKey({ platform, workspace, channel }: Place): string {
  return `${platform}/${workspace}/${channel}`;
}

/** Whoever writes at the top of a channel: two first messages of theirs open one conversation. */
function authorKey(place: Place, author: string): string {
  return `author/${channelKey(place)}/${author}`;
}

/** The id of a conversation that begins with this message: whoever derives it gets the same one. */
export function conversationId(place: Place, firstMessage: string): string {
  return `${place.platform}:${place.workspace}:${place.channel}:${firstMessage}`;
}
