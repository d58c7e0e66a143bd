import type { Conversation, Draft, Instant, VoidReason } from './conversation.ts';
import type { Change } from './decide.ts';
import type { DraftOutcome, Fact } from './facts.ts';
import type { Cause } from './following.ts';
import { shareKept } from './kept-words.ts';
import { BY_MODEL } from './reply/writing.ts';

/**
 * The change with what became of the drafts that it settled, one fact each. A draft is settled once: when it has arrived, when it is
 * void, or when the platform refused it and a newer one stands below. While it stands or is on its way, it has no outcome.
 */
export function settleDrafts(change: Change, { event, before }: Cause): Change {
  const settled = settledDrafts(before, change.conversation, event.at);
  return settled.length === 0
    ? change
    : { ...change, facts: [...(change.facts ?? []), ...settled] };
}

function settledDrafts(before: Conversation | undefined, after: Conversation, at: Instant): Fact[] {
  return after.drafts.flatMap((draft) => {
    const outcome = outcomeOf(draft, after);
    const was = before?.drafts.find(({ number }) => number === draft.number);
    if (outcome === undefined || (was && outcomeOf(was, before!) !== undefined)) return [];
    const { text, proposed = text, template, language, number } = draft;
    return [
      {
        type: 'draft-settled',
        at,
        conversation: after.id,
        draft: number,
        outcome,
        ...(outcome === 'edited' ? { kept: shareKept(proposed, text) } : {}),
        template,
        category: (after.triage ?? before?.triage)?.category ?? 'other',
        language,
        byModel: template === BY_MODEL,
      } as const,
    ];
  });
}

function outcomeOf({ state, number }: Draft, { drafts }: Conversation): DraftOutcome | undefined {
  switch (state.is) {
    case 'open':
    case 'approved':
      return undefined;
    case 'sent':
      return state.edited ? 'edited' : 'as-it-was';
    case 'failed':
      return drafts.at(-1)?.number === number ? undefined : 'ignored';
    case 'void': {
      const bettered = drafts.some(({ replaces }) => replaces === number);
      return bettered ? 'bettered' : VOIDED[state.because];
    }
    default:
      return state satisfies never;
  }
}

/** Somebody of the team wanted other words, or nobody decided. */
const VOIDED: Readonly<Record<VoidReason, DraftOutcome>> = {
  replaced: 'replaced',
  'human-answered': 'replaced',
  'customer-wrote': 'ignored',
  'customer-edited': 'ignored',
  'customer-deleted': 'ignored',
  'not-a-request': 'ignored',
  resolved: 'ignored',
  moved: 'ignored',
};
