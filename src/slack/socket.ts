import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import type { WebClientOptions } from '@slack/web-api';
import type { Clock } from '../desk/clock.ts';
import { type Log, PlatformError } from '../desk/ports.ts';
import { isJson, type Json, textAt } from '../support/json.ts';
import { codeOf, toPlatformError } from './errors.ts';
import type { Intake } from './intake.ts';
import { sdkLog } from './sdk-log.ts';

export interface Socket {
  connected(): boolean;
  /** Acknowledges what has come in already, then hangs up: Slack turns to whoever else is connected. */
  close(): Promise<void>;
}

/** Milliseconds that what has come in gets to be acknowledged when closing: Slack waits about as long. */
const LAST_WORDS = 3_000;

/** Milliseconds before connecting again: at once, then ever longer. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

interface Envelope {
  readonly ack: (answer?: Record<string, unknown>) => Promise<void>;
  readonly type: string;
  readonly body: unknown;
}

/**
 * Socket Mode: the same intake over a connection that we open. What could not be kept is not acknowledged, and Slack
 * sends it again. Resolves when the first attempt to connect was made; it goes on trying by itself.
 * @throws PlatformError when Slack refuses the app token at the first attempt.
 */
export async function openSocket(parts: {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<Socket> {
  const { intake, clock, log } = parts;
  // Its own way of reconnecting ends the process when Slack refuses; ours goes on.
  const client = new SocketModeClient({
    appToken: parts.appToken,
    clientOptions: parts.clientOptions,
    autoReconnectEnabled: false,
    logger: sdkLog(log),
  });
  let connected = false;
  let closing = false;
  let introduced = false;
  let failures = 0;
  let stopWaiting = () => {};

  async function connect(): Promise<void> {
    try {
      await client.start();
      connected = true;
      failures = 0;
    } catch (err) {
      if (closing) return;
      if (!introduced) refuseToken(err);
      log.error({ err }, 'no connection to Slack: trying again. Check SLACK_APP_TOKEN if it stays');
      failures += 1;
      connectLater();
    }
  }

  function connectLater(): void {
    const wait = failures === 0 ? 0 : Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
    stopWaiting = clock.wake(clock.now() + wait, () => void connect());
  }

  client.on('disconnected', () => {
    const wasConnected = connected;
    connected = false;
    if (wasConnected && !closing) connectLater();
  });
  const underWay = new Set<Promise<void>>();
  client.on('slack_event', (envelope: Envelope) => {
    const handled = handle(intake, envelope)
      .catch((err: unknown) => {
        const event = textAt(envelope.body, 'event_id');
        log.error({ err, event }, 'not acknowledged: Slack will send it again');
      })
      .finally(() => underWay.delete(handled));
    underWay.add(handled);
  });

  await connect();
  introduced = true;
  return {
    connected: () => connected,
    async close() {
      closing = true;
      stopWaiting();
      await Promise.race([Promise.all(underWay), sleep(LAST_WORDS, undefined, { ref: false })]);
      if (connected) await client.disconnect();
    },
  };
}

/** @throws PlatformError where trying again will not help. */
function refuseToken(err: unknown): void {
  const error = toPlatformError(err);
  if (!(error instanceof PlatformError) || error.retryable) return;
  const words = `Slack refuses the app token (${codeOf(err) ?? 'no code'}). Copy the App-Level Token, which starts with xapp- and has the scope connections:write, again into SLACK_APP_TOKEN, and see that Socket Mode is on.`;
  throw new PlatformError('slack', words, { retryable: false, cause: err });
}

async function handle(intake: Intake, { ack, type, body }: Envelope): Promise<void> {
  if (!isJson(body)) return ack();
  if (type === 'events_api') {
    if (textAt(body, 'event_id') !== '') await intake.event(body, JSON.stringify(body));
    return ack();
  }
  if (type !== 'interactive' && type !== 'slash_commands') return ack();
  const answer = await intake.interaction(body);
  await ack(answerOf(answer));
}

function answerOf(answer: unknown): Record<string, unknown> | undefined {
  if (typeof answer === 'string' && answer !== '') return { text: answer };
  return isJson(answer) ? { ...(answer as Json) } : undefined;
}
