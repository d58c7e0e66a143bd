import { BUTTONS, type Button } from '../support/events.ts';
import type { Action, Data } from './elements.ts';

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
  'correct-category': 'Category…',
  'correct-urgency': 'Urgency…',
  why: 'Why?',
  learn: 'Accept',
  'decline-learning': 'Decline',
  snooze: 'Snooze…',
  'keep-promise': 'Confirm',
  'edit-promise': 'Edit…',
  'drop-promise': 'Dismiss',
  'skip-survey': 'Skip survey',
};

const WITH_FORM = [
  'edit',
  'regenerate',
  'split',
  'merge',
  'correct-category',
  'correct-urgency',
  'snooze',
  'edit-promise',
] as const satisfies readonly Button[];

/** Buttons that open a form first; what the person wanted comes when they hand it in. */
export type FormButton = (typeof WITH_FORM)[number];

/** Buttons that open a dialog where there are dialogs. */
export type DialogButton = FormButton | 'why';

/** What a button or dialog of ours names. Only a name: who may do what is looked up again. */
export interface Named {
  readonly conversation: string;
  readonly draft?: number;
  /** The lesson that is judged, or the promise. */
  readonly value?: string;
}

export function asButton(name: string): Button | undefined {
  return BUTTONS.find((button) => button === name);
}

export function opensDialog(button: Button): button is DialogButton {
  return button === 'why' || hasForm(button);
}

export function hasForm(button: Button): button is FormButton {
  return WITH_FORM.some((one) => one === button);
}

/**
 * The buttons of a card or draft. Where this Teams has no dialogs, `form` gives what stands in their place, inside
 * the card.
 */
export function buttonRow(
  buttons: readonly Button[],
  named: Named,
  options: {
    readonly labels?: Partial<Record<Button, string>>;
    readonly form?: (button: DialogButton, named: Named) => Action | undefined;
  } = {},
): Action[] {
  return buttons.flatMap((button) => {
    const title = options.labels?.[button] ?? LABELS[button];
    const data = { button, ...named };
    if (!opensDialog(button)) return [executed(button, title, data)];
    if (!options.form) return [fetched(title, data)];
    const form = options.form(button, named);
    return form ? [form] : [];
  });
}

export function titleOf(button: Button): string {
  return LABELS[button];
}

/** A press that is answered at once; clients that know no Execute submit the same. */
export function executed(button: Button, title: string, data: Data): Action {
  const style = button === 'send' ? ({ style: 'positive' } as const) : {};
  return {
    type: 'Action.Execute',
    title,
    verb: button,
    data,
    ...style,
    fallback: { type: 'Action.Submit', title, data, ...style },
  };
}

/** A press that opens a dialog: only Submit can. */
function fetched(title: string, data: Data): Action {
  return { type: 'Action.Submit', title, data: { ...data, msteams: { type: 'task/fetch' } } };
}
