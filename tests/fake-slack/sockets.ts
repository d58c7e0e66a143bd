import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Ack, Parcel, Retry } from './courier.ts';
import type { Json, World } from './state.ts';

/** The Socket Mode side: connections that `apps.connections.open` handed out. */
export interface Sockets {
  /** How many are connected and greeted. */
  count(): number;
  /** Resolves when at least one is connected. */
  connected(): Promise<void>;
  /** An address good for one connection. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Goes to any one connection, and to a later one when none is there yet. */
  send(parcel: Parcel, retry: Retry | undefined, patience: number): Promise<Ack>;
  /** Tells every connection to go, as Slack does now and then; a well-behaved client comes back. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts every connection without a word. */
  cut(): void;
  close(): void;
}

export function createSockets(world: World): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open = new Set<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let onConnected: (() => void)[] = [];

  return {
    count: () => open.size,
    connected: () =>
      open.size > 0 ? Promise.resolve() : new Promise((resolve) => onConnected.push(resolve)),
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${world.url.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://x').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      server.handleUpgrade(request, socket, head, greet);
    },
    send,
    disconnect(reason) {
      for (const client of open) {
        say(client, { type: 'disconnect', reason, debug_info: { host: 'fake-slack' } });
        client.close(1000);
      }
    },
    cut() {
      for (const client of open) client.terminate();
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };

  function greet(client: WebSocket): void {
    open.add(client);
    // One for each envelope that waits for its acknowledgement.
    client.setMaxListeners(0);
    client.on('close', () => open.delete(client));
    client.on('error', () => open.delete(client));
    client.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as Json;
      waiting.get(String(id))?.(payload);
    });
    say(client, {
      type: 'hello',
      num_connections: open.size,
      debug_info: { host: 'fake-slack', approximate_connection_time: 18_060 },
      connection_info: { app_id: world.app.id },
    });
    for (const tell of onConnected) tell();
    onConnected = [];
  }

  async function send(parcel: Parcel, retry: Retry | undefined, patience: number): Promise<Ack> {
    const start = performance.now();
    const id = randomUUID();
    const [client] = open;
    if (!client) return { ok: false, status: 0, body: '', took: 0 };
    return new Promise((resolve) => {
      const finish = (ok: boolean, body: string) => {
        waiting.delete(id);
        clearTimeout(limit);
        client.off('close', gone);
        resolve({ ok, status: ok ? 200 : 0, body, took: performance.now() - start });
      };
      const gone = () => finish(false, '');
      const limit = setTimeout(gone, patience);
      client.once('close', gone);
      waiting.set(id, (payload) => finish(true, payload ? JSON.stringify(payload) : ''));
      say(client, {
        type: parcel.kind,
        envelope_id: id,
        payload: parcel.payload,
        accepts_response_payload: parcel.kind !== 'events_api',
        ...(parcel.kind === 'events_api'
          ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }
          : {}),
      });
    });
  }

  function say(client: WebSocket, message: Json): void {
    client.send(JSON.stringify(message));
  }
}
