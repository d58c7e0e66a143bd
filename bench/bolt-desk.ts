// What a desk costs without its guarantees: Bolt that posts a card and a draft for every message, and keeps nothing.
import { App, HTTPReceiver } from '@slack/bolt';

const triage = process.env['SLACK_TRIAGE_CHANNEL']!;
const receiver = new HTTPReceiver({ signingSecret: process.env['SLACK_SIGNING_SECRET']! });
const app = new App({
  receiver,
  token: process.env['SLACK_BOT_TOKEN']!,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL']! },
});
const words = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const;
app.message(async ({ message, client }) => {
  const text = 'text' in message && message.text ? message.text : '';
  const card = { channel: triage, text, blocks: [words(text)] };
  const { ts } = await client.chat.postMessage(card);
  const label = { type: 'plain_text', text: 'Send' } as const;
  const actions = {
    type: 'actions',
    elements: [{ type: 'button', action_id: 'send', text: label }],
  } as const;
  const blocks = [words('Hello, thank you for writing.'), actions];
  await client.chat.postMessage({ channel: triage, thread_ts: ts!, text: 'A draft', blocks });
});
await app.start(Number(process.env['PORT']));
