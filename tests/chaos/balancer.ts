import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { delay, isReady } from './application.ts';

/** How long it waits for an answer, in ms: less than Slack does. */
const PATIENCE = 2_500;
/** How often it asks those who did not answer whether they are well again, in ms. */
const LOOK_EVERY = 200;
/** How far behind others what is delayed may fall, in ms. */
const LONGEST_DELAY = 400;
/** One request in so many is delivered to two at once, or late. */
const ODD = 12;

/** A load balancer in front of the replicas, and all the mischief of the network before it. */
export interface Balancer extends AsyncDisposable {
  readonly url: string;
  /** Requests that went to two replicas at the same moment. */
  readonly duplicated: number;
  /** Requests that others may have overtaken. */
  readonly delayed: number;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Round robin over those who answer. */
export async function startBalancer(
  ports: readonly number[],
  random: (below: number) => number,
): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const sick = new Set<number>();
  let turn = 0;
  let duplicated = 0;
  let delayed = 0;

  const next = (): number => {
    for (let i = 0; i < ports.length; i++) {
      const port = ports[turn++ % ports.length]!;
      if (!sick.has(port)) return port;
    }
    return ports[turn++ % ports.length]!;
  };

  const looking = setInterval(() => {
    for (const port of sick) void isReady(port).then((well) => well && sick.delete(port));
  }, LOOK_EVERY);

  const carry = async (asked: IncomingMessage, body: Buffer): Promise<Answer> => {
    for (let tries = 0; ; tries++) {
      const port = next();
      try {
        return await pass(asked, body, port, agent);
      } catch (error) {
        sick.add(port);
        // Where nobody was there at all, nobody can have heard it.
        const unheard = (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
        if (!unheard || tries >= ports.length) {
          return { status: 502, headers: {}, body: Buffer.alloc(0) };
        }
      }
    }
  };

  const server = createServer(async (asked, response) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const oddity = random(ODD);
    if (oddity === 0) {
      duplicated++;
      void carry(asked, body);
    }
    if (oddity === 1) {
      delayed++;
      await delay(random(LONGEST_DELAY));
    }
    const answer = await carry(asked, body);
    const type = answer.headers['content-type'];
    response.writeHead(answer.status, type === undefined ? {} : { 'content-type': type });
    response.end(answer.body);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get duplicated() {
      return duplicated;
    },
    get delayed() {
      return delayed;
    },
    async [Symbol.asyncDispose]() {
      clearInterval(looking);
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @throws when there is no answer in time, or the connection breaks. */
function pass(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  port: number,
  agent: Agent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, path: url, method, agent, headers },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          clearTimeout(late);
          resolve({
            status: response.statusCode ?? 502,
            headers: response.headers,
            body: Buffer.concat(parts),
          });
        });
      },
    );
    const late = setTimeout(() => call.destroy(new Error('no answer in time')), PATIENCE);
    call.on('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
    call.end(body);
  });
}
