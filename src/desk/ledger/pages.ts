import { open } from '../../support/report/open.ts';
import { pack } from '../../support/report/pack.ts';
import type { Day, KeptFact, Page } from '../../support/report/page.ts';
import type { Held, LedgerReader } from '../store/ledger.ts';
import { openPart } from './squeezing.ts';

/** So many facts that are in no part yet make a page that is left as it is. */
const PAGE = 5_000;

/** Bytes of parts that are remembered, those of the latest days. */
const MOST = 64 * 2 ** 20;

/** A day as far as it was read. */
interface Read {
  readonly parts: readonly Uint8Array[];
  readonly loose: Loose;
}

/** Facts of a day that are in no part yet. */
interface Loose {
  readonly facts: number;
  readonly pages: readonly Page[];
  /** The last of them, too few for a page that is left as it is; and as a page. */
  readonly rest: readonly KeptFact[];
  readonly last: Page | undefined;
}
const NONE: Loose = { facts: 0, pages: [], rest: [], last: undefined };

/** Pages of facts, whether they were bound or not. */
export interface Pages {
  /** All of these days, the earliest first; both ends included. A page is unfolded when it is come to, each time anew. */
  of(from: Day, to: Day): Promise<Iterable<Page>>;
}

/** Remembers what it read: what is kept is never changed, so only what is new is read again. */
export function readPages(ledger: LedgerReader, size = PAGE, most = MOST): Pages {
  const known = new Map<Day, Read>();

  const read = async (day: Day, held: Held): Promise<Read> => {
    const { parts, loose } = known.get(day) ?? { parts: [], loose: NONE };
    const seen = { parts: parts.length, facts: loose.facts };
    if (seen.parts === held.parts && seen.facts === held.facts) return { parts, loose };
    const found = await ledger.day(day, seen);
    // Whoever bound the day meanwhile took what we knew of it.
    const before = found.parts.length > 0 ? NONE : loose;
    const now = {
      parts: [...parts, ...found.parts],
      loose: append(before, found.facts, size),
    };
    known.set(day, now);
    return now;
  };

  const forget = () => {
    let bytes = 0;
    for (const day of [...known.keys()].sort((a, b) => b - a)) {
      for (const { length } of known.get(day)!.parts) bytes += length;
      if (bytes > most) known.delete(day);
    }
  };

  return {
    async of(from, to) {
      const days: Read[] = [];
      for (const { day, ...held } of await ledger.days(from, to)) days.push(await read(day, held));
      forget();
      return {
        *[Symbol.iterator]() {
          for (const { parts, loose } of days) {
            for (const part of parts) yield openPart(part);
            yield* loose.pages;
            if (loose.last) yield loose.last;
          }
        },
      };
    },
  };
}

function append(before: Loose, facts: readonly KeptFact[], size: number): Loose {
  const pages = [...before.pages];
  let rest = [...before.rest, ...facts];
  for (; rest.length >= size; rest = rest.slice(size)) pages.push(pageOf(rest.slice(0, size)));
  const last = rest.length > 0 ? pageOf(rest) : undefined;
  return { facts: before.facts + facts.length, pages, rest, last };
}

function pageOf(facts: readonly KeptFact[]): Page {
  return open(pack(facts));
}
