import type { Ref, Stage } from '../desk/ports.ts';
import type { Effect } from '../support/effects.ts';
import type { Outbound } from './connector.ts';
import type { People } from './people.ts';
import { markup } from './plain.ts';
import { post, wordsMessage } from './posting.ts';
import { type TellingParts, tellPerson } from './telling.ts';

type Call = Extract<Effect, { type: 'call' }>;

/**
 * Calls people under the card, by name, or each in the one-to-one chat with the bot. Whom Teams does not let the bot write to is
 * called under the card, which the whole team reads.
 * @throws PlatformError
 */
export async function call(
  effect: Call,
  card: Ref,
  { conversation }: Stage,
  parts: TellingParts,
): Promise<Ref | undefined> {
  const { people, triageChannel: base } = parts;
  const called = effect.whom === 'leads' ? await people.leads() : effect.whom;
  if (effect.by === 'mention') {
    return post({ base, root: card.id }, await mentioning(called, effect, people), parts);
  }
  const who = conversation.customer.name;
  const words = wordsMessage(effect.text.includes(who) ? effect.text : `${who}: ${effect.text}`);
  const unreached: string[] = [];
  for (const person of called) {
    if (!(await tellPerson(person, words, parts))) unreached.push(person);
  }
  if (called.length > 0 && unreached.length === 0) return undefined;
  return post({ base, root: card.id }, await mentioning(unreached, effect, people), parts);
}

/** Words behind the names of those who are to be notified; whom Teams has not shown us yet cannot be. */
async function mentioning(
  called: readonly string[],
  { whom, text }: Call,
  people: People,
): Promise<Outbound> {
  const known = await Promise.all(
    called.map(async (person) => ({
      id: await people.addressOf(person),
      name: await people.nameOf(person),
    })),
  );
  const named = known.filter(({ id, name }) => id !== undefined && name !== '');
  const mentions = named.map(({ id, name }) => ({
    type: 'mention',
    text: `<at>${markup(name)}</at>`,
    mentioned: { id, name },
  }));
  const whose = named.length === 0 && whom === 'leads' ? 'For the leads: ' : '';
  const words = wordsMessage(`${whose}${text}`);
  const names = mentions.map((mention) => `${mention.text} `).join('');
  return {
    ...words,
    text: `${names}${words.text}`,
    ...(mentions.length > 0 ? { entities: mentions } : {}),
  };
}
