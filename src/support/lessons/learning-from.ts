import type { Conversation } from '../conversation.ts';
import type { Change } from '../decide.ts';
import type { Intent } from '../effects.ts';
import type { Event } from '../events.ts';
import type { Cause } from '../following.ts';
import type { Handbook } from '../handbook.ts';
import { type Lesson, withLessons } from '../lessons.ts';
import { closes } from '../triage/request.ts';
import { readWords } from '../triage/words.ts';
import { saidUntil } from '../understanding.ts';
import { articleFrom } from './answers.ts';
import { rewordingsIn } from './edits.ts';
import { namesIn, questionIn } from './questions.ts';

/** A lesson before it has its name. */
type Nameless = Lesson extends infer One ? (One extends Lesson ? Omit<One, 'id'> : never) : never;

/**
 * The change with what it may teach beside it: how an agent reworded the draft that has arrived, the question that no
 * article answered, and the article that a human's answer makes of it once the matter is settled. Nothing counts before a lead has
 * accepted it; what waits for one stands in the card's thread.
 */
export function learnFrom(change: Change, { before, event }: Cause, handbook: Handbook): Change {
  const next = change.conversation;
  const lessons = next.lessons ?? [];
  const question = questionIn(before, next, event);
  const fresh: Nameless[] = [
    ...rewordingsOf(before, next, event, handbook),
    ...(question ? [question] : []),
  ];
  const asked = question?.messages ?? [];
  const stays = lessons.filter(
    (one) => one.kind !== 'question' || !one.messages.some((id) => asked.includes(id)),
  );
  const answered = settles(before, next, event) ? stays.map((one) => answerOf(one, next)) : stays;
  const learnt = [...answered, ...fresh.map((one, i) => named(one, next, before, i))];
  const changed = fresh.length > 0 || learnt.some((one, i) => one !== lessons[i]);
  const conversation = changed ? withLessons(next, learnt) : next;
  const posts = shown(before?.lessons, conversation.lessons, event);
  return { ...change, conversation, intents: [...change.intents, ...posts] };
}

function named(
  lesson: Nameless,
  { id }: Conversation,
  before: Conversation | undefined,
  i: number,
) {
  return { ...lesson, id: `${id}/${(before?.version ?? 0) + 1}/${i}` } as Lesson;
}

/** Articles that wait for a lead from now on, or wait no more, stand so in the card's thread. */
function shown(
  before: readonly Lesson[] = [],
  after: readonly Lesson[] = [],
  { type }: Event,
): Intent[] {
  if (before === after) return [];
  const articles = after.filter(({ kind }) => kind === 'article');
  const fresh = articles.filter(
    ({ id, state }) => before.find((one) => one.id === id)?.state !== state,
  );
  const takenBack = type === 'customer.deleted' || type === 'customer.edited';
  const gone = before.filter(
    (one) => takenBack && one.kind === 'article' && !after.some(({ id }) => id === one.id),
  );
  return [...fresh, ...gone].map(({ id }) => ({ type: 'show-lesson', lesson: id }));
}

function rewordingsOf(
  before: Conversation | undefined,
  next: Conversation,
  { at }: Event,
  handbook: Handbook,
): Nameless[] {
  return next.drafts.flatMap((draft) => {
    const { state, number } = draft;
    const was = before?.drafts.find((one) => one.number === number);
    if (state.is !== 'sent' || !state.edited || was?.state.is === 'sent') return [];
    return rewordingsIn(draft, handbook, namesIn(next)).map((rewording) => ({
      ...rewording,
      kind: 'rewording' as const,
      state: 'waiting' as const,
      category: next.triage?.category ?? 'other',
      by: state.by,
      customer: next.customer.id,
      at,
      messages: [],
    }));
  });
}

/** Whether the matter is settled with this: somebody of the team says so, or the customer does. */
function settles(before: Conversation | undefined, next: Conversation, event: Event): boolean {
  if (before === undefined) return false;
  const { type } = event;
  if (type === 'agent.pressed' || type === 'customer.pressed' || type === 'customer.wrote') {
    if (next.status === 'resolved' && before.status !== 'resolved') return true;
  }
  return (
    type === 'customer.wrote' &&
    next.status === 'answered' &&
    closes(readWords(event.message.text), saidUntil(before))
  );
}

function answerOf(lesson: Lesson, conversation: Conversation): Lesson {
  return (lesson.kind === 'question' && articleFrom(lesson, conversation)) || lesson;
}
