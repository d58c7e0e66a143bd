import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../desk/ports.ts';

/**
 * The log as Slack's SDK wants it. Debug and info are dropped: the SDK writes whole requests and answers there,
 * and messages' texts have no place in a log.
 */
export function sdkLog(log: Log): Logger {
  const say =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: '@slack' }, parts.map(inWords).join(' ').slice(0, 500));
  return {
    debug() {},
    info() {},
    warn: say('warn'),
    error: say('error'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

function inWords(part: unknown): string {
  return part instanceof Error ? part.message : String(part);
}
