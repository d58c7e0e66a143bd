import {
  type Column,
  type NumberColumn,
  type Put,
  putJson,
  type Span,
  writeColumn,
  writeNumbers,
} from './columns.ts';
import type { DigestKept } from './digest.ts';
import { checkOf, markOf } from './mark.ts';
import type { Day, KeptFact } from './page.ts';
import type { Breakdown } from './report.ts';

/** Raised when what is written can no longer be read by what read it before. */
export const PACKING = 1;

/** Bytes that say where the directory ends, and where everything else in the page begins. */
export const HEAD = 8;

/** What begins a page: what there is, and where. */
export interface Directory {
  readonly packing: number;
  readonly digest?: {
    readonly of: string;
    readonly day: Day;
    readonly course: Span;
    readonly groups: readonly (readonly [by: Breakdown, groups: Span])[];
  };
  readonly matters: {
    readonly count: number;
    /** Which conversation each is of, and what was known of it. */
    readonly conversation: NumberColumn;
    readonly about: readonly (readonly [field: string, column: Column])[];
    /** Of each conversation: its mark and its check, what its id begins with, where the rest of it ends. */
    readonly marks: Span;
    readonly checks: Span;
    readonly stems: Column | null;
    readonly ends: Span;
    readonly rests: Span;
  };
  readonly tables: readonly (readonly [
    type: string,
    table: {
      readonly rows: number;
      readonly at: NumberColumn;
      readonly matter: NumberColumn;
      readonly fields: readonly (readonly [field: string, column: Column])[];
    },
  ])[];
}

/** Makes bytes fewer; undefined where that is not worth while. */
export type Squeeze = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | undefined;

type Fields = Readonly<Record<string, unknown>>;

/** What every fact has stands elsewhere than its fields. */
const COMMON: ReadonlySet<string> = new Set(['type', 'at', 'conversation', 'about']);

/**
 * Facts as a page of bytes: by type, each field a column. Fields and types that come to be need no change here. Numbers must be
 * finite, as they are in JSON; a field that is undefined is none. Columns pass through `squeeze` one by one.
 * @param digest what they come to, where that is kept with them
 */
export function pack(
  facts: readonly KeptFact[],
  squeeze: Squeeze = () => undefined,
  digest?: DigestKept,
): Uint8Array<ArrayBuffer> {
  const { put, chunks } = openBody(squeeze);
  const matters = collectMatters();
  const types = new Map<string, { readonly facts: KeptFact[]; readonly matter: number[] }>();
  for (const fact of facts) {
    const rows = types.get(fact.type) ?? { facts: [], matter: [] };
    if (rows.facts.push(fact) === 1) types.set(fact.type, rows);
    rows.matter.push(matters.of(fact));
  }
  const tables = [...types].map(([type, { facts, matter }]) => {
    const at = facts.map((fact) => fact.at);
    const fields = writeFields(facts, at, put, COMMON);
    const numbers = { at: writeNumbers(at, put), matter: writeNumbers(matter, put) };
    return [type, { rows: facts.length, ...numbers, fields }] as const;
  });
  const directory: Directory = {
    packing: PACKING,
    ...(digest && { digest: writeDigest(digest, put) }),
    matters: matters.write(put),
    tables,
  };
  const head = padded(new TextEncoder().encode(JSON.stringify(directory)), ' ');
  const lengths = new Uint8Array(Uint32Array.of(head.length, 0).buffer);
  return join([lengths, head, ...chunks]);
}

function writeDigest(
  { of, day, course, groups }: DigestKept,
  put: Put,
): NonNullable<Directory['digest']> {
  return {
    of,
    day,
    course: putJson(course, put),
    groups: groups.map(([by, met]) => [by, putJson(met, put)] as const),
  };
}

function writeFields(
  records: readonly object[],
  at: readonly number[],
  put: Put,
  without?: ReadonlySet<string>,
): (readonly [string, Column])[] {
  const names = new Set<string>();
  for (const record of records) for (const name of Object.keys(record)) names.add(name);
  return [...names].flatMap((name) => {
    if (without?.has(name)) return [];
    const values = (records as readonly Fields[]).map((record) =>
      Object.hasOwn(record, name) ? record[name] : undefined,
    );
    const isSaid = values.some((value) => value !== undefined);
    return isSaid ? [[name, writeColumn(values, at, put)] as const] : [];
  });
}

/** Each conversation as it was at some time, once. */
function collectMatters() {
  /** The matters of each, in the order in which they came: the latest is the likeliest. */
  const conversations = new Map<string, { readonly number: number; readonly matters: number[] }>();
  const of: number[] = [];
  const abouts: KeptFact['about'][] = [];
  return {
    of({ conversation, about }: KeptFact): number {
      const known = conversations.get(conversation) ?? { number: conversations.size, matters: [] };
      const found = known.matters.findLast((matter) => isSame(abouts[matter]!, about));
      if (found !== undefined) return found;
      const matter = of.push(known.number) - 1;
      abouts.push(about);
      if (known.matters.push(matter) === 1) conversations.set(conversation, known);
      return matter;
    },
    write(put: Put): Directory['matters'] {
      const ids = [...conversations.keys()];
      const conversation = writeNumbers(of, put);
      const about = writeFields(abouts, [], put);
      return { count: of.length, conversation, about, ...writeIds(ids, put) };
    },
  };
}

function isSame(one: object, other: object): boolean {
  const [mine, theirs] = [Object.entries(one), other as Fields];
  return (
    mine.length === Object.keys(theirs).length &&
    mine.every(([field, value]) => Object.hasOwn(theirs, field) && theirs[field] === value)
  );
}

/** Ids of one channel begin alike. The rest is JSON, which has no halves of signs. */
function writeIds(ids: readonly string[], put: Put) {
  const cuts = ids.map((id) => id.lastIndexOf(':') + 1);
  const stems = ids.map((id, i) => id.slice(0, cuts[i]));
  const rests = ids.map((id, i) => JSON.stringify(id.slice(cuts[i])).slice(1, -1));
  let end = 0;
  const ends = rests.map(({ length }) => {
    end += length;
    return end;
  });
  return {
    marks: put(Uint32Array.from(ids, markOf)),
    checks: put(Uint32Array.from(ids, checkOf)),
    stems: ids.length === 0 ? null : writeColumn(stems, [], put),
    ends: put(Uint32Array.from(ends)),
    rests: put(new TextEncoder().encode(rests.join(''))),
  };
}

function openBody(squeeze: Squeeze): { readonly put: Put; readonly chunks: Uint8Array[] } {
  const chunks: Uint8Array[] = [];
  let end = 0;
  const put: Put = ({ buffer, byteOffset, byteLength }) => {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const kept = squeeze(bytes) ?? bytes;
    const from = end;
    // The next begins where numbers of any width may.
    const chunk = padded(kept);
    chunks.push(chunk);
    end += chunk.length;
    return [from, kept.length, byteLength];
  };
  return { put, chunks };
}

function padded(bytes: Uint8Array, sign = '\0'): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(sign.charCodeAt(0));
  whole.set(bytes);
  return whole;
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const chunk of chunks) {
    all.set(chunk, end);
    end += chunk.length;
  }
  return all;
}
