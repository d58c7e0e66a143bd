import { randomUUID } from 'node:crypto';
import { viewFaultsOf } from '../blocks.ts';
import type { Block, Json, View, World } from '../state.ts';
import { nextId } from '../state.ts';
import { ApiError, type Call, type Method, text } from './method.ts';

export const views: Record<string, Method> = {
  'views.open': (call) => {
    const trigger = call.world.triggers.get(text(call.args, 'trigger_id'));
    if (!trigger) throw new ApiError('invalid_trigger_id');
    if (trigger.used) throw new ApiError('exchanged_trigger_id');
    if (call.world.clock.now() > trigger.expires) throw new ApiError('expired_trigger_id');
    const content = contentOf(call);
    if (content['type'] !== 'modal') throw new ApiError('invalid_arguments');
    trigger.used = true;
    const view = openView(call.world, trigger.user, content);
    return { view: viewBody(call.world, view) };
  },

  'views.update': (call) => {
    const { world, args } = call;
    const external = text(args, 'external_id');
    const view = external
      ? [...world.views.values()].find((one) => one.content['external_id'] === external)
      : world.views.get(text(args, 'view_id'));
    if (!view?.open) throw new ApiError('not_found');
    if (args['hash'] !== undefined && args['hash'] !== view.hash)
      throw new ApiError('hash_conflict');
    replaceContent(world, view, contentOf(call));
    return { view: viewBody(world, view) };
  },

  'views.publish': (call) => {
    const { world, args } = call;
    const user = text(args, 'user_id');
    if (!world.users.has(user)) throw new ApiError('invalid_arguments');
    const content = contentOf(call);
    if (content['type'] !== 'home') throw new ApiError('invalid_arguments');
    const home = world.homes.get(user);
    if (home) replaceContent(world, home, content);
    else world.homes.set(user, createView(world, user, content));
    return { view: viewBody(world, world.homes.get(user)!) };
  },
};

/** Opens a modal in front of somebody. */
export function openView(world: World, user: string, content: View['content']): View {
  const view = createView(world, user, content);
  world.views.set(view.id, view);
  return view;
}

/** Shows something else in a view that is open. */
export function replaceContent(world: World, view: View, content: View['content']): void {
  view.earlier.push(view.content);
  view.content = withBlockIds(world, content);
  view.hash = newHash(world);
}

/**
 * A view as the app gave it, checked.
 * @throws ApiError `invalid_arguments` with what is wrong with it.
 */
export function checkedView(world: World, view: Json | undefined): View['content'] {
  const faults = view ? viewFaultsOf(view, world) : ['[ERROR] missing required field: view'];
  if (faults.length > 0)
    throw new ApiError('invalid_arguments', { response_metadata: { messages: faults } });
  return view as View['content'];
}

/** A view as payloads and answers carry it. `state` is what the person has filled in. */
export function viewBody(world: World, view: View, state: Json = { values: {} }): Json {
  const [install] = world.installs.values();
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    ...view.content,
    id: view.id,
    team_id: world.team.id,
    state,
    hash: view.hash,
    previous_view_id: null,
    root_view_id: view.id,
    app_id: world.app.id,
    app_installed_team_id: world.team.id,
    bot_id: install?.botId,
  };
}

function contentOf({ world, args }: Call): View['content'] {
  return checkedView(world, args['view'] as Json | undefined);
}

function createView(world: World, user: string, content: View['content']): View {
  return {
    id: nextId(world, 'V'),
    user,
    hash: newHash(world),
    content: withBlockIds(world, content),
    open: true,
    earlier: [],
  };
}

function withBlockIds(world: World, content: View['content']): View['content'] {
  const blocks = content.blocks.map((block: Block) => ({ block_id: nextId(world, ''), ...block }));
  return { ...content, blocks };
}

function newHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${randomUUID().slice(0, 8)}`;
}
