import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Json, World } from './state.ts';

/** Who signs what Microsoft's channels send to bots. */
const ISSUER = 'https://api.botframework.com';

/** Seconds of difference between two clocks that Microsoft's SDK puts up with. */
export const SKEW = 300;

/** A key of the service, as its published set shows it, with its private half. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The channels it may sign for. */
  readonly endorsements: readonly string[];
}

/** How a token differs from an ordinary one. */
export interface TokenOptions {
  readonly key?: SigningKey;
  /** Claims to add or replace; an undefined one is left out. Times are seconds since 1970. */
  readonly claims?: Json;
  /** Header fields to add or replace. */
  readonly header?: Json;
}

/** The service's keys: making one takes a while, and they are as good for the next fake. */
let made: Readonly<Record<'teams' | 'next' | 'webchat' | 'stranger', SigningKey>> | undefined;

/**
 * Keys of the signing service: `teams` signs, `next` is published too, `webchat` is published but not endorsed for
 * Teams, `stranger` is nobody's.
 */
export function signingKeys() {
  made ??= {
    teams: newKey(['msteams']),
    next: newKey(['msteams', 'webchat']),
    webchat: newKey(['webchat']),
    stranger: newKey(['msteams']),
  };
  return made;
}

/** The published key set. */
export function keySet(): Json {
  const { teams, next, webchat } = signingKeys();
  const keys = [teams, next, webchat].map(({ kid, publicKey, endorsements }) => {
    const { n, e } = publicKey.export({ format: 'jwk' });
    return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, endorsements };
  });
  return { keys };
}

/** The document that says where the key set is. */
export function openIdMetadata(world: World): Json {
  return {
    issuer: ISSUER,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${world.url}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

/**
 * A token such as Teams sends with an activity, good for an hour. Its times are real ones, whatever the fake's clock
 * says, since Microsoft's SDK knows no other clock.
 */
export function mintToken(world: World, options: TokenOptions = {}): Promise<string> {
  const key = options.key ?? signingKeys().teams;
  const now = Math.floor(Date.now() / 1000);
  const claims: Json = {
    serviceurl: world.serviceUrl,
    nbf: now,
    exp: now + 3600,
    iss: ISSUER,
    aud: world.bot.appId,
    ...options.claims,
  };
  for (const [name, value] of Object.entries(claims)) if (value === undefined) delete claims[name];
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT', ...options.header })
    .sign(key.privateKey);
}

/** What the bot's credentials look like to Microsoft's SDK: give it as the credentials factory. */
export interface BotCredentials {
  isValidAppId(id: string): Promise<boolean>;
  isAuthenticationDisabled(): Promise<boolean>;
  createCredentials(): Promise<{ signRequest<R extends Signable>(request: R): Promise<R> }>;
}

interface Signable {
  readonly headers: { set(name: string, value: string): void };
}

/** Credentials whose tokens this fake's connector takes. */
export function botCredentials(world: World): BotCredentials {
  return {
    isValidAppId: async (id) => id === world.bot.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${botToken(world)}`);
        return request;
      },
    }),
  };
}

/** A token for the bot's own calls; new once those given out were revoked. */
export function botToken(world: World): string {
  const [known] = world.botTokens;
  if (known) return known;
  const token = `fake-bot-token-${randomUUID()}`;
  world.botTokens.add(token);
  return token;
}

/** A token for the bot's own calls, as Azure gives it to the identity of a program that it hosts. */
export function identityToken(world: World): Json {
  const life = 86_400;
  return {
    access_token: botToken(world),
    expires_on: String(Math.floor(Date.now() / 1000) + life),
    resource: 'https://api.botframework.com',
    token_type: 'Bearer',
    client_id: world.bot.appId,
  };
}

function newKey(endorsements: readonly string[]): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: randomUUID(), privateKey, publicKey, endorsements };
}
