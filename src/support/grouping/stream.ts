import type { Conversation, Draft, Instant, Message } from '../conversation.ts';
import type { Person } from '../roles.ts';
import { LONGEST_HEARD, meet, type Overheard, overhear, recognise, type Said } from './hearing.ts';
import { keysOfPerson } from './people.ts';
import type { Placed } from './scene.ts';

/** How far back a channel is looked at, and how much of it is read at most. */
export const LOOK_BACK = 12 * 3_600_000;
const MOST_CONVERSATIONS = 16;
export const MOST_ASIDES = 40;

/** Messages that are heard, the last ones. */
const MOST_HEARD = 200;

/** Something said at the top of a channel that is part of no conversation with a customer. */
export interface Aside {
  readonly message: Message;
  /** What it is part of: asides of the same talk have the same. */
  readonly talk: string;
}

/** What goes on in a channel. */
export interface Around {
  /** Touched lately. */
  readonly conversations: readonly Conversation[];
  readonly asides: readonly Aside[];
}

/** How many conversations are looked at: an agent may answer any of those who wait, a customer goes on with the last. */
export function mostConversations(byTeam: boolean): number {
  return byTeam ? 4 * MOST_CONVERSATIONS : MOST_CONVERSATIONS;
}

/** What is kept of a message that is nobody's matter: no more than is looked at. */
export function asideOf(message: Message, talk: string): Aside {
  return { message: { ...message, text: message.text.slice(0, LONGEST_HEARD), files: [] }, talk };
}

/** What was said in a channel before somebody speaks, oldest first: messages, replies that went out, asides. */
export function streamBefore(
  { id, at }: { readonly id: string; readonly at: Instant },
  { conversations, asides }: Around,
): Placed[] {
  const entries = conversations.flatMap(entriesOf);
  const taken = new Set(entries.map((entry) => entry.id)).add(id);
  const recent = [
    ...entries.filter((entry) => entry.id !== id),
    ...asides.filter(({ message }) => !taken.has(message.id)).map(entryOfAside),
  ]
    .filter((entry) => entry.at >= at - LOOK_BACK)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .slice(-MOST_HEARD);
  const people = new Map<string, string>();
  return recent.map((entry) => {
    const heard = recognise(entry, people);
    meet(people, heard);
    return heard;
  });
}

/** Something that was said, and where it belongs. */
type Entry = Overheard & Pick<Placed, 'conversation' | 'owner'>;

/** Conversations that were heard before. None changes: what happens makes another one of it. */
const heardBefore = new WeakMap<Conversation, readonly Entry[]>();

/** What was said in a conversation. What was merged away stands in the other one. */
function entriesOf(conversation: Conversation): readonly Entry[] {
  const known = heardBefore.get(conversation);
  if (known) return known;
  const { id, messages, drafts, customer, mergedInto } = conversation;
  const said =
    mergedInto === undefined
      ? [
          ...messages.slice(-MOST_HEARD).filter(({ deleted }) => !deleted),
          ...drafts.flatMap((draft) => replyOf(draft, customer)),
        ]
      : [];
  const [owner] = keysOfPerson(customer);
  const entries = said.map((one) => ({ ...overhear(one), conversation: id, owner }));
  heardBefore.set(conversation, entries);
  return entries;
}

/** What went out to the customer, as said to them by whoever approved it. */
function replyOf({ number, text, state }: Draft, customer: Person): Said[] {
  if (state.is !== 'sent' && state.is !== 'approved') return [];
  const said = `@${keysOfPerson(customer)[0]} ${text}`;
  return [{ id: `reply/${number}`, author: state.by, at: state.at, text: said }];
}

function entryOfAside({ message, talk }: Aside): Entry {
  return { ...overhear(message), conversation: talk };
}
