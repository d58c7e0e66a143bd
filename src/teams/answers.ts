import type { Understood } from '../desk/ports.ts';
import type { Conversation } from '../support/conversation.ts';
import { CUSTOMER_BUTTONS, type CustomerPressed, LONGEST_VALUE } from '../support/events.ts';
import { at, type Json, textAt } from '../support/json.ts';
import { choicesOf, questionOf, sayChosen, sayToOthers } from '../support/questions.ts';
import { instantOf } from './activity.ts';
import type { Outbound } from './connector.ts';
import { type Action, cardOf, type Data, type Element } from './elements.ts';
import { type MessageParts, placeOf } from './messages.ts';
import { wordsMessage } from './posting.ts';
import { dataIn } from './presses.ts';

/** What a customer's button names. Only names: what they stand for is looked up again. */
export type Answer = Pick<CustomerPressed, 'conversation' | 'question' | 'button' | 'value'>;

/** What tells these buttons from the team's. */
const VERB = 'answer';

/** What a customer reads with a question: its buttons while it is open, and then what they chose. */
export function askedMessage(text: string, conversation: Conversation, number: number): Outbound {
  const question = questionOf(conversation, number);
  const chosen = question ? sayChosen(question) : '';
  const words = wordsMessage(chosen === '' ? text : `${text}\n\n${chosen}`);
  const actions = choicesOf(conversation, number).map(({ button, label, value }): Action => {
    const data: Data = {
      [VERB]: button,
      conversation: conversation.id,
      question: number,
      ...(value === undefined ? {} : { value }),
    };
    const fallback = { type: 'Action.Submit', title: label, data } as const;
    return { type: 'Action.Execute', title: label, verb: VERB, data, fallback };
  });
  if (actions.length === 0) return words;
  const content = actions.length > MOST_IN_ROW ? cardOf(rowsOf(actions)) : cardOf([], actions);
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { ...words, attachments: [{ contentType, content }] };
}

/** Buttons of a row: Teams shows six at most, and hides what is more. */
const MOST_IN_ROW = 6;

function rowsOf(actions: readonly Action[]): Element[] {
  const rows = Math.ceil(actions.length / MOST_IN_ROW);
  const long = Math.ceil(actions.length / rows);
  return Array.from({ length: rows }, (_, n) => ({
    type: 'ActionSet',
    actions: actions.slice(n * long, (n + 1) * long),
  }));
}

/** What a press under a question names; undefined when it is no such button, or none of ours. */
export function answerIn(activity: Json): Answer | undefined {
  const data = dataIn(activity);
  const conversation = textAt(data, 'conversation');
  const question = at(data, 'question');
  const button = CUSTOMER_BUTTONS.find((one) => one === textAt(data, VERB));
  const value = textAt(data, 'value');
  if (!button || !conversation.startsWith('teams:') || conversation.length > 400) return undefined;
  if (!Number.isSafeInteger(question) || value.length > LONGEST_VALUE) return undefined;
  return {
    conversation,
    question: Number(question),
    button,
    ...(value === '' ? {} : { value }),
  };
}

/** A press on a button under what a customer was asked, whoever pressed it. */
export async function understandAnswer(
  activity: Json,
  delivery: string,
  answer: Answer,
  { people, now, config }: MessageParts,
): Promise<Understood> {
  return {
    event: {
      type: 'customer.pressed',
      id: `teams:${config.tenantId}:${delivery}`,
      at: instantOf(activity, now),
      ...answer,
      actor: await people.sender(activity),
      place: placeOf(activity, config),
    },
  };
}

/** What the presser reads at once, alone: that it came, or whose question it is. */
export async function sayToPresser(
  activity: Json,
  { conversation: id, question, button, value }: Answer,
  { people, desk, config }: Pick<MessageParts, 'people' | 'desk' | 'config'>,
): Promise<string> {
  const conversation = await desk.conversation(id);
  const place = placeOf(activity, config);
  const press = { question, place, actor: await people.author(activity) };
  const others = sayToOthers(conversation, press);
  if (others !== '') return others;
  const asked = conversation && questionOf(conversation, question);
  const choice = asked?.choices.find((one) => one.button === button && one.value === value);
  return choice ? `✓ ${choice.label}` : '✓';
}
