import type { Ack, Courier } from './courier.ts';
import {
  changedEvent,
  deletedEvent,
  envelope,
  mentionEvent,
  messageBody,
  messageEvent,
  newMessage,
  richText,
} from './events.ts';
import type { Channel, Json, SharedFile, World } from './state.ts';
import { channelOf, directChannel, hearer, messageAt, nextId, nextTs } from './state.ts';

export interface WriteOptions {
  /** The root message's ts. */
  readonly thread?: string;
  readonly subtype?: 'file_share' | 'me_message' | 'thread_broadcast';
  /** Names of files that come with the message. */
  readonly files?: readonly string[];
}

/** What became of something a person did: every event it gave rise to, and whether all were acknowledged. */
export interface Done {
  readonly ts: string;
  readonly acks: readonly Ack[];
  readonly ok: boolean;
}

/** What people do in channels. Each resolves when the bot has answered the first delivery. */
export interface Writing {
  /** `text` as Slack's events carry it: use `typed()` for words that hold `<`, `>` or `&`. */
  writes(user: string, channel: string, text: string, options?: WriteOptions): Promise<Done>;
  edits(user: string, message: { channel: string; ts: string }, text: string): Promise<Done>;
  deletes(user: string, message: { channel: string; ts: string }): Promise<Done>;
  /** An unfurl or another change by Slack itself: `message_changed` with the same words and no `edited`. */
  unfurls(message: { channel: string; ts: string }): Promise<Done>;
  joins(user: string, channel: string): Promise<Done>;
  leaves(user: string, channel: string): Promise<Done>;
  /** A user group gets other members. */
  regroups(group: string, users: string[]): Promise<Done>;
  /** A channel gets another id, as happens when it is shared. */
  renumbers(channel: string, newId: string): Promise<Done>;
  opensHome(user: string, tab?: 'home' | 'messages'): Promise<Done>;
  /** An inner event, or a whole body if it has its own envelope (`event_callback`, `url_verification`, …). */
  deliver(body: Json): Promise<Ack>;
  /** Sends the event to the bot without waiting: its own messages come back to it this way. */
  emit(event: Json, channel?: Channel): void;
}

const WHOLE = ['event_callback', 'url_verification', 'app_rate_limited'];

export function createWriting(world: World, courier: Courier): Writing {
  return {
    async writes(user, channelId, text, options = {}) {
      const channel = world.users.has(channelId)
        ? directChannel(world, user)
        : channelOf(world, channelId);
      const files = (options.files ?? []).map((name) => newFile(world, name));
      const subtype = options.subtype ?? (files.length > 0 ? 'file_share' : undefined);
      const message = newMessage(world, {
        channel: channel.id,
        user,
        text,
        files,
        ...(options.thread ? { threadTs: options.thread } : {}),
        ...(subtype ? { subtype } : {}),
      });
      channel.messages.push(message);
      const events = [messageEvent(world, message)];
      const botUser = hearer(world, channel)?.botUser;
      if (botUser && text.includes(`<@${botUser}`) && channel.kind !== 'im')
        events.push(mentionEvent(world, message));
      return tell(message.ts, events, channel);
    },

    edits(user, { channel, ts }, text) {
      const message = messageAt(world, channel, ts);
      const before = messageBody(world, message);
      message.earlier.push({ text: message.text, blocks: message.blocks });
      message.text = text;
      message.blocks = [richText(world, text)];
      message.edited = { user, ts: nextTs(world) };
      return tell(ts, [changedEvent(world, message, before)], channelOf(world, channel));
    },

    deletes(_user, { channel, ts }) {
      const message = messageAt(world, channel, ts);
      const event = deletedEvent(world, message);
      message.deleted = true;
      return tell(ts, [event], channelOf(world, channel));
    },

    unfurls({ channel, ts }) {
      const message = messageAt(world, channel, ts);
      const before = messageBody(world, message);
      const event = changedEvent(world, message, before);
      const unfurled = {
        ...before,
        attachments: [{ id: 1, title: 'A page', from_url: 'https://x' }],
      };
      return tell(ts, [{ ...event, message: unfurled }], channelOf(world, channel));
    },

    joins(user, channelId) {
      const channel = channelOf(world, channelId);
      channel.members.add(user);
      return membership('member_joined_channel', user, channel);
    },

    leaves(user, channelId) {
      const channel = channelOf(world, channelId);
      const told = membership('member_left_channel', user, channel);
      channel.members.delete(user);
      return told;
    },

    regroups(group, users) {
      const known = world.groups.get(group);
      const before = known?.users ?? [];
      world.groups.set(group, { handle: known?.handle ?? group.toLowerCase(), users });
      const added = users.filter((user) => !before.includes(user));
      const removed = before.filter((user) => !users.includes(user));
      const event = {
        type: 'subteam_members_changed',
        subteam_id: group,
        team_id: world.team.id,
        date_previous_update: 1_700_000_000,
        date_update: Math.floor(world.clock.now() / 1000),
        added_users: added,
        added_users_count: added.length,
        removed_users: removed,
        removed_users_count: removed.length,
        event_ts: nextTs(world),
      };
      return tell(event.event_ts, [event]);
    },

    renumbers(channelId, newId) {
      const channel = channelOf(world, channelId);
      world.channels.delete(channelId);
      channel.id = newId;
      for (const message of channel.messages) message.channel = newId;
      world.channels.set(newId, channel);
      const event = {
        type: 'channel_id_changed',
        old_channel_id: channelId,
        new_channel_id: newId,
        event_ts: nextTs(world),
      };
      return tell(event.event_ts, [event], channel);
    },

    opensHome(user, tab = 'home') {
      const { id } = directChannel(world, user);
      const event = { type: 'app_home_opened', user, channel: id, tab, event_ts: nextTs(world) };
      return tell(event.event_ts, [event]);
    },

    deliver(body) {
      const whole = WHOLE.includes(String(body['type']));
      const channel = world.channels.get(String(body['channel']));
      return courier.send({
        kind: 'events_api',
        payload: whole ? body : envelope(world, body, channel),
      });
    },

    emit(event, channel) {
      void courier.send({ kind: 'events_api', payload: envelope(world, event, channel) });
    },
  };

  /** The bot hears of a channel only from inside it. */
  async function tell(ts: string, events: Json[], channel?: Channel): Promise<Done> {
    if (channel && !hearer(world, channel)) return { ts, acks: [], ok: true };
    const acks = await Promise.all(
      events.map((event) =>
        courier.send({ kind: 'events_api', payload: envelope(world, event, channel) }),
      ),
    );
    return { ts, acks, ok: acks.every((ack) => ack.ok) };
  }

  function membership(type: string, user: string, channel: Channel): Promise<Done> {
    const event = {
      type,
      user,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: world.team.id,
      event_ts: nextTs(world),
    };
    return tell(event.event_ts, [event], channel);
  }
}

function newFile(world: World, name: string): SharedFile {
  const id = nextId(world, 'F');
  const host = `https://${world.team.domain}.slack.com/files`;
  const file = {
    id,
    name,
    url_private: `${host}-pri/${id}/${name}`,
    permalink: `${host}/${id}/${name}`,
    mimetype: 'application/octet-stream',
  };
  world.files.set(id, file);
  return file;
}
