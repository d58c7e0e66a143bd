import type { Desk } from '../desk/ports.ts';
import type { Conversation } from '../support/conversation.ts';
import { type DialogButton, type Named, titleOf } from './buttons.ts';
import type { Forms } from './card.ts';
import { cardOf } from './elements.ts';
import {
  editForm,
  embedded,
  excuse,
  type Form,
  mergeForm,
  regenerateForm,
  splitForm,
} from './forms.ts';

/** The form behind a button, as things stand now. */
export async function formFor(
  button: DialogButton,
  named: Named,
  desk: Desk,
  again: { readonly typed?: string; readonly fault?: string } = {},
): Promise<Form> {
  const conversation = await desk.conversation(named.conversation);
  // A name from another platform's card opens nothing here.
  if (conversation?.place.platform !== 'teams') {
    return excuse(button, 'This conversation is not known any more.');
  }
  switch (button) {
    case 'edit':
      return editForm(conversation, named, again);
    case 'regenerate':
      return regenerateForm();
    case 'split':
      return splitForm(conversation, again.fault);
    case 'merge':
      return mergeForm(conversation, await ofSameCustomer(conversation, desk));
    default:
      return button satisfies never;
  }
}

/** A form as the answer to `task/fetch` and, when it comes back faulty, to `task/submit`. */
export function dialogOf(
  button: DialogButton,
  named: Named,
  { title, body, submit }: Form,
): object {
  const actions =
    submit === undefined
      ? []
      : [{ type: 'Action.Submit', title: submit, data: { button, ...named } } as const];
  const content = cardOf(body, actions);
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  return { task: { type: 'continue', value: { title, width: 'medium', height: 'medium', card } } };
}

/** A dialog that says one thing. */
export function sayInDialog(text: string): object {
  return { task: { type: 'message', value: text } };
}

/** The same forms inside the cards, where this Teams has no dialogs: what can be chosen is looked up beforehand. */
export async function formsInCards(conversation: Conversation, desk: Desk): Promise<Forms> {
  const candidates = await ofSameCustomer(conversation, desk);
  return (about) => (button, named) => {
    switch (button) {
      case 'edit':
        return embedded(button, named, titleOf(button), editForm(about, named));
      case 'regenerate':
        return embedded(button, named, titleOf(button), regenerateForm());
      case 'split':
        return embedded(button, named, titleOf(button), splitForm(about));
      case 'merge':
        return embedded(button, named, titleOf(button), mergeForm(about, candidates));
      default:
        return button satisfies never;
    }
  };
}

function ofSameCustomer({ place, customer }: Conversation, desk: Desk): Promise<Conversation[]> {
  return desk.ofCustomer(place.platform, place.workspace, customer.id);
}
