import { customerTenant, teamIds } from '../tests/fake-teams/cast.ts';
import { TEXTS, type Words } from './event-bodies.ts';

/** Teams, as the load speaks for it: one token for an hour, as real Teams has. */
export interface TeamsVoice {
  readonly platform: 'teams';
  readonly token: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly appId: string;
}

const number = (i: number, digits: number) => String(i).padStart(digits, '0');

/** Support channels of many customers, and their people. */
export const teamsChannels = Array.from(
  { length: 300 },
  (_, i) => `19:benchBENCHbenchBENCHbenchBENCH${number(i, 6)}@thread.tacv2`,
);
export const teamsCustomers = Array.from({ length: 200 }, (_, i) => ({
  id: `29:1benchBENCHbenchBENCHbenchBENCHbenchBENCHbenchBENCHbenchBENCH${number(i, 6)}`,
  objectId: `bbbbbbbb-0000-4000-8000-${number(i, 12)}`,
}));
export const tenantOfCustomers = customerTenant;

/**
 * HTTP requests with message activities as Teams posts them, about 1.4 KB each beside the token: every one a new post
 * with its own id, spread over all channels and customers so that each is its own matter.
 */
export function createActivityRequests(words: Words, voice: TeamsVoice, host: string) {
  const head = `POST /api/messages HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json; charset=utf-8\r\nauthorization: Bearer ${voice.token}\r\n`;
  let serial = 0;
  let last = 0;
  return function nextRequest(): string {
    const channel = teamsChannels[serial % teamsChannels.length]!;
    const customer = Math.floor(serial / teamsChannels.length) % teamsCustomers.length;
    serial += 1;
    last = Math.max(last + 1, Date.now());
    const body = JSON.stringify(activity(voice, String(last), channel, customer, TEXTS[words]));
    return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
}

function activity(
  { serviceUrl, tenantId, appId }: TeamsVoice,
  id: string,
  channel: string,
  customer: number,
  text: string,
) {
  const at = new Date(Number(id)).toISOString();
  const { id: member, objectId } = teamsCustomers[customer]!;
  return {
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
    type: 'message',
    timestamp: at,
    localTimestamp: at,
    id,
    channelId: 'msteams',
    serviceUrl,
    from: { id: member, name: `Customer ${customer}`, aadObjectId: objectId },
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId,
      id: `${channel};messageid=${id}`,
    },
    recipient: { id: `28:${appId}`, name: 'Warmline' },
    entities: [
      {
        locale: 'en-GB',
        country: 'DE',
        platform: 'Web',
        timezone: 'Europe/Berlin',
        type: 'clientInfo',
      },
    ],
    channelData: {
      teamsChannelId: channel,
      teamsTeamId: teamIds.acme,
      channel: { id: channel, type: 'shared' },
      team: { id: teamIds.acme },
      tenant: { id: tenantId },
    },
    locale: 'en-GB',
    localTimezone: 'Europe/Berlin',
  };
}
