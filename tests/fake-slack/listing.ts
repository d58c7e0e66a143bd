import type { Channel, Message } from './state.ts';

/** What was written where in a channel, so that a long one is listed at once. */
interface Listing {
  /** How many messages are listed, and the last of them. */
  known: number;
  last: Message | undefined;
  readonly byTs: Map<string, Message>;
  readonly threads: Map<string, Message[]>;
  /** What stands in the channel itself. */
  readonly roots: Message[];
}

const listings = new WeakMap<readonly Message[], Listing>();

/** The message with this ts, deleted or not. */
export function messageIn(channel: Channel, ts: string): Message | undefined {
  return listingOf(channel).byTs.get(ts);
}

/** What stands under a message. */
export function repliesIn(channel: Channel, ts: string): Message[] {
  const thread = listingOf(channel).threads.get(ts) ?? [];
  return thread.filter((message) => !message.deleted && message.ts !== ts);
}

/** What stands in the channel itself, threads' broadcasts included. */
export function rootsIn(channel: Channel): Message[] {
  return listingOf(channel).roots.filter((message) => !message.deleted);
}

/** Messages come at the end; where a test took some out, all are listed anew. */
function listingOf({ messages }: Channel): Listing {
  let listing = listings.get(messages);
  if (!listing || (listing.known > 0 && messages[listing.known - 1] !== listing.last)) {
    listing = { known: 0, last: undefined, byTs: new Map(), threads: new Map(), roots: [] };
    listings.set(messages, listing);
  }
  for (; listing.known < messages.length; listing.known++) {
    const message = messages[listing.known]!;
    const { ts, threadTs, subtype } = message;
    listing.last = message;
    listing.byTs.set(ts, message);
    if (!threadTs || threadTs === ts || subtype === 'thread_broadcast') listing.roots.push(message);
    if (!threadTs) continue;
    const thread = listing.threads.get(threadTs);
    if (thread) thread.push(message);
    else listing.threads.set(threadTs, [message]);
  }
  return listing;
}
