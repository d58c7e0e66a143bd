import type { Called } from '../../desk/ports.ts';
import type { Json } from '../../support/json.ts';
import type { Person } from '../../support/roles.ts';
import { mentionsIn } from '../activity.ts';
import type { TeamsConfig } from '../config.ts';
import type { People } from '../people.ts';
import { channelEnd } from './cells.ts';

/** What a report is asked for with, whoever it mentions called by their ids: `agent:<@29:…>` as facts know them. */
export async function withIds(
  words: string,
  activity: Json,
  people: Pick<People, 'member'>,
): Promise<string> {
  let named = words;
  for (const { id, name } of mentionsIn(activity)) {
    const mention = `<@${id}>`;
    if (!named.includes(mention)) continue;
    const person = await people.member(activity, id, name);
    named = named.replaceAll(mention, () => `<@${person.id}>`);
  }
  return named;
}

/**
 * Whom and what words may call by a name: the team by their names, and by their first names where those are one's own; support channels
 * by the ends of their ids, as reports show them. Of what is not asked for there is nothing.
 */
export async function calledIn(words: string, { people, config }: CalledParts): Promise<Called> {
  return {
    ...(/agents?\s*[:=]|@/i.test(words) ? { agents: agentsIn(await people.everybody()) } : {}),
    ...(/channels?\s*[:=]|#/i.test(words) ? { channels: channelsIn(config.supportChannels) } : {}),
  };
}

export interface CalledParts {
  readonly people: Pick<People, 'everybody'>;
  readonly config: Pick<TeamsConfig, 'supportChannels'>;
}

function agentsIn(team: readonly Person[]): Map<string, string> {
  const agents = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { id, name } of team) {
    const [first = ''] = name.split(' ');
    for (const call of new Set([name, first])) {
      if (agents.has(call)) ambiguous.add(call);
      agents.set(call, id);
    }
  }
  for (const call of ['', ...ambiguous]) agents.delete(call);
  return agents;
}

function channelsIn(ids: readonly string[]): Map<string, string> {
  const channels = ids.flatMap((id) => {
    const end = channelEnd(id);
    return [id, ...(end === undefined ? [] : [end, `…${end}`])].map((call) => [call, id] as const);
  });
  return new Map(channels);
}
