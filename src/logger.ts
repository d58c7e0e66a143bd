import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './config.ts';
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
}): Logger {
  return pino(
    {
      level: how.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: redactFacts,
        bindings: redactFacts,
      },
      // Errors are spelt out by the redaction; pino's own serializer would flatten them again.
      serializers: { err: (err: unknown) => err },
      // Facts are redacted key by key; this last look catches the text of the line itself.
      hooks: { streamWrite: redactText },
    },
    how.readable ? readable(how.to) : (how.to ?? pino.destination({ dest: 1, sync: true })),
  );
}

function readable(to: Lines | undefined): Lines {
  return pretty({
    sync: true,
    colorize: to === undefined,
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
    ...(to === undefined ? {} : { destination: to as NodeJS.WritableStream }),
  });
}
