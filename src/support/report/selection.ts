import type { KeptFact, Page, Table } from './page.ts';

/** Of a page only the facts about some of its matters, 1 for each of them. */
export function selectMatters(page: Page, chosen: Uint8Array): Page {
  const tables = new Map<string, Table | undefined>();
  return {
    matters: page.matters,
    table(type) {
      if (!tables.has(type)) tables.set(type, selectRows(page.table(type), chosen));
      return tables.get(type);
    },
  };
}

function selectRows(table: Table | undefined, chosen: Uint8Array): Table | undefined {
  if (!table) return undefined;
  const { matter } = table;
  const room = new Int32Array(table.rows);
  let length = 0;
  for (let row = 0; row < table.rows; row++) if (chosen[matter[row]!] === 1) room[length++] = row;
  if (length === 0) return undefined;
  const rows = room.subarray(0, length);
  return {
    rows: length,
    at: Float64Array.from(rows, (row) => table.at[row]!),
    matter: Uint32Array.from(rows, (row) => matter[row]!),
    numbers(field) {
      const numbers = table.numbers(field);
      return numbers && picked(numbers, rows);
    },
    words(field) {
      const words = table.words(field);
      return words && { codes: picked(words.codes, rows), dictionary: words.dictionary };
    },
    fact: (row): KeptFact => table.fact(rows[row]!),
  };
}

type Numbers = Float64Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;

function picked<T extends Numbers>(numbers: T, rows: Int32Array): T {
  const some = numbers.slice(0, rows.length) as T;
  for (let i = 0; i < rows.length; i++) some[i] = numbers[rows[i]!]!;
  return some;
}
