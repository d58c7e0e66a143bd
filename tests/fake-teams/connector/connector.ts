import type { IncomingMessage, ServerResponse } from 'node:http';
import type { How, Operation, Script } from '../misbehaviour.ts';
import type { Json, World } from '../state.ts';
import { deleteActivity, sendActivity, updateActivity } from './activities.ts';
import type { Answer, Call, ConnectorOptions, Handler, Recorded } from './call.ts';
import { createConversation } from './conversations.ts';
import { bodyOf, ConnectorFault, faultOf } from './fault.ts';
import { listChannels, listMembers, pageMembers, readMember, readTeam } from './members.ts';
import type { Rates } from './rates.ts';

export interface ConnectorParts {
  readonly world: World;
  readonly script: Script;
  readonly calls: Recorded[];
  readonly options: ConnectorOptions;
  readonly rates: Rates;
}

const ID = '([^/]+)';
const ROUTES: readonly [method: string, path: RegExp, Operation, Handler][] = [
  ['POST', route('conversations'), 'create', createConversation],
  ['POST', route(`conversations/${ID}/activities`), 'send', sendActivity],
  // What the SDK sends when an activity has a replyToId: to Teams the same.
  ['POST', route(`conversations/${ID}/activities/${ID}`), 'send', sendActivity],
  ['PUT', route(`conversations/${ID}/activities/${ID}`), 'update', updateActivity],
  ['DELETE', route(`conversations/${ID}/activities/${ID}`), 'delete', deleteActivity],
  ['GET', route(`conversations/${ID}/members`), 'members', listMembers],
  ['GET', route(`conversations/${ID}/pagedmembers`), 'paged-members', pageMembers],
  ['GET', route(`conversations/${ID}/members/${ID}`), 'member', readMember],
  ['GET', route(`teams/${ID}`), 'team', readTeam],
  ['GET', route(`teams/${ID}/conversations`), 'channels', listChannels],
];

/** Answers a call to the connector. `path` is what follows the service URL, `/v3/…`. */
export async function answerConnector(
  parts: ConnectorParts,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const text = await readText(request);
  const arrived = performance.now();
  const url = new URL(path, 'http://x');
  const found = ROUTES.find(([method, at]) => method === request.method && at.test(url.pathname));
  if (!found) return void response.writeHead(404).end();
  const [, at, operation, handle] = found;
  const [, conversation = '', item = ''] = (at.exec(url.pathname) ?? []).map(decodeURIComponent);
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const body: Json = text === '' ? {} : JSON.parse(text);
  const query = url.searchParams;
  const call: Recorded = { operation, conversation, item, query, body, token, arrived };
  parts.calls.push(call);

  const say = ({ status, json }: Answer, headers: Record<string, string> = {}) => {
    call.status = status;
    if (json !== undefined) call.answer = json;
    call.answered = performance.now();
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(json === undefined ? '' : JSON.stringify(json));
  };
  const how = parts.script.next(operation, body, conversation);
  if (how === 'hang') return;
  if (how === 'drop') return void request.socket.destroy();
  if (isObject(how) && 'status' in how) {
    const fault = faultOf(how.status, 'code' in how ? how.code : undefined);
    return say(answerOf(fault), waitFor('retryAfter' in how ? how.retryAfter : undefined));
  }
  const wait =
    parts.options.rates && operation === 'send' ? parts.rates.take(conversation) : undefined;
  if (wait !== undefined) return say(answerOf(faultOf(429)), waitFor(wait));
  const answer = run(handle, { ...call, world: parts.world, options: parts.options });
  if (how === 'accept-then-hang') return;
  if (how === 'accept-then-drop') return void request.socket.destroy();
  if (isObject(how) && 'acceptThen' in how) return say(answerOf(faultOf(how.acceptThen)));
  if (isObject(how) && 'slow' in how) {
    setTimeout(() => say(answer), how.slow);
    return;
  }
  say(answer);
}

function run(handle: Handler, call: Call): Answer {
  if (!call.world.botTokens.has(call.token))
    return {
      status: 401,
      json: { message: 'Authorization has been denied for this request.' },
    };
  try {
    return handle(call);
  } catch (error) {
    if (!(error instanceof ConnectorFault)) throw error;
    return answerOf(error);
  }
}

function answerOf(fault: ConnectorFault): Answer {
  return { status: fault.status, json: bodyOf(fault) };
}

function waitFor(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}

function route(path: string): RegExp {
  return new RegExp(`^/v3/${path}/?$`);
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function isObject(how: How | undefined): how is Exclude<How, string> {
  return typeof how === 'object';
}
