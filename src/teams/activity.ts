import { createHash } from 'node:crypto';
import type { Delivery } from '../desk/ports.ts';
import type { Instant } from '../support/conversation.ts';
import { at, type Json, jsonAt, listAt, textAt } from '../support/json.ts';

/** Where an activity happened. */
export interface Where {
  /** The channel or chat, without the thread. */
  readonly base: string;
  /** In a channel, the root message's id; undefined in a chat. */
  readonly root: string | undefined;
  readonly kind: 'channel' | 'group' | 'personal';
}

export function whereOf(activity: Json): Where {
  const { base, root } = splitId(textAt(activity, 'conversation', 'id'));
  const type = textAt(activity, 'conversation', 'conversationType');
  if (type === 'personal') return { base, root: undefined, kind: 'personal' };
  if (type === 'groupChat') return { base, root: undefined, kind: 'group' };
  return { base, root, kind: 'channel' };
}

/** A conversation id as it goes over the wire is the base's, with the thread's root where there is one. */
function splitId(id: string): { base: string; root: string | undefined } {
  const [base = '', ...rest] = id.split(';');
  const root = rest.find((part) => part.startsWith('messageid='))?.slice('messageid='.length);
  return { base, root: root || undefined };
}

export function threadId(base: string, root: string | undefined): string {
  return root === undefined ? base : `${base};messageid=${root}`;
}

/**
 * The tenant of the conversation, which need not be its author's; undefined where the activity contradicts itself.
 */
export function tenantOf(activity: Json): string | undefined {
  const said = [
    textAt(activity, 'conversation', 'tenantId'),
    textAt(activity, 'channelData', 'tenant', 'id'),
  ].filter(Boolean);
  return new Set(said).size > 1 ? undefined : (said[0] ?? '');
}

/** Whether only its author and the bot see it. */
export function isTargeted(activity: Json): boolean {
  return at(activity, 'recipient', 'isTargeted') === true;
}

/** When it happened: Teams numbers messages by the millisecond. `otherwise` where neither id nor stamp tells. */
export function instantOf(activity: Json, otherwise: Instant): Instant {
  const stamp = Date.parse(textAt(activity, 'timestamp'));
  return Number.isNaN(stamp) ? messageInstant(textAt(activity, 'id'), otherwise) : stamp;
}

export function messageInstant(id: string, otherwise: Instant): Instant {
  return /^\d{12,14}$/.test(id) ? Number(id) : otherwise;
}

/** What a change is told apart by from another change of the same message. */
export function changeOf(activity: Json): string {
  const told = textAt(activity, 'timestamp') || textAt(activity, 'localTimestamp');
  if (told !== '') return told;
  return createHash('sha256').update(JSON.stringify(activity)).digest('base64url').slice(0, 22);
}

/**
 * An activity as the desk keeps it: `raw` is its JSON. The base conversation is its lane. A repeat has the same id; an
 * edit, which comes under the message's own id, has another.
 */
export function deliveryOf(activity: Json, raw: string): Delivery {
  const { base } = whereOf(activity);
  const type = textAt(activity, 'type');
  const tenant = tenantOf(activity);
  const suffix =
    type === 'message'
      ? ''
      : type === 'invoke'
        ? `:${textAt(activity, 'name')}`
        : `:${type}:${textAt(activity, 'channelData', 'eventType')}:${changeOf(activity)}`;
  return {
    id: `${base}:${textAt(activity, 'id')}${suffix}`,
    platform: 'teams',
    lane: `teams:${tenant}:${base}`,
    body: raw,
  };
}

/** Who an activity mentions: the ids, and the words that stand for the mention in its text. */
export function mentionsIn(activity: Json): { id: string; name: string; text: string }[] {
  return listAt(activity, 'entities')
    .filter((entity) => textAt(entity, 'type') === 'mention')
    .map((entity) => ({
      id: textAt(jsonAt(entity, 'mentioned'), 'id'),
      name: textAt(jsonAt(entity, 'mentioned'), 'name'),
      text: textAt(entity, 'text'),
    }));
}
