import { levelOf, whyHeld } from './automation.ts';
import {
  type Conversation,
  type Draft,
  type Instant,
  openDraft,
  withDraft,
} from './conversation.ts';
import type { Change } from './decide.ts';
import { propose } from './drafting.ts';
import type { Handbook } from './handbook.ts';
import { answersOf } from './handing-over.ts';
import type { Citation } from './knowledge/citing.ts';
import { ask, type Choice } from './questions.ts';
import { composeOwn, frameOwn, judgeReply } from './reply/compose.ts';
import { firstNameOf } from './reply/name.ts';
import { createPicker } from './reply/wording.ts';
import { ASSISTANT } from './roles.ts';

/**
 * The desk answers by itself, or says why an agent should read the draft first. The reasons are none where the policy
 * lets nothing be answered here.
 */
export function answerItself(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
): Change | { readonly held: readonly string[] } {
  if (levelOf(conversation, handbook.policy.automation) !== 'answer') return { held: [] };
  const own = composeOwn(conversation, handbook, at);
  const doubts = own
    ? [...own.doubts, ...repeats(conversation, own.citations)]
    : ['no article answers it'];
  const language = own?.language ?? conversation.triage?.language ?? '';
  const candidate = { language, checks: own?.checks ?? [], doubts };
  const held = whyHeld(conversation, candidate, handbook, at);
  if (own === undefined || held.length > 0) return { held };
  const { doubts: _, ...composed } = own;
  return sendItself(propose(conversation, composed, at), handbook, at);
}

/**
 * The same with a draft that a model wrote and judged; the second judgement, that the words of an article answer it, is ours.
 * @param known what it may say
 */
export function sendWritten(
  conversation: Conversation,
  { doubts, known }: { readonly doubts: readonly string[]; readonly known: string },
  handbook: Handbook,
  at: Instant,
): Change | { readonly held: readonly string[] } {
  const draft = openDraft(conversation);
  if (!draft || levelOf(conversation, handbook.policy.automation) !== 'answer') return { held: [] };
  const { citations = [], language } = draft;
  const { frame, template } = frameOwn(conversation, handbook, at, citations);
  const text = `${draft.text.trim()}\n\n${frame}`;
  const source = citations.map(({ title, url = '' }) => `${title} ${url}`).join('\n');
  const checks = judgeReply(conversation, handbook, at, text, `${known}\n${source}`);
  const all = [...doubts, ...repeats(conversation, citations)];
  const held = whyHeld(conversation, { language, checks, doubts: all }, handbook, at);
  if (held.length > 0) return { held };
  const framed: Draft = { ...draft, text, checks, template: `${draft.template} + ${template}` };
  return sendItself(withDraft(conversation, framed), handbook, at);
}

/** Whoever writes on after an answer is not helped by the same one, nor by a second before they have read the first. */
function repeats(conversation: Conversation, citations: readonly Citation[] = []): string[] {
  const before = answersOf(conversation);
  if (before.some(({ state }) => state.is === 'approved')) return ['an answer is on its way'];
  const cited = new Set(before.flatMap((one) => one.citations?.map(({ id }) => id) ?? []));
  return citations.some(({ id }) => cited.has(id)) ? ['it was answered with that already'] : [];
}

/** The standing draft leaves, approved by the assistant, and the customer is asked whether it helped. */
function sendItself(conversation: Conversation, handbook: Handbook, at: Instant): Change {
  const draft = openDraft(conversation)!;
  const { waitingSince, ...rested } = conversation;
  const waited = waitingSince === undefined ? {} : { waited: waitingSince };
  const state = { is: 'approved', by: ASSISTANT, at, edited: false, ...waited } as const;
  const approved = withDraft({ ...rested, status: 'answered', timers: {} }, { ...draft, state });
  const asked = ask(approved, { text: draft.text, ...answersTo(conversation, draft, handbook) });
  const { number, text } = draft;
  const { place } = conversation;
  return {
    conversation: asked.conversation,
    intents: [
      { type: 'send-reply', place, draft: number, text, question: asked.question },
      { type: 'show-card' },
      { type: 'show-draft', draft: number },
    ],
  };
}

/** What a customer may answer when they are asked whether something helped, in the language of the reply. */
function answersTo(
  conversation: Conversation,
  { language }: Draft,
  handbook: Handbook,
): { readonly choices: readonly Choice[]; readonly others: string } {
  const name = firstNameOf(conversation.customer.name);
  const picker = createPicker(conversation, handbook, language, {
    name,
    team: handbook.policy.team,
  });
  return {
    choices: [
      { button: 'solved', label: picker.pick('button-solved') ?? '' },
      { button: 'person', label: picker.pick('button-person') ?? '' },
    ],
    others: picker.pick('button-others') ?? '',
  };
}
