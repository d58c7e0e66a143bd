import type { LedgerReader } from './ledger.ts';
import { openLedgerFile } from './sqlite-ledger.ts';

/** Opens the facts of a store for reading, beside whoever has it open: at the `url` that its ledger names. */
export function openLedgerAt(url: string): LedgerReader & Disposable {
  return openLedgerFile(url.replace(/^sqlite:/, ''));
}
