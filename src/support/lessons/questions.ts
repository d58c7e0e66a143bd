import { type Conversation, customerMessages, type Draft } from '../conversation.ts';
import type { Event } from '../events.ts';
import type { QuestionLesson } from '../lessons.ts';
import { createMask } from '../masking/mask.ts';
import { BY_MODEL } from '../reply/writing.ts';
import { unanswered } from '../understanding.ts';

/** Characters of a question. */
const LONGEST_QUESTION = 300;
const MASKED = /\[[A-Z_]{2,12} \d{1,9}\]/g;
/** What holds a number of three digits or more is somebody's own: an order, an invoice, an amount. */
const NUMBER = /(?<![\p{L}\p{N}])#?[\p{L}\p{N}-]{0,12}\p{N}{3,12}[\p{L}\p{N}-]{0,12}/gu;

/**
 * The question that this decision leaves without an article: a customer wants to know something, and the new draft rests on none.
 * Undefined where there is none, or an agent said what the draft should say.
 */
export function questionIn(
  before: Conversation | undefined,
  next: Conversation,
  event: Event,
): Omit<QuestionLesson, 'id'> | undefined {
  const draft = next.drafts.at(-1);
  if (draft === undefined || !isNew(draft, before) || !wantsToKnow(next)) return undefined;
  if (draft.template === BY_MODEL || draft.answered || draft.citations) return undefined;
  if (event.type === 'agent.pressed' && event.text) return undefined;
  const asked = unanswered(next).filter(({ text }) => text.trim() !== '');
  const text = masked(asked.map((message) => message.text).join('\n'), next);
  if (!/\p{L}{2}/u.test(text)) return undefined;
  return {
    kind: 'question',
    state: 'open',
    text,
    category: next.triage!.category,
    language: next.triage!.language,
    at: event.at,
    messages: asked.map(({ id }) => id),
  };
}

function isNew(draft: Draft, before: Conversation | undefined): boolean {
  return !before?.drafts.some(({ number }) => number === draft.number);
}

/** Everybody's names: those who wrote here, and those who sent. */
export function namesIn({ messages, customer, drafts }: Conversation): string[] {
  const sent = drafts.flatMap(({ state }) => ('by' in state ? [state.by.name] : []));
  return [...new Set([customer.name, ...messages.map(({ author }) => author.name), ...sent])];
}

function wantsToKnow({ triage }: Conversation): boolean {
  if (!triage?.isRequest || triage.suspicious || triage.abusive) return false;
  return triage.category === 'how_to' || triage.wish === 'information';
}

/** In one line, without what is personal. */
function masked(text: string, conversation: Conversation): string {
  const names = namesIn(conversation);
  const { text: plain } = createMask({ names }).mask(text.slice(0, 2_000));
  return plain
    .replace(MASKED, ' … ')
    .replace(NUMBER, '…')
    .replace(/(?:\s|…)*…(?:\s|…)*/g, ' … ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_QUESTION)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** The customer's words that stand in this conversation. */
export function saidBy(conversation: Conversation): string {
  return customerMessages(conversation)
    .map(({ text }) => text)
    .join('\n');
}
