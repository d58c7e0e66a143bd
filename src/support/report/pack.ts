import {
  type Column,
  type NumberColumn,
  type Put,
  type Span,
  writeColumn,
  writeNumbers,
} from './columns.ts';
import { markOf } from './mark.ts';
import type { KeptFact } from './page.ts';

/** Raised when what is written can no longer be read by what read it before. */
export const PACKING = 1;

/** Bytes that say where the directory ends, and where everything else in the page begins. */
export const HEAD = 8;

/** What begins a page: what there is, and where. */
export interface Directory {
  readonly packing: number;
  readonly matters: {
    readonly count: number;
    /** Which conversation each is of, and what was known of it. */
    readonly conversation: NumberColumn;
    readonly about: readonly (readonly [field: string, column: Column])[];
    /** Of each conversation: its mark, what its id begins with, where the rest of it ends. */
    readonly marks: Span;
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

interface Row {
  readonly matter: number;
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Facts as a page of bytes: by type, each field a column. Fields and types that come to be need no change here. Numbers must be
 * finite, as they are in JSON; a field that is undefined is none. Columns pass through `squeeze` one by one.
 */
export function pack(
  facts: readonly KeptFact[],
  squeeze: Squeeze = () => undefined,
): Uint8Array<ArrayBuffer> {
  const { put, chunks } = openBody(squeeze);
  const matters = collectMatters();
  const types = new Map<string, Row[]>();
  for (const { type, at, conversation, about, ...fields } of facts) {
    const rows = types.get(type) ?? [];
    if (rows.length === 0) types.set(type, rows);
    rows.push({ matter: matters.of(conversation, about), at, fields });
  }
  const tables = [...types].map(([type, rows]) => [type, writeTable(rows, put)] as const);
  const directory: Directory = { packing: PACKING, matters: matters.write(put), tables };
  const head = padded(new TextEncoder().encode(JSON.stringify(directory)), ' ');
  const lengths = new Uint8Array(Uint32Array.of(head.length, 0).buffer);
  return join([lengths, head, ...chunks]);
}

function writeTable(rows: readonly Row[], put: Put): Directory['tables'][number][1] {
  const at = rows.map((row) => row.at);
  const matter = rows.map((row) => row.matter);
  const records = rows.map(({ fields }) => fields);
  return {
    rows: rows.length,
    at: writeNumbers(at, put),
    matter: writeNumbers(matter, put),
    fields: writeFields(records, at, put),
  };
}

function writeFields(
  records: readonly Readonly<Record<string, unknown>>[],
  at: readonly number[],
  put: Put,
): (readonly [string, Column])[] {
  const names = new Set(records.flatMap(Object.keys));
  return [...names].flatMap((name) => {
    const values = records.map((record) =>
      Object.hasOwn(record, name) ? record[name] : undefined,
    );
    const isSaid = values.some((value) => value !== undefined);
    return isSaid ? [[name, writeColumn(values, at, put)] as const] : [];
  });
}

/** Each conversation as it was at some time, once. */
function collectMatters() {
  const known = new Map<string, number>();
  const conversations = new Map<string, number>();
  const of: number[] = [];
  const abouts: Readonly<Record<string, unknown>>[] = [];
  return {
    of(conversation: string, about: KeptFact['about']): number {
      const key = JSON.stringify([conversation, about]);
      const found = known.get(key);
      if (found !== undefined) return found;
      const number = conversations.get(conversation) ?? conversations.size;
      conversations.set(conversation, number);
      known.set(key, of.length);
      abouts.push({ ...about });
      return of.push(number) - 1;
    },
    write(put: Put): Directory['matters'] {
      const ids = [...conversations.keys()];
      const conversation = writeNumbers(of, put);
      const about = writeFields(abouts, [], put);
      return { count: of.length, conversation, about, ...writeIds(ids, put) };
    },
  };
}

/** Ids of one channel begin alike. The rest is JSON, which has no halves of signs. */
function writeIds(ids: readonly string[], put: Put) {
  const cuts = ids.map((id) => id.lastIndexOf(':') + 1);
  const stems = ids.map((id, i) => id.slice(0, cuts[i]));
  const encoder = new TextEncoder();
  const rests = ids.map((id, i) => encoder.encode(JSON.stringify(id.slice(cuts[i])).slice(1, -1)));
  let end = 0;
  const ends = rests.map(({ length }) => {
    end += length;
    return end;
  });
  return {
    marks: put(Uint32Array.from(ids, markOf)),
    stems: ids.length === 0 ? null : writeColumn(stems, [], put),
    ends: put(Uint32Array.from(ends)),
    rests: put(join(rests)),
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
