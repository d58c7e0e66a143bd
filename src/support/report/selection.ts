import type { KeptFact, Page, Table } from './page.ts';

/** Of a page only these rows of one table. */
export function selectRows(page: Page, table: Table, rows: Int32Array): Page {
  const { at, matter } = table;
  const selected: Table = {
    rows: rows.length,
    at: picked(at, rows),
    matter: picked(matter, rows),
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
  return { matters: page.matters, table: () => selected };
}

type Numbers = Float64Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;

function picked<T extends Numbers>(numbers: T, rows: Int32Array): T {
  const some = numbers.slice(0, rows.length) as T;
  for (let i = 0; i < rows.length; i++) some[i] = numbers[rows[i]!]!;
  return some;
}
