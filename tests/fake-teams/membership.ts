import { account, activity, channelData, type Scene } from './activities.ts';
import type { Ack, Courier } from './courier.ts';
import type { Json, World } from './state.ts';
import { conversationOf, directChat, isChannel, membersOf, personOf } from './state.ts';

/** Who comes and goes, and what becomes of channels. Each resolves with the bot's answer. */
export interface Membership {
  /** A shared or private channel has members of its own; a standard one has the team's. */
  joins(user: string, conversation: string): Promise<Ack>;
  leaves(user: string, conversation: string): Promise<Ack>;
  /** The app is added to a team's channel, a group chat, or for one person (give their id). Two activities. */
  installs(who: string, where: string): Promise<readonly Ack[]>;
  uninstalls(who: string, where: string): Promise<readonly Ack[]>;
  /** channelRenamed, channelDeleted, channelShared, teamArchived, …: an event with its name and nothing else. */
  happens(eventType: string, who: string, conversation: string, more?: Json): Promise<Ack>;
}

export function createMembership(world: World, courier: Courier): Membership {
  return {
    joins(user, id) {
      membersOf(world, conversationOf(world, id)).add(user);
      return moved(user, id, 'Added');
    },
    leaves(user, id) {
      membersOf(world, conversationOf(world, id)).delete(user);
      return moved(user, id, 'Removed');
    },
    installs: (who, where) => installation(who, where, 'add'),
    uninstalls: (who, where) => installation(who, where, 'remove'),
    happens: (eventType, who, id, more) =>
      courier.send(update(sceneAt(who, id), eventType, more ?? {})),
  };

  function moved(user: string, id: string, how: 'Added' | 'Removed'): Promise<Ack> {
    const scene = sceneAt(user, id);
    const members = { [`members${how}`]: [account(personOf(world, user))] };
    return courier.send(update(scene, eventName(scene, how), members));
  }

  async function installation(
    who: string,
    where: string,
    action: 'add' | 'remove',
  ): Promise<readonly Ack[]> {
    const scene = sceneAt(who, where);
    scene.conversation.bot = action === 'add';
    const how = action === 'add' ? 'Added' : 'Removed';
    const members = { [`members${how}`]: [{ id: world.bot.id, name: world.bot.name }] };
    return [
      await courier.send(activity(scene, 'installationUpdate', { action })),
      await courier.send(update(scene, eventName(scene, how), members)),
    ];
  }

  function eventName({ conversation }: Scene, how: 'Added' | 'Removed'): string | undefined {
    if (!isChannel(conversation)) return undefined;
    return conversation.kind === 'standard' ? `teamMember${how}` : `channelMember${how}`;
  }

  function update(scene: Scene, eventType: string | undefined, more: Json): Json {
    const event = eventType === undefined ? {} : { eventType };
    const data = { ...channelData(scene), ...event };
    return activity(scene, 'conversationUpdate', { ...more, channelData: data });
  }

  function sceneAt(user: string, where: string): Scene {
    const direct = world.people.has(where);
    const conversation = direct ? directChat(world, where) : conversationOf(world, where);
    return { world, user, conversation, thread: undefined };
  }
}
