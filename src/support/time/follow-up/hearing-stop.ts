import type { Message } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Cause } from '../../following.ts';
import { findPhrases, indexPhrases } from '../../triage/phrases.ts';
import { readWords, wordsOnly } from '../../triage/words.ts';
import { keptQuiet } from './speaking.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Longer messages tell of something else that does not stop. */
const LONGEST = 30;
const LONGEST_CHARACTERS = 400;

const STOP = indexPhrases(
  Object.values(STOP_WORDS).flatMap((phrases) =>
    phrases.split(',').map((phrase) => [phrase.trim(), true] as const),
  ),
);

/** Whether somebody asks us not to write to them unasked, in any of the languages; "stop" alone says so too. */
export function asksForQuiet(text: string): boolean {
  if (text.length > LONGEST_CHARACTERS) return false;
  const words = readWords(text);
  const said = wordsOnly(words);
  if (said.length > LONGEST) return false;
  return STOP_ALONE.test(said.join(' ')) || findPhrases(STOP, words).length > 0;
}
const STOP_ALONE = /^(?:please )?stop(?: (?:it|this|that))?(?: now)?(?: please)?$/;

/** Whoever asks for quiet gets it from here on; what they write is answered as ever. */
export function hearStop(change: Change, { event }: Cause): Change {
  if (event.type !== 'customer.wrote' && event.type !== 'customer.edited') return change;
  const { customer, messages } = change.conversation;
  const { id }: Pick<Message, 'id'> = event.message;
  const theirs = messages.some((one) => one.id === id && one.author.id === customer.id);
  if (!theirs || !asksForQuiet(event.message.text)) return change;
  return { ...change, conversation: keptQuiet(change.conversation) };
}
