import { type Json, textAt } from '../../support/json.ts';
import { afterBehind, DEFINED } from '../../support/report/asking/behind.ts';
import type { Sheet } from '../../support/report/sheet.ts';
import { USUAL_REPORTS, wordsBehind } from '../../support/report/words.ts';
import { type Action, cardOf } from '../elements.ts';
import { dataIn } from '../presses.ts';

const DOES = ['share', 'csv', 'json', 'show', 'behind'] as const;
type Does = (typeof DOES)[number];

/** A press on one of ours: what it is to do with which report, in the words that ask for it. */
export interface ReportPress {
  readonly does: Does;
  readonly words: string;
}

/** Characters of a question that a button keeps; what is longer has none. */
const LONGEST_WORDS = 1_000;
/** Where the choice of a number travels. */
const CHOSEN = 'behind';

/** What can be done with a report. */
export function reportButtons(words: string, sheet: Sheet): Action[] {
  if (words.length > LONGEST_WORDS || afterBehind(words) !== undefined) return [];
  return [
    pressed('share', 'Share with the team', words),
    pressed('csv', 'CSV', words),
    pressed('json', 'JSON', words),
    ...numbersOf(words, sheet),
  ];
}

/** Inside a card of its own, so that its choice is not asked for when something else is pressed. */
function numbersOf(words: string, { parts }: Sheet): Action[] {
  const told = new Set(
    parts.flatMap((part) => (part.is === 'figures' ? part.figures.map(({ name }) => name) : [])),
  );
  // What no article answers is nobody's conversation.
  const measures = DEFINED.filter(({ name, title }) => told.has(title) && name !== 'gaps');
  if (measures.length === 0) return [];
  const input = {
    type: 'Input.ChoiceSet',
    id: CHOSEN,
    label: 'Show the conversations behind',
    style: 'compact',
    wrap: true,
    isRequired: true,
    errorMessage: 'Choose a number.',
    choices: measures.map(({ name, title }) => ({ title, value: name })),
  } as const;
  const card = cardOf([input], [pressed('behind', 'Show', words)]);
  return [{ type: 'Action.ShowCard', title: 'Conversations behind…', card }];
}

/** The reports that leads ask for most. */
export function usualReports(): Action[] {
  return USUAL_REPORTS.map(({ label, words }) => pressed('show', label, words));
}

function pressed(does: Does, title: string, words: string): Action {
  const data = { does, report: words };
  const fallback = { type: 'Action.Submit', title, data } as const;
  return { type: 'Action.Execute', title, verb: `report-${does}`, data, fallback };
}

/** What was pressed, where it is one of these. */
export function reportPressIn(activity: Json): ReportPress | undefined {
  const data = dataIn(activity);
  const does = DOES.find((one) => one === textAt(data, 'does'));
  const words = data['report'];
  if (!does || typeof words !== 'string' || words.length > LONGEST_WORDS) return undefined;
  if (does !== 'behind') return { does, words };
  const measure = DEFINED.find(({ name }) => name === textAt(data, CHOSEN));
  return measure && { does, words: wordsBehind(measure.name, words) };
}
