import { type Column, readJson, readNumbers, type Span, type Take, view } from './columns.ts';
import type { Digest, GroupsMet, Met } from './digest.ts';
import { type Directory, HEAD, PACKING } from './pack.ts';
import type { About, KeptFact, Matters, Page, Table, Words } from './page.ts';

/** Makes squeezed bytes again what they were: so many. */
export type Unfold = (bytes: Uint8Array, length: number) => Uint8Array<ArrayBuffer>;

/**
 * A page of bytes, to be read. Of its columns nothing is touched before somebody asks for it.
 * @param unfold undoes the `squeeze` that the page was packed with
 * @throws when the page was packed by a later Warmline
 */
export function open(bytes: Uint8Array, unfold?: Unfold): Page {
  const own = (bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()) as Uint8Array<ArrayBuffer>;
  const body = HEAD + new DataView(own.buffer, own.byteOffset).getUint32(0, true);
  const directory = JSON.parse(new TextDecoder().decode(own.subarray(HEAD, body))) as Directory;
  if (directory.packing !== PACKING) {
    throw new Error(
      `Facts were kept by a newer Warmline (packing ${directory.packing}). Upgrade to read them.`,
    );
  }
  const take: Take = ([from, kept, length]) => {
    const found = own.subarray(body + from, body + from + kept);
    return kept === length || !unfold ? found : unfold(found, length);
  };
  const matters = openMatters(directory.matters, take);
  const entries = new Map(directory.tables);
  return {
    matters,
    digest: directory.digest && openDigest(directory.digest, take),
    table: onceEach((type: string) => {
      const entry = entries.get(type);
      return entry && openTable(type, entry, matters, take);
    }) as Page['table'],
  };
}

function openDigest(
  { of, day, course, groups }: NonNullable<Directory['digest']>,
  take: Take,
): Digest {
  return {
    of,
    day,
    course: once(() => readJson<Met[]>(course, take)),
    groups: onceEach((by) => {
      const found = groups.find(([name]) => name === by);
      return found && readJson<GroupsMet>(found[1], take);
    }),
  };
}

type Entry = Directory['tables'][number][1];

function openTable(
  type: string,
  { rows, ...columns }: Entry,
  matters: OpenMatters,
  take: Take,
): Table {
  const at = once(() => {
    const instants = readNumbers(columns.at, take);
    return instants instanceof Float64Array ? instants : new Float64Array(instants);
  });
  const matter = once(() => new Uint32Array(readNumbers(columns.matter, take)));
  const fields = openFields(columns.fields, take, at);
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

function openMatters(kept: Directory['matters'], take: Take): OpenMatters {
  const of = once(() => readNumbers(kept.conversation, take));
  const ends = once(() => view('u4', kept.ends, take));
  let rests: string | undefined;
  const stems = openFields(kept.stems ? [['stem', kept.stems]] : [], take);
  const fields = openFields(kept.about, take);
  const unsaid = once((): Words => ({ codes: new Uint8Array(kept.count), dictionary: [''] }));
  const ids: string[] = [];
  const idOf = (conversation: number) => {
    const { codes, dictionary } = stems.words('stem')!;
    rests ??= new TextDecoder().decode(take(kept.rests));
    const rest = rests.slice(ends()[conversation - 1] ?? 0, ends()[conversation]);
    const plain = rest.includes('\\') ? (JSON.parse(`"${rest}"`) as string) : rest;
    return `${dictionary[codes[conversation]!]}${plain}`;
  };
  const ofEach = (span: Span) =>
    once(() => {
      const numbers = view('u4', span, take);
      const [own, made] = [of(), new Uint32Array(kept.count)];
      for (let i = 0; i < made.length; i++) made[i] = numbers[own[i]!]!;
      return made;
    });
  const [mark, check] = [ofEach(kept.marks), ofEach(kept.checks)];
  return {
    count: kept.count,
    get mark() {
      return mark();
    },
    get check() {
      return check();
    },
    conversation: (matter) => {
      const conversation = of()[matter]!;
      ids[conversation] ??= idOf(conversation);
      return ids[conversation];
    },
    words: (field) => fields.words(field) ?? unsaid(),
    about: (matter) => fields.record(matter) as unknown as About,
  };
}

/** Columns by name. */
function openFields(
  entries: readonly (readonly [string, Column])[],
  take: Take,
  at?: () => Float64Array,
) {
  const columns = new Map(entries);
  const numbers = onceEach((field: string) => {
    const column = columns.get(field);
    switch (column?.is) {
      case 'number':
        return readNumbers(column, take, column.fromAt && at?.());
      case 'truth': {
        const said = view('u1', column.span, take);
        return column.gaps
          ? Float64Array.from(said, (one) => (one === 2 ? Number.NaN : one))
          : said;
      }
      default:
        return undefined;
    }
  });
  const words = onceEach((field: string): Words | undefined => {
    const column = columns.get(field);
    if (column?.is !== 'word' && column?.is !== 'json') return undefined;
    return {
      codes: view(column.as, column.span, take),
      dictionary: readJson<string[]>(column.dictionary, take),
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

/** What is asked for row by row, made when it is asked for first. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The same answer to the same question. */
function onceEach<T>(ask: (question: string) => T): (question: string) => T {
  const answers = new Map<string, T>();
  return (question) => {
    if (!answers.has(question)) answers.set(question, ask(question));
    return answers.get(question)!;
  };
}
