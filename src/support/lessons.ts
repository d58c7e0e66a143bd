import { tell } from './agent.ts';
import type { Conversation, Instant } from './conversation.ts';
import type { Correction } from './corrections.ts';
import type { Outcome } from './decide.ts';
import type { Pressed } from './events.ts';
import type { Handbook } from './handbook.ts';
import { showsSecret } from './masking/secrets.ts';
import type { Person } from './roles.ts';
import { unanswered } from './understanding.ts';

/** Characters of the customer's words that are kept of an example. */
const LONGEST_EXAMPLE = 500;

/**
 * A customer's words and what an agent says they are about: an example to learn from once a lead has accepted it. The
 * words stand here and nowhere else, so that they can be forgotten.
 */
export interface Lesson {
  /** Unique over all conversations. */
  readonly id: string;
  readonly text: string;
  /** The category that the desk had read. */
  readonly from: string;
  readonly category: string;
  readonly by: Person;
  readonly at: Instant;
  /** The messages it was taken from. */
  readonly messages: readonly string[];
  readonly state: 'waiting' | 'accepted' | 'declined';
  /** The lead who accepted or declined it. */
  readonly judge?: Person;
}

/** A lesson, and the conversation that it is of. */
export interface KeptLesson extends Lesson {
  readonly conversation: string;
}

/** What the team has taught, and what waits for a lead; each the oldest first. */
export interface Lessons {
  readonly accepted: readonly KeptLesson[];
  readonly waiting: readonly KeptLesson[];
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
  const others = lessons.filter((one) => one.state !== 'waiting' || !shares(one, messages));
  if (words === '' || from === to || showsSecret(words)) return withLessons(conversation, others);
  const lesson: Lesson = {
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
  if (!lesson) {
    const text = 'The customer changed or deleted these words, or they were corrected again.';
    return tell(conversation, event, `${text} Nothing was changed. Ask for the list again.`);
  }
  if (lesson.state !== 'waiting') {
    const who = lesson.judge?.id === actor.id ? 'You' : lesson.judge?.name || 'Another lead';
    return tell(conversation, event, `${who} ${lesson.state} this already. Nothing was changed.`);
  }
  const accepts = event.button === 'learn';
  if (accepts && !handbook.categories.some(({ name }) => name === lesson.category)) {
    const text = `The handbook has no category ${lesson.category} any more. Decline it instead.`;
    return tell(conversation, event, text);
  }
  const judged: Lesson = { ...lesson, state: accepts ? 'accepted' : 'declined', judge: actor };
  const lessons = (conversation.lessons ?? []).flatMap((one) => {
    if (one === lesson) return [judged];
    const gone = accepts && one.state === 'accepted' && shares(one, lesson.messages);
    return gone ? [] : [one];
  });
  return {
    conversation: { ...conversation, lessons },
    intents: [],
    facts: [
      {
        type: accepts ? 'learnt' : 'declined',
        at,
        conversation: conversation.id,
        lesson: lesson.id,
        category: lesson.category,
        lead: actor.id,
      },
    ],
  };
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
    going: lessons.filter(({ messages }) => messages.every((id) => leaving.has(id))),
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
