import { PlatformError, type Stage } from '../desk/ports.ts';
import type { Effect } from '../support/effects.ts';
import { LONGEST_TEXT, type Rendered, section, sections } from './blocks.ts';
import type { SlackConfig } from './config.ts';
import { asking } from './errors.ts';
import { escapeWithin, link } from './mrkdwn.ts';
import { readRoster } from './rosters.ts';
import { permalink } from './wording.ts';
import type { Workspace } from './workspaces.ts';

type Call = Extract<Effect, { type: 'call' }>;

/** What is posted under a card so that these people are notified. Leads who are nobody's user or group are named in words. */
export function renderCall({ whom, text }: Call, { leads }: Pick<SlackConfig, 'leads'>): Rendered {
  const ids = whom === 'leads' ? leads : whom;
  const named = ids.filter((id) => /^[USW][A-Z0-9]{2,}$/.test(id)).map(mention);
  const called = named.length > 0 ? named.join(' ') : whom === 'leads' ? '*For the leads*' : '';
  const words = [called, escapeWithin(text, LONGEST_TEXT - called.length - 1)].join(' ').trim();
  return {
    text: words,
    blocks: [...(called === '' ? [] : [section(called)]), ...sections(text, 40)],
  };
}

/**
 * Tells each of them in a direct message, with a link to the card. Whom Slack does not know any more does not keep the others
 * from being told.
 * @returns whether anybody was reached
 * @throws PlatformError
 */
export async function callDirectly(
  { whom, text }: Call,
  { card }: Stage,
  workspace: Workspace,
  config: SlackConfig,
): Promise<boolean> {
  const ids = whom === 'leads' ? await readRoster('leads', config, workspace) : whom.filter(isUser);
  const where = card
    ? ` ${link(permalink(workspace.url, card.channel, card.id), 'Open the card')}`
    : '';
  let reached = false;
  for (const user of ids) {
    try {
      await asking(async () => {
        const direct = await workspace.client.conversations.open({ users: user });
        await workspace.client.chat.postMessage({
          channel: direct.channel?.id ?? user,
          text: `${escapeWithin(text, LONGEST_TEXT)}${where}`,
          parse: 'none',
          link_names: false,
          unfurl_links: false,
          unfurl_media: false,
        });
      });
      reached = true;
    } catch (error) {
      if (!(error instanceof PlatformError) || error.retryable) throw error;
    }
  }
  return reached;
}

/** A policy may name people of both platforms: here only those of Slack can be written to. */
function isUser(id: string): boolean {
  return /^[UW][A-Z0-9]{2,}$/.test(id);
}

function mention(id: string): string {
  return id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`;
}
