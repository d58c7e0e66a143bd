import {
  type Column,
  type NumberColumn,
  type Section,
  type Span,
  writeColumn,
  writeNumbers,
} from './columns.ts';
import { markOf } from './mark.ts';
import type { KeptFact } from './page.ts';

/** Makes bytes fewer, or what they were again: a page's sections pass through it one by one. */
export type Squeeze = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** Raised when what is written can no longer be read by what read it before. */
export const PACKING = 1;

/** What begins a page: where everything else in it lies. */
export interface Directory {
  readonly packing: number;
  /** Bytes of each section as it is kept, one behind the other. */
  readonly sections: readonly number[];
  readonly matters: {
    readonly count: number;
    /** Which conversation each is of, and what was known of it. */
    readonly conversation: NumberColumn;
    readonly about: readonly (readonly [field: string, column: Column])[];
    /** Of each conversation. */
    readonly marks: Span;
    readonly ids: { readonly ends: Span; readonly text: Span };
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

/** Sections that all pages have; tables follow. */
export const [MATTERS, TEXTS] = [0, 1] as const;

interface Row {
  readonly matter: number;
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Facts as a page of bytes: by type, each field a column. Fields and types that come to be need no change here. Numbers must be
 * finite, as they are in JSON; a field that is undefined is none.
 */
export function pack(facts: readonly KeptFact[], squeeze: Squeeze = (bytes) => bytes): Uint8Array {
  const matters = collectMatters();
  const types = new Map<string, Row[]>();
  for (const { type, at, conversation, about, ...fields } of facts) {
    const rows = types.get(type) ?? [];
    if (rows.length === 0) types.set(type, rows);
    rows.push({ matter: matters.of(conversation, about), at, fields });
  }
  const sections = openSections();
  const [first, texts] = [sections.next(), sections.next()];
  const written = matters.write(first, texts);
  const tables = [...types].map(([type, rows]) => {
    const section = sections.next();
    const at = rows.map((row) => row.at);
    const matter = rows.map((row) => row.matter);
    const table = {
      rows: rows.length,
      at: writeNumbers(at, section),
      matter: writeNumbers(matter, section),
      fields: writeFields(
        rows.map(({ fields }) => fields),
        at,
        section,
        texts,
      ),
    };
    return [type, table] as const;
  });
  const bodies = sections.all().map(squeeze);
  const directory: Directory = {
    packing: PACKING,
    sections: bodies.map(({ length }) => length),
    matters: written,
    tables,
  };
  const head = squeeze(new TextEncoder().encode(JSON.stringify(directory)));
  return join([new Uint8Array(Uint32Array.of(head.length).buffer), head, ...bodies]);
}

function writeFields(
  records: readonly Readonly<Record<string, unknown>>[],
  at: readonly number[],
  section: Section,
  texts: Section,
): (readonly [string, Column])[] {
  const names = new Set(records.flatMap(Object.keys));
  return [...names].flatMap((name) => {
    const values = records.map((record) =>
      Object.hasOwn(record, name) ? record[name] : undefined,
    );
    const isSaid = values.some((value) => value !== undefined);
    return isSaid ? [[name, writeColumn(values, at, section, texts)] as const] : [];
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
    write(section: Section, texts: Section): Directory['matters'] {
      const ids = [...conversations.keys()];
      const encoder = new TextEncoder();
      const written = ids.map((id) => encoder.encode(JSON.stringify(id)));
      let end = 0;
      const ends = written.map(({ length }) => (end += length));
      return {
        count: of.length,
        conversation: writeNumbers(of, section),
        about: writeFields(
          abouts,
          of.map(() => 0),
          section,
          texts,
        ),
        marks: section.put(Uint32Array.from(ids, markOf)),
        ids: { ends: texts.put(Uint32Array.from(ends)), text: texts.put(join(written)) },
      };
    },
  };
}

function openSections() {
  const sections: Uint8Array<ArrayBuffer>[][] = [];
  return {
    next(): Section {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      const number = sections.push(chunks) - 1;
      let end = 0;
      return {
        put({ buffer, byteOffset, byteLength }) {
          const from = end;
          // The next begins where numbers of any width may.
          const padded = new Uint8Array(Math.ceil(byteLength / 8) * 8);
          padded.set(new Uint8Array(buffer, byteOffset, byteLength));
          chunks.push(padded);
          end += padded.length;
          return [number, from, byteLength];
        },
      };
    },
    all: () => sections.map(join),
  };
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
