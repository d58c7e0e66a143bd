import { dayOf } from '../../support/report/page.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { answerAside } from './aside.ts';
import { type Answering, answerFrom } from './requests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A day is bound when it has been over for so long: what is late for it comes within hours. */
const AFTER = 6 * HOUR;
const EVERY = HOUR;

/** The desk's facts, read where nobody waits for it. */
export interface DeskLedger extends AsyncDisposable {
  readonly answer: Answering;
  /** From here on days that are over are bound. */
  start(): void;
  /** Binds what can be bound by now. Resolves when that is done, or somebody else does it. */
  bind(): Promise<void>;
}

export function createLedger(parts: {
  readonly store: Pick<Store, 'ledger'>;
  readonly clock: Clock;
  readonly log: Log;
}): DeskLedger {
  const { clock, log } = parts;
  const { ledger } = parts.store;
  const aside = ledger.url === undefined ? undefined : answerAside(ledger.url);
  const answer = aside?.answer ?? answerFrom(ledger);
  let timer: NodeJS.Timeout | undefined;
  let binding: Promise<void> | undefined;
  let closing = false;

  const bindAll = async () => {
    const until = dayOf(clock.now() - AFTER) - 1;
    for (;;) {
      const found = await answer('part', { until });
      if (!found) return;
      const bound = await ledger.bind(found.day, found.seen, found.part);
      if (!bound) return;
      log.debug({ day: found.day, facts: found.seen.facts }, 'a day’s facts are bound');
    }
  };

  const bind = () => {
    binding ??= bindAll().finally(() => {
      binding = undefined;
    });
    return binding;
  };
  const tryToBind = () => {
    timer = setTimeout(tryToBind, EVERY).unref();
    bind().catch((error) => {
      if (!closing) log.warn({ err: error }, 'a day could not be bound; trying again');
    });
  };

  return {
    answer,
    bind,
    start() {
      // What is in this process's memory alone is read as fast as it is.
      if (aside) timer = setTimeout(tryToBind, MINUTE).unref();
    },
    async [Symbol.asyncDispose]() {
      closing = true;
      clearTimeout(timer);
      await aside?.[Symbol.asyncDispose]();
      await binding?.catch(() => {});
    },
  };
}
