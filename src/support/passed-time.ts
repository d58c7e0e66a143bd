import type { Conversation, Draft } from './conversation.ts';
import type { Outcome } from './decide.ts';
import { propose } from './drafting.ts';
import type { Pressed } from './events.ts';
import type { Handbook } from './handbook.ts';
import { promiseFor } from './reply/acknowledgement.ts';

/**
 * A reply that says by when we come back, approved when that time is over: nobody is promised the past. It is not sent; the same
 * words with a time that can be kept stand in its place, and whoever pressed is told. Undefined where the time is still to come.
 */
export function renewTime(
  conversation: Conversation,
  drafted: Draft,
  text: string,
  event: Pressed,
  handbook: Handbook,
): Outcome | undefined {
  const { promised, language, state } = drafted;
  const { at, actor, meant } = event;
  const passed = promised && promised.due < at && text.includes(promised.words);
  if (!passed || state.is !== 'open' || meant) return undefined;
  const matter = conversation.triage ?? { urgency: 'p3' };
  const renewed = promiseFor(conversation, matter, handbook, at, language);
  const { number, writtenAt: _, state: __, ...composed } = drafted;
  const proposed = propose(
    conversation,
    { ...composed, text: text.replaceAll(promised.words, renewed.words), promised: renewed },
    at,
  );
  const next = proposed.drafts.at(-1)!;
  const told = `“${promised.words}” is over. Nothing was sent: the same reply with “${renewed.words}” is below, to be sent or edited.`;
  return {
    conversation: proposed,
    intents: [
      { type: 'show-draft', draft: number },
      { type: 'show-draft', draft: next.number },
      { type: 'tell-agent', person: actor.id, text: told },
    ],
  };
}
