import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** What a command reads and writes. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  /** Resolves when there is room for more; whoever has stopped reading ends the command. */
  write(text: string): Promise<void>;
}

/** A command was called in a way it does not know. Its text says what is wrong and how it is called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Nobody reads any more what a command writes: it may stop. */
export class NobodyReads extends Error {
  override readonly name = 'NobodyReads';
}

export function openTerminal(
  input: AsyncIterable<Uint8Array> = process.stdin,
  output: Writable = process.stdout,
): Terminal {
  const gone = new AbortController();
  output.on('error', () => gone.abort());
  /** What is written in one turn of the event loop leaves together. */
  const gather = () => {
    if (output.writableCorked > 0) return;
    output.cork();
    setImmediate(() => output.uncork());
  };
  return {
    input,
    async write(text) {
      if (gone.signal.aborted) throw new NobodyReads();
      gather();
      if (output.write(text)) return;
      await once(output, 'drain', { signal: gone.signal }).catch(() => {
        throw new NobodyReads();
      });
    },
  };
}
