import { tell } from './agent.ts';
import type { Conversation, Instant } from './conversation.ts';
import type { Correction } from './corrections.ts';
import type { Outcome } from './decide.ts';
import type { Intent } from './effects.ts';
import type { Pressed } from './events.ts';
import type { Handbook } from './handbook.ts';
import { applied, type Rewording } from './lessons/rewording.ts';
import { showsSecret } from './masking/secrets.ts';
import type { Person } from './roles.ts';
import { unanswered } from './understanding.ts';

/** Characters of the customer's words that are kept of an example. */
const LONGEST_EXAMPLE = 500;

/** Something that a conversation may teach, once a lead has accepted it. */
interface Taught {
  /** Unique over all conversations. */
  readonly id: string;
  /** The words that are learnt. They stand here and nowhere else, so that they can be forgotten. */
  readonly text: string;
  readonly category: string;
  readonly at: Instant;
  /** The messages it was taken from: without any of them it is forgotten. */
  readonly messages: readonly string[];
  readonly state: 'waiting' | 'accepted' | 'declined';
  /** The lead who accepted or declined it. */
  readonly judge?: Person;
}

/** A customer's words and what an agent says they are about: an example to learn from. */
export interface CategoryLesson extends Taught {
  readonly kind?: 'category';
  /** The category that the desk had read. */
  readonly from: string;
  readonly by: Person;
}

/** How an agent changed a sentence of a wording before it was sent: a template change, where several do the same. */
export interface RewordingLesson extends Taught, Rewording {
  readonly kind: 'rewording';
  readonly by: Person;
  /** The id of the customer whom it was sent to: what two customers read alike is told of neither. */
  readonly customer: string;
  /** In how many conversations it was changed so; said where it is offered to leads. */
  readonly times?: number;
}

/** A customer's question, masked, that no article answered. Nobody judges it: it may become an article. */
export interface QuestionLesson extends Omit<Taught, 'state'> {
  readonly kind: 'question';
  readonly state: 'open';
  readonly language: string;
}

/** An agent's answer to such a question, masked: an article. `text` is the answer. */
export interface ArticleLesson extends Taught {
  readonly kind: 'article';
  readonly question: string;
  readonly language: string;
  readonly by: Person;
}

export type Lesson = CategoryLesson | RewordingLesson | QuestionLesson | ArticleLesson;

/** A lesson, and the conversation that it is of. */
export type KeptLesson = Lesson & { readonly conversation: string };
/** One that a lead can judge. */
export type OfferedLesson = Exclude<KeptLesson, { readonly kind: 'question' }>;

/** What the team has taught, and what waits for a lead; each the oldest first. */
export interface Lessons {
  readonly accepted: readonly OfferedLesson[];
  readonly waiting: readonly OfferedLesson[];
}

/**
 * The conversation with what its corrected category may teach. A further correction of the same words takes the place
 * of one that waits; back to what the desk had read, there is nothing to learn. A password or key is no example.
 */
export function takeLesson(conversation: Conversation, correction: Correction): Conversation {
  const { id, version, lessons = [] } = conversation;
  const { from, to, by, at } = correction;
  const said = unanswered(conversation).filter(({ text }) => text.trim() !== '');
  const messages = said.map((message) => message.id);
  const words = said.map(({ text }) => text.trim()).join('\n');
  const others = lessons.filter(
    (one) =>
      (one.kind ?? 'category') !== 'category' || one.state !== 'waiting' || !shares(one, messages),
  );
  if (words === '' || from === to || showsSecret(words)) return withLessons(conversation, others);
  const lesson: CategoryLesson = {
    id: `${id}/${version + 1}`,
    text: words.slice(0, LONGEST_EXAMPLE).replace(/[\ud800-\udbff]$/, ''),
    from,
    category: to,
    by,
    at,
    messages,
    state: 'waiting',
  };
  return withLessons(conversation, [...others, lesson]);
}

/** A lead accepts a lesson, or declines it: once. What was accepted of the same words before gives way. */
export function judge(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const { actor, at } = event;
  if (actor.role !== 'lead') {
    return tell(conversation, event, 'Only leads say what is learnt. Nothing was changed.');
  }
  const lesson = conversation.lessons?.find(({ id }) => id === event.value);
  if (!lesson || lesson.kind === 'question') {
    const text = 'The customer changed or deleted these words, or they were corrected again.';
    return tell(conversation, event, `${text} Nothing was changed. Ask for the list again.`);
  }
  if (lesson.state !== 'waiting') {
    const who = lesson.judge?.id === actor.id ? 'You' : lesson.judge?.name || 'Another lead';
    return tell(conversation, event, `${who} ${lesson.state} this already. Nothing was changed.`);
  }
  const accepts = event.button === 'learn';
  const obstacle = accepts ? obstacleTo(lesson, handbook) : undefined;
  if (obstacle !== undefined) return tell(conversation, event, `${obstacle} Decline it instead.`);
  const judged: Lesson = { ...lesson, state: accepts ? 'accepted' : 'declined', judge: actor };
  const lessons = (conversation.lessons ?? []).flatMap((one) => {
    if (one === lesson) return [judged];
    const gone =
      accepts &&
      one.kind === lesson.kind &&
      one.state === 'accepted' &&
      shares(one, lesson.messages);
    return gone ? [] : [one];
  });
  return {
    conversation: { ...conversation, lessons },
    intents: accepts ? sayAccepted(lesson, actor, handbook) : [],
    facts: [
      {
        type: accepts ? 'learnt' : 'declined',
        at,
        conversation: conversation.id,
        lesson: lesson.id,
        category: lesson.category,
        lead: actor.id,
        ...(lesson.kind === undefined ? {} : { kind: lesson.kind }),
      },
    ],
  };
}

/** Why a lesson can no longer be accepted. */
function obstacleTo(
  lesson: Exclude<Lesson, QuestionLesson>,
  { categories, replies }: Handbook,
): string | undefined {
  switch (lesson.kind) {
    case undefined:
    case 'category':
      return categories.some(({ name }) => name === lesson.category)
        ? undefined
        : `The handbook has no category ${lesson.category} any more.`;
    case 'rewording':
      return applied(lesson, replies) === undefined
        ? 'The handbook’s wording is another by now.'
        : undefined;
    case 'article':
      return undefined;
    default:
      return lesson satisfies never;
  }
}

/** What the lead may want to do beside: what is learnt stands in the store, a team's words stand in its own files. */
function sayAccepted(
  lesson: Exclude<Lesson, QuestionLesson>,
  { id }: Person,
  { replies }: Handbook,
): Intent[] {
  if (lesson.kind !== 'rewording') return [];
  const [language, situation] = lesson.wording.split('/');
  const now = applied(lesson, replies);
  const text =
    now === ''
      ? 'This wording is not used any more.'
      : `From the next draft on it says: “${now}” To have it in your own files too, put it under “## ${situation}” in replies/${language}.md.`;
  return [{ type: 'tell-agent', person: id, text }];
}

/** The lessons once this one is judged: what a lead sees at once, before it is decided. */
export function onceJudged(lessons: Lessons, id: string, accepts: boolean): Lessons {
  const { accepted, waiting } = lessons;
  const judged = waiting.filter((one) => one.id === id);
  return {
    accepted: accepts ? [...accepted, ...judged] : accepted,
    waiting: waiting.filter((one) => one.id !== id),
  };
}

/** Words that their author changed or took back teach nothing, whoever accepted them. */
export function forgetLessons(conversation: Conversation, message: string): Conversation {
  const { lessons = [] } = conversation;
  const left = lessons.filter((one) => !shares(one, [message]));
  return left.length === lessons.length ? conversation : withLessons(conversation, left);
}

/** What comes of a change of a message that is not here (any more): all there may be of it is what it taught. */
export function forgotten(
  conversation: Conversation | undefined,
  message: string,
  otherwise: string,
): Outcome {
  const left = conversation && forgetLessons(conversation, message);
  return left === undefined || left === conversation
    ? { ignored: otherwise }
    : { conversation: left, intents: [] };
}

/**
 * The lessons when these messages leave: those that go with them, and those that stay. One of words from both sides was
 * about two matters, and teaches nothing.
 */
export function partLessons(
  { lessons = [] }: Conversation,
  leaving: ReadonlySet<string>,
): { readonly going: readonly Lesson[]; readonly staying: readonly Lesson[] } {
  return {
    going: lessons.filter(
      ({ messages }) => messages.length > 0 && messages.every((id) => leaving.has(id)),
    ),
    staying: lessons.filter(({ messages }) => !messages.some((id) => leaving.has(id))),
  };
}

/** The conversation with these lessons; where there are none, it says nothing of them. */
export function withLessons(conversation: Conversation, lessons: readonly Lesson[]): Conversation {
  const { lessons: _, ...rest } = conversation;
  return lessons.length > 0 ? { ...rest, lessons } : rest;
}

/** The ids of what this conversation has taught. */
export function taught(conversation: Conversation | undefined): string {
  const accepted = conversation?.lessons?.filter(({ state }) => state === 'accepted') ?? [];
  return accepted.map(({ id }) => id).join();
}

function shares({ messages }: Lesson, others: readonly string[]): boolean {
  return messages.some((id) => others.includes(id));
}
