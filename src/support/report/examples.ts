import type { Instant } from '../conversation.ts';
import type { Entries } from './entries.ts';
import { NONE } from './groups.ts';
import type { Page, Table } from './page.ts';

/** The latest conversation of each group, by which one can tell how its people are called. */
export interface Examples {
  see(page: Page, table: Table, entries: Entries): void;
  /** A page is done with: nothing of it is held. */
  leave(page: Page): void;
  /** What is known from elsewhere of a group's latest. */
  know(group: number, at: Instant, conversation: string): void;
  latest(group: number): readonly [at: Instant, conversation: string];
}

export function createExamples(): Examples {
  const latest: { at: Instant; conversation: string }[] = [];
  /** Of the page that is read, by group. */
  let times = new Float64Array(64).fill(Number.NEGATIVE_INFINITY);
  let matters = new Int32Array(64);

  function grow(least: number) {
    const before = { times, matters };
    times = new Float64Array(least * 2).fill(Number.NEGATIVE_INFINITY);
    matters = new Int32Array(least * 2);
    times.set(before.times);
    matters.set(before.matters);
  }

  const know = (group: number, at: Instant, conversation: string) => {
    const known = latest[group];
    const later =
      known === undefined ||
      at > known.at ||
      (at === known.at && conversation > known.conversation);
    if (later) latest[group] = { at, conversation };
  };

  return {
    know,
    see(page, { at, matter }, { rows, groups }) {
      if (!groups) return;
      for (let i = 0; i < rows.length; i++) {
        const of = groups[i]!;
        if (of === NONE) continue;
        if (of >= times.length) grow(of + 1);
        const time = at[rows[i]!]!;
        const last = times[of]!;
        if (time < last) continue;
        const one = matter[rows[i]!]!;
        if (time === last && !isLater(page, one, matters[of]!)) continue;
        times[of] = time;
        matters[of] = one;
      }
    },
    leave(page) {
      for (let group = 0; group < times.length; group++) {
        const at = times[group]!;
        if (at === Number.NEGATIVE_INFINITY) continue;
        know(group, at, page.matters.conversation(matters[group]!));
      }
      times.fill(Number.NEGATIVE_INFINITY);
    },
    latest(group) {
      const { at, conversation } = latest[group] ?? { at: 0, conversation: '' };
      return [at, conversation];
    },
  };
}

/** Of the same instant, the greater id: so that it is the same one, however facts lie on pages. */
function isLater({ matters }: Page, matter: number, than: number): boolean {
  return matter !== than && matters.conversation(matter) > matters.conversation(than);
}
