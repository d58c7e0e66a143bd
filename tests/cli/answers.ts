import { PassThrough, Readable } from 'node:stream';
import { openTerminal, type Terminal } from '../../src/cli/terminal.ts';

type Run = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** What a command of the terminal answers to these lines, each an object or a line as it stands, and its exit code. */
export async function answersOf(
  run: Run,
  lines: readonly (object | string)[],
  args: readonly string[] = [],
) {
  const output = new PassThrough();
  const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const input = Readable.from(written.map((line) => Buffer.from(`${line}\n`)));
  const read = output.setEncoding('utf8').toArray();
  const code = await run(args, openTerminal(input, output));
  output.end();
  const answers = (await read).join('').split('\n').filter(Boolean);
  return { code, answers: answers.map((line) => JSON.parse(line)) };
}
