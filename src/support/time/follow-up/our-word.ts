import type { Conversation, Draft, Instant } from '../../conversation.ts';
import { remembering } from '../../remembering.ts';
import { sentencesOf } from '../../reply/readability.ts';
import { languageOf, type Reading, read } from '../../reply/reading.ts';
import { asksFor } from '../../reply/wording.ts';
import { pledgesIn } from '../promises/pledges.ts';
import { promiseEarFor } from '../promises/tongues/tongues.ts';

/** What our last word to the customer leaves to be done, and by whom. */
export interface OurWord {
  readonly at: Instant;
  /**
   * answer:   it may have settled the matter; only they know.
   * question: they are to tell us something.
   * owing:    we are to do something, or nobody can tell. Whoever owes an answer does not ask for one.
   */
  readonly is: 'answer' | 'question' | 'owing';
}

/** The last that a person of ours wrote to the customer, or approved; undefined where nobody has yet. */
export function ourLastWord(conversation: Conversation, usual: string): OurWord | undefined {
  const draft = conversation.drafts.findLast(
    ({ state }) => state.is === 'sent' || state.is === 'approved',
  );
  const sent = draft && 'at' in draft.state ? draft.state.at : Number.NEGATIVE_INFINITY;
  const spoken = conversation.messages.findLast(
    ({ author, deleted }) => author.role !== 'customer' && !deleted,
  );
  if (spoken && spoken.at >= sent) {
    const language = languageOf(spoken.text, conversation.triage?.language ?? usual);
    return released({ at: spoken.at, is: meant(spoken.text, language) }, conversation);
  }
  return draft && released({ at: sent, is: drafted(draft) }, conversation);
}

/** Where an agent said that what it promises is no promise, it is an answer. */
function released(word: OurWord, { promises = [] }: Conversation): OurWord {
  const made = promises.filter(({ madeAt }) => madeAt === word.at);
  const none = made.length > 0 && made.every(({ state }) => state === 'dismissed');
  return none && word.is === 'owing' ? { ...word, is: 'answer' } : word;
}

function drafted({ text, proposed = text, template, language, answered }: Draft): OurWord['is'] {
  if (text !== proposed) return meant(text, language);
  if (asksFor(template).length > 0) return 'question';
  return answered === 'answer' ? 'answer' : meant(text, language);
}

/** What a text leaves to be done. Takes a time that grows with its length alone. */
const meant = remembering((text, language: string): OurWord['is'] => {
  const sentences = sentencesOf(text.normalize('NFKC')).map((one) => ({
    asks: ASKS.test(one),
    reading: read(one, language),
  }));
  if (sentences.some(({ asks, reading }) => wantsToKnow(asks, reading))) return 'question';
  const ear = promiseEarFor(language);
  // What nobody can read may be anything.
  if (ear === undefined) return 'owing';
  const promised = pledgesIn(text, ear).some(({ waits }) => waits !== 'the customer');
  return promised || sentences.some(({ reading }) => owes(reading)) ? 'owing' : 'answer';
});
const ASKS = /[?？]\s{0,4}$|か[。.]?\s{0,4}$/;

/** "I am on it" names nothing that could be held to, and yet nobody has answered. */
function owes({ said }: Reading): boolean {
  return said('promise') !== undefined && said('confirms') === undefined;
}

/** "Does that settle it?" and "anything else?" ask for nothing that we need. */
function wantsToKnow(asks: boolean, { said }: Reading): boolean {
  if (said('confirms') !== undefined || said('else') !== undefined) return false;
  return asks || said('asks') !== undefined;
}
