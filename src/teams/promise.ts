import type { Conversation } from '../support/conversation.ts';
import type { GivenPromise } from '../support/time/promises/given.ts';
import {
  type Ink,
  promiseButtons,
  sayPromise,
  sayPromises,
} from '../support/time/promises/saying.ts';
import { buttonRow } from './buttons.ts';
import type { Forms, Rendered } from './card.ts';
import { cardOf, type Element, hint, line } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';

const INK: Ink = { date, words: escaped };

/** A promise in the card's thread: with buttons while nothing has become of it, and afterwards with what did. */
export function renderPromise(
  conversation: Conversation,
  promise: GivenPromise,
  forms: Forms,
): Rendered {
  const form = forms(conversation);
  const actions = buttonRow(
    promiseButtons(promise),
    { conversation: conversation.id, value: promise.id },
    form ? { form } : {},
  );
  const summary = within(oneLine(`Promise: ${promise.quote}`), 250);
  return { summary, card: cardOf([line(sayPromise(promise, INK))], actions, summary) };
}

/** What is promised and not kept yet, on the card. */
export function promisedOn(conversation: Conversation): Element[] {
  return sayPromises(conversation, INK).flatMap((text) => hint(text));
}
