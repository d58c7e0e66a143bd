import type { KnownBlock, ModalView } from '@slack/types';
import { type Conversation, customerMessages, type Draft } from '../support/conversation.ts';
import type { Button } from '../support/events.ts';
import { BEFORE_IT_GOES, SEND_ANYWAY } from '../support/reply/remarks.ts';
import type { Check } from '../support/reply/standards.ts';
import { promiseOf } from '../support/time/promises/given.ts';
import { DUE_EXAMPLES, DUE_LABEL } from '../support/time/promises/saying.ts';
import { categoryLabel, type Labels } from '../support/wording.ts';
import { sayVoid } from '../support/words.ts';
import { section, sections } from './blocks.ts';
import { date, escaped, within } from './mrkdwn.ts';
import { toPieces } from './pieces.ts';
import type { Named } from './presses.ts';
import { whyBlocks } from './why.ts';
import { nameOf } from './wording.ts';

const TITLES: Readonly<Partial<Record<Button, string>>> = {
  edit: 'Edit & send',
  regenerate: 'Another draft',
  split: 'Split off messages',
  merge: 'Merge conversations',
  why: 'Why it is sorted so',
  'edit-promise': 'By when?',
};

/** Options of one group of checkboxes, and of one select. Source: Slack's Block Kit reference. */
const MOST_CHECKBOXES = 10;
const MOST_OPTIONS = 100;
/** A modal takes 100 blocks. */
const MOST_GROUPS = 20;

/** What is shown at once, while the rest is looked up: the trigger lives three seconds. */
export function skeleton(button: Button, named: Named): ModalView {
  return view(button, named, [section('One moment…')]);
}

/** Instead of a dialog that cannot be shown. */
export function excuse(button: Button, named: Named, words: string): ModalView {
  return view(button, named, [section(escaped(words))]);
}

/**
 * The draft in an input, or in several when it is long. `again` is what somebody made of it before, with hints on it: they are
 * given once, and then it is sent.
 */
export function editDialog(
  conversation: Conversation,
  named: Named,
  again?: { readonly typed: string; readonly hints: readonly Check[] },
): ModalView {
  const draft = conversation.drafts.find((one) => one.number === named.draft);
  if (!draft) return excuse('edit', named, 'There is no such draft any more.');
  const { pieces, joints } = toPieces(again?.typed ?? draft.text);
  const said = customerMessages(conversation).at(-1)?.text ?? '';
  const inputs = pieces.map(
    (piece, i): KnownBlock => ({
      type: 'input',
      block_id: `reply-${i}`,
      // Whoever clears all but one piece has shortened the reply; an empty whole is refused.
      optional: pieces.length > 1,
      label: plain(pieces.length === 1 ? 'Your reply' : `Your reply, part ${i + 1}`),
      element: {
        type: 'plain_text_input',
        action_id: `reply-${i}`,
        multiline: true,
        initial_value: piece,
        max_length: 3000,
        ...(i === 0 ? { focus_on_load: true } : {}),
      },
    }),
  );
  const warning = whyItCannotBeSent(conversation, draft);
  const blocks = [
    ...(warning === '' ? [] : [section(`⚠️ ${escaped(warning)}`)]),
    ...(said === ''
      ? []
      : [section(`*${escaped(nameOf(conversation.customer))}* wrote:`), ...sections(said, 2)]),
    ...inputs,
    ...(again ? [section(`💡 ${BEFORE_IT_GOES}\n${again.hints.map(bullet).join('\n')}`)] : []),
  ];
  return again
    ? submittable('edit', { ...named, joints, hinted: true }, blocks, SEND_ANYWAY)
    : submittable('edit', { ...named, joints }, blocks, 'Send');
}

function bullet({ hint }: Check): string {
  return `• ${escaped(hint)}`;
}

/** Somebody whose screen lags behind should know before they write. */
function whyItCannotBeSent(conversation: Conversation, draft: Draft): string {
  const { state } = draft;
  if (state.is === 'open' || state.is === 'failed') return '';
  return state.is === 'void'
    ? `${sayVoid(state.because, nameOf(conversation.customer))} This draft cannot be sent any more.`
    : `${nameOf(state.by)} sent this reply already.`;
}

export function regenerateDialog(named: Named): ModalView {
  return submittable(
    'regenerate',
    named,
    [
      {
        type: 'input',
        block_id: 'hint',
        optional: true,
        label: plain('What should the reply say, or how?'),
        hint: plain(
          'Facts you know, or a wish for its form: “shorter”, “ask for the order number”.',
        ),
        element: {
          type: 'plain_text_input',
          action_id: 'hint',
          multiline: true,
          max_length: 1000,
          focus_on_load: true,
        },
      },
    ],
    'Write it',
  );
}

/** By when a promise is due, in whoever fills it in's words. */
export function dueDialog(conversation: Conversation, named: Named): ModalView {
  const promise = promiseOf(conversation, named.value ?? '');
  if (!promise) return excuse('edit-promise', named, 'This promise is not here any more.');
  return submittable(
    'edit-promise',
    named,
    [
      section(`“${escaped(promise.quote)}”`),
      {
        type: 'input',
        block_id: 'due',
        label: plain(DUE_LABEL),
        hint: plain(DUE_EXAMPLES),
        element: {
          type: 'plain_text_input',
          action_id: 'due',
          max_length: 100,
          focus_on_load: true,
        },
      },
    ],
    'Set it',
  );
}

/** The messages to choose from: those of another matter leave for a conversation of their own. */
export function splitDialog(conversation: Conversation, named: Named): ModalView {
  const messages = conversation.messages.filter((message) => !message.deleted);
  const shown = messages.slice(-MOST_CHECKBOXES * MOST_GROUPS);
  const groups = Array.from({ length: Math.ceil(shown.length / MOST_CHECKBOXES) }, (_, i) =>
    shown.slice(i * MOST_CHECKBOXES, (i + 1) * MOST_CHECKBOXES),
  );
  if (shown.length < 2) {
    return excuse('split', named, 'There is only one message here, so there is nothing to split.');
  }
  const blocks = groups.map(
    (group, i): KnownBlock => ({
      type: 'input',
      block_id: `messages-${i}`,
      optional: true,
      label: plain(i === 0 ? 'Which messages are another matter?' : 'More messages'),
      element: {
        type: 'checkboxes',
        action_id: `messages-${i}`,
        options: group.map((message) => ({
          text: plain(within(`${nameOf(message.author)}: ${oneLine(message.text)}`, 75)),
          value: message.id,
        })),
      },
    }),
  );
  return submittable('split', named, blocks, 'Split off');
}

/** The conversations this one may belong to: the same customer's in the same channel, among those `found`. */
export function mergeDialog(
  conversation: Conversation,
  found: readonly Conversation[],
  named: Named,
  labels: Labels,
): ModalView {
  const options = found
    .filter((one) => mayTake(one, conversation))
    .slice(0, MOST_OPTIONS)
    .map((one) => ({ text: plain(within(titleOf(one, labels), 75)), value: one.id }));
  if (options.length === 0) {
    return excuse(
      'merge',
      named,
      'This customer has no other conversation in this channel to merge this one with.',
    );
  }
  return submittable(
    'merge',
    named,
    [
      section(
        `*${escaped(nameOf(conversation.customer))}*, since ${date(conversation.openedAt)}: its messages move to the conversation you choose.`,
      ),
      {
        type: 'input',
        block_id: 'into',
        label: plain('Which conversation does this one belong to?'),
        element: { type: 'static_select', action_id: 'into', options },
      },
    ],
    'Merge',
  );
}

/** What there is to say of the triage. Nothing can be filled in. */
export function whyDialog(conversation: Conversation, named: Named, labels: Labels): ModalView {
  return { ...view('why', named, whyBlocks(conversation, labels)), close: plain('Close') };
}

/** An option's value takes 150 characters; a conversation's id is far shorter. */
function mayTake(other: Conversation, { id, place, customer }: Conversation): boolean {
  const here = other.place.workspace === place.workspace && other.place.channel === place.channel;
  const theirs = here && other.customer.id === customer.id;
  return theirs && other.id !== id && other.status !== 'merged' && other.id.length <= 150;
}

function titleOf({ messages, triage, customer }: Conversation, labels: Labels): string {
  const first = messages.find((one) => one.author.role === 'customer' && !one.deleted)?.text ?? '';
  const category = triage ? `${categoryLabel(triage.category, labels)}: ` : '';
  return `${nameOf(customer)}: ${category}${oneLine(first)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || '(no words)';
}

function submittable(
  button: Button,
  named: Named & { readonly joints?: readonly string[]; readonly hinted?: true },
  blocks: KnownBlock[],
  submit: string,
): ModalView {
  return { ...view(button, named, blocks), submit: plain(submit) };
}

function view(button: Button, named: Named, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    callback_id: button,
    private_metadata: JSON.stringify(named),
    title: plain(TITLES[button] ?? 'Warmline'),
    close: plain('Cancel'),
    blocks,
  };
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
