// The baseline: Bolt's own receiver with default settings and a listener that does nothing.
import { App, HTTPReceiver } from '@slack/bolt';

const receiver = new HTTPReceiver({ signingSecret: process.env['SLACK_SIGNING_SECRET']! });
const app = new App({
  receiver,
  token: process.env['SLACK_BOT_TOKEN']!,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL']! },
});
app.message(async () => {});
await app.start(Number(process.env['PORT']));
