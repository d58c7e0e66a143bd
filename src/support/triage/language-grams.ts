const SPACE = 32;
/** Bytes of a piece, and how far on the next one begins. */
const LENGTH = 4;
const STRIDE = 3;
/** Bytes of a word that are looked at. */
const LONGEST = 70;

/**
 * The pieces of the words by which a language is known, each once, as signed 32-bit hashes. A word in UTF-8 is cut as
 * Efficient Language Detector cuts it: 4 bytes every 3 bytes and the last 4, with a space where the word begins or ends.
 */
export function cutGrams(words: readonly string[]): Set<number> {
  const grams = new Set<number>();
  for (const word of words) {
    const length = writeBytes(word);
    let from = 0;
    for (; from + LENGTH < length; from += STRIDE) {
      grams.add(hashGram(BYTES, from, from + LENGTH, from === 0, false));
    }
    const last = length === LENGTH - 1 ? 0 : Math.max(0, length - LENGTH);
    grams.add(hashGram(BYTES, last, length, from === 0, true));
  }
  return grams;
}

/** Bytes `from` to `to`, after a space where they begin the word and before one where they end it, as FNV-1a (32 bits, signed). */
export function hashGram(
  bytes: ArrayLike<number>,
  from: number,
  to: number,
  begins: boolean,
  ends: boolean,
): number {
  let hash = 0x811c9dc5;
  if (begins) hash = Math.imul(hash ^ SPACE, 0x01000193);
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  if (ends) hash = Math.imul(hash ^ SPACE, 0x01000193);
  return hash;
}

/** Where a word's bytes are written, one word after the other: its last letter may have three. */
const BYTES = new Uint8Array(LONGEST + 2);

/** Writes a word in UTF-8 and says how many bytes that is. Half a character becomes what it would be as a whole one: nothing known. */
function writeBytes(word: string): number {
  let length = 0;
  for (let at = 0; at < word.length && length < LONGEST; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 0x80) BYTES[length++] = unit;
    else {
      if (unit < 0x800) BYTES[length++] = 0xc0 | (unit >> 6);
      else {
        BYTES[length++] = 0xe0 | (unit >> 12);
        BYTES[length++] = 0x80 | ((unit >> 6) & 0x3f);
      }
      BYTES[length++] = 0x80 | (unit & 0x3f);
    }
  }
  return length;
}
