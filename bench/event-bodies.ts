import { createHmac } from 'node:crypto';
import { customerTeam, homeTeam, install } from '../tests/fake-slack/cast.ts';
import { customers, supportChannels } from './scene.ts';

/** What the customers of the load say: words that ask for nothing, or a request that opens a conversation. */
export type Words = 'small talk' | 'requests';

export const TEXTS: Record<Words, string> = {
  'small talk': 'thank you so much for your help',
  requests: 'My invoice was charged twice this month and I need a refund please',
};

/**
 * Signed HTTP requests with message events as Slack posts them, about 1.1 KB each: every one with its own event id
 * and timestamp, spread over all channels and customers so that each is its own matter.
 */
export function createRequests(words: Words, secret: string, host: string, run: string) {
  const text = TEXTS[words];
  let serial = 0;
  let second = 0;
  return function nextRequest(): string {
    const channel = supportChannels[serial % supportChannels.length]!;
    const customer = customers[Math.floor(serial / supportChannels.length) % customers.length]!;
    const now = Date.now();
    second = Math.max(second, Math.floor(now / 1000));
    const ts = `${second}.${String(serial++ % 1_000_000).padStart(6, '0')}`;
    const body = JSON.stringify(envelope(`Ev${run}${serial}`, ts, channel, customer, text));
    const mac = createHmac('sha256', secret).update(`v0:${second}:${body}`).digest('hex');
    return `POST /slack/events HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nx-slack-request-timestamp: ${second}\r\nx-slack-signature: v0=${mac}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
}

function envelope(eventId: string, ts: string, channel: string, user: string, text: string) {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  return {
    token: 'fake-verification-token',
    team_id: homeTeam,
    context_team_id: homeTeam,
    context_enterprise_id: null,
    api_app_id: 'A0WARMLINE1',
    event: {
      type: 'message',
      user,
      client_msg_id: 'd9a7c1f2-5c1e-4a7e-9d0a-0123456789ab',
      text,
      ts,
      team: customerTeam,
      blocks: [{ type: 'rich_text', block_id: 'aB1cD', elements }],
      user_team: customerTeam,
      source_team: customerTeam,
      channel,
      event_ts: ts,
      channel_type: 'channel',
    },
    type: 'event_callback',
    event_id: eventId,
    event_time: Number(ts.split('.')[0]),
    authorizations: [
      {
        enterprise_id: null,
        team_id: homeTeam,
        user_id: install.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: true,
    event_context: '4-eyJldCI6Im1lc3NhZ2UiLCJ0aWQiOiJUMEhPTUUwMDAwMSIsImFpZCI6IkEwV0FSTUxJTkUxIn0',
  };
}
