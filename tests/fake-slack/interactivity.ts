import type { Ack, Courier } from './courier.ts';
import { messageBody } from './events.ts';
import { type Filling, optionOf, stateOf } from './filling.ts';
import { checkedView, openView, replaceContent, viewBody } from './methods/views.ts';
import { pressables } from './reading.ts';
import { createResponseUrl, show } from './response-urls.ts';
import type { Block, Channel, Json, View, World } from './state.ts';
import { channelOf, hearer, messageAt, nextId, nextTs, userOf } from './state.ts';

const TRIGGER_LIFE = 3_000;

export interface PressOptions {
  /** A tampered value in place of the button's own. */
  readonly overrideValue?: string;
  /** The value of the option to choose, for an overflow or a select. */
  readonly option?: string;
  /** The value of a tampered option, which was never offered. */
  readonly overrideOption?: string;
  /** Which of several with the same action id, counted from 0. */
  readonly nth?: number;
  /** Presses what stood there before the last updates, as somebody whose screen lags behind does. */
  readonly stale?: boolean;
}

/** How a modal's submission ended. `ack.body` holds the bot's words; `errors` those shown in the modal. */
export interface Submission {
  readonly ack: Ack;
  readonly errors: Readonly<Record<string, string>> | undefined;
}

export interface Interactivity {
  /** A press on a message. @throws when there is nothing by that action id to press. */
  presses(
    user: string,
    message: { channel: string; ts: string },
    actionId: string,
    options?: PressOptions,
  ): Promise<Ack>;
  /** A press in an open modal or a published App Home. */
  pressesInView(
    user: string,
    viewId: string,
    actionId: string,
    options?: PressOptions,
  ): Promise<Ack>;
  /** Fills in a modal and submits it. @throws when Slack's client would not allow that. */
  submits(user: string, viewId: string, filling?: Filling): Promise<Submission>;
  closes(user: string, viewId: string): Promise<Ack>;
  /** `line` is all that was typed: `/support queue`. */
  commands(user: string, channel: string, line: string): Promise<Ack>;
  /** A message shortcut. */
  shortcuts(
    user: string,
    callbackId: string,
    message: { channel: string; ts: string },
  ): Promise<Ack>;
  /** A trigger id such as interactions carry, for tests of its life. */
  newTrigger(user: string): string;
}

export function createInteractivity(world: World, courier: Courier): Interactivity {
  return {
    newTrigger,
    presses,
    pressesInView,
    submits,
    async closes(user, viewId) {
      const view = viewOf(viewId);
      view.open = false;
      if (!view.content['notify_on_close']) return { ok: true, status: 200, body: '', took: 0 };
      return send({
        type: 'view_closed',
        ...who(user),
        view: viewBody(world, view),
        is_cleared: false,
      });
    },
    commands,
    shortcuts(user, callbackId, { channel, ts }) {
      return send({
        type: 'message_action',
        ...who(user, channel),
        action_ts: nextTs(world),
        callback_id: callbackId,
        trigger_id: newTrigger(user),
        response_url: createResponseUrl(world, user, channel),
        message_ts: ts,
        message: messageBody(world, messageAt(world, channel, ts)),
        channel: nameOf(channelOf(world, channel)),
      });
    },
  };

  async function presses(
    user: string,
    { channel, ts }: { channel: string; ts: string },
    actionId: string,
    options: PressOptions = {},
  ): Promise<Ack> {
    const ephemeral = world.ephemerals.find((one) => one.ts === ts && one.channel === channel);
    const message = ephemeral ? undefined : messageAt(world, channel, ts);
    const now = ephemeral?.blocks ?? message!.blocks;
    const stages = options.stale ? (message?.earlier ?? []).map((one) => one.blocks).reverse() : [];
    const blocks = [now, ...stages].find((stage) => has(stage, actionId)) ?? now;
    const thread = message?.threadTs ?? ephemeral?.threadTs;
    return send({
      type: 'block_actions',
      ...who(user, channel),
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: ephemeral !== undefined,
        ...(thread ? { thread_ts: thread } : {}),
      },
      trigger_id: newTrigger(user),
      channel: nameOf(channelOf(world, channel)),
      ...(message ? { message: { ...messageBody(world, message), blocks } } : {}),
      state: stateOf(blocks, {}, false),
      response_url: createResponseUrl(world, user, channel, {
        kind: ephemeral ? 'ephemeral' : 'message',
        ts,
      }),
      actions: [actionOf(blocks, actionId, options)],
    });
  }

  async function pressesInView(
    user: string,
    viewId: string,
    actionId: string,
    options: PressOptions = {},
  ): Promise<Ack> {
    const home = [...world.homes.values()].find((one) => one.id === viewId);
    const view = home ?? viewOf(viewId);
    const { blocks } = view.content;
    return send({
      type: 'block_actions',
      ...who(user),
      container: { type: 'view', view_id: view.id },
      trigger_id: newTrigger(user),
      view: viewBody(world, view, stateOf(blocks, {}, false)),
      actions: [actionOf(blocks, actionId, options)],
    });
  }

  async function submits(user: string, viewId: string, filling: Filling = {}): Promise<Submission> {
    const view = viewOf(viewId);
    if (!view.content['submit']) throw new Error('This modal has no submit button yet.');
    const ack = await send({
      type: 'view_submission',
      ...who(user),
      trigger_id: newTrigger(user),
      view: viewBody(world, view, stateOf(view.content.blocks, filling)),
      response_urls: [],
    });
    if (!ack.ok) return { ack, errors: undefined };
    const answer: Json = ack.body ? JSON.parse(ack.body) : {};
    switch (answer['response_action']) {
      case 'errors':
        return { ack, errors: answer['errors'] as Record<string, string> };
      case 'update':
        replaceContent(world, view, checkedView(world, answer['view'] as Json));
        break;
      case 'push':
        openView(world, user, checkedView(world, answer['view'] as Json));
        break;
      default:
        view.open = false;
    }
    return { ack, errors: undefined };
  }

  async function commands(user: string, channelId: string, line: string): Promise<Ack> {
    const person = userOf(world, user);
    const team = teamOf(channelId);
    if (person.teamId !== team.id)
      throw new Error('Slack offers commands only to members of the workspace with the app.');
    const channel = channelOf(world, channelId);
    const [command = '', ...words] = line.split(' ');
    const payload = {
      token: world.app.verificationToken,
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
      user_id: user,
      user_name: person.name,
      command,
      text: words.join(' '),
      api_app_id: world.app.id,
      is_enterprise_install: 'false',
      response_url: createResponseUrl(world, user, channelId),
      trigger_id: newTrigger(user),
    };
    const ack = await courier.send({ kind: 'slash_commands', payload });
    // An empty payload over a socket is no answer yet.
    if (ack.ok && ack.body && ack.body !== '{}') {
      const isJson = ack.body.startsWith('{');
      show(world, channelId, user, isJson ? JSON.parse(ack.body) : { text: ack.body }, 'command');
    }
    return ack;
  }

  function newTrigger(user: string): string {
    const id = `${nextId(world, '')}.${world.team.id}.${nextId(world, '').toLowerCase()}`;
    world.triggers.set(id, { user, expires: world.clock.now() + TRIGGER_LIFE, used: false });
    return id;
  }

  function actionOf(blocks: readonly Block[], actionId: string, options: PressOptions): Json {
    const found = pressables(blocks).filter((one) => one.actionId === actionId)[options.nth ?? 0];
    if (!found) throw new Error(`There is nothing to press by the name of ${actionId}.`);
    const { element, blockId } = found;
    const base = { type: element['type'], action_id: actionId, block_id: blockId };
    const at = { action_ts: nextTs(world) };
    if (options.overrideOption !== undefined)
      return { ...base, selected_option: { value: options.overrideOption }, ...at };
    if (options.option !== undefined)
      return { ...base, selected_option: optionOf(element, options.option), ...at };
    const value = options.overrideValue ?? found.value;
    return {
      ...base,
      text: element['text'],
      ...(value === undefined ? {} : { value }),
      ...(element['style'] ? { style: element['style'] } : {}),
      ...at,
    };
  }

  /** The workspace whose app has posted or is asked in this channel. */
  function teamOf(channelId?: string): { id: string; domain: string } {
    const install = channelId ? hearer(world, channelOf(world, channelId)) : undefined;
    const { id, domain } = world.team;
    return { id: install?.teamId ?? id, domain: install?.domain ?? domain };
  }

  function who(user: string, channelId?: string): Json {
    const { id, name, teamId } = userOf(world, user);
    return {
      user: { id, username: name, name, team_id: teamId },
      api_app_id: world.app.id,
      token: world.app.verificationToken,
      team: teamOf(channelId),
      enterprise: null,
      is_enterprise_install: false,
    };
  }

  function viewOf(id: string): View {
    const view = world.views.get(id);
    if (!view) throw new Error(`The test names a view ${id} that was never opened.`);
    return view;
  }

  function send(payload: Json): Promise<Ack> {
    return courier.send({ kind: 'interactive', payload });
  }

  function nameOf(channel: Channel): Json {
    return {
      id: channel.id,
      name: channel.kind === 'private' ? 'privategroup' : channel.name,
    };
  }

  function has(blocks: readonly Block[], actionId: string): boolean {
    return pressables(blocks).some((one) => one.actionId === actionId);
  }
}
