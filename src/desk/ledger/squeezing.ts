import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { open } from '../../support/report/open.ts';
import { pack } from '../../support/report/pack.ts';
import type { KeptFact, Page } from '../../support/report/page.ts';

const HOW = { params: { [constants.ZSTD_c_compressionLevel]: 9 } };

/** Facts as a part that the store keeps. Takes its time: for another thread than the main one. */
export function squeezePart(facts: readonly KeptFact[]): Uint8Array {
  return pack(facts, (bytes) => zstdCompressSync(bytes, HOW) as Uint8Array<ArrayBuffer>);
}

/** @throws when a later Warmline wrote it. */
export function openPart(part: Uint8Array): Page {
  return open(part, (bytes) => zstdDecompressSync(bytes) as Uint8Array<ArrayBuffer>);
}
