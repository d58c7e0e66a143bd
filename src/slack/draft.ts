import type { KnownBlock } from '@slack/types';
import { draftButtons } from '../support/buttons.ts';
import type { Conversation, Draft } from '../support/conversation.ts';
import { sayFailed, sayVoid } from '../support/words.ts';
import { context, contextIfAny, LONGEST_TEXT, type Rendered, section, sections } from './blocks.ts';
import { buttonRow } from './buttons.ts';
import { date, escaped, escapeWithin } from './mrkdwn.ts';
import { nameOf } from './wording.ts';

/** Sections of a draft's words: more than the longest reply takes. */
const MOST_SECTIONS = 30;

/** A draft in the card's thread: with buttons while it may be sent, and afterwards with what became of it. */
export function renderDraft(conversation: Conversation, draft: Draft): Rendered {
  const customer = nameOf(conversation.customer);
  const newer = conversation.drafts.some((other) => other.number > draft.number);
  const outcome = sayOutcome(draft, customer, newer);
  const buttons = draftButtons(conversation, draft);
  const title =
    draft.state.is === 'open'
      ? `*Draft ${draft.number}* for ${escaped(customer)}`
      : `*Draft ${draft.number}*  ·  ${outcome}`;
  const missed = draft.checks.filter((check) => !check.pass && check.hint !== '');
  const hints =
    buttons.length === 0 ? [] : missed.map(({ hint }) => escapeWithin(`· ${hint}`, 150));
  const said: KnownBlock[] =
    draft.text === '' ? [section('_no words_')] : sections(draft.text, MOST_SECTIONS);
  return {
    text: escapeWithin(
      `Draft ${draft.number} for ${customer}. ${plainOutcome(draft, customer, newer)}\n${draft.text}`,
      LONGEST_TEXT,
    ),
    blocks: [
      context(title),
      ...said,
      ...contextIfAny(hints.length === 0 ? [] : [`Before you send:\n${hints.join('\n')}`]),
      ...buttonRow(buttons, { conversation: conversation.id, draft: draft.number }, customer),
    ],
  };
}

/** What became of it, as mrkdwn with times in each reader's zone. */
function sayOutcome(draft: Draft, customer: string, newer: boolean): string {
  const { state } = draft;
  switch (state.is) {
    case 'open':
      return '';
    case 'void':
      return escaped(`${sayVoid(state.because, customer)}${newer ? ' A new draft is below.' : ''}`);
    case 'approved':
      return `${escaped(nameOf(state.by))} ${state.edited ? 'edited it; it' : 'approved it; it'} is on its way  ${date(state.at)}`;
    case 'sent':
      return `${escaped(nameOf(state.by))} ${state.edited ? 'edited and sent' : 'sent'} it  ${date(state.at)}`;
    case 'failed':
      return escaped(`${sayFailed(state)}: ${state.because}`);
    default:
      return state satisfies never;
  }
}

/** The same without Slack's markup, for readers of the plain text. */
function plainOutcome(draft: Draft, customer: string, newer: boolean): string {
  const { state } = draft;
  if (state.is !== 'approved' && state.is !== 'sent') {
    return state.is === 'void'
      ? `${sayVoid(state.because, customer)}${newer ? ' A new draft is below.' : ''}`
      : state.is === 'failed'
        ? `${sayFailed(state)}: ${state.because}`
        : '';
  }
  return `${nameOf(state.by)} ${state.edited ? 'edited and sent' : 'sent'} it.`;
}
