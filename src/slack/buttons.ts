import type { ActionsBlock } from '@slack/types';
import type { Button } from '../support/events.ts';
import { actions, type Press } from './blocks.ts';
import type { Named } from './presses.ts';

const LABELS: Readonly<Record<Button, string>> = {
  send: 'Send',
  edit: 'Edit & send',
  arrived: 'It arrived',
  regenerate: 'Regenerate…',
  'not-a-request': 'Not a request',
  'take-over': 'Take over',
  resolve: 'Resolve',
  split: 'Split…',
  merge: 'Merge…',
  'correct-category': 'Category',
  'correct-urgency': 'Urgency',
  why: 'Why?',
  learn: 'Accept',
  'decline-learning': 'Decline',
  snooze: 'Snooze…',
  'keep-promise': 'Confirm',
  'edit-promise': 'Edit…',
  'drop-promise': 'Dismiss',
  'skip-survey': 'Skip survey',
};

const SPOKEN: Readonly<Record<Button, string>> = {
  send: 'Send this draft to',
  edit: 'Edit the draft and send it to',
  arrived: 'The reply has reached',
  regenerate: 'Write another draft for',
  'not-a-request': 'This is not a request by',
  'take-over': 'Take over the conversation with',
  resolve: 'Resolve the conversation with',
  split: 'Split off messages of',
  merge: 'Merge with another conversation of',
  'correct-category': 'The category is another for',
  'correct-urgency': 'The urgency is another for',
  why: 'Why it is sorted like this, for',
  learn: 'Accept what may be learnt:',
  'decline-learning': 'Decline what may be learnt:',
  snooze: 'Snooze the conversation with',
  'keep-promise': 'This was promised:',
  'edit-promise': 'Say by when this was promised:',
  'drop-promise': 'This is no promise:',
  'skip-survey': 'Do not ask how it was:',
};

/** The buttons of a card or draft; nothing where there are none, since an empty row is not allowed. `labels` replace the usual ones. */
export function buttonRow(
  buttons: readonly Button[],
  named: Named,
  customer: string,
  labels: Readonly<Partial<Record<Button, string>>> = {},
): ActionsBlock[] {
  if (buttons.length === 0) return [];
  const presses = buttons.map((name) => ({
    ...pressOf(name, customer),
    ...(labels[name] ? { label: labels[name] } : {}),
  }));
  return [actions(presses, JSON.stringify(named))];
}

/** A button as it is labelled and spoken; `about` is the customer, or what it is about. */
export function pressOf(name: Button, about: string): Press {
  return {
    name,
    label: LABELS[name],
    spoken: `${SPOKEN[name]} ${about || 'the customer'}`,
    ...(name === 'send' ? { style: 'primary' } : {}),
  };
}
