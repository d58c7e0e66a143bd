import { type Logger, LogLevel } from '@slack/web-api';

/** A logger for Slack's SDKs that keeps expected refusals out of the tests' output. */
export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
