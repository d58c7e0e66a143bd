import type { Desk, Understood } from '../desk/ports.ts';
import type { Place } from '../support/conversation.ts';
import { conversationId } from '../support/grouping.ts';
import { type Json, textAt } from '../support/json.ts';
import type { Person } from '../support/roles.ts';
import { changeOf, instantOf, isTargeted, whereOf } from './activity.ts';
import { commandIn } from './commands.ts';
import type { TeamsConfig } from './config.ts';
import { addressed, askedIn, messageFrom, wordsOf } from './message-body.ts';
import type { People } from './people.ts';

export interface MessageParts {
  readonly config: TeamsConfig;
  readonly desk: Desk;
  readonly people: People;
  readonly now: number;
}

/** Somebody wrote. */
export async function understandMessage(activity: Json, parts: MessageParts): Promise<Understood> {
  const where = whereOf(activity);
  if (where.base === parts.config.triageChannel)
    return { ignored: 'written in the triage channel' };
  const author = await parts.people.sender(activity);
  if (author.role === 'bot') return { ignored: 'written by a bot' };
  if (!(await isOurs(activity, author, parts))) return { ignored: 'not a place we listen to' };
  const place = placeOf(activity, parts.config);
  const toUs = place.direct === true || addressed(activity) === 'first';
  const message = messageFrom(activity, author, parts.now);
  const alone = place.direct === true;
  if (toUs && commandIn(message.text, author.role, alone, askedIn(activity)) !== undefined) {
    return { ignored: 'a command, answered when it came' };
  }
  if (place.direct && author.role !== 'customer') return { ignored: 'the team talks to the bot' };
  return {
    event: {
      type: author.role === 'customer' ? 'customer.wrote' : 'team.wrote',
      id: eventId(activity, place),
      at: message.at,
      place,
      message,
    },
  };
}

/** Somebody changed a message, or brought a deleted one back. */
export async function understandUpdate(activity: Json, parts: MessageParts): Promise<Understood> {
  const kind = textAt(activity, 'channelData', 'eventType');
  if (kind !== 'editMessage' && kind !== 'undeleteMessage') {
    return { ignored: `a change of kind ${kind || 'unknown'}` };
  }
  if (whereOf(activity).base === parts.config.triageChannel) {
    return { ignored: 'changed in the triage channel' };
  }
  const author = await parts.people.sender(activity);
  if (author.role !== 'customer') return { ignored: 'the team changed a message of its own' };
  if (!(await isOurs(activity, author, parts))) return { ignored: 'not a place we listen to' };
  const place = placeOf(activity, parts.config);
  return {
    event: {
      type: 'customer.edited',
      id: `${eventId(activity, place)}:${kind}:${changeOf(activity)}`,
      at: instantOf(activity, parts.now),
      place,
      message: messageFrom(activity, author, parts.now),
      ...(kind === 'undeleteMessage' ? { restored: true } : {}),
    },
  };
}

/** Somebody deleted a message. */
export async function understandDeletion(activity: Json, parts: MessageParts): Promise<Understood> {
  if (whereOf(activity).base === parts.config.triageChannel) {
    return { ignored: 'deleted in the triage channel' };
  }
  const author = await parts.people.sender(activity);
  if (author.role !== 'customer') return { ignored: 'the team deleted a message of its own' };
  const place = placeOf(activity, parts.config);
  return {
    event: {
      type: 'customer.deleted',
      id: `${eventId(activity, place)}:deleted:${changeOf(activity)}`,
      at: instantOf(activity, parts.now),
      place,
      message: textAt(activity, 'id'),
    },
  };
}

/** Where an activity's message stands. In chats there are no threads; a channel's first message is in none. */
export function placeOf(activity: Json, { tenantId }: TeamsConfig): Place {
  const { base, root, kind } = whereOf(activity);
  return {
    platform: 'teams',
    workspace: tenantId,
    channel: base,
    ...(root !== undefined && root !== textAt(activity, 'id') ? { thread: root } : {}),
    ...(kind === 'personal' ? { direct: true } : {}),
  };
}

/**
 * Whether we listen here: in support channels and to direct messages always, elsewhere where the bot is mentioned and
 * in the threads that began so.
 */
async function isOurs(
  activity: Json,
  author: Person,
  { config, desk }: MessageParts,
): Promise<boolean> {
  const { base, root, kind } = whereOf(activity);
  if (kind === 'personal' || config.supportChannels.includes(base)) return true;
  if (addressed(activity) !== 'nowhere') return true;
  if (root === undefined || root === textAt(activity, 'id')) return false;
  const begun = conversationId(placeOf(activity, config), root);
  if ((await desk.conversation(begun)) !== undefined) return true;
  const known = await desk.ofCustomer('teams', config.tenantId, author.id);
  return known.some(({ place }) => place.channel === base && place.thread === root);
}

function eventId(activity: Json, place: Place): string {
  return `teams:${place.workspace}:${place.channel}:${textAt(activity, 'id')}`;
}

/** What somebody wants of the bot by these words, if they are meant for it. */
export function spokenTo(activity: Json): string | undefined {
  const direct = whereOf(activity).kind === 'personal';
  return direct || isTargeted(activity) || addressed(activity) === 'first'
    ? wordsOf(activity)
    : undefined;
}
