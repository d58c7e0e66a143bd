import type { Understood } from '../desk/ports.ts';
import { BUTTONS, type Button, LONGEST_VALUE, type Pressed } from '../support/events.ts';
import { at, isJson, type Json, jsonAt, listAt, parseJson, textAt } from '../support/json.ts';
import { mayAct, type Person } from '../support/roles.ts';
import type { Channels } from './channels.ts';
import { instantOf, messageFrom } from './message-body.ts';
import type { People } from './people.ts';
import { readPieces } from './pieces.ts';
import type { Workspace } from './workspaces.ts';

/** Buttons that open a dialog; what the person wanted comes when they submit it, if there is anything to submit. */
const WITH_DIALOG: readonly Button[] = [
  'edit',
  'regenerate',
  'split',
  'merge',
  'why',
  'edit-promise',
];

/** What a button or dialog of ours names. Only a name: who may do what is looked up again. */
export interface Named {
  readonly conversation: string;
  readonly draft?: number;
  /** What was chosen, the lesson, or the promise. */
  readonly value?: string;
}

export function asButton(name: string): Button | undefined {
  return BUTTONS.find((button) => button === name);
}

export function opensDialog(button: Button): boolean {
  return WITH_DIALOG.includes(button);
}

/** What a press names: a button by its value, a choice by its block. Undefined when we never made it. */
export function namedIn(action: unknown): Named | undefined {
  const chosen = at(action, 'selected_option');
  if (chosen === undefined) return readNamed(textAt(action, 'value'));
  const named = readNamed(textAt(action, 'block_id'));
  const value = textAt(chosen, 'value');
  return named && value.length <= LONGEST_VALUE ? { ...named, value } : undefined;
}

/** What a value that came back from Slack names; undefined when we never made it. */
function readNamed(words: string): Named | undefined {
  return namedOf(parseJson(words));
}

/** The same of what was read already. */
export function namedOf(parsed: Json | undefined): Named | undefined {
  const conversation = textAt(parsed, 'conversation');
  const draft = at(parsed, 'draft');
  const value = textAt(parsed, 'value');
  if (!conversation.startsWith('slack:') || conversation.length > 300) return undefined;
  if (draft !== undefined && !Number.isSafeInteger(draft)) return undefined;
  if (value.length > LONGEST_VALUE) return undefined;
  return {
    conversation,
    ...(draft === undefined ? {} : { draft: Number(draft) }),
    ...(value === '' ? {} : { value }),
  };
}

interface Parts {
  readonly people: People;
  readonly channels: Channels;
  readonly now: number;
}

/** A press on a button of a card. */
export async function understandPress(
  body: Json,
  delivery: string,
  workspace: Workspace,
  { people, now }: Parts,
): Promise<Understood> {
  const [action] = listAt(body, 'actions');
  const button = asButton(textAt(action, 'action_id'));
  const named = namedIn(action);
  if (!button || !named) return { ignored: 'a button that is not ours' };
  const actor = await people.person(workspace, textAt(body, 'user', 'id'));
  if (opensDialog(button) && mayAct(actor)) return { ignored: 'the dialog goes on from here' };
  const pressedAt = instantOf(textAt(action, 'action_ts')) || now;
  return { event: pressed(button, named, actor, delivery, pressedAt, workspace) };
}

/** A dialog was submitted. */
export async function understandDialog(
  body: Json,
  delivery: string,
  workspace: Workspace,
  { people, now }: Parts,
): Promise<Understood> {
  const view = jsonAt(body, 'view');
  const button = asButton(textAt(view, 'callback_id'));
  const metadata = textAt(view, 'private_metadata');
  const named = readNamed(metadata);
  if (!button || !opensDialog(button) || !named) return { ignored: 'a dialog that is not ours' };
  const actor = await people.person(workspace, textAt(body, 'user', 'id'));
  const event = pressed(button, named, actor, delivery, now, workspace);
  const values = jsonAt(view, 'state', 'values');
  switch (button) {
    case 'edit':
      return { event: { ...event, text: readPieces(values, parseJson(metadata)) } };
    case 'regenerate':
      return { event: { ...event, text: textAt(values, 'hint', 'hint', 'value') } };
    case 'split':
      return { event: { ...event, messages: chosenMessages(values) } };
    case 'merge': {
      const into = textAt(values, 'into', 'into', 'selected_option', 'value');
      return { event: into === '' ? event : { ...event, into } };
    }
    case 'edit-promise':
      return { event: { ...event, text: textAt(values, 'due', 'due', 'value') } };
    default:
      return { ignored: 'a dialog that is not ours' };
  }
}

/** The message shortcut "Draft a reply". */
export async function understandShortcut(
  body: Json,
  delivery: string,
  workspace: Workspace,
  { people, channels, now }: Parts,
): Promise<Understood> {
  if (textAt(body, 'callback_id') !== 'draft_reply') return { ignored: 'a shortcut not ours' };
  const said = jsonAt(body, 'message');
  const channel = await channels.known(textAt(body, 'channel', 'id'));
  if (channels.isTriage(channel)) return { ignored: 'a shortcut on the triage channel itself' };
  if (textAt(said, 'user') === '' || said['bot_id']) return { ignored: 'a shortcut on a bot' };
  const actor = await people.person(workspace, textAt(body, 'user', 'id'));
  const author = await people.person(workspace, textAt(said, 'user'));
  const thread = textAt(said, 'thread_ts');
  return {
    event: {
      type: 'draft.requested',
      id: `slack:${workspace.id}:${delivery}`,
      at: now,
      actor,
      place: {
        platform: 'slack',
        workspace: workspace.id,
        channel,
        ...(thread !== '' && thread !== textAt(said, 'ts') ? { thread } : {}),
        ...(textAt(body, 'channel', 'name') === 'directmessage' ? { direct: true } : {}),
      },
      message: await messageFrom(said, author, workspace),
    },
  };
}

function pressed(
  button: Button,
  named: Named,
  actor: Person,
  delivery: string,
  happenedAt: number,
  workspace: Workspace,
): Pressed {
  return {
    type: 'agent.pressed',
    id: `slack:${workspace.id}:${delivery}`,
    at: happenedAt,
    ...named,
    actor,
    button,
  };
}

/** The message ids ticked in the checkboxes, which come in groups of ten. */
export function chosenMessages(values: Json): string[] {
  return Object.values(values)
    .filter(isJson)
    .flatMap((block) => Object.values(block))
    .flatMap((input) => listAt(input, 'selected_options'))
    .map((option) => textAt(option, 'value'))
    .filter(Boolean);
}
