import type { RedisServer } from '../redis-server.ts';
import { type Application, delay } from './application.ts';
import type { Fault, PlannedFault } from './plan.ts';

/** How long Redis is gone when it restarts, in ms. */
const REDIS_AWAY = 300;
/** How long a pause is that nobody notices, in ms. */
const SHORT = 400;

/** A process is killed within so many ms of serving, or it would never do what it might be killed at. */
const MOST_UP = 3_000;

/** What happens to the processes, and how often it did. */
export interface Mishaps {
  /** Resolves when no fault that is planned for earlier than this is under way. */
  before(conversations: number): Promise<void>;
  /** Carries out the plan as conversations begin. Resolves when all has happened and everybody is there again. */
  happen(begun: () => number): Promise<void>;
  readonly counts: Readonly<Record<Fault['is'], number>>;
  /** Ends that did not come as they must. */
  readonly unclean: readonly string[];
}

/** @param lease of the store, in ms */
export function planMishaps(parts: {
  plan: readonly PlannedFault[];
  applications: readonly Application[];
  redis: RedisServer | undefined;
  lease: number;
  random: (below: number) => number;
}): Mishaps {
  const { plan, applications, redis, lease, random } = parts;
  const counts = { kill: 0, pause: 0, roll: 0, 'restart store': 0 };
  const unclean: string[] = [];
  const resting = new Map<Application, Promise<void>>();
  let done = 0;

  const bring = async (fault: Fault) => {
    if (fault.is === 'restart store') {
      await redis?.kill();
      await delay(REDIS_AWAY);
      await redis?.restart();
      return;
    }
    const application = applications[fault.replica]!;
    await resting.get(application);
    if (fault.is === 'pause') {
      application.pause();
      const rest = delay(fault.beyondLease ? lease * 1.2 : SHORT).then(() => application.goOn());
      resting.set(application, rest);
      return;
    }
    if (fault.is === 'kill') await delay(Math.max(0, random(MOST_UP) - application.upFor));
    const wrong = await (fault.is === 'kill' ? application.kill() : application.stop());
    if (wrong) unclean.push(wrong);
    await application.start();
  };

  return {
    counts,
    unclean,
    async before(conversations) {
      while (done < plan.length && plan[done]!.after < conversations) await delay(20);
    },
    async happen(begun) {
      for (const { after, fault } of plan) {
        while (begun() < after) await delay(20);
        await bring(fault);
        counts[fault.is]++;
        done++;
      }
      await Promise.all(resting.values());
    },
  };
}
