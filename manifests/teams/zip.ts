import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The version that knows deflate and nothing newer, names in UTF-8, deflate. */
const [VERSION, UTF8, DEFLATE] = [20, 0x0800, 8];
/** 1 January 1980, the first day there is: the same files make the same archive, whenever. */
const [TIME, DATE] = [0, 0x21];

/** Files by name as a zip archive, in the order given. */
export function zip(files: Readonly<Record<string, Buffer>>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content, { level: 9 });
    const named = Buffer.from(name);
    // What an entry and its line in the directory have in common.
    const common = fields(
      [VERSION, 2],
      [UTF8, 2],
      [DEFLATE, 2],
      [TIME, 2],
      [DATE, 2],
      [crc32(content), 4],
      [data.length, 4],
      [content.length, 4],
      [named.length, 2],
      [0, 2],
    );
    const entry = Buffer.concat([fields([LOCAL, 4]), common, named, data]);
    const places = fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(Buffer.concat([fields([CENTRAL, 4], [VERSION, 2]), common, places, named]));
    entries.push(entry);
    offset += entry.length;
  }
  const list = Buffer.concat(directory);
  const count = directory.length;
  const end = fields(
    [END, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [list.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...entries, list, end]);
}

/** Numbers one after another, each with its length in bytes, the least first. */
function fields(...numbers: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    numbers.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
