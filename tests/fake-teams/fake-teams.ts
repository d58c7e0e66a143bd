import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorld, people } from './cast.ts';
import type { ConnectorOptions, Recorded } from './connector/call.ts';
import { answerConnector } from './connector/connector.ts';
import { createRates } from './connector/rates.ts';
import { type Courier, type CourierOptions, createCourier } from './courier.ts';
import { createFiling, type Filing, takeFile } from './files.ts';
import { createMembership, type Membership } from './membership.ts';
import { createScript, type Misbehaviour, type Whim } from './misbehaviour.ts';
import { createPressing, type Pressing } from './pressing.ts';
import type { Post, World } from './state.ts';
import { conversationOf, directChat, standing } from './state.ts';
import {
  type BotCredentials,
  botCredentials,
  identityToken,
  keySet,
  openIdMetadata,
} from './tokens.ts';
import { createWriting, type Writing } from './writing.ts';

export interface FakeTeamsOptions extends Partial<CourierOptions>, Partial<ConnectorOptions> {
  /** Milliseconds since 1970; drives ids and timestamps, but not tokens. Default: the real clock. */
  readonly clock?: { now(): number };
  /** What the bot hears without a mention (default: everything). */
  readonly hears?: Partial<World['hears']>;
  readonly port?: number;
}

/** Teams with one organisation on a local port: what people do there, what the bot gets, and what people see. */
export interface FakeTeams extends Writing, Pressing, Membership, Filing {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly serviceUrl: string;
  /** What TEAMS_OPENID_METADATA_URL wants. */
  readonly openIdMetadataUrl: string;
  /** Where a managed identity is signed in, as Azure announces it to a program that it hosts: IDENTITY_ENDPOINT. */
  readonly identityEndpoint: string;
  readonly appId: string;
  readonly tenantId: string;
  /** What the SDK takes as its credentials factory. */
  readonly credentials: BotCredentials;
  /** Everything Teams knows. Plain data, open to tests. */
  readonly world: World;
  readonly courier: Courier;
  /** Every call of the connector the bot made, oldest first. */
  readonly calls: Recorded[];
  /** Lets an operation of the connector go wrong. */
  misbehave(misbehaviour: Misbehaviour): void;
  /** From here on any call may go wrong, as the whim has it. */
  follow(whim: Whim): void;
  /** Nothing goes wrong any more. */
  behave(): void;
  /** Posts that still stand, oldest first; `thread` gives that thread's replies only. A person's id means their 1:1 chat. */
  posts(conversation: string, thread?: string): Post[];
  /** Posts of a channel that opened a thread, oldest first. */
  roots(conversation: string): Post[];
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a fake Teams on 127.0.0.1: a connector, the keys and metadata that its tokens are checked with, and people.
 * Real shapes, real error codes, real limits; time only as the given clock tells it. Close it when done.
 */
export async function startFakeTeams(options: FakeTeamsOptions = {}): Promise<FakeTeams> {
  const world = createWorld(options.clock ?? { now: () => Date.now() });
  Object.assign(world.hears, options.hears);
  const script = createScript();
  const calls: Recorded[] = [];
  const { targetedMessages = false, pageSize, rates = false } = options;
  const parts = {
    world,
    script,
    calls,
    rates: createRates(world.clock),
    options: { targetedMessages, pageSize, rates },
  };

  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const json = (body: unknown) =>
      void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    if (path === '/v1/.well-known/openidconfiguration') return json(openIdMetadata(world));
    if (path.startsWith('/identity?')) return json(identityToken(world));
    if (path === '/v1/.well-known/keys') return json(keySet());
    if (path.startsWith('/drive/')) return takeFile(world, request, response);
    const base = new URL(world.serviceUrl).pathname.slice(0, -1);
    if (path.startsWith(`${base}/v3/`))
      return answerConnector(parts, request, response, path.slice(base.length));
    response.writeHead(404).end();
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.serviceUrl = `${world.url}/emea/${world.tenantId}/`;
  const courier = createCourier(world, { patience: 15_000, retryDelays: [], ...options });

  const close = async () => {
    courier.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const conversation = (id: string) =>
    world.people.has(id) ? directChat(world, id) : conversationOf(world, id);

  const pressing = createPressing(world, courier);
  return {
    ...createWriting(world, courier, people.robo),
    ...pressing,
    ...createFiling(world, pressing),
    ...createMembership(world, courier),
    url: world.url,
    serviceUrl: world.serviceUrl,
    openIdMetadataUrl: `${world.url}/v1/.well-known/openidconfiguration`,
    identityEndpoint: `${world.url}/identity`,
    appId: world.bot.appId,
    tenantId: world.tenantId,
    credentials: botCredentials(world),
    world,
    courier,
    calls,
    misbehave: script.add,
    follow: script.follow,
    behave: script.clear,
    posts: (id, thread) =>
      standing(conversation(id)).filter((post) => thread === undefined || post.thread === thread),
    roots: (id) => standing(conversation(id)).filter((post) => post.thread === undefined),
    close,
    [Symbol.asyncDispose]: close,
  };
}
