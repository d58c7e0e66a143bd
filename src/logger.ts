import { pino } from 'pino';
import { prettyFactory } from 'pino-pretty';
import type { LogLevel } from './config.ts';
import type { Log } from './desk/ports.ts';
import { redactFacts, redactText } from './redaction.ts';

/** Where finished lines go. */
interface Lines {
  write(line: string): unknown;
}

/**
 * The log: one JSON object a line, or words for a person in front of a terminal. Nothing secret and
 * nothing that people wrote passes, wherever it was put. Conversations and events are named by the
 * fields `conversation` and `event`.
 *
 * Lines are written at once, not by a worker: after a crash the last one is there.
 */
export function createLogger(how: {
  readonly level: LogLevel;
  /** For eyes, not for machines. */
  readonly readable?: boolean;
  /** Default: stdout. */
  readonly to?: Lines;
}): Log {
  const to = how.to ?? pino.destination({ dest: 1, sync: true });
  return pino(
    {
      level: how.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redactFacts },
      // Errors are spelt out by the redaction; pino's own serializer would flatten them again.
      serializers: { err: (err: unknown) => err },
      // Facts are redacted key by key; this last look catches the text of the line itself.
      hooks: { streamWrite: redactText },
    },
    how.readable ? inWords(to, how.to === undefined) : to,
  );
}

function inWords(to: Lines, colorize: boolean): Lines {
  const say = prettyFactory({ colorize, singleLine: true, translateTime: 'SYS:HH:MM:ss' });
  return { write: (line) => to.write(say(line)) };
}
