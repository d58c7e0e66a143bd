import { DatabaseSync } from 'node:sqlite';
import { createClient } from '@keyv/redis';
import { readRedisAddress } from '../src/desk/store/redis-address.ts';
import { printTable } from './table.ts';

/** How much a store holds, by table or by kind of key. */
export type Kept = ReadonlyMap<string, number>;

/** A store after so many conversations. */
export interface Stock {
  readonly conversations: number;
  readonly kept: Kept;
}

/** A conversation may leave no more behind than one before it did, by so many times … */
const MOST_MORE = 1.1;
/** … of whatever there is more of than this. */
const FEW = 100;

/** Shows what a conversation has left in the store, early and late. Returns what grows faster than their number, in words. */
export function compareStocks(early: Stock, late: Stock): string[] {
  const each = ({ kept, conversations }: Stock, kind: string) =>
    (kept.get(kind) ?? 0) / conversations;
  const kinds = [...new Set([...early.kept.keys(), ...late.kept.keys()])].toSorted();
  printTable(
    'What the store holds for each conversation that there was',
    ['', `of ${early.conversations}`, `of ${late.conversations}`, 'in all'],
    kinds.map((kind) => [
      kind,
      each(early, kind).toFixed(2),
      each(late, kind).toFixed(2),
      String(late.kept.get(kind) ?? 0),
    ]),
  );
  return kinds.flatMap((kind) => {
    const grows = each(late, kind) > MOST_MORE * each(early, kind);
    return grows && (late.kept.get(kind) ?? 0) > FEW
      ? [`soak: ${kind} grows faster than the conversations.`]
      : [];
  });
}

/** @param url as STORE_URL names it */
export function keptIn(url: string): Promise<Kept> | Kept {
  return url.startsWith('sqlite:') ? rowsIn(url.slice('sqlite:'.length)) : itemsIn(url);
}

function rowsIn(file: string): Kept {
  using database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  return new Map(
    tables.map(({ name }) => {
      const rows = database.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()!['rows'];
      return [String(name), Number(rows)];
    }),
  );
}

/** Of keys of which there is one for each conversation or channel their number, of the others what is in them. */
async function itemsIn(url: string): Promise<Kept> {
  const { tag, nodes } = readRedisAddress(url);
  const client = createClient({ url: nodes[0]! });
  await client.connect();
  const kept = new Map<string, number>();
  const add = (kind: string, more: number) => kept.set(kind, (kept.get(kind) ?? 0) + more);
  const single: string[] = [];
  for await (const names of client.scanIterator({ MATCH: `${tag}:*`, COUNT: 1_000 })) {
    for (const name of names) {
      const [kind, ...rest] = name.slice(tag.length + 1).split(':');
      if (rest.length > 0) add(`${kind}:…`, 1);
      else single.push(name);
    }
  }
  for (const name of single) {
    const size = {
      hash: () => client.hLen(name),
      zset: () => client.zCard(name),
      set: () => client.sCard(name),
      list: () => client.lLen(name),
    }[await client.type(name)];
    add(name.slice(tag.length + 1), (await size?.()) ?? 1);
  }
  client.destroy();
  return kept;
}
