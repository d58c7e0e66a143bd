import { connect, type Socket } from 'node:net';

/** A keep-alive connection with at most one request in flight, cheap enough to never be the limit. */
export interface Connection {
  /** Sends a request as it stands; calls back with the status. */
  ask(request: string, answered: (status: number) => void): void;
  close(): void;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) =>
    socket.once('connect', resolve).once('error', reject),
  );
  let waiting: ((status: number) => void) | undefined;
  let got = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    got += chunk;
    if (!isWhole(got)) return;
    const status = Number(got.slice(9, 12));
    got = '';
    const answered = waiting;
    waiting = undefined;
    answered?.(status);
  });
  const broken = () => {
    const answered = waiting;
    waiting = undefined;
    answered?.(0);
  };
  socket.on('close', broken).on('error', broken);
  return {
    ask(request, answered) {
      waiting = answered;
      socket.write(request, 'latin1');
    },
    close: () => socket.destroy(),
  };
}

function isWhole(response: string): boolean {
  const head = response.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(response) ?? [];
  if (length !== undefined) return response.length >= head + 4 + Number(length);
  return response.endsWith('0\r\n\r\n');
}
