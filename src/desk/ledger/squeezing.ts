import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { digest } from '../../support/report/digest.ts';
import { open } from '../../support/report/open.ts';
import { pack, type Squeeze } from '../../support/report/pack.ts';
import type { Day, KeptFact, Page } from '../../support/report/page.ts';

const HOW = { params: { [constants.ZSTD_c_compressionLevel]: 9 } };
/** What does not become less than this share of itself is read sooner as it is. */
const WORTH = 0.3;

/** The facts of a day as a part that the store keeps, with what they come to. Takes its time: for another thread than the main one. */
export function squeezePart(facts: readonly KeptFact[], day: Day): Uint8Array {
  const squeeze: Squeeze = (bytes) => {
    const squeezed = zstdCompressSync(bytes, HOW);
    return squeezed.length < bytes.length * WORTH ? squeezed : undefined;
  };
  return pack(facts, squeeze, digest(open(pack(facts)), day, facts.length));
}

/** @throws when a later Warmline wrote it. */
export function openPart(part: Uint8Array): Page {
  return open(part, (bytes, length) => {
    const whole = zstdDecompressSync(bytes, { chunkSize: Math.max(64, length) });
    // Where it lies in a buffer that others share, numbers may not begin.
    return whole.byteOffset % 8 === 0 ? whole : new Uint8Array(whole);
  });
}
