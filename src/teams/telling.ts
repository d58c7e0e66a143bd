import { PlatformError, type Shelf, type Stage } from '../desk/ports.ts';
import type { Effect } from '../support/effects.ts';
import type { Outbound } from './connector.ts';
import { refusalOf } from './errors.ts';
import { renderNote } from './message.ts';
import type { People } from './people.ts';
import { cardMessage, type PostingParts, post, whisper, wordsMessage } from './posting.ts';
import { nameOf } from './wording.ts';

export interface TellingParts extends PostingParts {
  readonly people: People;
  readonly tenantId: string;
  readonly triageChannel: string;
  /** Whether what one person should read is posted where they are, for their eyes alone. */
  readonly targetedMessages: boolean;
  /** One-to-one chats by person. */
  readonly chats: Shelf<string>;
}

/**
 * Tells one person something, in the one-to-one chat with the bot.
 * @returns false when Teams does not let the bot write to them there.
 * @throws PlatformError
 */
export async function tellPerson(
  person: string,
  message: Outbound,
  parts: TellingParts,
): Promise<boolean> {
  const { people, chats, references, framework, pace, tenantId } = parts;
  const member = await people.addressOf(person);
  const reference = await references.of(parts.triageChannel);
  if (member === undefined || !reference) return false;
  try {
    let chat = await chats.get(person);
    await framework.reach(reference, async (connector) => {
      chat ??= await connector.openChat(member, tenantId);
      pace(chat);
      await connector.send(chat, message);
    });
    if (chat) await chats.set(person, chat);
    return true;
  } catch (error) {
    const refusal = refusalOf((error as { cause?: unknown }).cause);
    if (refusal?.status !== 403 && refusal?.status !== 404) throw error;
    await chats.delete(person);
    return false;
  }
}

/**
 * Tells an agent why a press came to nothing: alone, under the card or in their chat, or in the card's thread, which only the team reads, where the
 * agent has no chat with the bot.
 * @throws PlatformError
 */
export async function tellAgent(
  effect: Extract<Effect, { type: 'tell-agent' }>,
  { card, conversation }: Stage,
  parts: TellingParts,
): Promise<void> {
  const { triageChannel: base, people, targetedMessages } = parts;
  const words = wordsMessage(effect.text);
  const id = await people.addressOf(effect.person);
  if (targetedMessages && card && id !== undefined) {
    const agent = { id, name: await people.nameOf(effect.person) };
    if (await whisper({ base, root: card.id }, agent, words, parts)) return;
  }
  if (await tellPerson(effect.person, words, parts)) return;
  if (!card) {
    const message = 'There is no chat with this person and no card to answer under.';
    throw new PlatformError('teams', message, { retryable: false });
  }
  const known = [conversation.owner, ...conversation.deeds.map((deed) => deed.by)];
  const person = known.find((one) => one?.id === effect.person);
  const name = person ? nameOf(person) : await people.nameOf(effect.person);
  const note = cardMessage(renderNote(name === '' ? effect.text : `${name}: ${effect.text}`));
  await post({ base, root: card.id }, note, parts);
}
