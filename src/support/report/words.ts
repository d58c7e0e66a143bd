/** What whoever is no lead is told instead of a report. */
export const REPORTS_FOR_LEADS =
  'Reports are for the leads. What is yours to see: “mine” for your conversations, “queue” for who waits, “kudos” for what customers thanked you for.';

/** Where a report was asked for among people of other organisations. */
export const REPORT_MOVED =
  'People of other organisations read this channel, so the report went to your direct messages with me.';

/** Why there is no report, as far as it may be told: what the desk says of itself, or that it could not look. */
export function sayNoReport(error: unknown): string {
  return error instanceof Error && error.name === 'NoAnswer'
    ? error.message
    : 'The report could not be made just now. Please try again in a minute.';
}
