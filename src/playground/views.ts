import {
  cardButtons,
  draftButtons,
  ownerButtons,
  snoozeButtons,
  triageButtons,
} from '../support/buttons.ts';
import {
  type Conversation,
  customerMessages,
  type Draft,
  type Instant,
  type Message,
} from '../support/conversation.ts';
import { notesOn } from '../support/draft-notes.ts';
import type { Button } from '../support/events.ts';
import type { Handbook } from '../support/handbook.ts';
import { sayLesson, wordsOf } from '../support/learning.ts';
import type { OfferedLesson } from '../support/lessons.ts';
import type { Absence } from '../support/ownership/staff.ts';
import { type Choice, choicesOf, questionOf, sayChosen } from '../support/questions.ts';
import { explain, type Line, sayShortly } from '../support/reasons.ts';
import { isHeated, isUpset } from '../support/reply/upset.ts';
import { escalationLines } from '../support/time/escalation/words.ts';
import { sayQuiet } from '../support/time/follow-up/nudges.ts';
import { type Pace, paceOf } from '../support/time/pace.ts';
import { promiseOf, promisesOwed } from '../support/time/promises/given.ts';
import {
  type Ink,
  promiseButtons,
  sayPromise,
  sayPromises,
} from '../support/time/promises/saying.ts';
import { snoozeChoices } from '../support/time/snooze.ts';
import { saySurvey } from '../support/time/survey/surveyed.ts';
import type { Urgency } from '../support/triage/triage.ts';
import { categoryLabel, type Labels, labelsOf, sayUrgency, sayWish } from '../support/wording.ts';
import { sayFailed, sayVoid } from '../support/words.ts';
import { firstName, nameOf, sayDeed } from './wording.ts';

const MOST_DEEDS = 8;

/** A card as the page lays it out: words are made here, the page adds labels and layout. */
export interface CardView {
  readonly customer: string;
  readonly customerId: string;
  /** Where they wrote. */
  readonly channel: string;
  /** The message that opened it, for a link. */
  readonly message: string | undefined;
  /** Messages that may be split off. */
  readonly messages: readonly { readonly id: string; readonly text: string }[];
  readonly said: string;
  readonly category: string | undefined;
  /** Its name, by which it is chosen. */
  readonly categoryName: string | undefined;
  readonly urgency: Urgency | undefined;
  readonly urgencyWords: string;
  /** Said only where it matters: upset, wants a human, what would settle it, abusive, suspicious. */
  readonly flags: readonly string[];
  /** Why this category and this urgency. */
  readonly because: string;
  /** All there is to say of the triage, for whoever asks why. */
  readonly why: readonly Line[];
  readonly status: Conversation['status'];
  readonly statusWords: string;
  readonly owner: string | undefined;
  /** Why the owner is not there. */
  readonly ownerAbsent: Absence | undefined;
  readonly waitingSince: Instant | undefined;
  /** How it stands with what is owed to the customer. */
  readonly pace: Pace | undefined;
  /** Why humans are called in, until one acts. */
  readonly escalations: readonly { readonly words: string; readonly at: Instant }[];
  /** Until when an agent has put it off. */
  readonly snoozedUntil: Instant | undefined;
  /** What may be chosen of putting it off, and ending that. */
  readonly snoozes: readonly { readonly value: string; readonly label: string }[];
  /** What is promised and not kept yet. */
  readonly promises: readonly string[];
  /** When the draft follows, while the customer may still be typing. */
  readonly draftDue: Instant | undefined;
  readonly deeds: readonly { readonly at: Instant; readonly words: string }[];
  readonly triageButtons: readonly Button[];
  readonly buttons: readonly Button[];
}

/** A question's buttons, and what was chosen. */
export interface AskedView {
  readonly conversation: string;
  readonly question: number;
  readonly choices: readonly Choice[];
  readonly chosen: string;
}

/** What a lead may accept as an example, or decline. */
export interface LessonView {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  readonly words: string;
  readonly at: Instant;
}

export type ItemView =
  | {
      readonly is: 'draft';
      readonly number: number;
      readonly text: string;
      readonly state: Draft['state']['is'];
      readonly words: string;
      readonly hints: readonly { readonly name: string; readonly hint: string }[];
      /** Where the words come from, and what a model made of them. */
      readonly notes: readonly string[];
      readonly buttons: readonly Button[];
    }
  | {
      readonly is: 'message';
      readonly author: string;
      readonly text: string;
      readonly words: string;
      readonly before: string | undefined;
      readonly files: readonly { readonly name: string; readonly url: string }[];
    }
  | {
      readonly is: 'lesson';
      readonly lesson: string;
      readonly text: string;
      readonly buttons: readonly Button[];
    }
  | {
      readonly is: 'promise';
      readonly id: string;
      readonly words: string;
      /** When it is due, in the page's own time. */
      readonly due: Instant | undefined;
      readonly buttons: readonly Button[];
    }
  | { readonly is: 'note'; readonly text: string };

/** The card of a conversation as it stands. */
export function viewCard(conversation: Conversation, handbook: Handbook): CardView {
  const { customer, triage, messages } = conversation;
  const labels = labelsOf(handbook);
  const theirs = messages.filter((one) => one.author.role === 'customer');
  const first = theirs.find((one) => !one.deleted) ?? theirs[0];
  return {
    customer: nameOf(customer.name),
    customerId: customer.id,
    channel: conversation.place.channel,
    message: first?.id,
    messages: theirs.filter((one) => !one.deleted).map(({ id, text }) => ({ id, text })),
    said: first?.deleted ? 'The message was deleted.' : (first?.text ?? ''),
    category: triage && categoryLabel(triage.category, labels),
    categoryName: triage?.category,
    urgency: triage?.urgency,
    urgencyWords: triage ? sayUrgency(triage.urgency) : '',
    flags: flagsOf(conversation),
    because: withdrawn(conversation) ? '' : sayShortly(conversation),
    why: withdrawn(conversation) ? [] : whyOf(conversation, labels),
    status: conversation.status,
    statusWords: sayStatus(conversation),
    owner: conversation.owner?.name,
    ownerAbsent: conversation.ownerAbsent,
    waitingSince: conversation.waitingSince,
    pace: paceOf(conversation),
    escalations: escalationLines(conversation),
    snoozedUntil: conversation.snooze?.until,
    snoozes:
      snoozeButtons(conversation).length === 0
        ? []
        : [...snoozeChoices(conversation)].map(([value, label]) => ({ value, label })),
    promises: sayPromises(conversation, INK),
    draftDue: conversation.timers.burst,
    deeds: conversation.deeds
      .slice(-MOST_DEEDS)
      .map((deed) => ({ at: deed.at, words: sayDeed(deed, conversation.place.channel) })),
    triageButtons: [...triageButtons(conversation), ...snoozeButtons(conversation)],
    buttons: [...cardButtons(conversation), ...ownerButtons(conversation)],
  };
}

/** One draft as it stands; undefined when there is none of this number. */
export function viewDraft(conversation: Conversation, number: number): ItemView | undefined {
  const draft = conversation.drafts.find((one) => one.number === number);
  if (!draft) return undefined;
  // Words made from what the customer took back go with it.
  const gone = withdrawn(conversation) && draft.state.is === 'void';
  return {
    is: 'draft',
    number,
    text: gone ? '' : draft.text,
    state: draft.state.is,
    words: sayDraft(conversation, draft),
    hints: draft.checks.filter((check) => !check.pass).map(({ name, hint }) => ({ name, hint })),
    notes: notesOn(draft),
    buttons: draftButtons(conversation, draft),
  };
}

/** One message of the customer or of a human who answered; undefined when it is not here any more. */
export function viewMessage(conversation: Conversation, id: string): ItemView | undefined {
  const message = conversation.messages.find((one) => one.id === id);
  if (!message) return undefined;
  return {
    is: 'message',
    author: nameOf(message.author.name),
    text: message.text,
    words: sayMessage(message, conversation.place.channel),
    before: message.deleted ? undefined : message.before,
    files: message.files,
  };
}

/** How the page writes: it puts the reader's own time in the place of an instant in angle brackets. */
const INK: Ink = {
  date: (at) => `<${at}>`,
  words: (text) => text.replace(/[<>]/g, (mark) => (mark === '<' ? '‹' : '›')),
};

/** One promise as it stands; undefined when it went along with its matter. */
export function viewPromise(conversation: Conversation, id: string): ItemView | undefined {
  const promise = promiseOf(conversation, id);
  if (!promise) return undefined;
  const buttons = promiseButtons(promise);
  return { is: 'promise', id, words: sayPromise(promise, INK), due: promise.due, buttons };
}

function sayMessage(message: Message, channel: string): string {
  const who = firstName(message.author.name);
  if (message.deleted) return `${who} deleted this message.`;
  if (message.before !== undefined) return `${who} edited this message.`;
  return message.author.role === 'customer' ? `${who} wrote` : `${who} answered in #${channel}`;
}

function flagsOf(conversation: Conversation): string[] {
  const { triage } = conversation;
  const flags = [sayQuiet(conversation), capital(saySurvey(conversation))].filter(Boolean);
  if (!triage) return flags;
  if (triage.sentiment === 'negative')
    flags.push(isHeated(triage) ? 'Very upset' : isUpset(triage) ? 'Upset' : 'Unhappy');
  if (triage.wantsHuman) flags.push('Asks for a person');
  const wish = sayWish(triage);
  if (wish !== '') flags.push(capital(wish));
  if (triage.abusive) flags.push('Abusive words');
  if (triage.suspicious) flags.push('Tries to instruct a model');
  return flags;
}

function sayStatus(conversation: Conversation): string {
  const who = firstName(conversation.customer.name);
  switch (conversation.status) {
    case 'gathering':
      return `${who} may still be writing`;
    case 'waiting':
      return 'Waiting for us';
    case 'answered':
      return promisesOwed(conversation).length > 0
        ? 'Answered, with a promise to keep'
        : `Answered, waiting for ${who}`;
    case 'resolved':
      return 'Resolved';
    case 'set-aside':
      return 'Not a request';
    case 'merged':
      return 'Merged into another conversation';
    default:
      return conversation.status satisfies never;
  }
}

function sayDraft(conversation: Conversation, draft: Draft): string {
  const { state } = draft;
  switch (state.is) {
    case 'open':
      return 'Nothing is sent until you press Send.';
    case 'void':
      return sayVoid(state.because, firstName(conversation.customer.name));
    case 'approved':
      return `${nameOf(state.by.name)} approved this${state.edited ? ' with changes' : ''}; it is on its way.`;
    case 'sent':
      return `${nameOf(state.by.name)} ${state.edited ? 'edited this and sent it' : 'sent this'}.`;
    case 'failed':
      return `${sayFailed(state)}: ${state.because}`;
    default:
      return state satisfies never;
  }
}

/** Whether the customer deleted everything they had written. */
function withdrawn(conversation: Conversation): boolean {
  return customerMessages(conversation).length === 0;
}

function whyOf(conversation: Conversation, labels: Labels): Line[] {
  const { lines, corrections } = explain(conversation, labels);
  return [...lines, ...corrections.map(({ words }) => ({ about: 'Corrected', words }))];
}

/** What stands under a message that asks something, as it is now; undefined when there is no such question. */
export function viewAsked(conversation: Conversation, number: number): AskedView | undefined {
  const question = questionOf(conversation, number);
  if (!question) return undefined;
  const choices = choicesOf(conversation, number);
  return { conversation: conversation.id, question: number, choices, chosen: sayChosen(question) };
}

/** A lesson as a lead judges it. */
export function viewLesson(lesson: OfferedLesson, labels: Labels): LessonView {
  const { id, conversation, at } = lesson;
  return { id, conversation, text: wordsOf(lesson), at, words: sayLesson(lesson, labels) };
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
