import { writeFileSync } from 'node:fs';

/** Named lists of numbers, as they are kept in a file. */
export type Arrays = Readonly<Record<string, Int8Array | Uint32Array | Float32Array>>;

/**
 * Writes lists of numbers into one file: the length of a JSON head, the head (what each list is called, its kind and
 * length, and whatever `about` adds), then the lists, each at a multiple of four bytes. Read by `src/learnt/packing.ts`.
 */
export function pack(file: URL, arrays: Arrays, about: object = {}): number {
  const lists = Object.entries(arrays).map(([name, list]) => ({
    name,
    kind: list.constructor.name,
    length: list.length,
  }));
  const head = padded(Buffer.from(JSON.stringify({ ...about, lists })), 0x20);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const parts = Object.values(arrays).map((one) =>
    padded(Buffer.from(one.buffer, one.byteOffset, one.byteLength), 0),
  );
  const whole = Buffer.concat([length, head, ...parts]);
  writeFileSync(file, whole);
  return whole.length;
}

function padded(bytes: Buffer, fill: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3, fill)]);
}
