import type { Log } from '../ports.ts';
import { type FollowingClock, followingClock } from './redis-clock.ts';
import type { RedisConnection } from './redis-connection.ts';
import { messageOf, RedisFault, unstopped } from './redis-fault.ts';
import { FORMAT, MOVING, scripts } from './redis-scripts.ts';
import { faultsIn, readSettings } from './redis-settings.ts';
import { StoreRefuses, StoreUnavailable } from './store.ts';

/** How often to look at the server, in ms. */
const LOOK_EVERY = 1_000;

/** Whoever emptied it may have meant to. */
const GONE =
  'What Redis kept of this desk is gone. If nobody meant it, stop every Warmline, copy the dump.rdb of Redis before it saves again (it may still hold all), and restore that or a backup.';

/** Whether the server is there, and its time. */
export interface Presence {
  readonly clock: FollowingClock;
  /** Resolves when it is there for the first time. */
  readonly there: Promise<void>;
  /** Why nothing can be kept just now, in words; empty where all is well. */
  reasons(): readonly string[];
  stop(): void;
}

/**
 * Looks at the server every second: its time, that it takes writes, and that what it keeps is there and of our format.
 * @param patience how long the server may say nothing until it counts as gone, in ms
 * @throws StoreRefuses when the first look finds something that waiting does not mend.
 */
export async function watchRedis(
  connection: RedisConnection,
  log: Log,
  patience: number,
): Promise<Presence> {
  const clock = followingClock();
  const { promise: there, resolve: come } = Promise.withResolvers<void>();
  let reason: string | undefined = 'Redis has not answered yet';
  let seen = false;
  let looking = false;

  const look = async () => {
    const asked = performance.now();
    type Look = [time: [string, string], format: string, begun: number];
    const reply = connection.run<Look>(scripts.look, [String(FORMAT)]);
    const [[seconds, microseconds], format, begun] = await within(patience, reply, () =>
      connection.renew(),
    );
    clock.follow(Number(seconds) * 1000 + Number(microseconds) / 1000, asked, performance.now());
    if (seen && begun === 1) log.error({}, GONE);
    if (format === MOVING) {
      throw new StoreRefuses(
        'A move into this Redis has not ended. Let it end, or call `warmline move` again.',
      );
    }
    if (Number(format) > FORMAT) {
      throw new StoreRefuses(
        `What is in Redis was written by a newer Warmline (format ${format}). Upgrade this one, or give it a desk of its own with ?desk=<name> behind STORE_URL.`,
      );
    }
  };

  const checkSettings = async () => {
    const settings = await readSettings(connection);
    for (const fault of faultsIn(settings)) log.warn({}, fault);
    if (settings.appendonly !== undefined) return;
    const words = 'Redis does not tell its settings: see that it never evicts, and keeps a log';
    log.info({}, words);
  };

  const lookAgain = async () => {
    if (looking) return;
    looking = true;
    try {
      await look();
      if (reason !== undefined) {
        // One that is back may be another one.
        await checkSettings();
        if (seen) log.info({}, 'Redis is back');
      }
      reason = undefined;
      seen = true;
      come();
    } catch (error) {
      const text = reasonOf(error).message;
      if (reason !== text) log.error({}, text);
      reason = text;
    } finally {
      looking = false;
    }
  };

  await connection.tried;
  try {
    await look();
    // Refused here, nobody waits for it to become newer.
    faultsIn(await readSettings(connection));
    await lookAgain();
  } catch (error) {
    const fault = reasonOf(error);
    if (fault instanceof StoreRefuses) throw fault;
    if (!fault.passes) throw new StoreRefuses(`${fault.message}.`, { cause: fault });
    reason = fault.message;
    log.warn({}, `${reason}. Warmline waits for it, and is not ready yet`);
  }
  const timer = setInterval(lookAgain, LOOK_EVERY).unref();
  return {
    clock,
    there,
    reasons: () => (reason === undefined ? [] : [reason]),
    stop: () => clearInterval(timer),
  };
}

/** Why a look failed. */
function reasonOf(error: unknown): RedisFault | StoreRefuses {
  if (error instanceof StoreRefuses) return error;
  if (error instanceof StoreUnavailable && error.cause instanceof RedisFault) return error.cause;
  const words = `Redis does not do what Warmline asks of it: ${unstopped(messageOf(error))}. See that STORE_URL names a Redis`;
  return new RedisFault(words, false, error);
}

async function within<T>(patience: number, reply: Promise<T>, late: () => void): Promise<T> {
  const timer = setTimeout(late, patience);
  try {
    return await reply;
  } finally {
    clearTimeout(timer);
  }
}
