import { open } from '../../support/report/open.ts';
import { pack } from '../../support/report/pack.ts';
import type { Day, KeptFact, Page } from '../../support/report/page.ts';
import type { Held, LedgerReader } from '../store/ledger.ts';
import { openPart } from './squeezing.ts';

/** So many facts that are in no part yet make a page that is left as it is. */
const PAGE = 5_000;

/** Facts of a day that are in no part yet, as far as they were read. */
interface Loose {
  readonly seen: Held;
  readonly pages: readonly Page[];
  /** The last of them, too few for a page that is left as it is; and as a page. */
  readonly rest: readonly KeptFact[];
  readonly last: Page | undefined;
}

/** Pages of facts, whether they were bound or not. */
export interface Pages {
  /** All of these days, the earliest first; both ends included. A page is unfolded when it is come to, each time anew. */
  of(from: Day, to: Day): Promise<Iterable<Page>>;
}

/** Remembers what it read of days that are not bound: of the present day only what is new is read again. */
export function readPages(ledger: LedgerReader, size = PAGE): Pages {
  const known = new Map<Day, Loose>();

  const read = async (day: Day, held: Held) => {
    const before = held.parts === 0 ? known.get(day) : undefined;
    const { parts, facts } = await ledger.day(day, before?.seen);
    // Whoever bound the day meanwhile took what we knew of it.
    const rest = parts.length === 0 && before ? before : undefined;
    const loose = append(rest, facts, size);
    if (parts.length === 0) known.set(day, loose);
    else known.delete(day);
    return { parts, loose };
  };

  return {
    async of(from, to) {
      const days: Awaited<ReturnType<typeof read>>[] = [];
      for (const { day, ...held } of await ledger.days(from, to)) days.push(await read(day, held));
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

function append(before: Loose | undefined, facts: readonly KeptFact[], size: number): Loose {
  if (before && facts.length === 0) return before;
  const pages = [...(before?.pages ?? [])];
  let rest = [...(before?.rest ?? []), ...facts];
  for (; rest.length >= size; rest = rest.slice(size)) pages.push(pageOf(rest.slice(0, size)));
  const seen = { parts: 0, facts: (before?.seen.facts ?? 0) + facts.length };
  return { seen, pages, rest, last: rest.length > 0 ? pageOf(rest) : undefined };
}

function pageOf(facts: readonly KeptFact[]): Page {
  return open(pack(facts));
}
