import type { Desk, Understood } from '../desk/ports.ts';
import type { Place } from '../support/conversation.ts';
import { type Json, jsonAt, textAt } from '../support/json.ts';
import type { Person } from '../support/roles.ts';
import type { Channels } from './channels.ts';
import { commandIn } from './commands.ts';
import { instantOf, isByBot, messageFrom } from './message-body.ts';
import { addresses, decode, mentions } from './mrkdwn.ts';
import type { People } from './people.ts';
import type { Workspace } from './workspaces.ts';

/** Real messages of people. Every other subtype is something that happened to a channel, or a bot. */
const WRITTEN = new Set(['', 'file_share', 'me_message', 'thread_broadcast']);

export interface MessageParts {
  readonly desk: Desk;
  readonly people: People;
  readonly channels: Channels;
}

/** One event and where it happened. `channel` is the id that we know the channel by. */
interface Hearing extends MessageParts {
  readonly event: Json;
  readonly channel: string;
  readonly workspace: Workspace;
}

/** What a message event says, whatever became of the message. */
export async function understandMessage(
  event: Json,
  workspace: Workspace,
  parts: MessageParts,
): Promise<Understood> {
  const subtype = textAt(event, 'subtype');
  const channel = await parts.channels.known(textAt(event, 'channel'));
  if (parts.channels.isTriage(channel)) return { ignored: 'written in the triage channel' };
  const hearing: Hearing = { event, channel, workspace, ...parts };
  if (WRITTEN.has(subtype)) return written(hearing);
  if (subtype === 'message_deleted') return deleted(hearing, textAt(event, 'deleted_ts'));
  if (subtype !== 'message_changed') return { ignored: `a message event of subtype ${subtype}` };
  // A deleted message that has replies leaves a tombstone, and Slack calls that a change.
  if (textAt(event, 'message', 'subtype') === 'tombstone') {
    return deleted(hearing, textAt(event, 'message', 'ts'));
  }
  return changed(hearing);
}

async function written(hearing: Hearing): Promise<Understood> {
  const { event, workspace } = hearing;
  const author = await authorOf(hearing, event);
  if ('ignored' in author) return author;
  if (!(await isOurs(hearing, event, author.id))) return { ignored: 'not a place we listen to' };
  const place = placeOf(hearing, event);
  const words = textAt(event, 'text');
  const spoken = decode(words, workspace.botUser);
  const toUs = place.direct === true || addresses(words, workspace.botUser);
  if (toUs && commandIn(spoken, author.role, place.direct === true) !== undefined) {
    return { ignored: 'a command, answered when it came' };
  }
  if (place.direct && author.role !== 'customer') return { ignored: 'the team talks to the bot' };
  const message = await messageFrom(event, author, workspace);
  return {
    event: {
      type: author.role === 'customer' ? 'customer.wrote' : 'team.wrote',
      id: `slack:${workspace.id}:${hearing.channel}:${message.id}`,
      at: message.at,
      place,
      message,
    },
  };
}

async function changed(hearing: Hearing): Promise<Understood> {
  const now = jsonAt(hearing.event, 'message');
  const before = textAt(hearing.event, 'previous_message', 'text');
  const edited = textAt(now, 'edited', 'ts');
  // Links that unfold and replies that are counted change a message too.
  if (edited === '' || textAt(now, 'text') === before) return { ignored: 'the words are the same' };
  const author = await authorOf(hearing, now);
  if ('ignored' in author) return author;
  if (author.role !== 'customer') return { ignored: 'the team changed a message of its own' };
  if (!(await isOurs(hearing, now, author.id))) return { ignored: 'not a place we listen to' };
  const message = await messageFrom(now, author, hearing.workspace);
  return {
    event: {
      type: 'customer.edited',
      id: `slack:${hearing.workspace.id}:${hearing.channel}:${message.id}:edited:${edited}`,
      at: instantOf(edited),
      place: placeOf(hearing, now),
      message,
    },
  };
}

async function deleted(hearing: Hearing, message: string): Promise<Understood> {
  const before = jsonAt(hearing.event, 'previous_message');
  const author = await authorOf(hearing, before);
  if ('ignored' in author) return author;
  if (author.role !== 'customer') return { ignored: 'the team deleted a message of its own' };
  return {
    event: {
      type: 'customer.deleted',
      id: `slack:${hearing.workspace.id}:${hearing.channel}:${message}:deleted`,
      at: instantOf(textAt(hearing.event, 'event_ts') || textAt(hearing.event, 'ts')),
      place: placeOf(hearing, before),
      message,
    },
  };
}

/** Who wrote this. Bots are never heard, ourselves included: so no two can answer each other for ever. */
async function authorOf(
  { workspace, people }: Hearing,
  message: Json,
): Promise<Person | { ignored: string }> {
  const user = textAt(message, 'user');
  if (isByBot(message)) return { ignored: 'written by a bot' };
  if (user === '' || user === workspace.botUser)
    return { ignored: 'written by nobody we listen to' };
  const person = await people.person(workspace, user);
  return person.role === 'bot' ? { ignored: 'written by a bot' } : person;
}

/**
 * Whether we listen here: in support channels and to direct messages always, elsewhere where the bot is mentioned and
 * in the threads that began so.
 */
async function isOurs(hearing: Hearing, message: Json, author: string): Promise<boolean> {
  const { channel, channels, desk, workspace } = hearing;
  if (channels.isSupport(channel) || isDirect(hearing.event)) return true;
  if (mentions(textAt(message, 'text'), workspace.botUser)) return true;
  const thread = textAt(message, 'thread_ts');
  if (thread === '') return false;
  for (const person of new Set([author, textAt(message, 'parent_user_id')])) {
    const known = person === '' ? [] : await desk.ofCustomer('slack', workspace.id, person);
    if (known.some(({ place }) => place.channel === channel && place.thread === thread))
      return true;
  }
  return false;
}

function placeOf({ event, channel, workspace }: Hearing, message: Json): Place {
  const thread = textAt(message, 'thread_ts');
  return {
    platform: 'slack',
    workspace: workspace.id,
    channel,
    ...(thread !== '' && thread !== textAt(message, 'ts') ? { thread } : {}),
    ...(isDirect(event) ? { direct: true } : {}),
  };
}

function isDirect(event: Json): boolean {
  return textAt(event, 'channel_type') === 'im';
}
