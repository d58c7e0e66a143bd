import type { Conversation, Instant, Message } from '../conversation.ts';
import { type Arrival, keysOf } from '../grouping.ts';
import type { Policy } from '../handbook.ts';
import type { Role } from '../roles.ts';
import { type Heard, hear, LONGEST_HEARD, type Said } from './hearing.ts';
import { keysOfPerson } from './people.ts';
import { type Placement, place } from './placing.ts';
import { isTeam, type Placed } from './scene.ts';

/** How far back a channel is looked at, and how much of it is read at most. */
export const LOOK_BACK = 12 * 3_600_000;
export const MOST_CONVERSATIONS = 16;
export const MOST_ASIDES = 40;

/** Messages of a channel that are heard: place looks at no more. */
const MOST_HEARD = 80;

/** How sure it must be that somebody of the team answers this very customer: a draft is withdrawn then. */
const SURE = 0.6;

/** In a chat with the bot alone all is between two: the same matter goes on for longer. */
const DIRECT = 12;

/** Something said at the top of a channel that is part of no conversation with a customer. */
export interface Aside {
  readonly message: Message;
  /** What it is part of: asides of the same talk have the same. */
  readonly talk: string;
}

/** What is kept of such a message: no more than grouping looks at. */
export function asideOf(message: Message, talk: string): Aside {
  return { message: { ...message, text: message.text.slice(0, LONGEST_HEARD), files: [] }, talk };
}

/** What goes on in the channel of an arrival. */
export interface Around {
  /** Touched lately. */
  readonly conversations: readonly Conversation[];
  readonly asides: readonly Aside[];
}

/** Where an arrival belongs. */
export interface Belonging {
  /** Absent for a matter of its own. */
  readonly conversation?: Conversation;
  /** Where it is said at the top of the channel: what else it may be part of. */
  readonly talk?: string;
  /** In words, none of them the customer's. */
  readonly because: string;
}

/**
 * Which conversation an arrival belongs to: the one that has the message, the one whose thread it is, or, at the top of a
 * channel, the one a reader would say. `found` are the conversations that its names name. A thread is always its own.
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
    return { because: 'a thread is its own' };
  }
  return belongsAtTop(arrival, [...found.values()], around, policy);
}

function belongsAtTop(
  arrival: Exclude<Arrival, { type: 'customer.deleted' }>,
  found: readonly Conversation[],
  around: Around,
  policy: Policy,
): Belonging {
  const { message, place: where } = arrival;
  const asked = arrival.type === 'draft.requested';
  const conversations = new Map(
    [...found, ...around.conversations].map((one) => [one.id, one] as const),
  );
  const stream = streamOf([...conversations.values()], around.asides, message.id, message.at);
  const heard = hear(saidIn(message, asked ? 'customer' : undefined), stream);
  const window = where.direct ? DIRECT * policy.followUpWindow : policy.followUpWindow;
  const placement = place(heard, stream, { staffed: true, window });
  const { because } = placement;
  const conversation = conversations.get(placement.conversation ?? '');
  const talk = placement.conversation ?? `aside/${message.id}`;
  if (!conversation) return { talk, because };
  const no = whyNot(conversation, heard, placement, asked ? message.author.id : undefined);
  return no === undefined
    ? { conversation, because }
    : { talk: `aside/${message.id}`, because: no };
}

/** Why a message stays out of the conversation it was placed in. */
function whyNot(
  { status, customer }: Conversation,
  heard: Heard,
  { share }: Placement,
  asked: string | undefined,
): string | undefined {
  if (status === 'set-aside') return 'the conversation was set aside';
  if (isTeam(heard.role)) return share < SURE ? 'it may be said to somebody else' : undefined;
  if (asked !== undefined && asked !== customer.id) return 'a draft was asked for somebody else';
  return undefined;
}

/** What was said in a channel, oldest first: messages, replies that went out, asides. */
function streamOf(
  conversations: readonly Conversation[],
  asides: readonly Aside[],
  except: string,
  at: Instant,
): Placed[] {
  const said = new Map<string, { said: Said; conversation: string }>();
  for (const { message, talk } of asides) {
    said.set(message.id, { said: saidIn(message), conversation: talk });
  }
  for (const conversation of conversations) {
    // What was merged away stands in the other one.
    if (conversation.mergedInto !== undefined) continue;
    const { id } = conversation;
    for (const message of conversation.messages) {
      if (message.deleted) said.delete(message.id);
      else said.set(message.id, { said: saidIn(message), conversation: id });
    }
    for (const reply of repliesOf(conversation))
      said.set(reply.id, { said: reply, conversation: id });
  }
  said.delete(except);
  const stream: Placed[] = [];
  for (const one of [...said.values()]
    .filter((one) => one.said.at >= at - LOOK_BACK)
    .toSorted((a, b) => a.said.at - b.said.at)
    .slice(-MOST_HEARD)) {
    stream.push({ ...hear(one.said, stream), conversation: one.conversation });
  }
  return stream;
}

function saidIn({ id, author, at, text }: Message, role: Role = author.role): Said {
  return { id, author, role, at, text };
}

/** What went out to the customer, as said by whoever approved it. */
function repliesOf({ id, drafts, customer }: Conversation): Said[] {
  return drafts.flatMap(({ number, text, state }) =>
    state.is === 'sent' || state.is === 'approved'
      ? [
          {
            id: `${id}/${number}`,
            author: state.by,
            role: state.by.role,
            at: state.at,
            text: `@${keysOfPerson(customer)[0]} ${text}`,
          },
        ]
      : [],
  );
}
