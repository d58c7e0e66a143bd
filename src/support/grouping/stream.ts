import type { Conversation, Draft, Instant, Message } from '../conversation.ts';
import type { Person } from '../roles.ts';
import { hear, LONGEST_HEARD, meet, readMessage, type Said } from './hearing.ts';
import { keysOfPerson } from './people.ts';
import type { Placed } from './scene.ts';

/** How far back a channel is looked at, and how much of it is read at most. */
export const LOOK_BACK = 12 * 3_600_000;
export const MOST_CONVERSATIONS = 16;
export const MOST_ASIDES = 40;

/** Messages that are heard, the last ones: placing looks at no more. */
const MOST_HEARD = 80;

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

/** What is kept of a message that is nobody's matter: no more than is looked at. */
export function asideOf(message: Message, talk: string): Aside {
  return { message: { ...message, text: message.text.slice(0, LONGEST_HEARD), files: [] }, talk };
}

/** What was said in a channel before somebody speaks, oldest first: messages, replies that went out, asides. */
export function streamBefore(
  { id, at }: { readonly id: string; readonly at: Instant },
  { conversations, asides }: Around,
): Placed[] {
  const entries: Entry[] = conversations.flatMap(entriesOf);
  const taken = new Set(entries.map(({ said }) => said.id)).add(id);
  for (const { message, talk } of asides) {
    if (!taken.has(message.id)) entries.push({ said: message, conversation: talk });
  }
  const recent = entries
    .filter(({ said }) => said.id !== id && said.at >= at - LOOK_BACK)
    .toSorted((a, b) => a.said.at - b.said.at)
    .slice(-MOST_HEARD);
  const people = new Map<string, string>();
  return recent.map(({ said, ...where }) => {
    const heard = hear(said, people, readOnce(said));
    meet(people, heard);
    return { ...heard, ...where };
  });
}

interface Entry {
  readonly said: Said;
  readonly conversation: string;
  readonly owner?: string;
}

/** What was said in a conversation. What was merged away stands in the other one. */
function entriesOf({ id, messages, drafts, customer, mergedInto }: Conversation): Entry[] {
  if (mergedInto !== undefined) return [];
  const [owner] = keysOfPerson(customer);
  return [
    ...messages.slice(-MOST_HEARD).filter(({ deleted }) => !deleted),
    ...drafts.flatMap((draft) => replyOf(draft, customer) ?? []),
  ].map((said) => ({ said, conversation: id, owner }));
}

/** What went out to the customer, as said to them by whoever approved it. */
function replyOf(draft: Draft, customer: Person): Said | undefined {
  const { state } = draft;
  if (state.is !== 'sent' && state.is !== 'approved') return undefined;
  const known = replies.get(draft);
  if (known) return known;
  const text = `@${keysOfPerson(customer)[0]} ${draft.text}`;
  const said = { id: `reply/${draft.number}`, author: state.by, at: state.at, text };
  replies.set(draft, said);
  return said;
}

/** What was made and read before: messages and drafts do not change, the store gives the same ones again. */
const replies = new WeakMap<Draft, Said>();
const readings = new WeakMap<Said, ReturnType<typeof readMessage>>();

function readOnce(said: Said) {
  const reading = readings.get(said) ?? readMessage(said.text);
  readings.set(said, reading);
  return reading;
}
