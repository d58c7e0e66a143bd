import type { ActionsBlock, KnownBlock } from '@slack/types';
import { at, parseJson, textAt } from '../../support/json.ts';
import { afterBehind, DEFINED } from '../../support/report/asking/behind.ts';
import type { Sheet } from '../../support/report/sheet.ts';
import { USUAL_REPORTS, wordsBehind } from '../../support/report/words.ts';
import { button, select } from '../blocks.ts';

const DOES = ['share', 'csv', 'json', 'show', 'behind'] as const;

/** A press on one of ours: what it is to do with which report, in the words that ask for it. */
export interface ReportPress {
  readonly does: (typeof DOES)[number];
  readonly words: string;
}

/** Characters of a question that a button keeps; what is longer has none. */
const LONGEST_WORDS = 1_000;
/** Characters. Source: Slack's Block Kit reference. */
const LONGEST_BLOCK_ID = 255;

/** What can be done with a report. */
export function reportButtons(words: string, sheet: Sheet): KnownBlock[] {
  if (words.length > LONGEST_WORDS || afterBehind(words) !== undefined) return [];
  const value = JSON.stringify({ report: words });
  const row: ActionsBlock = {
    type: 'actions',
    elements: [
      button(
        { name: 'report-share', label: 'Share', spoken: 'Share it in the triage channel' },
        value,
      ),
      button({ name: 'report-csv', label: 'CSV', spoken: 'Send me the numbers as CSV' }, value),
      button({ name: 'report-json', label: 'JSON', spoken: 'Send me the numbers as JSON' }, value),
    ],
  };
  return [row, ...numbersOf(words, sheet)];
}

/** A choice has no room to say of which report it is, so its block does. */
function numbersOf(words: string, { parts }: Sheet): ActionsBlock[] {
  const block_id = JSON.stringify({ report: words });
  const told = new Set(
    parts.flatMap((part) => (part.is === 'figures' ? part.figures.map(({ name }) => name) : [])),
  );
  // What no article answers is nobody's conversation.
  const measures = DEFINED.filter(({ name, title }) => told.has(title) && name !== 'gaps');
  if (block_id.length > LONGEST_BLOCK_ID || measures.length === 0) return [];
  const press = { name: 'report-behind', label: 'Conversations behind…' };
  const labels = measures.map(({ name, title }) => [name, title] as const);
  return [{ type: 'actions', block_id, elements: [select(press, labels, undefined)] }];
}

/** The reports that leads ask for most. */
export function usualReports(): ActionsBlock {
  return {
    type: 'actions',
    elements: USUAL_REPORTS.map(({ label, words }, n) =>
      button(
        { name: `report-show-${n}`, label, spoken: `Report: ${label}` },
        JSON.stringify({ report: words }),
      ),
    ),
  };
}

/** What was pressed, where it is one of these. */
export function reportPressIn(action: unknown): ReportPress | undefined {
  const [, name] = /^report-([a-z]+)(?:-\d)?$/.exec(textAt(action, 'action_id')) ?? [];
  const does = DOES.find((one) => one === name);
  const from = does === 'behind' ? textAt(action, 'block_id') : textAt(action, 'value');
  const words = at(parseJson(from), 'report');
  if (!does || typeof words !== 'string' || words.length > LONGEST_WORDS) return undefined;
  if (does !== 'behind') return { does, words };
  const chosen = textAt(action, 'selected_option', 'value');
  const measure = DEFINED.find((one) => one.name === chosen);
  return measure && { does, words: wordsBehind(measure.name, words) };
}
