import { randomBytes } from 'node:crypto';

/** Loose JSON, as it goes over the wire. */
export type Json = Record<string, unknown>;

export type Block = Json & { type: string; block_id?: string };

export interface User {
  readonly id: string;
  /** The handle. */
  readonly name: string;
  readonly realName: string;
  readonly teamId: string;
  readonly bot: boolean;
  /** 'multi' is a multi-channel guest, 'single' a single-channel guest. Both carry the home team's id. */
  readonly guest: 'no' | 'multi' | 'single';
  readonly deleted: boolean;
}

export interface Channel {
  id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly members: Set<string>;
  /** Shared with another organisation (Slack Connect). */
  readonly shared: boolean;
  /** Another organisation is invited to it. */
  readonly pendingShare?: boolean;
  /** Workspaces whose installations of the app can see it, its host first; unset: the home team alone. */
  readonly teams?: readonly string[];
  archived: boolean;
  readonly messages: Message[];
}

/** One message, kept with all it ever said, so that a test can look at what was there before. */
export interface Message {
  readonly ts: string;
  channel: string;
  readonly user: string;
  readonly botId?: string;
  text: string;
  blocks: Block[];
  readonly threadTs?: string;
  readonly subtype?: string;
  readonly clientMsgId?: string;
  readonly files: SharedFile[];
  metadata?: Json;
  edited?: { user: string; ts: string };
  deleted: boolean;
  /** What it said before each edit, oldest first. */
  readonly earlier: { text: string; blocks: Block[] }[];
  /** Who or what would be pinged: 'channel', 'here', 'everyone', user ids, user group ids. */
  readonly notified: Set<string>;
  /** The arguments it was posted with: unfurl_links, parse and their like. Empty for people's messages. */
  readonly sentWith: Json;
}

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly url_private: string;
  readonly permalink: string;
  readonly mimetype: string;
  /** What was uploaded, once all of it has come. */
  readonly content?: Buffer;
  /** How often Slack has still to look at it before a message may show it. */
  unready?: number;
}

export interface Ephemeral {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  blocks: Block[];
  readonly threadTs?: string;
  deleted: boolean;
  /** How it came: by the API, through a response_url, or as the answer to a command. */
  readonly by: 'api' | 'response_url' | 'command';
}

export interface View {
  readonly id: string;
  readonly user: string;
  hash: string;
  /** As the app sent it: type, title, blocks, private_metadata and so on. */
  content: Json & { blocks: Block[] };
  open: boolean;
  /** The skeletons and stages it went through before, oldest first. */
  readonly earlier: Json[];
}

export interface Trigger {
  readonly user: string;
  readonly expires: number;
  used: boolean;
}

export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  readonly expires: number;
  uses: number;
  /** The message it belongs to, for replace_original and delete_original. */
  readonly original?: { kind: 'message' | 'ephemeral'; ts: string };
}

/** The app installed in one workspace. */
export interface Install {
  readonly token: string;
  readonly teamId: string;
  readonly teamName: string;
  /** Unset: the home team's. */
  readonly domain?: string;
  readonly botUser: string;
  readonly botId: string;
}

/** What a fake Slack knows. Plain data: tests may read all of it and set the scene by writing to it. */
export interface World {
  readonly clock: { now(): number };
  readonly team: { id: string; name: string; domain: string };
  readonly app: {
    readonly id: string;
    readonly appToken: string;
    readonly signingSecret: string;
    readonly verificationToken: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  /** Installs by bot token; the first is the home workspace's. */
  readonly installs: Map<string, Install>;
  readonly oauthCodes: Map<string, Install>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, { handle: string; users: string[] }>;
  readonly files: Map<string, SharedFile>;
  /** Files on their way, by their ids: what they will be called, and what has come of them. */
  readonly uploads: Map<
    string,
    { readonly name: string; readonly length: number; content?: Buffer }
  >;
  /** Types of blocks that this workspace does not know yet. */
  readonly unknownBlocks: Set<string>;
  readonly ephemerals: Ephemeral[];
  readonly views: Map<string, View>;
  /** Published App Homes by user. */
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** Where responses can be posted: the server's own address. */
  url: string;
  lastMicros: number;
  serial: number;
  readonly salt: string;
}

/** A message timestamp like `1733000000.000123`: unique and strictly growing, whatever the clock does. */
export function nextTs(world: World): string {
  world.lastMicros = Math.max(world.clock.now() * 1000, world.lastMicros + 1);
  const seconds = Math.floor(world.lastMicros / 1_000_000);
  return `${seconds}.${String(world.lastMicros % 1_000_000).padStart(6, '0')}`;
}

/** A fresh id with Slack's look: `Ev0A1B2C3D4`. */
export function nextId(world: World, prefix: string): string {
  world.serial += 1;
  return `${prefix}${world.salt}${world.serial.toString(36).toUpperCase().padStart(6, '0')}`;
}

/** Keeps ids of two fakes in one test from colliding. */
export function newSalt(): string {
  return randomBytes(2).toString('hex').toUpperCase();
}

export function homeInstall(world: World): Install {
  const [first] = world.installs.values();
  if (!first) throw new Error('The app is not installed in this fake Slack.');
  return first;
}

/** The workspaces in which this channel is, its host first. */
export function teamsOf(world: World, channel: Channel): readonly string[] {
  return channel.teams ?? [world.team.id];
}

/** The installation through which the bot hears of a channel: one that is inside it. Without a channel, the home's. */
export function hearer(world: World, channel?: Channel): Install | undefined {
  if (!channel) return homeInstall(world);
  const teams = teamsOf(world, channel);
  return [...world.installs.values()]
    .filter((install) => channel.members.has(install.botUser) && teams.includes(install.teamId))
    .toSorted((a, b) => teams.indexOf(a.teamId) - teams.indexOf(b.teamId))[0];
}

/** Messages of a channel that still stand, oldest first. */
export function standing(channel: Channel): Message[] {
  return channel.messages.filter((message) => !message.deleted);
}

/** @throws when the test names a message that was never there. */
export function messageAt(world: World, channelId: string, ts: string): Message {
  const found = channelOf(world, channelId).messages.findLast((message) => message.ts === ts);
  if (!found) throw new Error(`The test names a message ${ts} that is not in ${channelId}.`);
  return found;
}

/** @throws when the test names a channel that does not exist. */
export function channelOf(world: World, id: string): Channel {
  const found = world.channels.get(id);
  if (!found) throw new Error(`The test names a channel ${id} that does not exist.`);
  return found;
}

/** @throws when the test names somebody who does not exist. */
export function userOf(world: World, id: string): User {
  const found = world.users.get(id);
  if (!found) throw new Error(`The test names a user ${id} who does not exist.`);
  return found;
}

/** The direct-message channel of a person with the bot, opened when there is none yet. */
export function directChannel(world: World, user: string): Channel {
  const { botUser } = homeInstall(world);
  for (const channel of world.channels.values())
    if (channel.kind === 'im' && channel.members.has(user)) return channel;
  const channel: Channel = {
    id: `D0${user.slice(1)}`.slice(0, 11),
    name: 'directmessage',
    kind: 'im',
    members: new Set([user, botUser]),
    shared: false,
    archived: false,
    messages: [],
  };
  world.channels.set(channel.id, channel);
  return channel;
}
