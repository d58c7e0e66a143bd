import type { Conversation } from '../conversation.ts';
import { type Arrival, keysOf } from '../grouping.ts';
import type { Policy } from '../handbook.ts';
import { type Heard, hear, peopleIn } from './hearing.ts';
import { place } from './placing.ts';
import { isTeam } from './scene.ts';
import { type Around, streamBefore } from './stream.ts';

/** How sure it must be that somebody of the team answers this very customer: a draft is withdrawn then. */
const SURE = 0.6;

/** In a chat with the bot alone all is between two: the same matter goes on for so much longer. */
const DIRECT = 12;

/** Where an arrival belongs. */
export interface Belonging {
  /** Absent where it is part of none. */
  readonly conversation?: Conversation;
  /** Where it is part of no conversation but said at the top of a channel: the talk it is part of there. */
  readonly talk?: string;
  /** In words, none of them the customer's. */
  readonly because: string;
}

/** What somebody says, or is asked about, at some place. */
type Spoken = Exclude<Arrival, { type: 'customer.deleted' }>;

/**
 * Which conversation an arrival belongs to: the one that has the message, the one whose thread it is, or, at the top of a
 * channel, the one a reader would say. A thread is always its own.
 * @param found the conversations that the arrival's names name
 */
export function belongsTo(
  arrival: Arrival,
  found: ReadonlyMap<string, Conversation>,
  around: Around,
  policy: Policy,
): Belonging {
  for (const key of keysOf(arrival)) {
    const conversation = key.startsWith('message/') ? found.get(key) : undefined;
    if (conversation) return { conversation, because: 'it is there already, or in its thread' };
  }
  if (arrival.type === 'customer.deleted' || arrival.place.thread !== undefined) {
    return { because: 'it is part of none that is known' };
  }
  const known = new Map([...found.values(), ...around.conversations].map((one) => [one.id, one]));
  return atTheTop(arrival, known, { ...around, conversations: [...known.values()] }, policy);
}

function atTheTop(
  arrival: Spoken,
  known: ReadonlyMap<string, Conversation>,
  around: Around,
  { followUpWindow }: Policy,
): Belonging {
  const { message } = arrival;
  const stream = streamBefore(message, around);
  const heard = hear(asHeard(arrival), peopleIn(stream));
  const window = arrival.place.direct ? DIRECT * followUpWindow : followUpWindow;
  const { conversation: id, share, because } = place(heard, stream, { staffed: true, window });
  const conversation = known.get(id ?? '');
  const own = `aside/${message.id}`;
  if (!conversation) return { talk: id ?? own, because };
  const objection = objectionTo(conversation, arrival, heard, share);
  return objection === undefined
    ? { conversation, because }
    : { talk: own, because: `${because}, but ${objection}` };
}

/** Whoever wrote what an agent wants a draft for is a customer there. */
function asHeard({ type, message }: Spoken): Spoken['message'] {
  if (type !== 'draft.requested') return message;
  return { ...message, author: { ...message.author, role: 'customer' } };
}

/** Why a message stays out of the conversation it was placed in; undefined where nothing speaks against it. */
function objectionTo(
  { status, customer }: Conversation,
  { type, message }: Spoken,
  { role }: Heard,
  share: number,
): string | undefined {
  if (status === 'set-aside') return 'that was set aside';
  if (isTeam(role)) return share < SURE ? 'it may be said to somebody else' : undefined;
  // A reply is addressed to the conversation's own customer.
  const another = type === 'draft.requested' && message.author.id !== customer.id;
  return another ? 'somebody else is to be answered' : undefined;
}
