import { createHash, randomUUID } from 'node:crypto';
import { messageIn, repliesIn } from './listing.ts';
import type { Channel, Json, Message, SharedFile, World } from './state.ts';
import { hearer, homeInstall, nextId, nextTs, userOf } from './state.ts';

const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

/** `message.channels` and its sisters: the subscription that a message event of this channel needs. */
export const MESSAGE_SUBSCRIPTIONS: Record<string, string> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

function channelType(channel: Channel): string {
  return CHANNEL_TYPES[channel.kind];
}

/** The outer body of an Events API delivery around one inner event. */
export function envelope(world: World, event: Json, channel?: Channel): Json {
  const { teamId, botUser } = hearer(world, channel) ?? homeInstall(world);
  return {
    token: world.app.verificationToken,
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: nextId(world, 'Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.shared ?? false,
    event_context: `4-${createHash('sha1').update(JSON.stringify(event)).digest('base64url')}`,
  };
}

/** A message as `conversations.history` and message events carry it. Files come whole. */
export function messageBody(world: World, message: Message, withMetadata = false): Json {
  const author = userOf(world, message.user);
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    ...(message.botId
      ? {
          bot_id: message.botId,
          app_id: world.app.id,
          bot_profile: {
            id: message.botId,
            app_id: world.app.id,
            name: author.realName,
            team_id: author.teamId,
            deleted: false,
          },
        }
      : { client_msg_id: message.clientMsgId }),
    text: message.text,
    ts: message.ts,
    team: author.teamId,
    blocks: message.blocks,
    ...(message.threadTs ? threadFacts(world, message) : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.files.length > 0 ? { files: message.files, upload: false } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** The event of a new message. Files of other organisations come as stubs, to be looked up with files.info. */
export function messageEvent(world: World, message: Message): Json {
  const channel = world.channels.get(message.channel)!;
  const author = userOf(world, message.user);
  const outsider = author.teamId !== world.team.id;
  const body = messageBody(world, message);
  return {
    ...body,
    ...(outsider ? { user_team: author.teamId, source_team: author.teamId } : {}),
    ...(message.files.length > 0 && outsider ? { files: message.files.map(stubOf) } : {}),
    ...(message.subtype === 'thread_broadcast' ? { root: rootOf(world, message) } : {}),
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channelType(channel),
  };
}

/** The second event that a mention of the bot gives rise to, with the same `ts`. */
export function mentionEvent(world: World, message: Message): Json {
  const { upload, channel_type, ...rest } = messageEvent(world, message);
  return { ...rest, type: 'app_mention' };
}

/** The event of an edit. `before` is the message as it was. */
export function changedEvent(world: World, message: Message, before: Json): Json {
  return hidden(world, message, 'message_changed', {
    message: messageBody(world, message),
    previous_message: before,
  });
}

/** The event of a deletion. A thread's root that has replies leaves a tombstone and is "changed" instead. */
export function deletedEvent(world: World, message: Message): Json {
  const before = messageBody(world, message);
  const replies = repliesIn(world.channels.get(message.channel)!, message.ts);
  if (replies.length === 0)
    return hidden(world, message, 'message_deleted', {
      deleted_ts: message.ts,
      previous_message: before,
    });
  const tombstone = {
    type: 'message',
    subtype: 'tombstone',
    text: 'This message was deleted.',
    user: 'USLACKBOT',
    hidden: true,
    ts: message.ts,
    thread_ts: message.ts,
  };
  return hidden(world, message, 'message_changed', {
    message: tombstone,
    previous_message: before,
  });
}

/** A new message in the making, not yet in its channel. */
export function newMessage(
  world: World,
  what: Pick<Message, 'channel' | 'user' | 'text'> & Partial<Message>,
): Message {
  return {
    ts: nextTs(world),
    blocks: what.botId ? [] : [richText(world, what.text)],
    files: [],
    deleted: false,
    earlier: [],
    notified: new Set(),
    sentWith: {},
    ...(what.botId ? {} : { clientMsgId: randomUUID() }),
    ...what,
  };
}

/** The block that Slack's own composer puts around typed words. */
export function richText(world: World, text: string): Message['blocks'][number] {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', block_id: nextId(world, ''), elements: [section] };
}

function hidden(world: World, message: Message, subtype: string, what: Json): Json {
  const channel = world.channels.get(message.channel)!;
  const ts = nextTs(world);
  return {
    type: 'message',
    subtype,
    ...what,
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  };
}

function threadFacts(world: World, message: Message): Json {
  if (message.threadTs === message.ts) return { thread_ts: message.ts };
  const root = rootOf(world, message);
  return {
    thread_ts: message.threadTs,
    ...(root ? { parent_user_id: root['user'] } : {}),
  };
}

function rootOf(world: World, message: Message): Json | undefined {
  const root = messageIn(world.channels.get(message.channel)!, message.threadTs ?? '');
  return root && root !== message
    ? { type: 'message', user: root.user, text: root.text, ts: root.ts, thread_ts: root.ts }
    : undefined;
}

function stubOf(file: SharedFile): Json {
  return { id: file.id, mode: 'file_access', file_access: 'check_file_info' };
}
