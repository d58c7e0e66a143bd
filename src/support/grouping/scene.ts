import type { Role } from '../roles.ts';
import type { Heard } from './hearing.ts';

/** A message that has its conversation. */
export interface Placed extends Heard {
  readonly conversation: string;
  /** Whose matter the conversation is, where that is known; otherwise the first customer's who is heard in it. */
  readonly owner?: string;
}

/** What goes on in one conversation, seen from a message that comes now. Numbers are positions in the stream. */
export interface Talk {
  readonly conversation: string;
  /** Who began it, and whose matter it is. */
  readonly begunBy: string;
  readonly customer: string | undefined;
  readonly customers: ReadonlySet<string>;
  readonly last: number;
  /** When each person spoke here last. */
  readonly spoke: ReadonlyMap<string, number>;
  /** When each person was named here last. */
  readonly named: ReadonlyMap<string, number>;
  /** How many messages here have each of the words that the message has too. */
  readonly words: ReadonlyMap<string, number>;
}

/** What somebody sees who reads a message in its channel. */
export interface Scene {
  readonly heard: Heard;
  readonly stream: readonly Placed[];
  readonly talks: readonly Talk[];
  /** Where its author spoke last, where whom it is said to did, and where its author was named last; -1 for nowhere. */
  readonly own: number;
  readonly theirs: number;
  readonly called: number;
  /** How many messages have each of its words. */
  readonly uses: ReadonlyMap<string, number>;
}

/** Looks at everything in the stream once. */
export function lookAround(heard: Heard, stream: readonly Placed[]): Scene {
  const talks = new Map<string, OpenTalk>();
  const uses = new Map<string, number>();
  let [own, theirs, called] = [-1, -1, -1];
  for (const [at, said] of stream.entries()) {
    const talk = talks.get(said.conversation) ?? begin(said);
    talks.set(said.conversation, talk);
    talk.last = at;
    if (said.role === 'customer') talk.customers.add(said.author);
    talk.customer ??= said.owner ?? (said.role === 'customer' ? said.author : undefined);
    talk.spoke.set(said.author, at);
    for (const name of said.names) talk.named.set(name, at);
    for (const word of heard.words) {
      if (!said.words.has(word)) continue;
      count(talk.words, word);
      count(uses, word);
    }
    if (said.author === heard.author) own = at;
    if (said.author === heard.to) theirs = at;
    if (isNamed(heard, said)) called = at;
  }
  return { heard, stream, talks: [...talks.values()], own, theirs, called, uses };
}

/** Whether somebody of this role belongs to those who answer. */
export function isTeam(role: Role | undefined): boolean {
  return role !== undefined && role !== 'customer';
}

/** Whether the author of `heard` is named in `said`. */
export function isNamed(heard: Heard, said: Heard): boolean {
  return heard.calledAs.some((key) => said.names.includes(key));
}

interface OpenTalk extends Talk {
  last: number;
  customer: string | undefined;
  readonly customers: Set<string>;
  readonly spoke: Map<string, number>;
  readonly named: Map<string, number>;
  readonly words: Map<string, number>;
}

function begin({ conversation, author }: Placed): OpenTalk {
  return {
    conversation,
    begunBy: author,
    customer: undefined,
    customers: new Set(),
    last: 0,
    spoke: new Map(),
    named: new Map(),
    words: new Map(),
  };
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
