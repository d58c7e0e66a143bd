import type { Operation } from '../misbehaviour.ts';
import type { Conversation, Json, World } from '../state.ts';
import { conversationOf, splitId } from '../state.ts';
import { faultOf } from './fault.ts';

/** One call as the bot made it. */
export interface Recorded {
  readonly operation: Operation;
  /** The conversation or team in the path, `;messageid=` included; empty for `create`. */
  readonly conversation: string;
  /** The activity or member in the path; empty when there is none. */
  readonly item: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly token: string;
  /** What was answered; absent when it never was. */
  status?: number;
  answer?: Json | Json[];
  /** `performance.now()` when the call had arrived and when its answer left. */
  readonly arrived: number;
  answered?: number;
}

/** What a handler gets: the call, and what it may change. */
export interface Call extends Recorded {
  readonly world: World;
  readonly options: ConnectorOptions;
}

export interface ConnectorOptions {
  /** Whether messages for one person in a channel or group chat are taken (default false: an opt-in of 2026). */
  readonly targetedMessages: boolean;
  /** Most members on a page, whatever the bot asks for; to make small rosters come in pages. */
  readonly pageSize: number | undefined;
  /** Whether more messages into a thread than Microsoft's table allows are answered 429 (default false). */
  readonly rates: boolean;
}

export interface Answer {
  readonly status: number;
  readonly json?: Json | Json[];
}

export type Handler = (call: Call) => Answer;

/**
 * The conversation a call is about.
 * @throws ConnectorFault when there is none, or the bot is not in it.
 */
export function conversationFor({ world, conversation }: Call): {
  conversation: Conversation;
  thread: string | undefined;
} {
  const { base, thread } = splitId(conversation);
  if (!world.conversations.has(base)) throw faultOf(404, 'ConversationNotFound');
  const found = conversationOf(world, base);
  if (!found.bot) throw faultOf(403, 'BotNotInConversationRoster');
  return { conversation: found, thread };
}
