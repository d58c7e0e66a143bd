import { faultsOf } from '../blocks.ts';
import { changedEvent, deletedEvent, messageBody, messageEvent, newMessage } from '../events.ts';
import { messageIn } from '../listing.ts';
import { pingedBy } from '../reading.ts';
import type { Block, Channel, Json, Message } from '../state.ts';
import { directChannel, nextId, nextTs } from '../state.ts';
import { ApiError, type Call, flag, type Method, text, visibleChannel } from './method.ts';

export const chat: Record<string, Method> = {
  'chat.postMessage': (call) => {
    const channel = writableChannel(call);
    const { world, args, install } = call;
    const content = contentOf(call, channel);
    const threadTs = text(args, 'thread_ts');
    const root = threadTs ? rootOf(channel, threadTs) : undefined;
    const message = newMessage(world, {
      channel: channel.id,
      user: install.botUser,
      botId: install.botId,
      text: content.text,
      ...(flag(args, 'reply_broadcast') && root ? { subtype: 'thread_broadcast' } : {}),
      ...(root ? { threadTs: root.ts } : {}),
      sentWith: args,
    });
    message.blocks = content.blocks;
    Object.assign(message, metadataOf(args));
    note(message, args);
    channel.messages.push(message);
    call.emit(messageEvent(world, message), channel);
    return { channel: channel.id, ts: message.ts, message: messageBody(world, message) };
  },

  'chat.update': (call) => {
    const channel = writableChannel(call);
    const { world, args } = call;
    const message = ownMessage(call, channel, 'cant_update_message');
    const content = contentOf(call, channel);
    const before = messageBody(world, message);
    message.earlier.push({ text: message.text, blocks: message.blocks });
    message.text = content.text;
    message.blocks = content.blocks;
    Object.assign(message, metadataOf(args));
    message.edited = { user: message.user, ts: nextTs(world) };
    note(message, args);
    call.emit(changedEvent(world, message, before), channel);
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: messageBody(world, message),
    };
  },

  'chat.delete': (call) => {
    const channel = writableChannel(call);
    const message = ownMessage(call, channel, 'cant_delete_message');
    const event = deletedEvent(call.world, message);
    message.deleted = true;
    call.emit(event, channel);
    return { channel: channel.id, ts: message.ts };
  },

  'chat.postEphemeral': (call) => {
    const channel = writableChannel(call);
    const { world, args } = call;
    const user = text(args, 'user');
    if (!channel.members.has(user)) throw new ApiError('user_not_in_channel');
    const threadTs = text(args, 'thread_ts');
    const ts = nextTs(world);
    world.ephemerals.push({
      ...contentOf(call, channel),
      ts,
      channel: channel.id,
      user,
      ...(threadTs ? { threadTs: rootOf(channel, threadTs).ts } : {}),
      deleted: false,
      by: 'api',
    });
    return { message_ts: ts };
  },

  'chat.getPermalink': (call) => {
    const channel = visibleChannel(call);
    const ts = text(call.args, 'message_ts');
    const message = messageIn(channel, ts);
    if (!message || message.deleted) throw new ApiError('message_not_found');
    const thread = message.threadTs && message.threadTs !== ts;
    const query = thread ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
    const host = `https://${call.world.team.domain}.slack.com`;
    return {
      channel: channel.id,
      permalink: `${host}/archives/${channel.id}/p${ts.replace('.', '')}${query}`,
    };
  },
};

/** A channel to write in; a user's id opens the direct messages with that person. */
function writableChannel(call: Call): Channel {
  const { world, args, install } = call;
  const id = text(args, 'channel');
  const channel =
    world.users.has(id) && !world.users.get(id)!.bot
      ? directChannel(world, id)
      : visibleChannel(call);
  if (!channel.members.has(install.botUser)) throw new ApiError('not_in_channel');
  if (channel.archived) throw new ApiError('is_archived');
  return channel;
}

/** Text and blocks after all the checks Slack makes, block ids filled in. */
function contentOf({ world, args }: Call, _channel: Channel): { text: string; blocks: Block[] } {
  const words = text(args, 'text');
  const blocks = args['blocks'] ?? [];
  if (words === '' && (!Array.isArray(blocks) || blocks.length === 0) && !args['attachments'])
    throw new ApiError('no_text');
  if (words.length > 40_000) throw new ApiError('msg_too_long');
  const faults = faultsOf(blocks, 'message', world);
  if (faults.length > 0)
    throw new ApiError('invalid_blocks', {
      errors: faults,
      response_metadata: { messages: faults },
    });
  return {
    text: words,
    blocks: (blocks as Block[]).map((block) => ({ block_id: nextId(world, ''), ...block })),
  };
}

function metadataOf(args: Json): { metadata?: Json } {
  if (args['metadata'] === undefined) return {};
  const metadata = args['metadata'] as Json;
  const payload = metadata['event_payload'];
  if (typeof metadata['event_type'] !== 'string' || typeof payload !== 'object')
    throw new ApiError('invalid_metadata_format');
  return { metadata };
}

function note(message: Message, args: Json): void {
  const loose = flag(args, 'link_names') || args['parse'] === 'full';
  for (const who of pingedBy(message.text, message.blocks, loose)) message.notified.add(who);
}

/** A thread's root; replying to it makes it one. */
function rootOf(channel: Channel, threadTs: string): Message {
  const root = messageIn(channel, threadTs);
  if (!root) throw new ApiError('thread_not_found');
  return root;
}

function ownMessage({ args, install }: Call, channel: Channel, refusal: string): Message {
  const message = messageIn(channel, text(args, 'ts'));
  if (!message || message.deleted) throw new ApiError('message_not_found');
  if (message.user !== install.botUser) throw new ApiError(refusal);
  return message;
}
