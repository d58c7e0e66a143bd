import { type Log, PlatformError } from '../desk/ports.ts';
import { readChannelState, sayObstacle } from './channel-state.ts';
import type { SlackConfig } from './config.ts';
import { asking, codeOf } from './errors.ts';
import type { Workspace } from './workspaces.ts';

/** Slack's ways of saying that there is nobody by this id. */
const NOBODY = new Set(['user_not_found', 'users_not_found', 'no_such_subteam']);

/** Logs an error for each channel and person of the configuration that Slack does not know as it should. Never rejects. */
export async function checkSettings(
  config: SlackConfig,
  workspace: Workspace,
  log: Log,
): Promise<void> {
  const { supportChannels } = config;
  const lists = (['agents', 'leads'] as const).flatMap((list) =>
    config[list].map((id) => ({ id, setting: `SLACK_${list.toUpperCase()}` })),
  );
  const found = await Promise.all([
    ...supportChannels.map((id) => telling(channelFault(workspace, id), log)),
    ...lists.map(({ id, setting }) => telling(personFault(workspace, id, setting), log)),
  ]);
  for (const words of found) if (words !== '') log.error({}, words);
}

async function telling(fault: Promise<string>, log: Log): Promise<string> {
  try {
    return await fault;
  } catch (err) {
    if (err instanceof PlatformError && !err.retryable) return err.message;
    log.warn({ err }, 'a part of the configuration could not be checked with Slack');
    return '';
  }
}

async function channelFault({ client }: Workspace, channel: string): Promise<string> {
  const words = sayObstacle(
    `the support channel ${channel}`,
    await readChannelState(client, channel),
  );
  return words === '' ? '' : `${words} Customers are not heard there until then.`;
}

async function personFault({ client }: Workspace, id: string, setting: string): Promise<string> {
  try {
    if (id.startsWith('S')) await client.usergroups.users.list({ usergroup: id });
    else await client.users.info({ user: id });
    return '';
  } catch (error) {
    if (!NOBODY.has(codeOf(error) ?? '')) return asking(() => Promise.reject(error));
    const what = id.startsWith('S') ? 'user group' : 'person';
    return `Slack knows no ${what} ${id}. Correct it in ${setting}.`;
  }
}
