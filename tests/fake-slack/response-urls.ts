import { faultsOf } from './blocks.ts';
import type { Block, Channel, Json, World } from './state.ts';
import { nextId, nextTs } from './state.ts';

const HALF_AN_HOUR = 30 * 60_000;
const MOST_USES = 5;

/** A new address to answer an interaction at. */
export function createResponseUrl(
  world: World,
  user: string,
  channel: string,
  original?: { kind: 'message' | 'ephemeral'; ts: string },
): string {
  const id = nextId(world, 'R');
  world.responseUrls.set(id, {
    user,
    channel,
    expires: world.clock.now() + HALF_AN_HOUR,
    uses: 0,
    ...(original ? { original } : {}),
  });
  return `${world.url}/actions/${id}`;
}

/** What the app posted to a response_url. Returns status and body as Slack answers. */
export function respond(world: World, id: string, answer: Json): { status: number; body: string } {
  const url = world.responseUrls.get(id);
  if (!url) return { status: 404, body: '{"ok":false,"error":"invalid_url"}' };
  if (world.clock.now() > url.expires)
    return { status: 404, body: '{"ok":false,"error":"expired_url"}' };
  if (url.uses >= MOST_USES) return { status: 404, body: '{"ok":false,"error":"used_url"}' };
  url.uses += 1;
  const faults = answer['blocks'] ? faultsOf(answer['blocks'], 'message', world) : [];
  if (faults.length > 0) return { status: 400, body: '{"ok":false,"error":"invalid_blocks"}' };
  const original = originalOf(world, url.channel, url.original);
  if (answer['delete_original'] && original) original.deleted = true;
  else if (answer['replace_original'] && original) {
    original.text = String(answer['text'] ?? '');
    original.blocks = (answer['blocks'] as Block[] | undefined) ?? [];
  } else show(world, url.channel, url.user, answer, 'response_url');
  return { status: 200, body: 'ok' };
}

/** Shows an answer in the channel or, unless it says `in_channel`, to this person alone. */
export function show(
  world: World,
  channelId: string,
  user: string,
  answer: Json,
  by: 'response_url' | 'command',
): void {
  const text = String(answer['text'] ?? '');
  const blocks = (answer['blocks'] as Block[] | undefined) ?? [];
  const thread = answer['thread_ts'] ? { threadTs: String(answer['thread_ts']) } : {};
  const ts = nextTs(world);
  const channel = world.channels.get(channelId) as Channel;
  if (answer['response_type'] !== 'in_channel')
    return void world.ephemerals.push({
      ts,
      channel: channelId,
      user,
      text,
      blocks,
      ...thread,
      deleted: false,
      by,
    });
  const [install] = world.installs.values();
  channel.messages.push({
    ts,
    channel: channelId,
    user: install!.botUser,
    botId: install!.botId,
    text,
    blocks,
    ...thread,
    files: [],
    deleted: false,
    earlier: [],
    notified: new Set(),
    sentWith: answer,
  });
}

function originalOf(
  world: World,
  channel: string,
  original: { kind: 'message' | 'ephemeral'; ts: string } | undefined,
) {
  if (!original) return undefined;
  return original.kind === 'message'
    ? world.channels.get(channel)?.messages.find((message) => message.ts === original.ts)
    : world.ephemerals.find((ephemeral) => ephemeral.ts === original.ts);
}
