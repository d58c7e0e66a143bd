import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { MESSAGE_SUBSCRIPTIONS } from './events.ts';
import type { Sockets } from './sockets.ts';
import type { Json, World } from './state.ts';

/** What Slack sends to an app, whichever way the app is connected. */
export interface Parcel {
  readonly kind: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: Json;
}

/** How the bot answered one attempt. */
export interface Ack {
  /** A 2xx, or over a socket an acknowledged envelope. */
  readonly ok: boolean;
  /** 0 when there was no answer in time or the connection broke. */
  readonly status: number;
  /** The answer's text, or over a socket the acknowledgement's payload as JSON text. */
  readonly body: string;
  /** Milliseconds it took. */
  readonly took: number;
}

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

/** A parcel and all that became of it. */
export interface Sent {
  readonly parcel: Parcel;
  readonly attempts: Ack[];
}

export interface Courier {
  /** Everything sent so far, oldest first. */
  readonly sent: Sent[];
  /** The bot's address for HTTP delivery; unset, or while a socket is connected, sockets are used. */
  botUrl: string | undefined;
  /** Resolves with the first attempt; an event that failed is tried again in the background. */
  send(parcel: Parcel): Promise<Ack>;
  /** One attempt, no retries. */
  carry(parcel: Parcel, retry?: Retry): Promise<Ack>;
  /** Posts anything, signed only if you sign it. */
  post(body: string, headers: Record<string, string>): Promise<Ack>;
  /** Resolves when no attempt or retry is under way. */
  settled(): Promise<void>;
  close(): void;
}

export interface CourierOptions {
  readonly botUrl?: string | undefined;
  /** Milliseconds to wait for an answer; Slack waits 3 s. */
  readonly patience: number;
  /** Milliseconds before each further attempt at an event; Slack's are about 0, 60,000 and 300,000. */
  readonly retryDelays: readonly number[];
  /** The events the app has subscribed to; unset, all. */
  readonly botEvents?: readonly string[] | undefined;
}

/** `v0=…` as Slack computes it over the exact bytes. */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

export function createCourier(world: World, sockets: Sockets, options: CourierOptions): Courier {
  const agent = new Agent({ keepAlive: true });
  const sent: Sent[] = [];
  const underway = new Set<Promise<unknown>>();
  let closed = false;

  const courier: Courier = {
    sent,
    botUrl: options.botUrl,
    send,
    carry,
    post: (body, headers) => postTo(courier.botUrl, body, headers, agent, options.patience),
    async settled() {
      while (underway.size > 0) await Promise.allSettled([...underway]);
    },
    close() {
      closed = true;
      agent.destroy();
    },
  };
  return courier;

  async function send(parcel: Parcel): Promise<Ack> {
    if (!isSubscribed(parcel)) return { ok: true, status: 200, body: '', took: 0 };
    const record: Sent = { parcel, attempts: [] };
    sent.push(record);
    const first = track(carry(parcel));
    const ack = await first;
    record.attempts.push(ack);
    if (!ack.ok && parcel.kind === 'events_api') track(tryAgain(record, ack));
    return ack;
  }

  async function tryAgain(record: Sent, first: Ack): Promise<void> {
    let last = first;
    for (const [index, delay] of options.retryDelays.entries()) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (closed) return;
      const reason = last.status === 0 ? 'http_timeout' : 'http_error';
      last = await carry(record.parcel, { num: index + 1, reason });
      record.attempts.push(last);
      if (last.ok) return;
    }
  }

  function carry(parcel: Parcel, retry?: Retry): Promise<Ack> {
    if (sockets.count() > 0 || courier.botUrl === undefined)
      return sockets.send(parcel, retry, options.patience);
    const body = encode(parcel);
    const timestamp = String(Math.floor(world.clock.now() / 1000));
    return courier.post(body, {
      'content-type':
        parcel.kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(world.app.signingSecret, timestamp, body),
      ...(retry
        ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }
        : {}),
    });
  }

  function isSubscribed({ kind, payload }: Parcel): boolean {
    const event = payload['event'] as Json | undefined;
    if (kind !== 'events_api' || !options.botEvents || !event) return true;
    const type = String(event['type']);
    const needed = type === 'message' ? MESSAGE_SUBSCRIPTIONS[String(event['channel_type'])] : type;
    return options.botEvents.includes(needed ?? type);
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const done = work.catch(() => undefined).finally(() => underway.delete(done));
    underway.add(done);
    return work;
  }
}

function encode({ kind, payload }: Parcel): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  if (kind === 'interactive')
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(payload as Record<string, string>).toString();
}

function postTo(
  url: string | undefined,
  body: string,
  headers: Record<string, string>,
  agent: Agent,
  patience: number,
): Promise<Ack> {
  if (url === undefined) throw new Error('The fake Slack knows no bot: give botUrl, or connect.');
  const start = performance.now();
  return new Promise((resolve) => {
    const answer = (status: number, text: string) =>
      resolve({
        ok: status >= 200 && status < 300,
        status,
        body: text,
        took: performance.now() - start,
      });
    const length = String(Buffer.byteLength(body));
    const call = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          clearTimeout(limit);
          answer(response.statusCode ?? 0, Buffer.concat(parts).toString());
        });
      },
    );
    const limit = setTimeout(() => call.destroy(new Error('no answer in time')), patience);
    call.on('error', () => {
      clearTimeout(limit);
      answer(0, '');
    });
    call.end(body);
  });
}
