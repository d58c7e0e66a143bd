import { createHmac, sign } from 'node:crypto';
import type { FakeTeams } from './fake-teams.ts';
import type { Json } from './state.ts';
import { mintToken, SKEW, signingKeys, type TokenOptions } from './tokens.ts';

/** What is posted to the bot. */
export interface Parcel {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** A delivery that a bot must refuse, or must accept although it is unusual. */
export interface Forgery {
  readonly name: string;
  /** What the bot ought to answer: 401 for a bad token, some 4xx for a bad activity, 2xx when all is well. */
  readonly wants: 401 | 'a refusal' | 'acceptance';
  /**
   * What a bot that leaves everything to the SDK answers: a forged signature gives it a 500, and it looks neither at the
   * tenant nor for a missing service URL.
   */
  readonly sdk: number;
  /** Makes the delivery out of an activity that is in order. */
  make(teams: FakeTeams, activity: Json): Promise<Parcel>;
}

/** Everything of this kind we know of. `it.each(forgeries)` names each by `$name`. */
export const forgeries: readonly Forgery[] = [
  good('a token in order', {}),
  good('a token of the next key', () => ({ key: signingKeys().next })),
  good('a token that expired a minute ago', () => ({ claims: { exp: seconds(-60) } })),
  good('a token that begins in a minute', () => ({ claims: { nbf: seconds(60) } })),

  header('no Authorization header', undefined),
  header('an empty Authorization header', ''),
  header('a scheme without a token', 'Bearer'),
  header('garbage for a token', 'Bearer garbage'),
  header('three dots and nothing else', 'Bearer ...'),
  header('another scheme', (token) => `Basic ${token}`),
  header('a token cut short', (token) => `Bearer ${token.slice(0, -20)}`, 500),
  header('a token without its signature', (token) => `Bearer ${parts(token, 2).join('.')}.`, 500),
  header('the bot’s own outbound token', (_, teams) => `Bearer ${[...teams.world.botTokens][0]}`),

  bad('another issuer', { claims: { iss: 'https://login.example' } }),
  bad('no issuer', { claims: { iss: undefined } }),
  bad('another audience', { claims: { aud: 'ffffffff-0000-4000-8000-000000000000' } }),
  bad('no audience', { claims: { aud: undefined } }),
  bad('an unknown key', () => ({ key: signingKeys().stranger })),
  bad('no key id', { header: { kid: undefined } }),
  bad('a key of its own in the header', () => ({
    key: signingKeys().stranger,
    header: { jwk: signingKeys().stranger.publicKey.export({ format: 'jwk' }) },
  })),
  bad('a key not endorsed for Teams', () => ({ key: signingKeys().webchat })),
  bad('a token that expired ten minutes ago', () => ({ claims: { exp: seconds(-2 * SKEW) } })),
  bad('a token that begins in an hour', () => ({ claims: { nbf: seconds(3600) } }), 500),
  bad('another service URL', { claims: { serviceurl: 'https://smba.trafficmanager.net/other/' } }),
  bad('no service URL', { claims: { serviceurl: undefined } }),
  bad('a service URL in camel case', (teams) => ({
    claims: { serviceurl: undefined, serviceUrl: teams.serviceUrl },
  })),
  bad(
    'a signature by a stranger on a known key',
    () => ({
      key: { ...signingKeys().teams, privateKey: signingKeys().stranger.privateKey },
    }),
    500,
  ),

  forged('no algorithm', { alg: 'none' }, () => '', 500),
  forged(
    'the public key as a shared secret',
    { alg: 'HS256' },
    (said) => createHmac('sha256', pem()).update(said).digest('base64url'),
    500,
  ),
  forged(
    'claims changed after signing',
    { alg: 'RS256' },
    () =>
      sign('sha256', Buffer.from('other claims'), signingKeys().teams.privateKey).toString(
        'base64url',
      ),
    500,
  ),

  activity('an activity without a service URL', () => ({ serviceUrl: undefined }), 200),
  activity('an activity with an empty service URL', () => ({ serviceUrl: '' }), 200),
  activity('a service URL of nobody we know', () => ({ serviceUrl: 'https://evil.example/' }), 200),
  activity(
    'a service URL without encryption',
    () => ({ serviceUrl: 'http://smba.trafficmanager.net/emea/' }),
    200,
  ),
  activity(
    'a service URL that only begins well',
    () => ({
      serviceUrl: 'https://smba.trafficmanager.net.evil.example/emea/',
    }),
    200,
  ),
  activity(
    'an activity of another organisation',
    ({ conversation, channelData }) => ({
      conversation: { ...(conversation as Json), tenantId: STRANGE },
      channelData: { ...(channelData as Json), tenant: { id: STRANGE } },
    }),
    200,
  ),
  activity('another channel than Teams', () => ({ channelId: 'webchat' }), 401),
  activity('an activity without a type', () => ({ type: undefined }), 500),
];

/** Bodies that are no activity, each validly signed. */
export const malformedBodies: readonly string[] = ['', '{', 'null', '[]', '"text"', '17', '{}'];

const STRANGE = 'ffffffff-0000-4000-8000-00000000ffff';

type Options = TokenOptions | ((teams: FakeTeams) => TokenOptions);

function good(name: string, options: Options): Forgery {
  return { ...bad(name, options, 200), wants: 'acceptance' };
}

function bad(name: string, options: Options, sdk = 401): Forgery {
  return {
    name,
    wants: 401,
    sdk,
    async make(teams, said) {
      const chosen = typeof options === 'function' ? options(teams) : options;
      return parcel(said, `Bearer ${await mintToken(teams.world, chosen)}`);
    },
  };
}

function header(
  name: string,
  value: string | undefined | ((token: string, teams: FakeTeams) => string),
  sdk = 401,
): Forgery {
  return {
    name,
    wants: 401,
    sdk,
    async make(teams, said) {
      const token = await mintToken(teams.world);
      return parcel(said, typeof value === 'function' ? value(token, teams) : value);
    },
  };
}

/** A token put together by hand: the right claims, another header, and whatever signs it. */
function forged(
  name: string,
  fields: Json,
  signed: (said: string) => string,
  sdk: number,
): Forgery {
  return {
    name,
    wants: 401,
    sdk,
    async make(teams, said) {
      const [, claims] = parts(await mintToken(teams.world), 2);
      const { kid } = signingKeys().teams;
      const head = Buffer.from(JSON.stringify({ typ: 'JWT', kid, ...fields })).toString(
        'base64url',
      );
      const token = `${head}.${claims}`;
      return parcel(said, `Bearer ${token}.${signed(token)}`);
    },
  };
}

/** A token in order, and an activity that is not. */
function activity(name: string, change: (activity: Json) => Json, sdk: number): Forgery {
  return {
    name,
    wants: 'a refusal',
    sdk,
    async make(teams, said) {
      const changed = { ...said, ...change(said) };
      const serviceurl = changed['serviceUrl'] || teams.serviceUrl;
      const token = await mintToken(teams.world, { claims: { serviceurl } });
      return parcel(changed, `Bearer ${token}`);
    },
  };
}

function parcel(body: Json, authorization: string | undefined): Parcel {
  const signed = authorization === undefined ? {} : { authorization };
  return {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json; charset=utf-8', ...signed },
  };
}

function parts(token: string, count: number): string[] {
  return token.split('.').slice(0, count);
}

function seconds(fromNow: number): number {
  return Math.floor(Date.now() / 1000) + fromNow;
}

/** The key as the SDK builds it from the published numbers: a known text, so no secret. */
function pem(): string {
  return signingKeys().teams.publicKey.export({ type: 'spki', format: 'pem' }).toString();
}
