import type { Drive } from './files.ts';

/** Loose JSON, as it goes over the wire. */
export type Json = Record<string, unknown>;

export interface Person {
  /** What Teams calls the person towards this bot: `29:…`, or `28:…` for a bot. */
  readonly id: string;
  readonly name: string;
  /** The directory's id. Anonymous people and bots have none. */
  readonly objectId?: string;
  /** The organisation they belong to, which need not be the channel's. */
  readonly tenantId: string;
  readonly role: 'user' | 'guest' | 'anonymous' | 'bot';
  readonly email?: string;
}

export interface Team {
  /** Also the id of its General channel. */
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly tenantId: string;
  readonly members: Set<string>;
}

/** Somewhere people talk. Its id is the base: a thread adds `;messageid=<root>`. */
export interface Conversation {
  readonly id: string;
  name: string;
  readonly kind: 'standard' | 'private' | 'shared' | 'group' | 'personal';
  /** The team of a channel. */
  readonly team?: string;
  readonly tenantId: string;
  /** Standard channels are open to the whole team; the others have members of their own. */
  readonly members: Set<string>;
  /** Whether the bot is in it. Shared and private channels want it added by hand, after the team. */
  bot: boolean;
  /** Nobody can write here any more: an archived team, or a chat whose owner blocked the bot. */
  closed: 'no' | 'archived' | 'blocked';
  readonly posts: Post[];
}

/** What a post says at one time. */
export interface Words {
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown' | 'xml';
  readonly attachments: readonly Attachment[];
  readonly entities: readonly Json[];
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

/** One message, kept with all it ever said, so that a test can look at what was there before. */
export interface Post {
  /** Milliseconds since 1970, as digits. */
  readonly id: string;
  /** The base id of where it stands. */
  readonly conversation: string;
  /** In a channel, the id of the post that opened its thread; undefined when it is that post. */
  readonly thread: string | undefined;
  readonly from: string;
  words: Words;
  edited: boolean;
  deleted: boolean;
  /** What it said before each edit, oldest first. */
  readonly earlier: Words[];
  /** The whole activity as the bot last sent it. Empty for people's messages. */
  sentWith: Json;
  /** Cards that an answered press put in place of this one for a single person. */
  readonly views: Map<string, Json>;
  /** Set when only this person sees it (a targeted message). */
  readonly onlyFor?: string;
}

/** A dialog (task module) somebody has or had in front of them. */
export interface Dialog {
  readonly id: string;
  readonly user: string;
  /** Title, size and card, as the bot gave them. */
  value: Json;
  /** A line shown in its place at the end, when the bot answered with one. */
  message?: string;
  open: boolean;
  readonly earlier: Json[];
  /** Where it was opened from. */
  readonly conversation: string;
  readonly thread: string | undefined;
  readonly post: string;
  /** Set for one that a message extension opened: what its submission must carry. */
  readonly extension?: Json;
}

/** One invoke and how the bot answered it. */
export interface Invoked {
  readonly name: string;
  readonly user: string;
  readonly value: Json;
  readonly status: number;
  readonly body: Json | undefined;
}

/** What a fake Teams knows. Plain data: tests may read all of it and set the scene by writing to it. */
export interface World {
  readonly clock: { now(): number };
  readonly bot: { readonly appId: string; readonly id: string; readonly name: string };
  readonly tenantId: string;
  readonly people: Map<string, Person>;
  readonly teams: Map<string, Team>;
  readonly conversations: Map<string, Conversation>;
  readonly dialogs: Dialog[];
  readonly invokes: Invoked[];
  /** Files of the bot's, by their ids. */
  readonly drives: Map<string, Drive>;
  /** What the bot hears without being mentioned, by resource-specific consent. */
  readonly hears: { channels: boolean; chats: boolean };
  /** Bearer tokens the connector takes from the bot. */
  readonly botTokens: Set<string>;
  /** The server's own address, `http://127.0.0.1:port`. */
  url: string;
  /** Where the bot must send to: what inbound activities and their tokens say. */
  serviceUrl: string;
  lastId: number;
  serial: number;
}

/** A message id, as Teams makes them: the time in milliseconds, unique and strictly growing. */
export function nextId(world: World): string {
  world.lastId = Math.max(world.clock.now(), world.lastId + 1);
  return String(world.lastId);
}

/** Ids of events that are no messages look like `f:8a1b…`. */
export function nextEventId(world: World): string {
  world.serial += 1;
  return `f:${world.serial.toString(16).padStart(8, '0')}-1111-4222-8333-444444444444`;
}

/** A conversation id as it goes over the wire: a thread of a channel, or the conversation itself. */
export function threadedId(conversation: string, thread: string | undefined): string {
  return thread === undefined ? conversation : `${conversation};messageid=${thread}`;
}

/** The base id and the thread of a conversation id from the wire. */
export function splitId(id: string): { base: string; thread: string | undefined } {
  const [base = '', suffix] = id.split(';messageid=');
  return { base, thread: suffix };
}

export function isChannel(conversation: Conversation): boolean {
  return conversation.team !== undefined;
}

/** Everybody who is in a conversation, by id: a standard channel has its team's members. */
export function membersOf(world: World, conversation: Conversation): Set<string> {
  const team = conversation.team === undefined ? undefined : world.teams.get(conversation.team);
  return conversation.kind === 'standard' && team ? team.members : conversation.members;
}

/** Posts that still stand, oldest first. */
export function standing(conversation: Conversation): Post[] {
  return conversation.posts.filter((post) => !post.deleted);
}

/** @throws when the test names a post that was never there. */
export function postAt(world: World, conversation: string, id: string): Post {
  const found = conversationOf(world, conversation).posts.find((post) => post.id === id);
  if (!found) throw new Error(`The test names a post ${id} that is not in ${conversation}.`);
  return found;
}

/** @throws when the test names a conversation that does not exist. Takes base and thread ids. */
export function conversationOf(world: World, id: string): Conversation {
  const found = world.conversations.get(splitId(id).base);
  if (!found) throw new Error(`The test names a conversation ${id} that does not exist.`);
  return found;
}

/** @throws when the test names somebody who does not exist. */
export function personOf(world: World, id: string): Person {
  const found = world.people.get(id);
  if (!found) throw new Error(`The test names a person ${id} who does not exist.`);
  return found;
}

/** The 1:1 chat of a person with the bot, begun when there is none yet. */
export function directChat(world: World, user: string): Conversation {
  const id = `a:1${user.slice(4)}`;
  const known = world.conversations.get(id);
  if (known) return known;
  const chat: Conversation = {
    id,
    name: personOf(world, user).name,
    kind: 'personal',
    tenantId: world.tenantId,
    members: new Set([user]),
    bot: true,
    closed: 'no',
    posts: [],
  };
  world.conversations.set(id, chat);
  return chat;
}
