import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ConfigError } from './config.ts';
import type { Log, Route } from './desk/ports.ts';
import type { Metrics } from './metrics.ts';

/** What stands behind the port. */
export interface Behind {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Without any, what comes in is told to come again: nothing is open yet. */
  readonly routes: readonly Route[];
  readonly log: Log;
  /** What is not ready yet, in words; empty when everything is. */
  missing(): readonly string[];
  readonly metrics: Metrics;
  /** Milliseconds that requests get to finish when closing; default 5000. */
  readonly patience?: number;
}

export interface OpenPort extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
}

/**
 * Opens the one HTTP port: the doors' routes, GET /healthz, /readyz and /metrics. Disposing stops
 * accepting, lets what is running finish, then cuts what is left.
 * @throws ConfigError when the address is taken or not ours.
 */
export async function listen(behind: Behind): Promise<OpenPort> {
  const answer = answerBy(behind);
  const running = new Set<ServerResponse>();
  const connections = new Set<Socket>();
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 20_000 }, (req, res) => {
    const began = performance.now();
    running.add(res);
    const path = answer(req, res);
    res.once('close', () => {
      running.delete(res);
      if (path) behind.metrics.answered(path, res.statusCode, (performance.now() - began) / 1000);
    });
  });
  server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  // Longer than the usual proxy keeps a connection, so that it is never cut under a request.
  server.keepAliveTimeout = 65_000;
  server.listen(behind.port, behind.host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw explain(cause, behind);
  }
  const { port } = server.address() as AddressInfo;
  const host = behind.host.includes(':') ? `[${behind.host}]` : behind.host;
  return {
    url: `http://${host}:${port}`,
    port,
    [Symbol.asyncDispose]: () => close(server, connections, running, behind.patience ?? 5000),
  };
}

function answerBy({ routes, log, missing, metrics }: Behind) {
  const handlers = new Map<string, Route['handle']>();
  const paths = new Set<string>();
  const own: readonly Route[] = [
    { method: 'GET', path: '/healthz', handle: (_, response) => say(response, 200, 'ok') },
    {
      method: 'GET',
      path: '/readyz',
      handle: (_, response) => {
        const faults = missing();
        if (faults.length > 0) say(response, 503, `not ready: ${faults.join(', ')}`);
        else say(response, 200, 'ready');
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async (_, response) => {
        const text = await metrics.metrics();
        response.setHeader('content-type', metrics.contentType);
        response.end(text);
      },
    },
  ];
  for (const { method, path, handle } of [...own, ...routes]) {
    if (handlers.has(`${method} ${path}`)) throw new Error(`two routes for ${method} ${path}`);
    handlers.set(`${method} ${path}`, handle);
    paths.add(path);
  }

  /** The path that was answered, if there is one. */
  return (request: IncomingMessage, response: ServerResponse): string | undefined => {
    const url = request.url ?? '/';
    const query = url.indexOf('?');
    const path = query < 0 ? url : url.slice(0, query);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handle = handlers.get(`${method} ${path}`);
    if (!handle) {
      if (paths.has(path)) say(response, 405, 'method not allowed');
      else if (routes.length === 0) say(response, 503, 'not open yet; come again');
      else say(response, 404, 'not found');
      return undefined;
    }
    const fail = (err: unknown) => {
      log.error({ err, method, path }, 'a request could not be answered');
      if (response.headersSent) response.destroy();
      else say(response, 500, 'something went wrong here; it has been logged');
    };
    try {
      handle(request, response)?.catch(fail);
    } catch (error) {
      fail(error);
    }
    return path;
  };
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

async function close(
  server: Server,
  connections: ReadonlySet<Socket>,
  running: ReadonlySet<ServerResponse>,
  patience: number,
): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const busy = new Set<Socket | null>();
  for (const response of running) {
    const { socket } = response;
    busy.add(socket);
    response.once('close', () => socket?.end());
  }
  // Node counts a connection that has not asked for anything yet as busy, so it is cut by us.
  for (const connection of connections) if (!busy.has(connection)) connection.destroy();
  // An answer that has begun and does not end soon is a live stream, which never ends by itself.
  const cutStreams = setTimeout(
    () => {
      for (const response of running) if (response.headersSent) response.destroy();
    },
    Math.min(300, patience),
  );
  const cutAll = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(cutStreams);
  clearTimeout(cutAll);
}

function explain(cause: unknown, { host, port }: Behind): unknown {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ConfigError([
        `PORT ${port} is taken by another program on ${host}. Stop that program (another Warmline, perhaps), or set PORT to a free one.`,
      ]);
    case 'EACCES':
      return new ConfigError([
        `PORT ${port} may not be opened by this user. Use one above 1023, such as 3000.`,
      ]);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError([
        `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for every network.`,
      ]);
    default:
      return cause;
  }
}
