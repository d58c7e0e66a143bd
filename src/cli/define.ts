import { DEFINED } from '../support/report/asking/behind.ts';
import { define } from '../support/report/defining.ts';
import type { Terminal } from './terminal.ts';

/** What a number of a report means: what starts and ends it, what is left out, what its n is. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  await terminal.write(`${define(args.join(' '), DEFINED).join('\n')}\n`);
  return 0;
}
