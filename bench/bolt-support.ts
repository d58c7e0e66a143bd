// The least that helps customers as a desk does: Bolt that keeps each conversation in Redis by `SET`, shows it on a card with
// buttons and posts a fixed reply. Nothing is safe before it is acknowledged, nothing is drafted or sorted.
import { createClient } from '@keyv/redis';
import { App, type BlockAction, HTTPReceiver } from '@slack/bolt';

/** What is kept of a conversation; its card is kept beside it, since messages are handled side by side. */
interface Kept {
  readonly channel: string;
  readonly thread: string;
  readonly texts: readonly string[];
  readonly status: 'open' | 'answered' | 'closed';
}

const triage = process.env['SLACK_TRIAGE_CHANNEL']!;
const redis = createClient({ url: process.env['STORE_URL']!.split('?')[0]! });
await redis.connect();
const receiver = new HTTPReceiver({ signingSecret: process.env['SLACK_SIGNING_SECRET']! });
const app = new App({
  receiver,
  token: process.env['SLACK_BOT_TOKEN']!,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL']! },
});
const keep = (key: string, kept: Kept) => redis.set(key, JSON.stringify(kept));
const find = async (key: string): Promise<Kept | undefined> => {
  const text = await redis.get(key);
  return text === null ? undefined : (JSON.parse(text) as Kept);
};
const button = (id: string, label: string, value: string) =>
  ({ type: 'button', action_id: id, text: { type: 'plain_text', text: label }, value }) as const;
const cardOf = (key: string, { texts, status }: Kept) => {
  const text = `${status}: ${texts.join('\n')}`;
  const words = { type: 'section', text: { type: 'mrkdwn', text } } as const;
  const elements = [button('send', 'Send', key), button('resolve', 'Close', key)];
  const actions = { type: 'actions', elements } as const;
  return { channel: triage, text, blocks: status === 'closed' ? [words] : [words, actions] };
};

app.message(async ({ message, client }) => {
  if (message.subtype !== undefined) return;
  const { channel, user, ts: thread, text = '' } = message;
  const key = `${channel}/${user}`;
  const opened: Kept = { channel, thread, texts: [text], status: 'open' };
  if ((await redis.set(key, JSON.stringify(opened), { condition: 'NX' })) !== null) {
    const { ts } = await client.chat.postMessage(cardOf(key, opened));
    await redis.set(`${key}/card`, ts!);
    return;
  }
  const known = await find(key);
  if (known === undefined) return;
  const next = { ...known, texts: [...known.texts, text] };
  await keep(key, next);
  const card = await redis.get(`${key}/card`);
  if (card !== null) await client.chat.update({ ts: card, ...cardOf(key, next) });
});
app.action<BlockAction>('send', async ({ action, ack, client }) => {
  await ack();
  const key = 'value' in action ? (action.value ?? '') : '';
  const known = await find(key);
  if (known === undefined) return;
  const { channel, thread } = known;
  const text = 'Hello, thank you for writing. We have looked into it and it is mended.';
  await client.chat.postMessage({ channel, thread_ts: thread, text });
  await keep(key, { ...known, status: 'answered' });
});
app.action<BlockAction>('resolve', async ({ action, ack, client }) => {
  await ack();
  const key = 'value' in action ? (action.value ?? '') : '';
  const known = await find(key);
  const card = await redis.get(`${key}/card`);
  if (known === undefined || card === null) return;
  await redis.del([key, `${key}/card`]);
  await client.chat.update({ ts: card, ...cardOf(key, { ...known, status: 'closed' }) });
});
await app.start(Number(process.env['PORT']));
