import { afterBehind, readBehind } from './asking/behind.ts';
import { takeApart } from './asking/pieces.ts';
import { readQuestion } from './asking.ts';

/** What whoever is no lead is told instead of a report. */
export const REPORTS_FOR_LEADS =
  'Reports are for the leads. What is yours to see: “mine” for your conversations, “queue” for who waits, “kudos” for what customers thanked you for.';

/** Where a report was asked for among people of other organisations. */
export const REPORT_MOVED =
  'People of other organisations may read along where you asked, so the report went to your direct messages with me.';

/** How leads ask, on every door. */
export const REPORT_HELP =
  'for leads, how it went: `report last month by category`, `report today`, `report 30d agent:@ada`';
export const DEFINE_HELP = 'what a number of a report counts: `define first reply time`';

/** What leads ask most: where a door has room for buttons. */
export const USUAL_REPORTS: readonly { readonly label: string; readonly words: string }[] = [
  { label: 'Last 7 days', words: '7d' },
  { label: 'Last month', words: 'last month' },
  { label: '30 days by category', words: '30d by category' },
  { label: '30 days by agent', words: '30d by agent' },
];

/** Why there is no report, as far as it may be told: what the desk says of itself, or that it could not look. */
export function sayNoReport(error: unknown): string {
  return error instanceof Error && error.name === 'NoAnswer'
    ? error.message
    : 'The report could not be made just now. Please try again in a minute.';
}

/** What stands with a report that comes by itself. */
export function sayComesByItself(words: string): string {
  return `🗓️ Comes by itself, as your policy says. The same at any time: “report ${words}”`;
}

/** What asks for the conversations behind a number of the report that was asked for with these words. */
export function wordsBehind(measure: string, words: string): string {
  return `behind ${measure} ${words.replace(/(?<!\S)(?:by|per)\s+\S+/gi, '').trim()}`.trim();
}

/** Nobody's time: whether words name one is all that is asked. */
const ASKER = { now: Date.UTC(2100, 0, 1), zone: 'Etc/UTC', known: { categories: new Map() } };

/** Whether words that begin with "report" ask for one: among people, "report says it is fixed" is meant for them. */
export function asksForReport(words: string): boolean {
  if (words.length > 500) return false;
  const pieces = takeApart(words);
  const [first, ...rest] = pieces.flatMap((piece) => (piece.is === 'word' ? [piece.word] : []));
  if (first?.toLowerCase() !== 'report') return false;
  const asked = rest.join(' ');
  const number = afterBehind(asked);
  const read = number === undefined ? readQuestion(asked, ASKER) : readBehind(number, ASKER);
  return !('problem' in read);
}
