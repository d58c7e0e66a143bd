import type { IncomingMessage, ServerResponse } from 'node:http';
import { chat } from './methods/chat.ts';
import { conversations } from './methods/conversations.ts';
import { files } from './methods/files.ts';
import { ApiError, type Call, type Method, text } from './methods/method.ts';
import { peopleMethods } from './methods/people.ts';
import { views } from './methods/views.ts';
import type { How, Script } from './misbehaviour.ts';
import { missingScope } from './scopes.ts';
import type { Install, Json, World } from './state.ts';

const METHODS: Record<string, Method> = {
  ...chat,
  ...conversations,
  ...files,
  ...peopleMethods,
  ...views,
};

/** One call as the bot made it. */
export interface Recorded {
  readonly method: string;
  readonly args: Json;
  readonly token: string;
  /** The answer's JSON; absent when it was refused before or never answered. */
  answer?: Json;
  /** `performance.now()` when the call had arrived and when its answer left. */
  readonly arrived: number;
  answered?: number;
}

export interface WebApiParts {
  readonly world: World;
  readonly script: Script;
  readonly calls: Recorded[];
  readonly emit: Call['emit'];
  /** A websocket address for `apps.connections.open`. */
  readonly ticket: () => string;
  /** Scopes the bot was granted; unset, all. */
  readonly scopes: readonly string[] | undefined;
}

/** Answers `POST /api/<method>`. */
export async function answerCall(
  parts: WebApiParts,
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
): Promise<void> {
  const body = await readText(request);
  const arrived = performance.now();
  const query = new URL(request.url ?? '/', 'http://x').searchParams;
  const args = { ...Object.fromEntries(query), ...parseArgs(request, body) };
  const token = tokenOf(request, args);
  const call: Recorded = { method, args, token, arrived };
  parts.calls.push(call);
  const how = parts.script.next(method, args);
  const say = (status: number, json: Json, headers: Record<string, string> = {}) => {
    call.answer = json;
    call.answered = performance.now();
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(json));
  };
  if (how === 'hang') return;
  if (how === 'drop') return void request.socket.destroy();
  if (isObject(how) && 'error' in how) return say(200, { ok: false, error: how.error });
  if (isObject(how) && 'status' in how) {
    if (how.status !== 429) return say(how.status, { ok: false, error: 'internal_error' });
    return say(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(how.retryAfter) });
  }
  const answer = run(parts, request, method, args, token);
  if (how === 'accept-then-hang') return;
  if (how === 'accept-then-drop') return void request.socket.destroy();
  if (isObject(how) && 'slow' in how) {
    setTimeout(() => say(200, answer), how.slow);
    return;
  }
  say(200, answer);
}

function run(
  parts: WebApiParts,
  request: IncomingMessage,
  method: string,
  args: Json,
  token: string,
): Json {
  try {
    if (method === 'oauth.v2.access') return exchangeCode(parts.world, request, args);
    if (method === 'apps.connections.open') {
      if (token !== parts.world.app.appToken)
        throw new ApiError(token ? 'invalid_auth' : 'not_authed');
      return { ok: true, url: parts.ticket() };
    }
    const handle = METHODS[method];
    if (!handle) throw new ApiError('unknown_method', { req_method: method });
    const install = parts.world.installs.get(token);
    if (!install) throw new ApiError(token ? 'invalid_auth' : 'not_authed');
    const missing = parts.scopes && missingScope(parts.world, method, args, parts.scopes);
    if (missing)
      throw new ApiError('missing_scope', { needed: missing, provided: parts.scopes.join(',') });
    return { ok: true, ...handle({ world: parts.world, args, install, emit: parts.emit }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { ok: false, error: error.code, ...error.more };
  }
}

/** The last step of an installation: a code, once, for a bot token. */
function exchangeCode(world: World, request: IncomingMessage, args: Json): Json {
  const [, basic] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const [id, secret] = basic
    ? Buffer.from(basic, 'base64').toString().split(':')
    : [text(args, 'client_id'), text(args, 'client_secret')];
  if (id !== world.app.clientId) throw new ApiError('invalid_client_id');
  if (secret !== world.app.clientSecret) throw new ApiError('bad_client_secret');
  const code = text(args, 'code');
  const install: Install | undefined = world.oauthCodes.get(code);
  if (!install) throw new ApiError('invalid_code');
  world.oauthCodes.delete(code);
  world.installs.set(install.token, install);
  return {
    ok: true,
    app_id: world.app.id,
    authed_user: { id: [...world.users.keys()][1] },
    scope: 'chat:write',
    token_type: 'bot',
    access_token: install.token,
    bot_user_id: install.botUser,
    team: { id: install.teamId, name: install.teamName },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function tokenOf(request: IncomingMessage, args: Json): string {
  const [, bearer] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  return bearer ?? text(args, 'token');
}

/** Form fields or JSON; fields that hold JSON (blocks, view, metadata) are decoded. */
function parseArgs(request: IncomingMessage, body: string): Json {
  if (request.headers['content-type']?.includes('application/json'))
    return JSON.parse(body || '{}');
  const args: Json = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const structured = ['blocks', 'view', 'metadata', 'attachments'].includes(name);
    args[name] = structured ? decoded(value) : value;
  }
  return args;
}

function decoded(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Bytes posted to the address of an upload: plain, or as a form with one file. */
export async function takeUpload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const upload = world.uploads.get(id);
  const headers = request.headers as Record<string, string>;
  const sent = new Request('http://x', { method: 'POST', headers, body: await readAll(request) });
  const isForm = headers['content-type']?.startsWith('multipart/form-data');
  const [part] = isForm ? [...(await sent.formData()).values()] : [await sent.blob()];
  const content = part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : undefined;
  if (!upload || content?.length !== upload.length) return void response.writeHead(400).end();
  upload.content = content;
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${content.length}`);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function readText(request: IncomingMessage): Promise<string> {
  return (await readAll(request)).toString();
}

function isObject(how: How | undefined): how is Exclude<How, string> {
  return typeof how === 'object';
}
