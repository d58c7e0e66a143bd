import type { Conversation, Message } from '../../conversation.ts';
import { openChoice } from '../../questions.ts';
import { findPhrases, indexPhrases, longestOf } from '../../triage/phrases.ts';
import { closes } from '../../triage/request.ts';
import { readWords, wordsOnly } from '../../triage/words.ts';
import { saidUntil } from '../../understanding.ts';
import { followedUp } from './nudges.ts';
import { ourLastWord } from './our-word.ts';
import { WORKED_WORDS, type WorkedWords } from './worked-words.ts';

/** Whoever says more than so many words has more to say. */
const LONGEST = 15;
const LONGEST_CHARACTERS = 200;
/** A yes that goes on for longer may be a yes to something else. */
const LONGEST_YES = 6;

const SAID = indexPhrases(
  Object.values(WORKED_WORDS).flatMap((language) =>
    Object.entries(language).flatMap(([sign, phrases]: [string, string]) =>
      phrases.split(',').map((phrase) => [phrase.trim(), sign as keyof WorkedWords] as const),
    ),
  ),
);

/**
 * What a customer says of whether our answer worked: `failed` only where we asked. Undefined where they say something else,
 * ask something or say more than that; what is in doubt is for a person to read.
 */
export function hearBack(
  conversation: Conversation,
  { text, files }: Message,
  usual: string,
): 'worked' | 'failed' | undefined {
  const { status } = conversation;
  if (files.length > 0 || text.length > LONGEST_CHARACTERS || /[?？]/.test(text)) return undefined;
  const reminded = askedWhetherItWorked(conversation);
  const asked = reminded || openChoice(conversation, 'solved') !== undefined;
  if (asked ? status !== 'answered' && status !== 'resolved' : !hasAnswered(conversation, usual)) {
    return undefined;
  }
  const words = readWords(text.replaceAll('。', '. '));
  const many = wordsOnly(words).length;
  if (many > LONGEST) return undefined;
  const signs = new Set(longestOf(findPhrases(SAID, words)).map(({ of }) => of));
  if (signs.has('failed')) return asked && !signs.has('worked') ? 'failed' : undefined;
  if (signs.has('worked')) return 'worked';
  if (!asked) return undefined;
  const yes = signs.has('yes') && many <= LONGEST_YES;
  // Thanks right after an answer say so; thanks for having been asked again may not.
  const thanks = !reminded && closes(words, saidUntil(conversation));
  return yes || thanks ? 'worked' : undefined;
}

/** The desk asked, and this is the first that the customer says since. */
export function askedWhetherItWorked(conversation: Conversation): boolean {
  const last = followedUp(conversation).nudges.at(-1);
  const asks = last?.kind === 'did-that-work' || last?.kind === 'check-in';
  return asks && last.at > conversation.lastCustomerAt;
}

function hasAnswered(conversation: Conversation, usual: string): boolean {
  if (conversation.status !== 'answered') return false;
  const word = ourLastWord(conversation, usual);
  return word?.is === 'answer' && word.at > conversation.lastCustomerAt;
}
