import type { Fact } from '../facts.ts';
import { type Column, readNumbers, readText, type Sections, view } from './columns.ts';
import { type Directory, MATTERS, PACKING, type Squeeze, TEXTS } from './pack.ts';
import type { About, KeptFact, Matters, Page, Table, Words } from './page.ts';

/**
 * A page of bytes, to be read. Nothing is unfolded before somebody asks for it, and then once.
 * @param unfold undoes the `squeeze` that the page was packed with
 * @throws when the page was packed by a later Warmline
 */
export function open(bytes: Uint8Array, unfold: Squeeze = (same) => same): Page {
  const own = bytes as Uint8Array<ArrayBuffer>;
  const begin = new DataView(own.buffer, own.byteOffset).getUint32(0, true);
  const head = new TextDecoder().decode(unfold(own.subarray(4, 4 + begin)));
  const directory = JSON.parse(head) as Directory;
  if (directory.packing !== PACKING) {
    throw new Error(
      `Facts were kept by a newer Warmline (packing ${directory.packing}). Upgrade to read them.`,
    );
  }
  const ends: number[] = [];
  for (const length of directory.sections) ends.push((ends.at(-1) ?? 4 + begin) + length);
  const sections: Sections = once((number: number) => {
    const end = ends[number]!;
    return unfold(own.subarray(end - directory.sections[number]!, end));
  });
  const matters = openMatters(directory.matters, sections);
  const tables = new Map(directory.tables);
  return {
    matters,
    table: once((type: string) => {
      const table = tables.get(type);
      return table && openTable(type, table, matters, sections);
    }) as Page['table'],
  };
}

type Entry = Directory['tables'][number][1];

function openTable(
  type: string,
  { rows, ...columns }: Entry,
  matters: OpenMatters,
  sections: Sections,
): Table {
  const at = once(() => Float64Array.from(readNumbers(columns.at, sections)));
  const matter = once(() => Uint32Array.from(readNumbers(columns.matter, sections)));
  const fields = openFields(columns.fields, sections, at);
  return {
    rows,
    get at() {
      return at();
    },
    get matter() {
      return matter();
    },
    numbers: fields.numbers,
    words: fields.words,
    fact(row) {
      const of = matter()[row]!;
      return {
        type,
        at: at()[row],
        conversation: matters.conversation(of),
        ...fields.record(row),
        about: matters.about(of),
      } as unknown as KeptFact;
    },
  };
}

interface OpenMatters extends Matters {
  about(matter: number): About;
}

function openMatters(kept: Directory['matters'], sections: Sections): OpenMatters {
  const of = once(() => readNumbers(kept.conversation, sections));
  const ends = once(() => view('u4', kept.ids.ends, sections));
  const fields = openFields(kept.about, sections);
  const unsaid = once((): Words => ({ codes: new Uint8Array(kept.count), dictionary: [''] }));
  const mark = once(() => {
    const marks = view('u4', kept.marks, sections);
    return Uint32Array.from(of(), (conversation) => marks[conversation]!);
  });
  return {
    count: kept.count,
    get mark() {
      return mark();
    },
    conversation(matter) {
      const conversation = of()[matter]!;
      const from = ends()[conversation - 1] ?? 0;
      const [section, start] = kept.ids.text;
      const length = ends()[conversation]! - from;
      return JSON.parse(readText([section, start + from, length], sections)) as string;
    },
    words: (field) => fields.words(field) ?? unsaid(),
    about: (matter) => fields.record(matter) as unknown as About,
  };
}

/** Columns by name. */
function openFields(
  entries: readonly (readonly [string, Column])[],
  sections: Sections,
  at?: () => Float64Array,
) {
  const columns = new Map(entries);
  const numbers = once((field: string) => {
    const column = columns.get(field);
    switch (column?.is) {
      case 'number':
        return readNumbers(column, sections, column.fromAt && at?.());
      case 'truth': {
        const said = view('u1', column.span, sections);
        return column.gaps
          ? Float64Array.from(said, (one) => (one === 2 ? Number.NaN : one))
          : said;
      }
      default:
        return undefined;
    }
  });
  const words = once((field: string): Words | undefined => {
    const column = columns.get(field);
    if (column?.is !== 'word' && column?.is !== 'json') return undefined;
    return {
      codes: view(column.as, column.span, sections),
      dictionary: JSON.parse(readText(column.dictionary, sections)) as string[],
    };
  });
  const value = (field: string, column: Column, row: number): unknown => {
    if (column.is === 'number' || column.is === 'truth') {
      const number = numbers(field)![row]!;
      if (Number.isNaN(number)) return undefined;
      return column.is === 'truth' ? number === 1 : number;
    }
    const { codes, dictionary } = words(field)!;
    const code = codes[row]!;
    if (column.gaps && code === 0) return undefined;
    return column.is === 'word' ? dictionary[code] : JSON.parse(dictionary[code]!);
  };
  return {
    numbers,
    words,
    record: (row: number): Record<string, unknown> =>
      Object.fromEntries(
        entries
          .map(([field, column]) => [field, value(field, column, row)] as const)
          .filter(([, said]) => said !== undefined),
      ),
  };
}

/** The same answer to the same question. */
function once<T>(ask: () => T): () => T;
function once<Q, T>(ask: (question: Q) => T): (question: Q) => T;
function once<Q, T>(ask: (question: Q) => T): (question: Q) => T {
  const answers = new Map<Q, T>();
  return (question) => {
    if (!answers.has(question)) answers.set(question, ask(question));
    return answers.get(question)!;
  };
}
