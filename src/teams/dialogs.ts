import type { Desk } from '../desk/ports.ts';
import type { Conversation } from '../support/conversation.ts';
import type { Labels } from '../support/wording.ts';
import { type DialogButton, executed, type FormButton, type Named, titleOf } from './buttons.ts';
import type { Forms } from './card.ts';
import { cardOf, type Data } from './elements.ts';
import {
  type Again,
  correctForm,
  dueForm,
  editForm,
  embedded,
  excuse,
  type Form,
  mergeForm,
  regenerateForm,
  snoozeForm,
  splitForm,
  whyForm,
} from './forms.ts';

/** The form behind a button, as things stand now. */
export async function formFor(
  button: DialogButton,
  named: Named,
  { desk, labels }: { readonly desk: Desk; readonly labels: Labels },
  again: Again = {},
): Promise<Form> {
  const conversation = await desk.conversation(named.conversation);
  // A name from another platform's card opens nothing here.
  if (conversation?.place.platform !== 'teams') {
    return excuse(button, 'This conversation is not known any more.');
  }
  if (button === 'why') return whyForm(conversation, labels);
  const candidates = button === 'merge' ? await ofSameCustomer(conversation, desk) : [];
  return formOf(button, named, conversation, candidates, labels, again);
}

/** A form as the answer to `task/fetch` and, when it comes back faulty, to `task/submit`. */
export function dialogOf(
  button: DialogButton,
  named: Named,
  { title, body, submit }: Form,
  more: Data = {},
): object {
  const actions =
    submit === undefined
      ? []
      : [{ type: 'Action.Submit', title: submit, data: { button, ...named, ...more } } as const];
  const content = cardOf(body, actions);
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  return { task: { type: 'continue', value: { title, width: 'medium', height: 'medium', card } } };
}

/** A dialog that says one thing. */
export function sayInDialog(text: string): object {
  return { task: { type: 'message', value: text } };
}

/** The same forms inside the cards, where this Teams has no dialogs: what can be chosen is looked up beforehand. */
export async function formsInCards(
  conversation: Conversation,
  desk: Desk,
  labels: Labels,
): Promise<Forms> {
  const candidates = await ofSameCustomer(conversation, desk);
  return (about) => (button, named) =>
    button === 'why'
      ? // Whoever presses it is told alone.
        executed(button, titleOf(button), { button, ...named })
      : embedded(button, named, formOf(button, named, about, candidates, labels));
}

/** The form behind a button; `again` where it was handed in before. */
function formOf(
  button: FormButton,
  named: Named,
  conversation: Conversation,
  candidates: readonly Conversation[],
  labels: Labels,
  again: Again = {},
): Form {
  switch (button) {
    case 'edit':
      return editForm(conversation, named, again);
    case 'regenerate':
      return regenerateForm();
    case 'split':
      return splitForm(conversation, again.fault);
    case 'merge':
      return mergeForm(conversation, candidates, labels);
    case 'correct-category':
    case 'correct-urgency':
      return correctForm(button, conversation, labels);
    case 'snooze':
      return snoozeForm(conversation);
    case 'edit-promise':
      return dueForm(conversation, named, again.fault);
    default:
      return button satisfies never;
  }
}

function ofSameCustomer({ place, customer }: Conversation, desk: Desk): Promise<Conversation[]> {
  return desk.ofCustomer(place.platform, place.workspace, customer.id);
}
