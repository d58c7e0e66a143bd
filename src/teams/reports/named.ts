import type { Called } from '../../desk/ports.ts';
import type { Json } from '../../support/json.ts';
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
 * Whom and what words may call by a name: the team, and support channels by the ends of their ids, as reports show them. Of what is
 * not asked for there is nothing.
 */
export async function calledIn(words: string, { people, config }: CalledParts): Promise<Called> {
  return {
    ...(/(?:agent|owner|person|people)s?\s*[:=]|@/i.test(words)
      ? { agents: new Map((await people.everybody()).map(({ id, name }) => [id, name])) }
      : {}),
    ...(/channels?\s*[:=]|#/i.test(words) ? { channels: channelsIn(config.supportChannels) } : {}),
  };
}

export interface CalledParts {
  readonly people: Pick<People, 'everybody'>;
  readonly config: Pick<TeamsConfig, 'supportChannels'>;
}

function channelsIn(ids: readonly string[]): Map<string, string> {
  return new Map(ids.map((id) => [id, channelEnd(id) ?? '']));
}
