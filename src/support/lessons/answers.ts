import type { Conversation } from '../conversation.ts';
import type { ArticleLesson, QuestionLesson } from '../lessons.ts';
import { createMask } from '../masking/mask.ts';
import { mayAct, type Person } from '../roles.ts';
import { namesIn, saidBy } from './questions.ts';
import { sentencesOf } from './sentences.ts';

/** Characters of an answer: a shorter one says nothing by itself, a longer one is no answer but a correspondence. */
const SHORTEST = 30;
const LONGEST = 1_500;
/** A greeting or closing stands in a line of its own, of so few words. */
const SALUTATION = /^[^,.!?]{1,40}[,!]$/u;

/**
 * The article that an agent's answer makes of a question: their longest words since it was asked, from a reply that they wrote
 * themselves, without what the handbook had proposed, names, salutations, questions back and every sentence in which something
 * personal would be left. Undefined where no human answered, or too little remains. Nothing of it is anybody's but an agent's.
 */
export function articleFrom(
  question: QuestionLesson,
  conversation: Conversation,
): ArticleLesson | undefined {
  const answers = answersIn(conversation, question)
    .map(({ text, ...rest }) => ({ ...rest, text: publicWords(text, conversation) }))
    .filter(({ text }) => text.length >= SHORTEST && text.length <= LONGEST)
    .toSorted((a, b) => b.text.length - a.text.length);
  const [answer] = answers;
  if (answer === undefined) return undefined;
  return {
    ...question,
    kind: 'article',
    state: 'waiting',
    question: question.text,
    text: answer.text,
    by: answer.by,
    messages: [...question.messages, ...answer.messages],
  };
}

interface Answer {
  readonly text: string;
  readonly by: Person;
  /** Those that it stands in, where it was written in the customer's thread. */
  readonly messages: readonly string[];
}

function answersIn({ messages, drafts }: Conversation, { at }: QuestionLesson): Answer[] {
  const written = messages
    .filter((one) => mayAct(one.author) && !one.deleted && one.at >= at)
    .map(({ text, author, id }) => ({ text, by: author, messages: [id] }));
  const sent = drafts.flatMap(({ text, proposed, state }) => {
    if (state.is !== 'sent' || !state.edited || state.at < at || !mayAct(state.by)) return [];
    const known = new Set(sentencesOf(proposed ?? ''));
    return [{ text: kept(text, (one) => !known.has(one)), by: state.by, messages: [] }];
  });
  return [...written, ...sent];
}

function publicWords(text: string, conversation: Conversation): string {
  const mask = createMask({ names: namesIn(conversation) });
  const theirs = new Set(saidBy(conversation).match(/\p{N}{3,}/gu));
  const isPublic = (sentence: string) =>
    !SALUTATION.test(sentence) &&
    !/[?？]$/.test(sentence) &&
    mask.mask(sentence).spans.length === 0 &&
    !(sentence.match(/\p{N}{3,}/gu) ?? []).some((number) => theirs.has(number));
  // Told by the whole first: what is personal may stand across sentences.
  mask.mask(text.slice(0, 4 * LONGEST));
  return kept(text.slice(0, 4 * LONGEST), isPublic);
}

/** The text with only these sentences; its lines stay lines. */
function kept(text: string, holds: (sentence: string) => boolean): string {
  return text
    .split(/\n+/)
    .map((line) => sentencesOf(line).filter(holds).join(' '))
    .filter(Boolean)
    .join('\n');
}
