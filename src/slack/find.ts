import type { WebClient } from '@slack/web-api';
import type { Ref, Stage } from '../desk/ports.ts';
import type { Instant } from '../support/conversation.ts';
import { isSaid, type Note, type Outgoing } from '../support/effects.ts';
import { type Json, listAt, textAt } from '../support/json.ts';
import { codeOf, toPlatformError } from './errors.ts';
import { EVENT_TYPE, type PerformParts, speaker } from './perform.ts';

/** Milliseconds that Slack's clock and ours may be apart, where only ours is known. */
const CLOCKS_APART = 10 * 60_000;
/** Pages that are looked through before we say that we cannot tell. */
const MOST_PAGES = 20;
const PAGE = 200;

/**
 * Looks for a message that carries this effect's id, in the thread or channel where it would have gone. It was posted after the
 * conversation had begun, by Slack's own clock: of a busy channel no more need be read.
 * @throws PlatformError when Slack could not be asked.
 */
export async function find(
  effect: Outgoing,
  stage: Stage,
  parts: PerformParts,
): Promise<Ref | 'absent' | 'unknown'> {
  // Telling somebody twice does no harm, nor does bringing up to date what stands there.
  if (effect.type === 'tell-agent' || effect.type === 'show-question') return 'absent';
  if (effect.type === 'call' && effect.by === 'direct message') return 'absent';
  // Nothing goes under a card that is not there.
  if (belongsUnderCard(effect) && !stage.card) return 'absent';
  const { client } = await speaker(effect, stage, parts);
  const { channel, thread } = await whereIs(effect, stage, parts);
  const { openedAt, messages } = stage.conversation;
  const oldest = secondOf(Math.min(openedAt, messages[0]?.at ?? openedAt));
  try {
    return await lookThrough(client, effect.id, channel, thread, oldest);
  } catch (error) {
    switch (codeOf(error)) {
      case 'thread_not_found':
        return 'absent';
      case 'missing_scope':
        return 'unknown';
      default:
        throw toPlatformError(error);
    }
  }
}

/**
 * Looks for a note of this id in the triage channel.
 * @throws PlatformError when Slack could not be asked.
 */
export async function findNote(
  client: WebClient,
  { id, at }: Pick<Note, 'id' | 'at'>,
  channel: string,
): Promise<Ref | undefined> {
  try {
    const found = await lookThrough(client, id, channel, undefined, secondOf(at - CLOCKS_APART));
    // Where Slack cannot say, what only the team sees may stand there twice.
    return typeof found === 'string' ? undefined : found;
  } catch (error) {
    if (codeOf(error) === 'missing_scope') return undefined;
    throw toPlatformError(error);
  }
}

async function lookThrough(
  client: WebClient,
  effect: string,
  channel: string,
  thread: string | undefined,
  oldest: string,
): Promise<Ref | 'absent' | 'unknown'> {
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = {
      channel,
      oldest,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    };
    const answer = await (thread === undefined
      ? client.conversations.history(asked)
      : client.conversations.replies({ ...asked, ts: thread }));
    const found = listAt(answer as unknown as Json, 'messages').find(
      (message) =>
        textAt(message, 'metadata', 'event_type') === EVENT_TYPE &&
        textAt(message, 'metadata', 'event_payload', 'effect') === effect,
    );
    if (found) return { channel, id: textAt(found, 'ts') };
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') return 'absent';
  }
  return 'unknown';
}

async function whereIs(
  effect: Outgoing,
  { card, conversation }: Stage,
  { channels, triageChannel }: PerformParts,
): Promise<{ channel: string; thread: string | undefined }> {
  if (isSaid(effect)) {
    const { place } = effect;
    const thread = place.thread ?? conversation.messages[0]?.id;
    return { channel: await channels.current(place.channel), thread };
  }
  if (effect.type === 'share') {
    return { channel: await channels.current(effect.channel), thread: undefined };
  }
  const triage = await channels.current(triageChannel);
  return { channel: triage, thread: effect.type === 'show-card' ? undefined : card?.id };
}

function belongsUnderCard({ type }: Outgoing): boolean {
  const shown = type.startsWith('show-') && type !== 'show-card';
  return shown || type === 'call';
}

/** As Slack names a moment, rounded down. */
function secondOf(at: Instant): string {
  return String(Math.max(0, Math.floor(at / 1000)));
}
