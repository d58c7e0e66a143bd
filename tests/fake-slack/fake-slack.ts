import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorld, install } from './cast.ts';
import { type Courier, type CourierOptions, createCourier, signature } from './courier.ts';
import { createInteractivity, type Interactivity } from './interactivity.ts';
import { createScript, type Misbehaviour, type Whim } from './misbehaviour.ts';
import { respond } from './response-urls.ts';
import { createSockets, type Sockets } from './sockets.ts';
import type { Install, Message, World } from './state.ts';
import { channelOf, nextId, standing } from './state.ts';
import { answerCall, type Recorded, readText, takeUpload } from './web-api.ts';
import { createWriting, type Writing } from './writing.ts';

export interface FakeSlackOptions extends Partial<CourierOptions> {
  /** Milliseconds since 1970; drives timestamps, signatures and the life of triggers. Default: the real clock. */
  readonly clock?: { now(): number };
  /** Bot scopes granted; unset, all. Calls beyond them answer `missing_scope`. */
  readonly scopes?: readonly string[];
  /** Whether the bot's own messages come back to it as events, as in Slack (default true). */
  readonly echo?: boolean;
  readonly port?: number;
}

/** A Slack of one workspace on a local port: what people do there, what the bot gets, and what people see. */
export interface FakeSlack extends Writing, Interactivity {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** What SLACK_API_URL wants. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Everything Slack knows. Plain data, open to tests. */
  readonly world: World;
  readonly courier: Courier;
  readonly sockets: Sockets;
  /** Every Web API call the bot made, oldest first. */
  readonly calls: Recorded[];
  /** Lets a Web API method go wrong. */
  misbehave(misbehaviour: Misbehaviour): void;
  /** From here on any call may go wrong, as the whim has it. */
  follow(whim: Whim): void;
  /** Nothing goes wrong any more. */
  behave(): void;
  /** `x-slack-…` headers that sign these exact bytes; another `at` makes them stale or future. */
  sign(body: string, at?: number): Record<string, string>;
  /** Messages in a channel that still stand, oldest first; `thread` gives that thread's replies only. */
  messages(channel: string, thread?: string): Message[];
  /** Messages in a channel that are in no thread. */
  roots(channel: string): Message[];
  /** A code that `oauth.v2.access` takes once, for installing the app in another workspace. */
  oauthCode(team?: Partial<Install>): string;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a fake Slack on 127.0.0.1.
 * Real shapes, real error codes, real limits; time only as the given clock tells it. Close it when done.
 */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const world = createWorld(options.clock ?? { now: () => Date.now() });
  const script = createScript();
  const calls: Recorded[] = [];
  const sockets = createSockets(world);
  const courier = createCourier(world, sockets, {
    patience: 3000,
    retryDelays: [0, 50, 100],
    ...options,
  });
  const writing = createWriting(world, courier);
  const emit: Writing['emit'] = (event, channel) => {
    if (options.echo === false || (!courier.botUrl && sockets.count() === 0)) return;
    writing.emit(event, channel);
  };
  const parts = { world, script, calls, emit, ticket: sockets.ticket, scopes: options.scopes };

  const server = createServer(async (request, response) => {
    const [, room, name = ''] = (request.url ?? '').split('?')[0]!.split('/');
    if (room === 'api') return answerCall(parts, request, response, name);
    if (room === 'upload') return takeUpload(world, request, response, name);
    if (room === 'actions') {
      const { status, body } = respond(world, name, JSON.parse(await readText(request)));
      return void response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
    }
    response.writeHead(404).end();
  });
  server.on('upgrade', sockets.upgrade);
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const close = async () => {
    courier.close();
    sockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };

  return {
    ...writing,
    ...createInteractivity(world, courier),
    emit,
    url: world.url,
    apiUrl: `${world.url}/api/`,
    botToken: install.token,
    appToken: world.app.appToken,
    signingSecret: world.app.signingSecret,
    world,
    courier,
    sockets,
    calls,
    misbehave: script.add,
    follow: script.follow,
    behave: script.clear,
    sign(body, at = world.clock.now()) {
      const timestamp = String(Math.floor(at / 1000));
      return {
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature(world.app.signingSecret, timestamp, body),
      };
    },
    messages: (channel, thread) =>
      standing(channelOf(world, channel)).filter(
        (message) => thread === undefined || (message.threadTs === thread && message.ts !== thread),
      ),
    roots: (channel) =>
      standing(channelOf(world, channel)).filter(
        (message) => message.threadTs === undefined || message.threadTs === message.ts,
      ),
    oauthCode(team = {}) {
      const code = nextId(world, 'code');
      const number = nextId(world, '');
      const other: Install = {
        token: `xoxb-fake-${number}`,
        teamId: `T0${number}`,
        teamName: 'Other',
        botUser: install.botUser,
        botId: install.botId,
        ...team,
      };
      world.oauthCodes.set(code, other);
      return code;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
