import { messageBody } from '../events.ts';
import { messageIn, repliesIn, rootsIn } from '../listing.ts';
import type { Channel, Json, Message } from '../state.ts';
import { directChannel, teamsOf } from '../state.ts';
import { ApiError, type Call, flag, type Method, page, text, visibleChannel } from './method.ts';

export const conversations: Record<string, Method> = {
  'conversations.info': (call) => ({ channel: channelBody(call, visibleChannel(call)) }),

  'conversations.list': (call) => {
    const types = (text(call.args, 'types') || 'public_channel').split(',');
    const wanted = [...call.world.channels.values()].filter(
      (channel) =>
        types.includes(typeOf(channel)) &&
        (channel.kind === 'public' || channel.members.has(call.install.botUser)) &&
        !(flag(call.args, 'exclude_archived') && channel.archived),
    );
    const { items, meta } = page(wanted, call.args, 100, 1000);
    return { channels: items.map((channel) => channelBody(call, channel)), ...meta };
  },

  'conversations.members': (call) => {
    const { items, meta } = page([...visibleChannel(call).members], call.args, 100, 1000);
    return { members: items, ...meta };
  },

  'conversations.join': (call) => {
    const channel = visibleChannel(call);
    if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
    channel.members.add(call.install.botUser);
    return { channel: channelBody(call, channel) };
  },

  'conversations.open': (call) => {
    const [user, ...more] = text(call.args, 'users').split(',').filter(Boolean);
    if (!user || !call.world.users.has(user)) throw new ApiError('user_not_found');
    if (more.length > 0) throw new ApiError('method_not_supported_for_channel_type');
    return { channel: { id: directChannel(call.world, user).id } };
  },

  'conversations.history': (call) => {
    const channel = readableChannel(call);
    const listed = within(rootsIn(channel), call.args).reverse();
    const { items, meta } = page(listed, call.args, 100, 999);
    const more = (meta['response_metadata'] as Json)['next_cursor'] !== '';
    return { messages: items.map((one) => told(call, channel, one)), has_more: more, ...meta };
  },

  'conversations.replies': (call) => {
    const channel = readableChannel(call);
    const ts = text(call.args, 'ts');
    const root = messageIn(channel, ts);
    if (!root) throw new ApiError('thread_not_found');
    const replies = within(repliesIn(channel, ts), call.args);
    const thread = [...(root.deleted ? [] : [root]), ...replies];
    const { items, meta } = page(thread, call.args, 1000, 1000);
    const more = (meta['response_metadata'] as Json)['next_cursor'] !== '';
    return { messages: items.map((one) => told(call, channel, one)), has_more: more, ...meta };
  },
};

function readableChannel(call: Call): Channel {
  const channel = visibleChannel(call);
  if (!channel.members.has(call.install.botUser)) throw new ApiError('not_in_channel');
  return channel;
}

function within(messages: Message[], args: Json): Message[] {
  const oldest = Number(args['oldest'] ?? 0);
  const latest = Number(args['latest'] ?? Number.POSITIVE_INFINITY);
  const inclusive = flag(args, 'inclusive');
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

/** A message of a listing; a thread's root tells of its replies. */
function told(call: Call, channel: Channel, message: Message): Json {
  const body = messageBody(call.world, message, flag(call.args, 'include_all_metadata'));
  const replies = repliesIn(channel, message.ts);
  if (replies.length === 0) return body;
  return {
    ...body,
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((reply) => reply.user))],
    latest_reply: replies.at(-1)!.ts,
  };
}

function typeOf({ kind }: Channel): string {
  return kind === 'public' || kind === 'private' ? `${kind}_channel` : kind;
}

function channelBody({ world, install }: Call, channel: Channel): Json {
  const im = channel.kind === 'im';
  return {
    id: channel.id,
    ...(im
      ? { user: [...channel.members].find((id) => id !== install.botUser) }
      : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: im,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_general: false,
    is_shared: channel.shared,
    is_ext_shared: channel.shared,
    is_org_shared: false,
    is_pending_ext_shared: channel.pendingShare === true,
    is_member: channel.members.has(install.botUser),
    context_team_id: install.teamId,
    ...(channel.shared ? { conversation_host_id: teamsOf(world, channel)[0] } : {}),
    created: 1_700_000_000,
    creator: install.botUser,
    num_members: channel.members.size,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}
