import { type FSWatcher, watch } from 'node:fs';
import type { Handbook } from '../support/handbook.ts';
import type { Learnt } from '../support/lessons/accepted.ts';
import type { Notice } from './articles.ts';
import { HandbookError } from './fault.ts';
import { loadHandbook } from './handbook.ts';

/** Milliseconds without a further change before the folder is read again: editors write in several steps. */
const SETTLES = 300;

/** Where it is told what became of a change. */
interface Log {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

export interface OpenHandbook extends AsyncDisposable {
  /** Always what is in force: whoever reads it twice may read two versions. */
  readonly handbook: Handbook;
  /** From now on these count beside what is in the files. */
  learn(lessons: readonly Learnt[]): void;
  /** Calls when another version has come into force. `call` must not throw. */
  onChange(call: () => void): void;
}

/**
 * Opens the handbook and keeps it open: a change of the team's folder, or of what its leads accepted, is checked and learnt
 * from beside the event loop, and then takes the place of what was. With a fault in it, everything stays as it was and the
 * log says why.
 * @throws HandbookError when it has a fault at the start.
 */
export async function openHandbook(
  dir: string | undefined,
  taught: readonly Learnt[],
  log: Log,
): Promise<OpenHandbook> {
  let lessons = taught;
  const load = async () => {
    const notices: Notice[] = [];
    const loaded = await loadHandbook(dir, lessons, notices);
    for (const { file, text } of notices) log.warn({ file }, `an article: ${text}`);
    return loaded;
  };
  let current = await load();
  let reading: Promise<void> | undefined;
  const watchers: (() => void)[] = [];
  let again = false;
  let closed = false;
  let soon: NodeJS.Timeout | undefined;

  const readAll = async () => {
    do {
      again = false;
      try {
        const next = await load();
        if (closed) return;
        current = next;
        for (const call of watchers) call();
        log.info({ learnt: lessons.length }, 'the handbook changed and is in force');
      } catch (err) {
        const why = err instanceof HandbookError ? err.message : undefined;
        log.error(
          why === undefined ? { err } : { why },
          'the changed handbook has faults: the one before stays in force',
        );
      }
    } while (again && !closed);
  };
  const read = () => {
    again = true;
    reading ??= readAll().finally(() => {
      reading = undefined;
    });
  };
  const changed = () => {
    clearTimeout(soon);
    soon = setTimeout(read, SETTLES).unref();
  };
  const watcher = dir === undefined ? undefined : watchFolder(dir, changed, log);

  return {
    handbook: {
      get policy() {
        return current.policy;
      },
      get categories() {
        return current.categories;
      },
      get sorter() {
        return current.sorter;
      },
      get urgency() {
        return current.urgency;
      },
      get replies() {
        return current.replies;
      },
      get knowledge() {
        return current.knowledge;
      },
    },
    learn(next) {
      // Reading all of it takes a second of the processor.
      if (closed || JSON.stringify(next) === JSON.stringify(lessons)) return;
      lessons = next;
      read();
    },
    onChange(call) {
      watchers.push(call);
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      clearTimeout(soon);
      watcher?.close();
      await reading;
    },
  };
}

/** A folder that cannot be watched is read at the start alone. */
function watchFolder(dir: string, changed: () => void, log: Log): FSWatcher | undefined {
  const unwatched = (err: unknown) =>
    log.error({ err }, 'the handbook’s folder cannot be watched: restart to have changes read');
  try {
    return watch(dir, { recursive: true, persistent: false }, changed).on('error', unwatched);
  } catch (error) {
    unwatched(error);
    return undefined;
  }
}
