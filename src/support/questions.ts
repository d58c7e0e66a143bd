import { lastAnswered } from './circumstances.ts';
import type { Conversation, Instant, Place } from './conversation.ts';
import type { Change } from './decide.ts';
import type { CustomerButton, CustomerPressed } from './events.ts';
import type { Cause } from './following.ts';
import type { Person } from './roles.ts';

/** One of the answers that a customer may give by a button. */
export interface Choice {
  readonly button: CustomerButton;
  /** In the customer's language, at most 75 characters. */
  readonly label: string;
  /** What tells it from others of the same button. */
  readonly value?: string;
}

/** What a customer was asked, with buttons under it for as long as it is open. */
export interface Question {
  /** Counted from 1 within its conversation. */
  readonly number: number;
  /** The whole message, word for word. */
  readonly text: string;
  readonly choices: readonly Choice[];
  /** What anybody else who presses is told, in the customer's language. */
  readonly others: string;
  readonly state:
    | { readonly is: 'open' }
    | { readonly is: 'answered'; readonly choice: Choice; readonly at: Instant }
    /** Answered by what happened instead. */
    | { readonly is: 'closed' };
}

/** The conversation with a question to its customer; an intent that sends it names the number. */
export function ask(
  conversation: Conversation,
  asked: Pick<Question, 'text' | 'choices' | 'others'>,
): { readonly conversation: Conversation; readonly question: number } {
  const { questions = [] } = conversation;
  const number = (questions.at(-1)?.number ?? 0) + 1;
  const question: Question = { number, ...asked, state: { is: 'open' } };
  return {
    conversation: { ...conversation, questions: [...questions, question] },
    question: number,
  };
}

export function questionOf(conversation: Conversation, number: number): Question | undefined {
  return conversation.questions?.find((one) => one.number === number);
}

/** The open question that this button may answer, if there is one. */
export function openChoice(
  { questions = [] }: Conversation,
  button: CustomerButton,
): Question | undefined {
  return questions.findLast(
    ({ state, choices }) => state.is === 'open' && choices.some((one) => one.button === button),
  );
}

/** The buttons under what was sent with a question: none once it is answered or closed. */
export function choicesOf(
  conversation: Conversation,
  number: number | undefined,
): readonly Choice[] {
  const question = number === undefined ? undefined : questionOf(conversation, number);
  return question?.state.is === 'open' ? question.choices : [];
}

/** What stands in the place of a question's buttons: its answer, or nothing. */
export function sayChosen({ state }: Question): string {
  return state.is === 'answered' ? `✓ ${state.choice.label}` : '';
}

/** The conversation once this was chosen, or why the press has no effect. Nothing in it but who pressed, and where, is believed. */
export function choose(
  conversation: Conversation,
  event: CustomerPressed,
): { readonly conversation: Conversation; readonly choice: Choice } | { readonly ignored: string } {
  const { actor, at, button, value } = event;
  if (!isHere(conversation, event.place)) return { ignored: 'pressed in another place' };
  if (actor.id !== conversation.customer.id)
    return { ignored: `${actor.role} pressed, not the customer who was asked` };
  const question = questionOf(conversation, event.question);
  if (!question) return { ignored: 'nothing of the kind was asked' };
  const choice = question.choices.find((one) => one.button === button && one.value === value);
  if (!choice) return { ignored: 'this was not among the answers' };
  const { state } = question;
  const anew = state.is === 'answered' && button === 'rate' && state.choice.value !== value;
  if (state.is !== 'open' && !anew) return { ignored: `the question is ${state.is} already` };
  return { conversation: answerWith(conversation, question.number, choice, at), choice };
}

/** The conversation with this question answered. */
export function answerWith(
  conversation: Conversation,
  number: number,
  choice: Choice,
  at: Instant,
): Conversation {
  const question = questionOf(conversation, number);
  if (!question) return conversation;
  return withQuestion(conversation, { ...question, state: { is: 'answered', choice, at } });
}

/** The conversation with this question closed, where it was open: something took its place. */
export function closeQuestion(conversation: Conversation, number: number): Conversation {
  const question = questionOf(conversation, number);
  if (question?.state.is !== 'open') return conversation;
  return withQuestion(conversation, { ...question, state: { is: 'closed' } });
}

/** What a door may tell whoever presses a button of somebody else, at once and alone; empty where there is nothing to say. */
export function sayToOthers(
  conversation: Conversation | undefined,
  {
    question,
    place,
    actor,
  }: Pick<CustomerPressed, 'question' | 'place'> & { readonly actor: Pick<Person, 'id'> },
): string {
  if (!conversation || !isHere(conversation, place)) return '';
  return actor.id === conversation.customer.id
    ? ''
    : (questionOf(conversation, question)?.others ?? '');
}

/**
 * The change with its open questions closed where what their buttons are shown for is over: the matter went on, or somebody of the
 * team has the word.
 */
export function closeQuestions(change: Change, { before }: Cause): Change {
  const next = change.conversation;
  if (!before) return change;
  if (before.status === next.status && lastAnswered(before) === lastAnswered(next)) return change;
  const stale = (next.questions ?? []).filter(
    ({ number, state }) => state.is === 'open' && choicesOf(before, number).length > 0,
  );
  if (stale.length === 0) return change;
  return {
    ...change,
    conversation: stale.reduce(
      (all, question) => withQuestion(all, { ...question, state: { is: 'closed' } }),
      next,
    ),
    intents: [
      ...change.intents,
      ...stale.map(({ number }) => ({ type: 'show-question', question: number }) as const),
    ],
  };
}

function withQuestion(conversation: Conversation, question: Question): Conversation {
  const questions = conversation.questions?.map((one) =>
    one.number === question.number ? question : one,
  );
  return questions ? { ...conversation, questions } : conversation;
}

/** A name from elsewhere is nobody's here. */
function isHere({ place }: Conversation, { platform, workspace, channel }: Place): boolean {
  return place.platform === platform && place.workspace === workspace && place.channel === channel;
}
