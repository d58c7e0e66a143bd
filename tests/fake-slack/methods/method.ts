import type { Channel, Install, Json, World } from '../state.ts';
import { teamsOf } from '../state.ts';

/** One Web API call, arguments decoded from whatever form they came in. */
export interface Call {
  readonly world: World;
  readonly args: Json;
  /** Whose token it was. */
  readonly install: Install;
  /** Sends an event to the bot, in its own time. */
  readonly emit: (event: Json, channel?: Channel) => void;
}

export type Method = (call: Call) => Json;

/** An answer `ok: false` with Slack's error code. */
export class ApiError extends Error {
  readonly code: string;
  readonly more: Json;

  constructor(code: string, more: Json = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

export function text(args: Json, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : value === undefined ? '' : String(value);
}

export function flag(args: Json, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1';
}

/** A channel that the bot can see: private ones and DMs only from inside. */
export function visibleChannel({ world, args, install }: Call, name = 'channel'): Channel {
  const channel = world.channels.get(text(args, name));
  const inside = channel?.members.has(install.botUser) ?? false;
  const here = channel && teamsOf(world, channel).includes(install.teamId);
  if (!here || (channel.kind !== 'public' && !inside)) throw new ApiError('channel_not_found');
  return channel;
}

/** A page of a list, with Slack's cursor for the next one. */
export function page<T>(
  all: T[],
  args: Json,
  standard: number,
  most: number,
): { items: T[]; meta: Json } {
  const limit = Math.min(Number(args['limit'] ?? standard) || standard, most);
  const cursor = text(args, 'cursor');
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString().replace('at:', '')) : 0;
  if (Number.isNaN(start)) throw new ApiError('invalid_cursor');
  const end = start + limit;
  const next = end < all.length ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), meta: { response_metadata: { next_cursor: next } } };
}
