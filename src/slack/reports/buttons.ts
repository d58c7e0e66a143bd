import type { ActionsBlock, KnownBlock } from '@slack/types';
import { at, parseJson, textAt } from '../../support/json.ts';
import { USUAL_REPORTS } from '../../support/report/words.ts';
import { button } from '../blocks.ts';

const DOES = ['share', 'csv', 'json', 'show'] as const;

/** A press on one of ours: what it is to do with which report, in the words it was asked with. */
export interface ReportPress {
  readonly does: (typeof DOES)[number];
  readonly words: string;
}

/** Characters of a question that a button keeps; what is longer has none. */
const LONGEST_WORDS = 1_000;

/** What can be done with a report. */
export function reportButtons(words: string): KnownBlock[] {
  if (words.length > LONGEST_WORDS) return [];
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
  return [row];
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
  const words = at(parseJson(textAt(action, 'value')), 'report');
  if (!does || typeof words !== 'string' || words.length > LONGEST_WORDS) return undefined;
  return { does, words };
}
