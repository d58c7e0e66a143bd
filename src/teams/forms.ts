import { type Conversation, customerMessages, type Draft } from '../support/conversation.ts';
import { BEFORE_IT_GOES, SEND_ANYWAY } from '../support/reply/remarks.ts';
import type { Check } from '../support/reply/standards.ts';
import type { Person } from '../support/roles.ts';
import { promiseOf } from '../support/time/promises/given.ts';
import { DUE_EXAMPLES, DUE_LABEL } from '../support/time/promises/saying.ts';
import { snoozeChoices } from '../support/time/snooze.ts';
import { categoryLabel, type Labels, URGENCIES } from '../support/wording.ts';
import { sayVoid } from '../support/words.ts';
import { type DialogButton, executed, type FormButton, type Named, titleOf } from './buttons.ts';
import { type Action, cardOf, type Element, hint, line, words } from './elements.ts';
import { choice, escaped, oneLine } from './plain.ts';
import { whyLines } from './why.ts';
import { nameOf } from './wording.ts';

/** What is filled in behind a button: in a dialog, or in the card where there are no dialogs. */
export interface Form {
  readonly title: string;
  readonly body: readonly Element[];
  /** What the button says that hands it in; absent when there is nothing to fill in. */
  readonly submit?: string;
}

/** A form that was handed in and could not be taken, or not at once. */
export interface Again {
  readonly typed?: string;
  readonly fault?: string;
  readonly hints?: readonly Check[];
}

/** The names of the inputs, which come back as they are filled in. */
export const INPUTS = {
  edit: 'reply',
  regenerate: 'hint',
  split: 'messages',
  merge: 'into',
  'correct-category': 'category',
  'correct-urgency': 'urgency',
  snooze: 'until',
  'edit-promise': 'due',
  'hand-on': 'to',
} as const satisfies Record<FormButton, string>;

const TITLES: Readonly<Record<DialogButton, string>> = {
  edit: 'Edit & send',
  regenerate: 'Another draft',
  split: 'Split off messages',
  merge: 'Merge conversations',
  'correct-category': 'What is it about?',
  'correct-urgency': 'How urgent is it?',
  snooze: 'Put it off',
  'edit-promise': 'By when?',
  'hand-on': 'Hand to…',
  why: 'Why it is sorted like this',
};

/** Choices of one list: enough to find what is meant, and far below the size of a card. */
const MOST_CHOICES = 60;

/** Instead of a form that cannot be shown. */
export function excuse(button: DialogButton, text: string): Form {
  return { title: TITLES[button], body: [line(escaped(text))] };
}

/**
 * The draft, to be rewritten. `typed` is what somebody made of it before, `fault` why that was not taken, and `hints` what they may
 * want to look at again.
 */
export function editForm(
  conversation: Conversation,
  named: Named,
  { typed, fault = '', hints = [] }: Again = {},
): Form {
  const draft = conversation.drafts.find((one) => one.number === named.draft);
  if (!draft) return excuse('edit', 'There is no such draft any more.');
  const warning = whyItCannotBeSent(conversation, draft);
  const said = customerMessages(conversation).at(-1)?.text ?? '';
  return {
    title: TITLES.edit,
    submit: hints.length > 0 ? SEND_ANYWAY : 'Send',
    body: [
      ...(fault === '' ? [] : [line(`⚠️ ${escaped(fault)}`, { color: 'Attention' })]),
      ...(warning === '' ? [] : [line(`⚠️ ${escaped(warning)}`, { color: 'Warning' })]),
      ...(said === ''
        ? []
        : [line(`**${escaped(nameOf(conversation.customer))}** wrote:`), ...words(said, 6_000)]),
      {
        type: 'Input.Text',
        id: INPUTS.edit,
        label: 'Your reply',
        isMultiline: true,
        value: typed ?? draft.text,
        maxLength: 12_000,
      },
      ...(hints.length === 0 ? [] : [line(`💡 ${BEFORE_IT_GOES}`)]),
      ...hints.map(({ hint }) => line(`• ${escaped(hint)}`, { spacing: 'Small' })),
    ],
  };
}

/** Somebody whose screen lags behind should know before they write. */
function whyItCannotBeSent(conversation: Conversation, { state }: Draft): string {
  if (state.is === 'open' || state.is === 'failed') return '';
  return state.is === 'void'
    ? `${sayVoid(state.because, nameOf(conversation.customer))} This draft cannot be sent any more.`
    : `${nameOf(state.by)} sent this reply already.`;
}

export function regenerateForm(): Form {
  return {
    title: TITLES.regenerate,
    submit: 'Write it',
    body: [
      {
        type: 'Input.Text',
        id: INPUTS.regenerate,
        label: 'What should the reply say, or how?',
        isMultiline: true,
        placeholder:
          'Facts you know, or a wish for its form: “shorter”, “ask for the order number”.',
        maxLength: 1000,
      },
    ],
  };
}

/** The messages to choose from: those of another matter leave for a conversation of their own. */
export function splitForm(conversation: Conversation, fault = ''): Form {
  const messages = conversation.messages.filter((message) => !message.deleted);
  if (messages.length < 2) {
    return excuse('split', 'There is only one message here, so there is nothing to split.');
  }
  return {
    title: TITLES.split,
    submit: 'Split off',
    body: [
      ...(fault === '' ? [] : [line(`⚠️ ${escaped(fault)}`, { color: 'Attention' })]),
      {
        type: 'Input.ChoiceSet',
        id: INPUTS.split,
        label: 'Which messages are another matter?',
        style: 'expanded',
        isMultiSelect: true,
        wrap: true,
        isRequired: true,
        errorMessage: 'Tick the messages that are another matter.',
        choices: messages.slice(-MOST_CHOICES).map((message) => ({
          title: choice(`${nameOf(message.author)}: ${message.text || '(no words)'}`, 120),
          value: message.id,
        })),
      },
    ],
  };
}

/** The conversations this one may belong to: the same customer's in the same channel, among those `found`. */
export function mergeForm(
  conversation: Conversation,
  found: readonly Conversation[],
  labels: Labels,
): Form {
  const others = found.filter((one) => mayTake(one, conversation));
  if (others.length === 0) {
    return excuse(
      'merge',
      'This customer has no other conversation in this channel to merge this one with.',
    );
  }
  return {
    title: TITLES.merge,
    submit: 'Merge',
    body: [
      ...hint('Its messages move to the conversation you choose.'),
      {
        type: 'Input.ChoiceSet',
        id: INPUTS.merge,
        label: 'Which conversation does this one belong to?',
        style: 'compact',
        wrap: true,
        isRequired: true,
        errorMessage: 'Choose a conversation.',
        choices: others.slice(0, MOST_CHOICES).map((one) => ({
          title: choice(nameOfMatter(one, labels), 100),
          value: one.id,
        })),
      },
    ],
  };
}

/** The category or the urgency, to be set right; what it is now is chosen. */
export function correctForm(
  button: 'correct-category' | 'correct-urgency',
  { triage }: Conversation,
  labels: Labels,
): Form {
  const ofCategory = button === 'correct-category';
  const options = ofCategory ? labels : new Map(Object.entries(URGENCIES));
  const now = ofCategory ? triage?.category : triage?.urgency;
  return {
    title: TITLES[button],
    submit: 'Correct it',
    body: [
      {
        type: 'Input.ChoiceSet',
        id: INPUTS[button],
        label: ofCategory ? 'Category' : 'Urgency',
        style: 'compact',
        wrap: true,
        isRequired: true,
        errorMessage: 'Choose one.',
        choices: [...options].map(([value, label]) => ({
          title: choice(label, 100) || value,
          value,
        })),
        ...(now !== undefined && options.get(now) !== undefined ? { value: now } : {}),
      },
    ],
  };
}

/** Until when it is put off. */
export function snoozeForm(conversation: Conversation): Form {
  return {
    title: TITLES.snooze,
    submit: 'Snooze',
    body: [
      ...hint('What is owed to the customer stays due. Whatever they write ends it.'),
      {
        type: 'Input.ChoiceSet',
        id: INPUTS.snooze,
        label: 'Until when?',
        style: 'expanded',
        wrap: true,
        isRequired: true,
        errorMessage: 'Choose one.',
        choices: [...snoozeChoices(conversation)].map(([value, title]) => ({ title, value })),
      },
    ],
  };
}

/** By when a promise is due, in whoever fills it in's words. */
export function dueForm(conversation: Conversation, { value = '' }: Named, fault = ''): Form {
  const promise = promiseOf(conversation, value);
  if (!promise) return excuse('edit-promise', 'This promise is not here any more.');
  return {
    title: TITLES['edit-promise'],
    submit: 'Set it',
    body: [
      ...(fault === '' ? [] : [line(`⚠️ ${escaped(fault)}`, { color: 'Attention' })]),
      ...words(promise.quote, 1_000),
      {
        type: 'Input.Text',
        id: INPUTS['edit-promise'],
        label: DUE_LABEL,
        placeholder: DUE_EXAMPLES,
        maxLength: 100,
      },
    ],
  };
}

/** Whom to hand it to, of the agents and leads. */
export function handOnForm(conversation: Conversation, staff: readonly Person[]): Form {
  const others = staff.filter(({ id }) => id !== conversation.owner?.id);
  if (others.length === 0) return excuse('hand-on', 'There is nobody else to hand it to.');
  return {
    title: TITLES['hand-on'],
    submit: 'Hand over',
    body: [
      ...hint('They are told in private what it is about.'),
      {
        type: 'Input.ChoiceSet',
        id: INPUTS['hand-on'],
        label: 'Who goes on with it?',
        style: 'compact',
        wrap: true,
        isRequired: true,
        errorMessage: 'Choose somebody.',
        choices: others.slice(0, MOST_CHOICES).map((person) => ({
          title: choice(nameOf(person), 100) || person.id,
          value: person.id,
        })),
      },
    ],
  };
}

/** What there is to say of the triage. Nothing can be filled in. */
export function whyForm(conversation: Conversation, labels: Labels): Form {
  return { title: TITLES.why, body: whyLines(conversation, labels) };
}

/** What hands a form in, as a button in the card itself. */
export function embedded(button: FormButton, named: Named, form: Form): Action {
  const actions = form.submit ? [executed(button, form.submit, { button, ...named })] : [];
  return { type: 'Action.ShowCard', title: titleOf(button), card: cardOf(form.body, actions) };
}

function mayTake(other: Conversation, { id, place, customer }: Conversation): boolean {
  const here = other.place.workspace === place.workspace && other.place.channel === place.channel;
  return here && other.customer.id === customer.id && other.id !== id && other.status !== 'merged';
}

function nameOfMatter(conversation: Conversation, labels: Labels): string {
  const first = customerMessages(conversation)[0]?.text ?? '';
  const category = conversation.triage
    ? `${categoryLabel(conversation.triage.category, labels)}: `
    : '';
  return `${nameOf(conversation.customer)}: ${category}${oneLine(first) || '(no words)'}`;
}
