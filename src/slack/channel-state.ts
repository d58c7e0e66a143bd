import type { WebClient } from '@slack/web-api';
import { asking, codeOf } from './errors.ts';

/** How the bot stands to a channel: it can post there only where it is `inside`. */
export interface ChannelState {
  readonly is: 'unknown' | 'archived' | 'not a member' | 'inside';
  /** People of other organisations read it, or are invited to. */
  readonly shared: boolean;
  readonly isPrivate: boolean;
}

/**
 * Asks Slack about one channel. A private one that the bot is not in is `unknown`: Slack does not tell them apart.
 * @throws PlatformError when Slack could not be asked.
 */
export async function readChannelState(client: WebClient, channel: string): Promise<ChannelState> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    // Bolt's types leave out some of what Slack answers.
    const more = found as { readonly is_pending_ext_shared?: boolean } | undefined;
    return {
      is: found?.is_archived ? 'archived' : found?.is_member === false ? 'not a member' : 'inside',
      shared: found?.is_ext_shared === true || more?.is_pending_ext_shared === true,
      isPrivate: found?.is_private === true,
    };
  } catch (error) {
    if (codeOf(error) === 'channel_not_found') {
      return { is: 'unknown', shared: false, isPrivate: true };
    }
    return asking(() => Promise.reject(error));
  }
}

/** What keeps the bot from working in a channel and what to do, as a sentence or two; '' while nothing does. */
export function sayObstacle(name: string, { is }: ChannelState): string {
  switch (is) {
    case 'unknown':
      return `Slack does not show the bot ${name}. Invite it there with /invite @Warmline, or correct the channel id.`;
    case 'not a member':
      return `The bot is not in ${name}. Invite it there with /invite @Warmline.`;
    case 'archived':
      return `${name[0]?.toUpperCase()}${name.slice(1)} is archived. Unarchive it, or name another channel.`;
    case 'inside':
      return '';
    default:
      return is satisfies never;
  }
}
