// The Chat SDK with its Slack adapter and its state in memory, and a handler that does nothing.
import { createSlackAdapter } from '@chat-adapter/slack';
import { createMemoryState } from '@chat-adapter/state-memory';
import { serve } from '@hono/node-server';
import { Chat } from 'chat';

const bot = new Chat({
  userName: 'warmline',
  adapters: { slack: createSlackAdapter({ botUserId: 'U0WARMLINE1' }) },
  state: createMemoryState(),
  logger: 'error',
});
bot.onNewMessage(/.*/, async () => {});
await bot.initialize();

serve({
  hostname: '127.0.0.1',
  port: Number(process.env.PORT),
  fetch: (request) =>
    request.method === 'POST'
      ? bot.webhooks.slack(request, { waitUntil: () => {} })
      : new Response('ready'),
});
