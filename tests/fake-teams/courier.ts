import type { Json, World } from './state.ts';
import { mintToken } from './tokens.ts';

/** How the bot answered one attempt. */
export interface Ack {
  /** A 2xx. */
  readonly ok: boolean;
  /** 0 when there was no answer in time or the connection broke. */
  readonly status: number;
  readonly body: string;
  /** Milliseconds it took. */
  readonly took: number;
}

/** An activity and all that became of it. */
export interface Sent {
  readonly activity: Json;
  readonly attempts: Ack[];
}

export interface Courier {
  /** Everything sent so far, oldest first. */
  readonly sent: Sent[];
  /** The bot's messaging endpoint: `http://127.0.0.1:port/api/messages`. */
  botUrl: string | undefined;
  /** Signs and sends an activity. Resolves with the first attempt; later ones go on in the background. */
  send(activity: Json): Promise<Ack>;
  /** One attempt, signed, no retries. */
  carry(activity: Json): Promise<Ack>;
  /** Posts anything, signed only if you sign it. */
  post(body: string, headers: Record<string, string>): Promise<Ack>;
  /** Headers that sign an activity as Teams would. */
  sign(activity: Json): Promise<Record<string, string>>;
  /** Resolves when no attempt is under way. */
  settled(): Promise<void>;
  close(): void;
}

export interface CourierOptions {
  readonly botUrl?: string | undefined;
  /** Milliseconds to wait for an answer. Teams waits about 15 s. */
  readonly patience: number;
  /** Milliseconds before each further attempt after a failure. Nobody has promised that Teams makes any. */
  readonly retryDelays: readonly number[];
}

export function createCourier(world: World, options: CourierOptions): Courier {
  const sent: Sent[] = [];
  const underway = new Set<Promise<unknown>>();
  /** Teams uses one token for many activities. */
  const tokens = new Map<unknown, Promise<string>>();
  let closed = false;

  const courier: Courier = {
    sent,
    botUrl: options.botUrl,
    send,
    carry,
    sign,
    post: (body, headers) => track(postTo(courier.botUrl, body, headers, options.patience)),
    async settled() {
      while (underway.size > 0) await Promise.allSettled([...underway]);
    },
    close() {
      closed = true;
    },
  };
  return courier;

  async function send(activity: Json): Promise<Ack> {
    const record: Sent = { activity, attempts: [] };
    sent.push(record);
    const ack = await carry(activity);
    record.attempts.push(ack);
    if (!ack.ok) track(tryAgain(record));
    return ack;
  }

  async function tryAgain(record: Sent): Promise<void> {
    for (const delay of options.retryDelays) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (closed) return;
      const ack = await carry(record.activity);
      record.attempts.push(ack);
      if (ack.ok) return;
    }
  }

  async function carry(activity: Json): Promise<Ack> {
    return courier.post(JSON.stringify(activity), await sign(activity));
  }

  async function sign(activity: Json): Promise<Record<string, string>> {
    const serviceurl = activity['serviceUrl'] ?? world.serviceUrl;
    const token = tokens.get(serviceurl) ?? mintToken(world, { claims: { serviceurl } });
    tokens.set(serviceurl, token);
    return {
      'content-type': 'application/json; charset=utf-8',
      authorization: `Bearer ${await token}`,
    };
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const done = work.catch(() => undefined).finally(() => underway.delete(done));
    underway.add(done);
    return work;
  }
}

async function postTo(
  url: string | undefined,
  body: string,
  headers: Record<string, string>,
  patience: number,
): Promise<Ack> {
  if (url === undefined) throw new Error('The fake Teams knows no bot: set courier.botUrl.');
  const start = performance.now();
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, { method: 'POST', body, headers, signal });
    const { ok, status } = response;
    return { ok, status, body: await response.text(), took: performance.now() - start };
  } catch {
    return { ok: false, status: 0, body: '', took: performance.now() - start };
  }
}
