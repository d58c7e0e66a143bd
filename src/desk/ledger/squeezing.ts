import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { open } from '../../support/report/open.ts';
import { pack } from '../../support/report/pack.ts';
import type { KeptFact, Page } from '../../support/report/page.ts';

const HOW = { params: { [constants.ZSTD_c_compressionLevel]: 9 } };
/** What does not become less than this share of itself is read sooner as it is. */
const WORTH = 0.3;

/** Facts as a part that the store keeps. Takes its time: for another thread than the main one. */
export function squeezePart(facts: readonly KeptFact[]): Uint8Array {
  return pack(facts, (bytes) => {
    const squeezed = zstdCompressSync(bytes, HOW);
    return squeezed.length < bytes.length * WORTH ? squeezed : undefined;
  });
}

/** @throws when a later Warmline wrote it. */
export function openPart(part: Uint8Array): Page {
  return open(part, (bytes, length) => {
    const whole = zstdDecompressSync(bytes, { chunkSize: Math.max(64, length) });
    // Where it lies in a buffer that others share, numbers may not begin.
    return whole.byteOffset % 8 === 0 ? whole : new Uint8Array(whole);
  });
}
