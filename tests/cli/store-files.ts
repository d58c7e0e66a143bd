import { DatabaseSync } from 'node:sqlite';
import { PassThrough, Readable } from 'node:stream';
import { vi } from 'vitest';
import { openTerminal, type Terminal } from '../../src/cli/terminal.ts';

/** Puts conversations c0000, c0001, … into the file of an embedded store, which may be in use. */
export function fillFile(file: string, count: number): void {
  using database = new DatabaseSync(file);
  const insert = database.prepare(
    `INSERT INTO conversation (id, version, customer, channel, opened, touched, document)
     VALUES (?, 1, 'nora', 'help', 0, 0, ?)`,
  );
  database.exec('BEGIN');
  for (let i = 0; i < count; i++) {
    const id = `c${String(i).padStart(4, '0')}`;
    const place = { platform: 'playground', workspace: 'w', channel: 'help', thread: id };
    const document = { id, version: 1, place, customer: { id: 'nora' }, status: 'resolved' };
    insert.run(id, JSON.stringify({ ...document, openedAt: 0, timers: {}, messages: [] }));
  }
  database.exec('COMMIT');
}

/** What a command says on both of its outputs, and its exit code. */
export async function spoken(
  run: (args: readonly string[], terminal: Terminal) => Promise<number>,
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const output = new PassThrough();
  const out = output.setEncoding('utf8').toArray();
  let err = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    const code = await run(args, openTerminal(Readable.from([]), output));
    output.end();
    return { code, out: (await out).join(''), err };
  } finally {
    spy.mockRestore();
  }
}
