import type { Understood } from '../desk/ports.ts';
import { LONGEST_REPLY } from '../support/agent.ts';
import { type Button, LONGEST_VALUE, type Pressed, WRITING_BUTTONS } from '../support/events.ts';
import { at, type Json, jsonAt, textAt } from '../support/json.ts';
import { instantOf, whereOf } from './activity.ts';
import { asButton, type Named } from './buttons.ts';
import { INPUTS } from './forms.ts';
import { htmlToText } from './html.ts';
import { messageFrom } from './message-body.ts';
import { type MessageParts, placeOf } from './messages.ts';

/** What a button or dialog of ours handed back: its name, and what was filled in beside it. */
export interface Handed extends Named {
  readonly button: Button;
  readonly inputs: Json;
}

/** The data of a press, wherever the way it came by has put it; undefined when we never made it. */
export function handedIn(activity: Json): Handed | undefined {
  const data = dataIn(activity);
  const button = asButton(textAt(data, 'button'));
  const conversation = textAt(data, 'conversation');
  const draft = at(data, 'draft');
  if (!button || !conversation.startsWith('teams:') || conversation.length > 400) return undefined;
  if (draft !== undefined && !Number.isSafeInteger(draft)) return undefined;
  const value = textAt(data, 'value').slice(0, LONGEST_VALUE);
  return {
    button,
    conversation,
    ...(draft === undefined ? {} : { draft: Number(draft) }),
    ...(value === '' ? {} : { value }),
    inputs: data,
  };
}

/** What the pressed button carries, wherever the way it came by has put it. */
export function dataIn(activity: Json): Json {
  const value = jsonAt(activity, 'value');
  if (textAt(activity, 'type') !== 'invoke') return value;
  return textAt(activity, 'name') === 'adaptiveCard/action'
    ? jsonAt(value, 'action', 'data')
    : jsonAt(value, 'data');
}

/** What the dialog says of an input that cannot be taken as it is; undefined when all is well. */
export function faultIn({ button, inputs }: Handed): string | undefined {
  const filled = textAt(inputs, INPUTS[button as keyof typeof INPUTS] ?? '').trim();
  switch (button) {
    case 'edit':
      if (filled === '') return 'Write a reply first: this is empty.';
      return filled.length > LONGEST_REPLY
        ? `The reply has ${filled.length} characters and ${LONGEST_REPLY} fit. Shorten it or send it in two parts.`
        : undefined;
    case 'split':
      return filled === '' ? 'Tick the messages that are another matter.' : undefined;
    case 'merge':
      return filled === '' ? 'Choose a conversation.' : undefined;
    case 'correct-category':
    case 'correct-urgency':
    case 'snooze':
      return filled === '' ? 'Choose one.' : undefined;
    case 'edit-promise':
      return filled === '' ? 'Say by when first: this is empty.' : undefined;
    case 'hand-on':
      return filled === '' ? 'Choose somebody.' : undefined;
    default:
      return undefined;
  }
}

/** A press on a button of a card, or a form handed in. Nothing in it but who did it is believed. */
export async function understandPress(
  activity: Json,
  delivery: string,
  { people, now, config }: MessageParts,
): Promise<Understood> {
  const handed = handedIn(activity);
  if (!handed) return { ignored: 'a button that is not ours' };
  const { inputs, ...named } = handed;
  const { button } = named;
  const actor = await people.sender(activity);
  const id = `teams:${config.tenantId}:${delivery}`;
  if (textAt(activity, 'name') === 'task/fetch') {
    const writes = WRITING_BUTTONS.find((one) => one === button);
    if (!writes) return { ignored: 'the dialog goes on from here' };
    const { conversation } = named;
    const at = instantOf(activity, now);
    return { event: { type: 'dialog.opened', id, at, conversation, actor, button: writes } };
  }
  const event: Pressed = {
    type: 'agent.pressed',
    id,
    at: instantOf(activity, now),
    ...named,
    actor,
  };
  switch (button) {
    case 'edit':
      return { event: { ...event, text: textAt(inputs, INPUTS.edit) } };
    case 'regenerate':
      return { event: { ...event, text: textAt(inputs, INPUTS.regenerate) } };
    case 'split': {
      const messages = textAt(inputs, INPUTS.split).split(',').filter(Boolean);
      return { event: { ...event, messages } };
    }
    case 'merge': {
      const into = textAt(inputs, INPUTS.merge);
      return { event: into === '' ? event : { ...event, into } };
    }
    case 'edit-promise':
      return { event: { ...event, text: textAt(inputs, INPUTS[button]) } };
    case 'correct-category':
    case 'correct-urgency':
    case 'snooze':
      return {
        event: { ...event, value: textAt(inputs, INPUTS[button]).slice(0, LONGEST_VALUE) },
      };
    case 'hand-on': {
      const chosen = textAt(inputs, INPUTS['hand-on']);
      if (chosen === '') return { event };
      return { event: { ...event, receiver: await people.person(chosen) } };
    }
    default:
      return { event };
  }
}

/** The message extension "Draft a reply": an agent points at a message. */
export async function understandExtension(
  activity: Json,
  delivery: string,
  { people, now, config }: MessageParts,
): Promise<Understood> {
  const payload = jsonAt(activity, 'value', 'messagePayload');
  const id = textAt(payload, 'id');
  const user = jsonAt(payload, 'from', 'user');
  if (id === '' || textAt(user, 'id') === '') return { ignored: 'not a message of a person' };
  const { base, root, kind } = whereOf(activity);
  if (base === config.triageChannel) return { ignored: 'asked for in the triage channel itself' };
  const actor = await people.sender(activity);
  const written = [textAt(user, 'id'), textAt(user, 'displayName')] as const;
  const author = await people.member(activity, ...written, 'until answered');
  if (author.role === 'bot') return { ignored: 'asked for a message of a bot' };
  const thread = textAt(payload, 'replyToId') || root;
  const { thread: _, ...place } = placeOf(activity, config);
  return {
    event: {
      type: 'draft.requested',
      id: `teams:${config.tenantId}:${delivery}`,
      at: instantOf(activity, now),
      actor,
      place: {
        ...place,
        ...(kind === 'channel' && thread !== undefined && thread !== id ? { thread } : {}),
      },
      message: {
        ...messageFrom({ ...activity, id, attachments: payload['attachments'] }, author, now),
        text: wordsIn(payload),
      },
    },
  };
}

/** A message as the extension hands it over: HTML, or text. */
function wordsIn(payload: Json): string {
  const content = textAt(payload, 'body', 'content');
  return textAt(payload, 'body', 'contentType') === 'text'
    ? content.trim()
    : htmlToText(content, (name) => `@${name}`);
}
