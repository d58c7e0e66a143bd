import type { SlackConfig } from './config.ts';
import { asking } from './errors.ts';
import type { Workspace } from './workspaces.ts';

export type Roster = 'agents' | 'leads';

/** More members than this are not a support team: the list ends there. */
const MOST_MEMBERS = 10_000;

/**
 * Ids of the people on a list of the configuration, its user groups resolved. Agents default to the members of the
 * triage channel; being listed gives no right by itself.
 * @throws PlatformError when Slack could not be asked.
 */
export async function readRoster(
  roster: Roster,
  config: SlackConfig,
  workspace: Workspace,
): Promise<string[]> {
  const entries = config[roster];
  if (entries.length === 0) {
    return roster === 'agents' ? membersOf(workspace, config.triageChannel) : [];
  }
  const found = await Promise.all(
    entries.map((entry) => (entry.startsWith('S') ? groupOf(workspace, entry) : [entry])),
  );
  return [...new Set(found.flat())];
}

async function groupOf({ client }: Workspace, usergroup: string): Promise<string[]> {
  const answer = await asking(() => client.usergroups.users.list({ usergroup }));
  return answer.users ?? [];
}

async function membersOf({ client }: Workspace, channel: string): Promise<string[]> {
  const members: string[] = [];
  let cursor = '';
  do {
    const page = await asking(() =>
      client.conversations.members({ channel, limit: 200, ...(cursor ? { cursor } : {}) }),
    );
    members.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '' && members.length < MOST_MEMBERS);
  return members;
}
