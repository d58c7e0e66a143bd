import { readFile } from 'node:fs/promises';
import type { Learnt } from '../support/sorting/fit.ts';
import { indexHashes } from '../support/sorting/hashing.ts';
import type { Linear } from '../support/sorting/linear.ts';
import type { WordVectors } from '../support/sorting/vectors.ts';
import { type Unpacked, unpack } from './packing.ts';

let loading: Promise<Learnt> | undefined;

/** What was learnt from public messages, read once: what words mean, and the built-in categories. */
export function loadLearnt(): Promise<Learnt> {
  loading ??= read();
  return loading;
}

async function read(): Promise<Learnt> {
  const [vectors, categories] = await Promise.all([loadVectors(), open('categories')]);
  return { vectors, categories: linearIn(categories) };
}

export async function loadVectors(): Promise<WordVectors> {
  return vectorsIn(await open('words'));
}

async function open(name: string): Promise<Unpacked> {
  const file = await readFile(new URL(`${name}.bin`, import.meta.url));
  return unpack(new Uint8Array(file));
}

function vectorsIn(file: Unpacked): WordVectors {
  const scales = file.floats('scales');
  const numbers = file.ints('numbers');
  return {
    dimensions: numbers.length / scales.length,
    words: indexHashes(file.hashes('hashes')),
    numbers,
    scales,
    tells: file.floats('tells'),
  };
}

function linearIn(file: Unpacked): Linear {
  return {
    classes: file.about['classes'] as string[],
    keys: indexHashes(file.hashes('hashes')),
    weights: file.ints('weights'),
    scale: file.about['scale'] as number,
    meaning: file.floats('meaning'),
    bias: file.floats('bias'),
  };
}
