import type { Conversation, Instant } from '../../conversation.ts';
import type { Button } from '../../events.ts';
import { type GivenPromise, isOpenPromise, promisesOwed } from './given.ts';

/** How a door writes: instants in the reader's own time, and people's words so that nothing in them is markup. */
export interface Ink {
  readonly date: (at: Instant) => string;
  readonly words: (text: string) => string;
}

/** What a dialog asks for the time of a promise. */
export const DUE_LABEL = 'By when is it promised?';
export const DUE_EXAMPLES = '15:00, tomorrow 9:00, 2h, Friday noon';

/** Promises on a card: the most pressing tell enough. */
const MOST = 3;

/** What is promised here and not kept yet, in lines of a card. */
export function sayPromises(conversation: Pick<Conversation, 'promises'>, ink: Ink): string[] {
  const owed = promisesOwed(conversation);
  const lines = owed.slice(0, MOST).map(({ due, passed, warned, state, quote }) => {
    const by =
      passed === undefined
        ? `🤝 promised by ${ink.date(due)}`
        : `🔴 promised by ${ink.date(due)}, passed`;
    const soon = warned !== undefined && passed === undefined ? ', nearly due' : '';
    const unsure = state === 'suggested' ? ' (not confirmed)' : '';
    return `${by}${soon}${unsure}: ${ink.words(quote)}`;
  });
  return owed.length > MOST ? [...lines, `🤝 and ${owed.length - MOST} more`] : lines;
}

/** One promise in the card's thread, and what became of it. */
export function sayPromise(promise: GivenPromise, ink: Ink): string {
  const { by, due, because, passed, state } = promise;
  const who = ink.words(by.name || 'Somebody of the team');
  const quote = quoted(ink.words(promise.quote));
  const when = due === undefined ? '' : `, by ${ink.date(due)}`;
  switch (state) {
    case 'suggested':
      return due === undefined
        ? `🤝 ${who} may have promised: ${quote} (${because}). Confirm it, and it is due by the end of the next working day.`
        : `${passed === undefined ? '🤝' : '🔴'} ${who} promised: ${quote}${when} (${because}). It counts unless it is dismissed.`;
    case 'confirmed':
      return `${passed === undefined ? '🤝' : '🔴'} ${who} promised: ${quote}${when} (confirmed).`;
    case 'dismissed':
      return `No promise, or none that is needed any more: ${quote}`;
    case 'kept':
      return `✅ Promise kept: ${quote}${when}`;
    case 'late':
      return `🟠 Promise kept late: ${quote}${when}`;
    case 'broken':
      return `❌ Promise broken, closed without a word: ${quote}${when}`;
    default:
      return state satisfies never;
  }
}

/** Within quotation marks and within a sentence: what ended theirs does not end ours. */
export function quoted(quote: string): string {
  return `“${quote.replace(/[.。]$/u, '')}”`;
}

/** What can be done about a promise with one tap. */
export function promiseButtons(promise: GivenPromise): Button[] {
  if (!isOpenPromise(promise)) return [];
  const confirm: Button[] = promise.state === 'suggested' ? ['keep-promise'] : [];
  return [...confirm, 'edit-promise', 'drop-promise'];
}
