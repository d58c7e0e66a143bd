import type { WebClient } from '@slack/web-api';
import type { Stage } from '../desk/ports.ts';
import type { Effect } from '../support/effects.ts';
import { LONGEST_TEXT } from './blocks.ts';
import { asking, codeOf, toPlatformError } from './errors.ts';
import { escapeWithin } from './mrkdwn.ts';

/** After these, the person cannot be told in the triage channel: a direct message it is. */
const ELSEWHERE = new Set(['user_not_in_channel', 'channel_not_found', 'not_in_channel']);

/**
 * Tells one person something, under the card where there is one.
 * @throws PlatformError
 */
export async function tellAgent(
  client: WebClient,
  effect: Extract<Effect, { type: 'tell-agent' }>,
  { card }: Stage,
  triageChannel: string,
): Promise<void> {
  const text = escapeWithin(effect.text, LONGEST_TEXT);
  try {
    await client.chat.postEphemeral({
      channel: triageChannel,
      user: effect.person,
      text,
      ...(card ? { thread_ts: card.id } : {}),
      parse: 'none',
      link_names: false,
    });
  } catch (error) {
    if (!ELSEWHERE.has(codeOf(error) ?? '')) throw toPlatformError(error);
    await asking(async () => {
      const direct = await client.conversations.open({ users: effect.person });
      await client.chat.postMessage({
        channel: direct.channel?.id ?? effect.person,
        text,
        parse: 'none',
        link_names: false,
        unfurl_links: false,
        unfurl_media: false,
      });
    });
  }
}
