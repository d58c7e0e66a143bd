/** Lists of numbers by their names, and what the head of the file says beside them. */
export interface Unpacked {
  readonly about: Readonly<Record<string, unknown>>;
  ints(name: string): Int8Array;
  hashes(name: string): Uint32Array;
  floats(name: string): Float32Array;
}

const KINDS = { Int8Array, Uint32Array, Float32Array };
type Kind = keyof typeof KINDS;

interface Head {
  readonly lists: readonly {
    readonly name: string;
    readonly kind: Kind;
    readonly length: number;
  }[];
  readonly [key: string]: unknown;
}

/**
 * Reads what `train/packing.ts` wrote, without copying the lists.
 * @param bytes of the whole file, at the start of their buffer
 * @throws when a list is asked for that is not there
 */
export function unpack(bytes: Uint8Array<ArrayBuffer>): Unpacked {
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
  const lists = new Map<string, Int8Array | Uint32Array | Float32Array>();
  let at = 4 + length;
  for (const { name, kind, length: many } of head.lists) {
    const list = new KINDS[kind](bytes.buffer, at, many);
    lists.set(name, list);
    at += (list.byteLength + 3) & ~3;
  }
  const take = <T>(name: string, kind: abstract new () => T): T => {
    const list = lists.get(name);
    if (list instanceof kind) return list;
    throw new Error(`There is no list "${name}" of ${kind.name} in what was learnt.`);
  };
  return {
    about: head,
    ints: (name) => take(name, Int8Array),
    hashes: (name) => take(name, Uint32Array),
    floats: (name) => take(name, Float32Array),
  };
}
