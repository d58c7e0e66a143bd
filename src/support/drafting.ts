import { withDeed } from './agent.ts';
import { levelOf, mayAcknowledge } from './automation.ts';
import {
  type Conversation,
  type Draft,
  type Instant,
  type Message,
  openDraft,
  type VoidReason,
  withDraft,
  withMessages,
  withoutDraft,
} from './conversation.ts';
import { correctRequest } from './corrections.ts';
import type { Change, Outcome } from './decide.ts';
import type { Intent } from './effects.ts';
import type { Asked } from './events.ts';
import type { Fact } from './facts.ts';
import { conversationId } from './grouping.ts';
import type { Handbook } from './handbook.ts';
import { handOver, wasAnswered } from './handing-over.ts';
import { answerItself } from './own-answer.ts';
import { acknowledge } from './reply/acknowledgement.ts';
import { compose, composeAmends } from './reply/compose.ts';
import { sayWhoComes } from './reply/who-comes.ts';
import { mayAct, type Person } from './roles.ts';
import { awaitsAmends } from './time/survey/recovery.ts';
import { understand } from './understanding.ts';

/** A burst is not waited for longer than this many pauses: somebody who never stops writing is answered too. */
const LONGEST_BURST = 6;

/** The customer may go on writing: wait for the pause, then draft. Without a pause, draft at once. */
export function gather(conversation: Conversation, at: Instant, handbook: Handbook): Change {
  const { burstPause } = handbook.policy;
  const waitingSince = conversation.waitingSince ?? at;
  const { gatheringSince = at } = conversation.status === 'gathering' ? conversation : {};
  const latest = Math.min(at + burstPause, gatheringSince + LONGEST_BURST * burstPause);
  // An event that comes late or out of order never moves the pause back.
  const due = Math.max(latest, conversation.timers.burst ?? 0);
  const gathering: Conversation = {
    ...conversation,
    status: 'gathering',
    gatheringSince,
    waitingSince: Math.min(waitingSince, at),
    timers: { burst: due },
  };
  if (burstPause === 0) return burstEnded(gathering, at, handbook);
  return { conversation: gathering, intents: [{ type: 'show-card' }] };
}

/** The pause is over: triage stands, the draft is written and, once, the customer is told when to expect an answer. */
export function burstEnded(conversation: Conversation, at: Instant, handbook: Handbook): Change {
  const gathered: Conversation = { ...conversation, status: 'waiting', timers: {} };
  const level = levelOf(gathered, handbook.policy.automation);
  // Where a human of the team has spoken, they have the word: a draft comes when they ask for one.
  // Where a human of the team has the word, what makes amends is drafted for them all the same.
  if ((gathered.humanSpoke && !awaitsAmends(gathered)) || level === 'off') {
    return { conversation: gathered, intents: [{ type: 'show-card' }] };
  }
  const calls = gathered.triage?.wantsHuman && gathered.handedOverAt === undefined;
  const served = gathered.handedOverAt === undefined && wasAnswered(gathered);
  if (calls && served) return handOver(gathered, at, handbook, 'asked');
  const waiting = calls ? { ...gathered, handedOverAt: at } : gathered;
  const own = answerItself(waiting, handbook, at);
  if ('conversation' in own) return own;
  if (served) return handOver(waiting, at, handbook, 'writes-on');
  const drafted = draft(waiting, at, handbook);
  const last = drafted.drafts.at(-1)!;
  const held = own.held.length === 0 ? drafted : withDraft(drafted, { ...last, held: own.held });
  const intents: Intent[] = [{ type: 'show-card' }, { type: 'show-draft', draft: last.number }];
  if (
    !mayAcknowledge(level, handbook) ||
    waiting.acknowledgedAt !== undefined ||
    waiting.drafts.length > 0
  ) {
    return { conversation: held, intents };
  }
  const fact: Fact = {
    type: 'acknowledged',
    at,
    conversation: waiting.id,
    after: at - (waiting.waitingSince ?? at),
  };
  return {
    conversation: { ...held, acknowledgedAt: at },
    intents: [
      {
        type: 'send-acknowledgement',
        place: waiting.place,
        text: waiting.triage?.wantsHuman
          ? sayWhoComes(waiting, handbook, at)
          : acknowledge(waiting, handbook, at),
      },
      ...intents,
    ],
    facts: [fact],
  };
}

/** The customer waits with something new: the draft is void and the burst begins again. */
export function restart(
  conversation: Conversation,
  because: VoidReason,
  at: number,
  handbook: Handbook,
  shown: readonly Intent[],
): Change {
  const stale = draftShown(conversation);
  const gathered = gather(
    understand(withoutDraft(conversation, because, at), handbook, at),
    at,
    handbook,
  );
  return { ...gathered, intents: [...shown, ...stale, ...gathered.intents] };
}

/** The standing draft as it is now, if there is one. */
export function draftShown(conversation: Conversation): Intent[] {
  const draft = openDraft(conversation);
  return draft ? [{ type: 'show-draft', draft: draft.number }] : [];
}

/** The conversation with a new draft from the handbook's words in place of the standing one. */
export function draft(
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
  hint?: string,
): Conversation {
  const avoid = conversation.drafts.map((d) => d.template);
  const composed =
    awaitsAmends(conversation) && !hint
      ? composeAmends(conversation, handbook, at, avoid)
      : compose(conversation, handbook, at, { ...(hint ? { hint } : {}), avoid });
  return propose(conversation, composed, at);
}

/** The conversation with this reply proposed in place of the standing draft. */
export function propose(
  conversation: Conversation,
  composed: Omit<Draft, 'number' | 'writtenAt' | 'state'>,
  at: Instant,
): Conversation {
  return withDraft(withoutDraft(conversation, 'replaced', at), {
    number: (conversation.drafts.at(-1)?.number ?? 0) + 1,
    ...composed,
    writtenAt: at,
    state: { is: 'open' },
  });
}

/** An agent wants a draft on this very message, whatever the desk made of it. */
export function asked(
  conversation: Conversation | undefined,
  event: Asked,
  handbook: Handbook,
): Outcome {
  const { actor, place } = event;
  // Whoever wrote it, an agent says that it wants an answer: its author is the customer here.
  const author: Person = { ...event.message.author, role: 'customer' };
  const message: Message = { ...event.message, author };
  if (!mayAct(actor)) return { ignored: 'only agents may ask for a draft' };
  if (conversation && openDraft(conversation)) {
    const text = 'There is a draft for this already: it is under its card in the triage channel.';
    return { conversation, intents: [{ type: 'tell-agent', person: actor.id, text }] };
  }
  const begun: Conversation = conversation ?? {
    id: conversationId(place, message.id),
    version: 0,
    place: { ...place, thread: place.thread ?? message.id },
    customer: author,
    status: 'waiting',
    openedAt: event.at,
    lastCustomerAt: message.at,
    messages: [],
    drafts: [],
    humanSpoke: false,
    timers: {},
    deeds: [],
  };
  const waiting: Conversation = {
    ...(begun.messages.some((m) => m.id === message.id) ? begun : withMessages(begun, [message])),
    status: 'waiting',
    waitingSince: begun.waitingSince ?? message.at,
    timers: {},
  };
  const meant = correctRequest(understand(waiting, handbook, event.at), true, event);
  const drafted = withDeed(draft(meant.conversation, event.at, handbook), event, 'asked');
  const { category, urgency } = drafted.triage!;
  const opened: Fact = {
    type: 'opened',
    at: event.at,
    conversation: drafted.id,
    category,
    urgency,
  };
  return {
    conversation: drafted,
    intents: [{ type: 'show-card' }, { type: 'show-draft', draft: drafted.drafts.at(-1)!.number }],
    facts: [...(conversation ? [] : [opened]), ...meant.facts],
  };
}
