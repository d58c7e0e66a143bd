import { draftButtons } from '../support/buttons.ts';
import {
  type Conversation,
  customerMessages,
  type Draft,
  type Instant,
} from '../support/conversation.ts';
import { notesOn } from '../support/draft-notes.ts';
import { sayFailed, sayVoid } from '../support/words.ts';
import { context, LONGEST_TEXT, type Rendered, sections } from './blocks.ts';
import { buttonRow } from './buttons.ts';
import { date, escaped, escapeWithin } from './mrkdwn.ts';
import { nameOf } from './wording.ts';

/** Sections of a draft's words: more than the longest reply takes. */
const MOST_SECTIONS = 30;

/** Characters of one note. */
const LONGEST_NOTE = 1_900;

/** A draft in the card's thread: with buttons while it may be sent, and afterwards with what became of it. */
export function renderDraft(conversation: Conversation, draft: Draft): Rendered {
  const customer = nameOf(conversation.customer);
  const { words, at } = outcomeOf(conversation, draft);
  const when = at === undefined ? '' : `  ${date(at)}`;
  const title =
    words === ''
      ? `*Draft ${draft.number}* for ${escaped(customer)}`
      : `*Draft ${draft.number}*  ·  ${escaped(words)}${when}`;
  const text = isWithdrawn(conversation, draft) ? '' : draft.text;
  const buttons = draftButtons(conversation, draft);
  const missed = draft.checks.filter((check) => !check.pass && check.hint !== '');
  const notes = buttons.length === 0 ? [] : notesOn(draft);
  const hints = missed.map(({ hint }) => escapeWithin(`· ${hint}`, 150));
  return {
    text: escapeWithin(`Draft ${draft.number} for ${customer}. ${words}\n${text}`, LONGEST_TEXT),
    blocks: [
      context(title),
      ...sections(text, MOST_SECTIONS),
      ...notes.map((note) => context(escapeWithin(note, LONGEST_NOTE))),
      ...(buttons.length === 0 || hints.length === 0
        ? []
        : [context(`Before you send:\n${hints.join('\n')}`)]),
      ...buttonRow(buttons, { conversation: conversation.id, draft: draft.number }, customer, {
        ...(draft.state.is === 'failed' ? { send: 'Send again' } : {}),
      }),
    ],
  };
}

/** A draft repeats what the customer wrote: when they have taken all of it back, it goes with it. */
function isWithdrawn(conversation: Conversation, { state }: Draft): boolean {
  return state.is === 'void' && customerMessages(conversation).length === 0;
}

/** What became of a draft, and when, where somebody did something. */
function outcomeOf(conversation: Conversation, draft: Draft): { words: string; at?: Instant } {
  const { state } = draft;
  const newer = conversation.drafts.some((other) => other.number > draft.number);
  switch (state.is) {
    case 'open':
      return { words: '' };
    case 'void': {
      const because = sayVoid(state.because, nameOf(conversation.customer));
      return { words: newer ? `${because} A new draft is below.` : because };
    }
    case 'approved': {
      const did = state.edited ? 'edited' : 'approved';
      return { words: `${nameOf(state.by)} ${did} it; it is on its way`, at: state.at };
    }
    case 'sent': {
      const did = state.edited ? 'edited and sent' : 'sent';
      return { words: `${nameOf(state.by)} ${did} it`, at: state.at };
    }
    case 'failed':
      return { words: `${sayFailed(state)}: ${state.because}` };
    default:
      return state satisfies never;
  }
}
