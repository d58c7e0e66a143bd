import type { KnownBlock } from '@slack/types';
import type { Understood } from '../desk/ports.ts';
import type { Conversation, Place } from '../support/conversation.ts';
import { CUSTOMER_BUTTONS, type CustomerPressed, LONGEST_VALUE } from '../support/events.ts';
import { at, type Json, jsonAt, listAt, parseJson, textAt } from '../support/json.ts';
import { choicesOf, questionOf, sayChosen } from '../support/questions.ts';
import { button, contextIfAny, LONGEST_SECTION, section, sections } from './blocks.ts';
import type { Channels } from './channels.ts';
import { instantOf } from './message-body.ts';
import { escaped, escapeWithLinks } from './mrkdwn.ts';
import type { People } from './people.ts';
import type { Workspace } from './workspaces.ts';

/** Blocks of a message that has buttons. */
const MOST_SECTIONS = 40;

/** What a customer's button names. Only names: what they stand for is looked up again. */
export type Named = Pick<CustomerPressed, 'conversation' | 'question' | 'button' | 'value'>;

/** What a customer reads with a question: its buttons while it is open, and then what they chose. */
export function renderAsked(
  text: string,
  conversation: Conversation,
  number: number,
): { readonly text: string; readonly blocks: KnownBlock[] } {
  const words = escapeWithLinks(text);
  const question = questionOf(conversation, number);
  const buttons = choicesOf(conversation, number).map(({ button: name, label, value }, n) => {
    const named: Named = {
      conversation: conversation.id,
      question: number,
      button: name,
      ...(value === undefined ? {} : { value }),
    };
    // Slack wants each button of a row under a name of its own.
    return button({ name: `answer-${n}`, label }, JSON.stringify(named));
  });
  return {
    text: words,
    blocks: [
      ...(words.length > LONGEST_SECTION ? sections(text, MOST_SECTIONS) : [section(words)]),
      ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as const] : []),
      ...contextIfAny([question ? escaped(sayChosen(question)) : '']),
    ],
  };
}

/** What a press under a question names; undefined when it is no such button, or none of ours. */
export function answerIn(action: unknown): Named | undefined {
  if (!/^answer-\d{1,2}$/.test(textAt(action, 'action_id'))) return undefined;
  const named = parseJson(textAt(action, 'value'));
  const conversation = textAt(named, 'conversation');
  const question = at(named, 'question');
  const name = CUSTOMER_BUTTONS.find((one) => one === textAt(named, 'button'));
  const value = textAt(named, 'value');
  if (!name || !conversation.startsWith('slack:') || conversation.length > 300) return undefined;
  if (!Number.isSafeInteger(question) || value.length > LONGEST_VALUE) return undefined;
  return {
    conversation,
    question: Number(question),
    button: name,
    ...(value === '' ? {} : { value }),
  };
}

/** Where a press was made. */
export async function placeOfPress(
  body: Json,
  workspace: Workspace,
  channels: Channels,
): Promise<Place> {
  const channel = await channels.known(textAt(body, 'channel', 'id'));
  return { platform: 'slack', workspace: workspace.id, channel };
}

/** A press on a button under what a customer was asked, whoever pressed it. */
export async function understandAnswer(
  body: Json,
  delivery: string,
  workspace: Workspace,
  {
    people,
    channels,
    now,
  }: { readonly people: People; readonly channels: Channels; readonly now: number },
): Promise<Understood> {
  const [action] = listAt(body, 'actions');
  const named = answerIn(action);
  if (!named) return { ignored: 'a button that is not ours' };
  return {
    event: {
      type: 'customer.pressed',
      id: `slack:${workspace.id}:${delivery}`,
      at: instantOf(textAt(action, 'action_ts')) || now,
      ...named,
      actor: await people.person(workspace, textAt(jsonAt(body, 'user'), 'id')),
      place: await placeOfPress(body, workspace, channels),
    },
  };
}
