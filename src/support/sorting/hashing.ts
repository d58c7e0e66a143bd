/** Where the hash of a text begins, and how a letter is added to it (FNV-1a, 32 bits). */
export const HASH_START = 0x811c9dc5;
const PRIME = 0x01000193;

export function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

export function hashOf(text: string, from = HASH_START): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = hashOn(hash, text.charCodeAt(i));
  return spread(hash);
}

/** FNV's low bits are weak: this makes each bit count (the end of MurmurHash3). Never 0, which marks an empty place. */
export function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed >>> 0;
}

/** From a hash to a number, packed and fast: open addressing, at most half full. */
export interface HashTable {
  readonly keys: Uint32Array;
  readonly places: Int32Array;
  readonly size: number;
}

/** The table in which each key has the number of its place in the list. A key that comes again keeps its first. */
export function indexHashes(hashes: ArrayLike<number>): HashTable {
  let length = 16;
  while (length < hashes.length * 2) length *= 2;
  const keys = new Uint32Array(length);
  const places = new Int32Array(length);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    let at = hash & (length - 1);
    while (keys[at] !== 0 && keys[at] !== hash) at = (at + 1) & (length - 1);
    if (keys[at] === hash) continue;
    keys[at] = hash;
    places[at] = i;
  }
  return { keys, places, size: hashes.length };
}

/** A table to which hashes are added as they come: each new one gets the next number. */
export class Numbering implements HashTable {
  keys = new Uint32Array(16);
  places = new Int32Array(16);
  size = 0;

  /** The number of a hash, which is new where it is the size that was. */
  add(hash: number): number {
    if (this.size * 2 >= this.keys.length) this.#grow();
    const mask = this.keys.length - 1;
    let at = hash & mask;
    while (this.keys[at] !== 0) {
      if (this.keys[at] === hash) return this.places[at]!;
      at = (at + 1) & mask;
    }
    this.keys[at] = hash;
    this.places[at] = this.size;
    return this.size++;
  }

  #grow(): void {
    const [keys, places] = [this.keys, this.places];
    this.keys = new Uint32Array(2 * keys.length);
    this.places = new Int32Array(2 * keys.length);
    const mask = this.keys.length - 1;
    for (const [i, hash] of keys.entries()) {
      if (hash === 0) continue;
      let at = hash & mask;
      while (this.keys[at] !== 0) at = (at + 1) & mask;
      this.keys[at] = hash;
      this.places[at] = places[i]!;
    }
  }
}

/** The number of a hash, or -1. */
export function placeOf({ keys, places }: HashTable, hash: number): number {
  const mask = keys.length - 1;
  let at = hash & mask;
  for (;;) {
    const key = keys[at];
    if (key === hash) return places[at]!;
    if (key === 0) return -1;
    at = (at + 1) & mask;
  }
}
