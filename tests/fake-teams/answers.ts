import { cardFaults, isJson } from './cards.ts';
import type { Dialog, Json, Post, World } from './state.ts';
import { nextEventId } from './state.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

/** What the presser sees of the bot's answer. */
export interface Shown {
  /** The bot took it, and answered in a way that Teams can show. */
  readonly ok: boolean;
  /** The line shown to the presser alone: what the bot answered, or why Teams could not show it. */
  readonly said?: string;
  /** The card now shown to the presser in place of the old one. */
  readonly card?: Json;
  /** The dialog now in front of the presser. */
  readonly dialog?: Dialog;
}

export const UNREACHABLE: Shown = {
  ok: false,
  said: 'Unable to reach app. Please try again.',
};

/** An Action.Execute wants its answer in a shape of its own, or people read "Something went wrong". */
export function showAnswer(body: Json | undefined, user: string, post: Post): Shown {
  if (!body) return wrong('the answer has no body');
  const { statusCode, type, value } = body;
  if (type === CARD) {
    const faults = cardFaults(value);
    if (statusCode !== 200 || faults.length > 0) return wrong(faults.join('; '));
    post.views.set(user, value as Json);
    return { ok: true, card: value as Json };
  }
  if (type === MESSAGE && statusCode === 200 && typeof value === 'string')
    return { ok: true, said: value };
  if (type === ERROR && isJson(value)) return { ok: true, said: String(value['message']) };
  return wrong(`an answer of type ${type} and status ${statusCode}`);
}

/** What was asked with a dialog, or to get one. */
export interface Asked {
  readonly world: World;
  readonly user: string;
  readonly post: Post;
  readonly value: Json;
  /** The dialog that was submitted; undefined when one was asked for. */
  readonly dialog: Dialog | undefined;
}

/** The answer to task/fetch, task/submit and their like: another dialog, a line, or nothing. */
export function showTask(body: Json | undefined, asked: Asked): Shown {
  const { dialog } = asked;
  const task = body?.['task'] as Json | undefined;
  if (!task) {
    // A submission may be answered with nothing; a fetch may not.
    if (!dialog) return UNREACHABLE;
    dialog.open = false;
    return { ok: true };
  }
  if (task['type'] === 'message') {
    const said = String(task['value']);
    if (dialog) Object.assign(dialog, { open: false, message: said });
    return { ok: true, said };
  }
  const faults = dialogFaults(task);
  if (faults.length > 0) return wrong(faults.join('; '));
  const content = task['value'] as Json;
  if (!dialog) return { ok: true, dialog: openDialog(content, asked) };
  dialog.earlier.push(dialog.value);
  dialog.value = content;
  return { ok: true, dialog };
}

function dialogFaults(task: Json): string[] {
  const content = task['value'] as Json | undefined;
  const card = content?.['card'] as Json | undefined;
  return [
    ...(task['type'] === 'continue' ? [] : [`task.type is ${task['type']}`]),
    ...(typeof content?.['title'] === 'string' ? [] : ['the dialog has no title']),
    ...(card?.['contentType'] === CARD ? [] : ['task.value.card is no attachment']),
    ...cardFaults(card?.['content'], 'dialog'),
  ];
}

function openDialog(content: Json, { world, user, post, value }: Asked): Dialog {
  const { commandId, commandContext, messagePayload } = value;
  const dialog: Dialog = {
    id: nextEventId(world),
    user,
    value: content,
    open: true,
    earlier: [],
    conversation: post.conversation,
    thread: post.thread,
    post: post.id,
    ...(commandId ? { extension: { commandId, commandContext, messagePayload } } : {}),
  };
  world.dialogs.push(dialog);
  return dialog;
}

function wrong(why: string): Shown {
  return { ok: false, said: `Something went wrong. Please try again. (${why})` };
}
