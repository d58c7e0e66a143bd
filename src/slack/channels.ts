import type { Shelf } from '../desk/ports.ts';
import type { SlackConfig } from './config.ts';

/**
 * Channels under the ids that the configuration and the conversations know. Sharing a private channel gives it a new
 * id: events come with the new one, and calls must use it.
 */
export interface Channels {
  /** The id we know a channel by. */
  known(channel: string): Promise<string>;
  /** The id Slack knows it by now. */
  current(channel: string): Promise<string>;
  renamed(from: string, to: string): Promise<void>;
  isTriage(channel: string): boolean;
  isSupport(channel: string): boolean;
}

export function createChannels(config: SlackConfig, shelf: Shelf<string>): Channels {
  const support = new Set(config.supportChannels);
  const configured = new Set([...support, config.triageChannel]);
  return {
    async known(channel) {
      if (configured.has(channel)) return channel;
      return (await shelf.get(`was:${channel}`)) ?? channel;
    },
    async current(channel) {
      return (await shelf.get(`now:${channel}`)) ?? channel;
    },
    async renamed(from, to) {
      const first = (await shelf.get(`was:${from}`)) ?? from;
      await shelf.set(`now:${first}`, to);
      await shelf.set(`was:${to}`, first);
    },
    isTriage: (channel) => channel === config.triageChannel,
    isSupport: (channel) => support.has(channel),
  };
}
