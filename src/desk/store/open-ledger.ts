import type { LedgerReader } from './ledger.ts';
import { isRedisUrl } from './redis-address.ts';
import { openLedgerFile } from './sqlite-ledger.ts';

/** Opens the facts of a store for reading, beside whoever has it open: at the `url` that its ledger names. */
export async function openLedgerAt(url: string): Promise<LedgerReader & Disposable> {
  if (!isRedisUrl(url)) return openLedgerFile(url.replace(/^sqlite:/, ''));
  // Only those who need it wait for its client to load.
  const { openRedisLedger } = await import('./redis-ledger.ts');
  return openRedisLedger(url);
}
