import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/learnt/packing.ts';
import { pack } from '../../train/packing.ts';

describe('what was learnt', () => {
  it('reads from its file as it was written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warmline-'));
    try {
      const file = pathToFileURL(join(folder, 'some.bin'));
      const lists = {
        small: Int8Array.of(-128, 0, 127),
        hashes: Uint32Array.of(0, 4_294_967_295),
        floats: Float32Array.of(1.5, -0.25),
      };
      pack(file, lists, { classes: ['ä', 'b'] });
      const read = unpack(new Uint8Array(await readFile(file)));
      expect(read.about['classes']).toEqual(['ä', 'b']);
      expect(read.ints('small')).toEqual(lists.small);
      expect(read.hashes('hashes')).toEqual(lists.hashes);
      expect(read.floats('floats')).toEqual(lists.floats);
      expect(() => read.floats('small')).toThrow('no list "small"');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
