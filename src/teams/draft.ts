import { draftButtons, isUncertain } from '../support/buttons.ts';
import type { Conversation, Draft } from '../support/conversation.ts';
import { notesOn } from '../support/draft-notes.ts';
import { sayFailed, sayVoid } from '../support/words.ts';
import { buttonRow } from './buttons.ts';
import type { Forms, Rendered } from './card.ts';
import { cardOf, hint, line, words } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';
import { nameOf } from './wording.ts';

/** Bytes of a draft: more than the longest reply takes. */
const LONGEST_DRAFT = 50_000;

/** Characters of one note. */
const LONGEST_NOTE = 1_900;

/** A draft in the card's thread: with buttons while it may be sent, and afterwards with what became of it. */
export function renderDraft(conversation: Conversation, draft: Draft, forms: Forms): Rendered {
  const customer = nameOf(conversation.customer);
  const buttons = draftButtons(conversation, draft);
  const newer = conversation.drafts.some((other) => other.number > draft.number);
  const outcome = sayOutcome(draft, customer, newer);
  const missed = buttons.length === 0 ? [] : draft.checks.filter((c) => !c.pass && c.hint !== '');
  const notes = buttons.length === 0 ? [] : notesOn(draft);
  const form = forms(conversation);
  const body = [
    line(`Draft ${draft.number} for ${escaped(customer)}`, {
      style: 'heading',
      size: 'Medium',
      weight: 'Bolder',
    }),
    ...(outcome === '' ? [] : [line(outcome, { spacing: 'Small' })]),
    ...words(draft.text, LONGEST_DRAFT),
    ...notes.flatMap((note) => hint(escaped(within(note, LONGEST_NOTE)))),
    ...(missed.length === 0 ? [] : hint('Before you send:')),
    ...missed.flatMap((check) => hint(`· ${escaped(within(check.hint, 150))}`)),
  ];
  const actions = buttonRow(
    buttons,
    { conversation: conversation.id, draft: draft.number },
    { ...(form ? { form } : {}), ...(isUncertain(draft) ? { labels: { send: 'Resend' } } : {}) },
  );
  const summary = `Draft ${draft.number} for ${customer}.`;
  return { summary: within(oneLine(summary), 250), card: cardOf(body, actions, summary) };
}

/** What became of it, for a text block, with times in each reader's zone. */
function sayOutcome(draft: Draft, customer: string, newer: boolean): string {
  const { state } = draft;
  switch (state.is) {
    case 'open':
      return '';
    case 'void':
      return escaped(`${sayVoid(state.because, customer)}${newer ? ' A new draft is below.' : ''}`);
    case 'approved':
      return `${escaped(nameOf(state.by))} ${state.edited ? 'edited it; it' : 'approved it; it'} is on its way ${date(state.at)}`;
    case 'sent':
      return `${escaped(nameOf(state.by))} ${state.edited ? 'edited and sent' : 'sent'} it ${date(state.at)}`;
    case 'failed':
      return escaped(`${sayFailed(state)}: ${state.because}`);
    default:
      return state satisfies never;
  }
}
