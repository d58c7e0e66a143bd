import type { z } from 'zod';
import { NobodyReads, type Terminal } from './terminal.ts';

/** Characters. A message is 40,000 at most, a history of them a few hundred thousand. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** A line cannot be answered. Its text says why, to whoever wrote the line. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

/** What is wrong with a line, in one line. */
export function sayFaults({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
    .join('; ');
}

/**
 * Answers each line of JSON with one line, in order. A bad one is answered with its `id` and an `error`; blank ones are
 * left out. Resolves with the exit code: 0, or 1 where there was a bad line.
 */
export async function answerLines(
  terminal: Terminal,
  answer: (line: unknown) => object | Promise<object>,
): Promise<number> {
  let bad = 0;
  try {
    for await (const line of readJsonLines(terminal.input)) {
      const answered = await answerOne(line, answer);
      if ('error' in answered) bad++;
      await terminal.write(`${JSON.stringify(answered)}\n`);
    }
  } catch (error) {
    if (!(error instanceof NobodyReads)) throw error;
  }
  return bad === 0 ? 0 : 1;
}

async function answerOne(
  line: JsonLine,
  answer: (line: unknown) => object | Promise<object>,
): Promise<object> {
  if ('fault' in line) return { id: null, error: line.fault };
  try {
    return await answer(line.read);
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
    return { id: idOf(line.read), error: error.message };
  }
}

/** A line of JSON, or what is wrong with it; the first has the number 1. */
export type JsonLine = { readonly number: number } & (
  | { readonly read: unknown }
  | { readonly fault: string }
);

/** The lines of a stream of JSON Lines, blank ones left out. */
export async function* readJsonLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of readLines(input)) {
    number++;
    if (line === TOO_LONG) {
      yield { number, fault: `The line is longer than ${LONGEST_LINE} characters.` };
    } else if (line.trim() !== '') yield { number, ...parse(line) };
  }
}

function parse(line: string): { read: unknown } | { fault: string } {
  try {
    return { read: JSON.parse(line) };
  } catch {
    return { fault: 'The line is not JSON.' };
  }
}

/** The `id` that a line gives, whatever else is wrong with it. */
export function idOf(read: unknown): unknown {
  return (read as { id?: unknown } | null)?.id ?? null;
}

const TOO_LONG = Symbol('a line too long to be read');

/** The lines of a stream of UTF-8. Of one that is too long, no more is kept than was read when it became so. */
async function* readLines(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<string | typeof TOO_LONG> {
  const decoder = new TextDecoder();
  let begun = '';
  let tooLong = false;
  const end = (line: string) => (tooLong || line.length > LONGEST_LINE ? TOO_LONG : line);
  for await (const chunk of input) {
    const [first, ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun += tooLong ? '' : first;
    for (const next of others) {
      yield end(begun);
      tooLong = false;
      begun = next;
    }
    if (begun.length > LONGEST_LINE) [begun, tooLong] = ['', true];
  }
  if (tooLong || begun !== '') yield end(begun);
}
