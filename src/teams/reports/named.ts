import type { Called } from '../../desk/ports.ts';
import type { Json } from '../../support/json.ts';
import { mentionsIn } from '../activity.ts';
import type { People } from '../people.ts';

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

/** The team by their names, and by their first names where those are one's own; nobody where none is asked for. */
export async function calledIn(words: string, people: Pick<People, 'everybody'>): Promise<Called> {
  if (!/agents?\s*[:=]|@/i.test(words)) return {};
  const agents = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { id, name } of await people.everybody()) {
    const [first = ''] = name.split(' ');
    for (const call of new Set([name, first])) {
      if (agents.has(call)) ambiguous.add(call);
      agents.set(call, id);
    }
  }
  for (const call of ['', ...ambiguous]) agents.delete(call);
  return { agents };
}
