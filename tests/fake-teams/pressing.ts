import { activity, channelData, invokeActivity, type Scene } from './activities.ts';
import { type Shown, showAnswer, showTask, UNREACHABLE } from './answers.ts';
import { isJson } from './cards.ts';
import type { Ack, Courier } from './courier.ts';
import { type Filling, valuesOf } from './filling.ts';
import { messagePayload } from './message-payload.ts';
import { buttonsOf, type Pressable } from './reading.ts';
import type { Dialog, Json, Post, World } from './state.ts';
import { conversationOf, isChannel, postAt } from './state.ts';
import type { PostRef } from './writing.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

export interface PressOptions {
  readonly filling?: Filling;
  /** Tampered data in place of the button's own. */
  readonly overrideData?: Json;
  /** Which of several that match, counted from 0. */
  readonly nth?: number;
  /** Presses what stood there before the last updates, as somebody whose screen lags behind does. */
  readonly stale?: boolean;
  /** A client that knows no Action.Execute and shows the fallback. */
  readonly old?: boolean;
}

/** What a press came to. */
export interface Pressed extends Shown {
  readonly ack: Ack;
}

export interface Pressing {
  /**
   * Presses a button on a post's card. `button` is its title, verb or id, or says which one is meant.
   * @throws when there is no such button.
   */
  presses(
    user: string,
    post: PostRef,
    button: string | ((button: Pressable) => boolean),
    options?: PressOptions,
  ): Promise<Pressed>;
  /** Fills in an open dialog and presses one of its buttons (default: the first). */
  submits(
    user: string,
    dialogId: string,
    options?: PressOptions & { button?: string },
  ): Promise<Pressed>;
  /** Closes a dialog; the bot is not told. */
  closes(dialogId: string): void;
  /** A message extension's action on a message. */
  messageExtension(user: string, commandId: string, post: PostRef): Promise<Pressed>;
  /** Any invoke in the place of a post. */
  invokes(user: string, name: string, value: Json, post: PostRef): Promise<Pressed>;
}

export function createPressing(world: World, courier: Courier): Pressing {
  return {
    async presses(user, ref, button, options = {}) {
      const post = postAt(world, ref.conversation, ref.id);
      const found = pick(seenBy(user, post, options.stale), button, options);
      const data = dataOf(found, options);
      const scene = sceneOf(user, post);
      if (found.type === 'Action.Execute') {
        const action = { ...without(found.action, 'fallback'), data };
        return invoke(scene, post, 'adaptiveCard/action', { action, trigger: 'manual' });
      }
      if (found.type !== 'Action.Submit')
        throw new Error(`${found.title} is ${found.type}: the bot is not told.`);
      const asked = (data['msteams'] as Json | undefined)?.['type'];
      if (asked === 'task/fetch')
        return invoke(scene, post, 'task/fetch', { data, context: { theme: 'default' } });
      const source = { source: { name: 'message' }, legacy: { replyToId: `1:${post.id}` } };
      const ack = await courier.send(
        activity(scene, 'message', {
          value: data,
          replyToId: post.id,
          channelData: { ...channelData(scene), ...source },
        }),
      );
      return { ack, ok: ack.ok };
    },

    async submits(user, dialogId, options = {}) {
      const dialog = dialogOf(dialogId);
      if (!dialog.open) throw new Error(`The dialog ${dialogId} is closed.`);
      if (dialog.user !== user) throw new Error(`The dialog ${dialogId} is another's.`);
      const card = (dialog.value['card'] as Json)['content'] as Json;
      const found = pick([card], options.button ?? (() => true), options);
      if (found.type !== 'Action.Submit')
        throw new Error(`In a dialog only Action.Submit works, and ${found.title} is another.`);
      const data = dataOf(found, options);
      const post = postAt(world, dialog.conversation, dialog.post);
      const name = dialog.extension ? 'composeExtension/submitAction' : 'task/submit';
      const value = { ...dialog.extension, data, context: { theme: 'default' } };
      return invoke(sceneOf(user, post), post, name, value, dialog);
    },

    closes(dialogId) {
      dialogOf(dialogId).open = false;
    },

    async messageExtension(user, commandId, ref) {
      const post = postAt(world, ref.conversation, ref.id);
      const extension = {
        commandId,
        commandContext: 'message',
        messagePayload: messagePayload(world, post),
      };
      const value = { ...extension, context: { theme: 'default' } };
      return invoke(sceneOf(user, post), post, 'composeExtension/fetchTask', value);
    },

    async invokes(user, name, value, ref) {
      const post = postAt(world, ref.conversation, ref.id);
      return invoke(sceneOf(user, post), post, name, value);
    },
  };

  async function invoke(
    scene: Scene,
    post: Post,
    name: string,
    value: Json,
    dialog?: Dialog,
  ): Promise<Pressed> {
    // An action on a message is asked from the compose box, so to say: it replies to nothing.
    const replyTo = name.startsWith('composeExtension/') ? undefined : post.id;
    const ack = await courier.send(invokeActivity(scene, name, value, replyTo));
    const body = parsed(ack.body);
    world.invokes.push({ name, user: scene.user, value, status: ack.status, body });
    if (!ack.ok) return { ack, ...UNREACHABLE };
    if (name === 'adaptiveCard/action') return { ack, ...showAnswer(body, scene.user, post) };
    if (name.startsWith('task/') || name.startsWith('composeExtension/'))
      return { ack, ...showTask(body, { world, user: scene.user, post, value, dialog }) };
    return { ack, ok: true };
  }

  /** The cards of a post as this person sees them; with `stale`, all it ever showed, newest first. */
  function seenBy(user: string, post: Post, stale = false): Json[] {
    if (post.onlyFor !== undefined && post.onlyFor !== user)
      throw new Error('This message is for somebody else.');
    const cards = (words: Post['words']) =>
      words.attachments.filter((one) => one.contentType === CARD).map((one) => one.content as Json);
    const view = post.views.get(user);
    const now = view ? [view] : cards(post.words);
    if (!stale) return now;
    return [...now, ...[...post.earlier, post.words].reverse().flatMap(cards)];
  }

  function sceneOf(user: string, post: Post): Scene {
    const conversation = conversationOf(world, post.conversation);
    const thread = isChannel(conversation) ? (post.thread ?? post.id) : undefined;
    return { world, user, conversation, thread };
  }

  function dialogOf(id: string): Dialog {
    const found = world.dialogs.find((one) => one.id === id);
    if (!found) throw new Error(`The test names a dialog ${id} that never was.`);
    return found;
  }
}

function pick(
  cards: readonly Json[],
  button: string | ((button: Pressable) => boolean),
  { nth = 0, old }: PressOptions,
): Pressable {
  const all = cards.flatMap((card) => buttonsOf(card)).map((one) => (old ? fallbackOf(one) : one));
  const is =
    typeof button === 'function'
      ? button
      : ({ title, verb, id }: Pressable) => [title, verb, id].includes(button);
  const found = all.filter(is)[nth];
  if (!found)
    throw new Error(`Nothing to press: ${button}. There is ${all.map((one) => one.title)}.`);
  return found;
}

/** What a client that knows no Action.Execute shows in its place. */
function fallbackOf(button: Pressable): Pressable {
  const fallback = button.action['fallback'];
  if (button.type !== 'Action.Execute' || !isJson(fallback)) return button;
  const { inputs } = button;
  return { ...buttonsOf({ actions: [fallback] })[0]!, inputs };
}

function dataOf(button: Pressable, { filling = {}, overrideData }: PressOptions): Json {
  const inputs = button.action['associatedInputs'] === 'none' ? [] : button.inputs;
  return { ...(overrideData ?? button.data), ...valuesOf(inputs, filling) };
}

function without(action: Json, key: string): Json {
  const { [key]: _, ...rest } = action;
  return rest;
}

function parsed(body: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
