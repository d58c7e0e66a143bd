import type { BotFramework } from './botbuilder.ts';
import type { TeamsConfig } from './config.ts';
import type { Member } from './connector.ts';
import type { Reference } from './references.ts';

export type Roster = 'agents' | 'leads';

/** More pages than this are not a support team: the list ends there. */
const MOST_PAGES = 20;

/** The channels whose members are on a roster. Agents default to the members of the triage channel. */
export function channelsOf(roster: Roster, config: TeamsConfig): string[] {
  const entries = config[roster];
  if (entries.length === 0) return roster === 'agents' ? [config.triageChannel] : [];
  return entries.filter((entry) => entry.includes(':'));
}

/**
 * The directory ids of a conversation's members; being listed gives no right by itself.
 * @throws PlatformError when Teams could not be asked.
 */
export async function readMembers(
  channel: string,
  reference: Reference,
  framework: BotFramework,
): Promise<string[]> {
  return framework.reach(reference, async (connector) => {
    const found: string[] = [];
    let next = '';
    for (let pages = 0; pages === 0 || (next !== '' && pages < MOST_PAGES); pages++) {
      const answer = await connector.members(channel, next);
      found.push(...answer.page.map(objectIdOf).filter(Boolean));
      next = answer.next;
    }
    return found;
  });
}

/** Lists say `objectId` where single members say `aadObjectId`. */
export function objectIdOf(member: Member): string {
  const id = member['aadObjectId'] ?? member['objectId'];
  return typeof id === 'string' ? id.toLowerCase() : '';
}
