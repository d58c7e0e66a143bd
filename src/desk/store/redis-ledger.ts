import type { KeptFact } from '../../support/report/page.ts';
import type { Log } from '../ports.ts';
import type { Ledger, LedgerReader } from './ledger.ts';
import { readRedisAddress } from './redis-address.ts';
import { connectRedis, type RedisConnection } from './redis-connection.ts';
import { scripts } from './redis-scripts.ts';

/** The facts in Redis. They come in with the commits. */
export function ledgerOn({ run }: Pick<RedisConnection, 'run'>, url: string): Ledger {
  return {
    url,
    async days(from, to) {
      type Row = [day: number, parts: number, facts: number];
      const rows = await run<Row[]>(scripts.days, [String(from), String(to)]);
      return rows.map(([day, parts, facts]) => ({ day, parts, facts }));
    },
    async day(day, { parts, facts } = { parts: 0, facts: 0 }) {
      const words = [String(day), String(parts), String(facts)];
      const [further, loose] = await run<[string[], string[]]>(scripts.day, words);
      return {
        parts: further.map((part) => Buffer.from(part, 'base64')),
        facts: loose.map((text) => JSON.parse(text) as KeptFact),
      };
    },
    async bind(day, { parts, facts }, part) {
      const words = [String(day), String(parts), String(facts), partText(part)];
      return (await run<number>(scripts.bind, words)) === 1;
    },
  };
}

/** A part as a text, since not every kind of client can be asked for bytes. */
export function partText(part: Uint8Array): string {
  return Buffer.from(part).toString('base64');
}

/** A connection of its own, for another thread. */
export async function openRedisLedger(url: string): Promise<LedgerReader & Disposable> {
  const connection = connectRedis(readRedisAddress(url), SILENT);
  await connection.tried;
  return { ...ledgerOn(connection, url), [Symbol.dispose]: () => connection.close() };
}

/** Whoever has the store open says what there is to say of its server. */
export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
