import {
  type Conversation,
  customerMessages,
  type Draft,
  type Instant,
  openDraft,
  withDraft,
} from './conversation.ts';
import type { Outcome } from './decide.ts';
import { propose } from './drafting.ts';
import type { DraftWritten } from './events.ts';
import type { Fact } from './facts.ts';
import type { Handbook } from './handbook.ts';
import { citationOf } from './knowledge/citing.ts';
import { ENOUGH_EVIDENCE } from './knowledge/evidence.ts';
import type { Hit } from './knowledge/search.ts';
import { sendWritten } from './own-answer.ts';
import { passagesFor } from './reply/answering.ts';
import { judgeReply } from './reply/compose.ts';
import { setScene } from './reply/scene.ts';
import { TONE } from './reply/tone.ts';
import { BY_MODEL, priceOf, type WriteRequest } from './reply/writing.ts';
import { mayAct } from './roles.ts';

/** So many messages of what was said before. */
const MOST_BEFORE = 20;

/** The new draft of a decision that a model could better, if there is one. */
export function draftToBetter(
  before: Conversation | undefined,
  next: Conversation,
): number | undefined {
  const draft = openDraft(next);
  if (draft === undefined || draft.template === BY_MODEL) return undefined;
  return before?.drafts.some(({ number }) => number === draft.number) ? undefined : draft.number;
}

/** What a model is asked for, and how its reply is judged; undefined where the draft no longer stands. */
export function requestFor(
  conversation: Conversation,
  number: number,
  handbook: Handbook,
  at: Instant,
):
  | { readonly request: WriteRequest; readonly check: (text: string) => readonly string[] }
  | undefined {
  const draft = openDraft(conversation);
  if (draft?.number !== number) return undefined;
  const scene = setScene(conversation, handbook, at, '');
  const passages = passagesOf(conversation, handbook, at);
  const known = passages.map(({ passage }) => passage.text).join('\n');
  const hint = hintOf(conversation, draft);
  const { name } = conversation.customer;
  return {
    request: {
      conversation: conversation.id,
      language: draft.language,
      messages: [scene.said],
      history: saidBefore(conversation),
      template: draft.text,
      passages: passages.map(({ article, passage }) => ({
        id: passage.id,
        title: article.title,
        ...(passage.headings.length > 0 ? { heading: passage.headings.join(' › ') } : {}),
        text: passage.text,
      })),
      profile: {
        ...(name === '' ? {} : { name }),
        ...(scene.name === '' ? {} : { firstName: scene.name }),
      },
      others: othersIn(conversation),
      team: scene.team,
      promised: scene.by,
      tone: Object.values(TONE),
      ...(hint === undefined ? {} : { hint }),
    },
    check: (text) =>
      judgeReply(conversation, handbook, at, text, known)
        .filter(({ pass }) => !pass)
        .map((check) => check.name),
  };
}

/** A model has answered, and what that took is counted, whatever came of it. */
export function written(
  conversation: Conversation,
  event: DraftWritten,
  handbook: Handbook,
): Outcome {
  const outcome = bettered(conversation, event, handbook);
  const { usage } = event.written;
  if (usage.input + usage.output === 0) return outcome;
  const used: Fact = {
    type: 'model-used',
    at: event.at,
    conversation: conversation.id,
    ...usage,
    money: priceOf(usage, handbook.policy.model.prices),
  };
  return 'ignored' in outcome
    ? { conversation, intents: [], facts: [used] }
    : { ...outcome, facts: [...(outcome.facts ?? []), used] };
}

/** A better draft takes the place of the one from the handbook; anything else only agents see. */
function bettered(conversation: Conversation, event: DraftWritten, handbook: Handbook): Outcome {
  const draft = openDraft(conversation);
  if (draft?.number !== event.draft || draft.template === BY_MODEL) {
    return { ignored: 'the draft that it was to better does not stand any more' };
  }
  const { written } = event;
  if (written.is === 'unavailable') {
    return noted(conversation, {
      ...draft,
      model: { is: 'unavailable', because: written.because },
    });
  }
  const { outcome, text, because } = written;
  if (outcome === 'none')
    return noted(conversation, { ...draft, model: { is: 'no-better', because } });
  const passages = passagesOf(conversation, handbook, event.at);
  const cited = passages.filter(({ passage }) => written.citations.includes(passage.id));
  const citations = cited.map(citationOf);
  if (outcome === 'findings') {
    const read = draft.answered ? {} : { citations };
    return noted(conversation, { ...draft, ...read, model: { is: 'found', text, because } });
  }
  const known = cited.map(({ passage }) => passage.text).join('\n');
  const next = propose(
    conversation,
    {
      text,
      language: draft.language,
      template: BY_MODEL,
      checks: judgeReply(conversation, handbook, event.at, text, known),
      replaces: draft.number,
      citations,
      model: { is: 'wrote', because, masked: written.masked.length },
    },
    event.at,
  );
  const doubts = [
    ...(outcome === 'answer' ? [] : [`the model is not sure: ${because}`]),
    ...(cited.some((hit) => hit.evidence >= ENOUGH_EVIDENCE && !hit.stale)
      ? []
      : ['the words of no article that holds speak for it']),
  ];
  const sent = sendWritten(next, { doubts, known }, handbook, event.at);
  if ('conversation' in sent) return sent;
  const { held } = sent;
  const last = next.drafts.at(-1)!;
  return {
    conversation: held.length === 0 ? next : withDraft(next, { ...last, held }),
    intents: [{ type: 'show-draft', draft: last.number }],
  };
}

function noted(conversation: Conversation, draft: Draft): Outcome {
  return {
    conversation: withDraft(conversation, draft),
    intents: [{ type: 'show-draft', draft: draft.number }],
  };
}

/** The same for the same conversation: what is asked after and what is cited then must be one. */
function passagesOf(conversation: Conversation, handbook: Handbook, at: Instant): Hit[] {
  const asked = customerMessages(conversation).slice(-5);
  const language = conversation.triage?.language ?? handbook.policy.language;
  return passagesFor(asked.map(({ text }) => text).join('\n'), language, handbook, at);
}

/** What both sides said before the customer's last words. */
function saidBefore({ messages, drafts }: Conversation): WriteRequest['history'] {
  const sent = drafts.flatMap(({ text, state }) =>
    state.is === 'sent' ? [{ at: state.at, role: 'agent' as const, text }] : [],
  );
  const said = messages
    .filter(({ deleted }) => !deleted)
    .map(({ at, author, text }) => ({
      at,
      role: mayAct(author) ? ('agent' as const) : ('customer' as const),
      text,
    }));
  const all = [...said, ...sent].toSorted((a, b) => a.at - b.at);
  const last = all.findLastIndex(({ role }) => role === 'agent');
  return all
    .slice(0, last + 1)
    .slice(-MOST_BEFORE)
    .map(({ role, text }) => ({ role, text }));
}

/** The names of those who wrote beside the customer: none of them belongs in a reply. */
function othersIn({ messages, customer }: Conversation): string[] {
  const names = messages.map(({ author }) => author.name).filter((name) => name !== '');
  return [...new Set(names)].filter((name) => name !== customer.name);
}

/** What the agent wanted who asked for this draft. */
function hintOf({ deeds }: Conversation, { writtenAt }: Draft): string | undefined {
  return deeds.findLast(({ at, did }) => did === 'regenerated' && at === writtenAt)?.detail;
}
