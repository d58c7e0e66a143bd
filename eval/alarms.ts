import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import type { Data, Row } from './sets.ts';

/** Ordinary messages, in which hardly any alarm is right. */
const ORDINARY = [
  'twcs_spotify_inbound',
  'banking77',
  'clinc150',
  'bankfaqs',
  'stackfaq',
  'techsupport_intents',
  'airline_sentiment',
];

/** How often an alarm goes off on ordinary messages, set by set. */
export function falseAlarms(
  data: Data,
  what: string,
  alarm: (row: Row) => boolean,
  limits: { readonly floor?: number; readonly aim?: number } = {},
): Figure[] {
  return ORDINARY.map((set) => {
    const rows = data.rows(set);
    return { set, what, value: share(rows, alarm), n: rows.length, less: true, ...limits };
  });
}
