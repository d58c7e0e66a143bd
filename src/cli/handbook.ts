import { readConfig } from '../config.ts';
import { loadHandbook } from '../handbook/handbook.ts';
import type { Handbook } from '../support/handbook.ts';

/**
 * The handbook that the desk would go by: `HANDBOOK_DIR`, or the shipped one.
 * @throws ConfigError and HandbookError, whose texts are for whoever is to mend them.
 */
export function readHandbook(): Promise<Handbook> {
  return loadHandbook(readConfig().handbookDir);
}
