import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Behaviour, completion } from './completion.ts';

/** A chat completion that was asked for. */
export interface Asked {
  readonly question: string;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: {
      readonly json_schema: { readonly name: string; readonly schema: object };
    };
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
  };
  readonly key: string;
}

/** What the model says to each question while nobody says otherwise. */
type Script = { [question: string]: (asked: Asked) => Behaviour };

export interface FakeOpenAi {
  /** What OPENAI_BASE_URL wants. */
  readonly url: string;
  readonly asked: Asked[];
  readonly script: Script;
  /** What the next questions get, before the script says. */
  next(...behaviours: Behaviour[]): void;
  /** From now on, whatever is asked; undefined: as the script says. */
  always(behaviour: Behaviour | undefined): void;
  /** From now on it knows no `response_format` and answers 400. */
  withoutSchemas(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A model's server on 127.0.0.1, with the chat completions that every such server has. Dispose of it when done. */
export async function startFakeOpenAi(script: Script): Promise<FakeOpenAi> {
  const asked: Asked[] = [];
  const queue: Behaviour[] = [];
  const read = new Set<string>();
  let constant: Behaviour | undefined;
  let schemas = true;

  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      return fail(response, 404, 'not_found');
    }
    const body = JSON.parse(text) as Asked['body'];
    const one = { question: questionOf(body), body, key: request.headers.authorization ?? '' };
    asked.push(one);
    if (body.response_format && !schemas) return fail(response, 400, 'unknown_field');
    if (!isStrict(body)) return fail(response, 400, 'invalid_json_schema');
    const how = queue.shift() ?? constant ?? script[one.question]?.(one) ?? { status: 500 };
    if ('silent' in how) return;
    if ('dead' in how) return void request.socket.destroy();
    if ('status' in how) return fail(response, how.status, how.code, how.headers);
    if ('page' in how) {
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(how.page);
    }
    const answer = completion(body, how, cachedOf(body, read));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    script,
    next: (...behaviours) => void queue.push(...behaviours),
    always(behaviour) {
      constant = behaviour;
    },
    withoutSchemas() {
      schemas = false;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Named by the schema, or known by what the schema in words asks for. */
function questionOf({ response_format, messages }: Asked['body']): string {
  if (response_format) return response_format.json_schema.name;
  const last = messages.at(-1)?.content ?? '';
  if (last.includes('"verdict"')) return 'finding';
  return last.includes('"unsupported"') ? 'judgement' : 'draft';
}

/** As strict schemas must be: closed, every key required. */
function isStrict({ response_format }: Asked['body']): boolean {
  if (!response_format) return true;
  const schema = response_format.json_schema.schema as {
    readonly additionalProperties?: boolean;
    readonly required?: readonly string[];
    readonly properties?: object;
  };
  const keys = Object.keys(schema.properties ?? {});
  return (
    schema.additionalProperties === false && keys.every((key) => schema.required?.includes(key))
  );
}

/** Tokens of the longest beginning that was read before, message by message. */
function cachedOf({ messages }: Asked['body'], read: Set<string>): number {
  let cached = 0;
  let beginning = '';
  for (const { role, content } of messages) {
    beginning += `${role}: ${content}\n`;
    if (read.has(beginning)) cached = Math.floor(beginning.length / 4);
    read.add(beginning);
  }
  return cached;
}

function fail(response: ServerResponse, status: number, code = 'error', headers = {}): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { message: `fake: ${code}`, type: code, code, param: null } }));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
