import type { Conversation } from '../support/conversation.ts';
import type { GivenPromise } from '../support/time/promises/given.ts';
import {
  type Ink,
  promiseButtons,
  sayPromise,
  sayPromises,
} from '../support/time/promises/saying.ts';
import { context, LONGEST_TEXT, type Rendered, section } from './blocks.ts';
import { buttonRow } from './buttons.ts';
import { date, escaped, escapeWithin } from './mrkdwn.ts';

const INK: Ink = { date, words: escaped };

/** A promise in the card's thread: with buttons while nothing has become of it, and afterwards with what did. */
export function renderPromise({ id }: Conversation, promise: GivenPromise): Rendered {
  return {
    text: escapeWithin(`Promise: ${promise.quote}`, LONGEST_TEXT),
    blocks: [
      section(sayPromise(promise, INK)),
      ...buttonRow(promiseButtons(promise), { conversation: id, value: promise.id }, promise.quote),
    ],
  };
}

/** What is promised and not kept yet, on the card. */
export function promisedOn(conversation: Conversation) {
  return sayPromises(conversation, INK).map((line) => context(line));
}
