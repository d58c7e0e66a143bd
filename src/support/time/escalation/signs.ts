import { lastAnswered, vipEntry } from '../../circumstances.ts';
import { type Conversation, customerMessages, openDraft } from '../../conversation.ts';
import type { Handbook } from '../../handbook.ts';
import { isUpset } from '../../reply/upset.ts';
import { ownWords } from '../../triage/own-words.ts';
import { triage as read, type Triage } from '../../triage/triage.ts';
import { readWords, type Words } from '../../triage/words.ts';
import { unanswered } from '../../understanding.ts';
import { CLOCKS } from '../pace.ts';
import type { EscalationReason } from '../policy.ts';
import { isAtRest } from './escalation.ts';
import { saysTheyLeave } from './leaving.ts';
import { threatIn } from './legal.ts';

/** A reason to call a human in. */
interface Sign {
  readonly reason: EscalationReason;
  readonly because: string;
}

/** What signs are looked for in. */
interface Seen {
  readonly conversation: Conversation;
  readonly before: Conversation | undefined;
  readonly triage: Triage;
  readonly handbook: Handbook;
  /** What the customer wrote since our last answer, where it was read anew; undefined where nothing was. */
  readonly words: Words | undefined;
}

type Look = (seen: Seen) => string | undefined;

/** What a matter is: it calls once, and again when the matter comes back from rest. */
const STANDING: Partial<Record<EscalationReason, Look>> = {
  urgent: ({ triage }) => (triage.urgency === 'p1' ? 'P1' : undefined),
  // A mere question about security is no alarm.
  security: ({ triage: { category, urgency, wish } }) => {
    const asks = wish === 'information' && urgency > 'p2';
    return category === 'security_privacy' && !asks ? 'security and privacy' : undefined;
  },
  churn: ({ triage, words }) => {
    if (triage.category === 'cancellation_churn') return 'a cancellation';
    return words && saysTheyLeave(words) ? 'they say so' : undefined;
  },
  vip: ({ conversation, handbook }) =>
    vipEntry(conversation, handbook.policy) === undefined ? undefined : 'on the VIP list',
};

/** What has just happened: it calls anew when it happens again after we have answered. */
const HAPPENING: Partial<Record<EscalationReason, Look>> = {
  'asked for a person': ({ conversation: { handedOverAt }, before, triage, words }) => {
    const handedOver = handedOverAt !== before?.handedOverAt;
    return triage.wantsHuman && (words || handedOver) ? 'they say so' : undefined;
  },
  'upset twice': (seen) =>
    seen.words && isUpset(seen.triage) && wasUpsetBefore(seen)
      ? 'two messages in a row'
      : undefined,
  legal: ({ words }) => words && threatIn(words),
  'nobody answered': ({ conversation: { clocks }, before }) => {
    const reply = clocks?.reply;
    if (reply?.breached === undefined || reply.stopped !== undefined) return undefined;
    const known = before?.clocks?.reply?.breached === reply.breached;
    return known ? undefined : `the ${CLOCKS[reply.name]} is overdue`;
  },
  'model unsure': ({ conversation, before }) => {
    const { model, citations = [] } = openDraft(conversation) ?? {};
    const unsure = model?.is === 'found' || model?.is === 'no-better';
    const known = before && openDraft(before)?.model === model;
    return unsure && !known && citations.length === 0 ? 'the model found no article' : undefined;
  },
};

/** What there is to call a human for that was not there before. */
export function signsOf(
  conversation: Conversation,
  before: Conversation | undefined,
  handbook: Handbook,
): Sign[] {
  const { triage, escalations = [] } = conversation;
  if (!triage) return [];
  const anew = triage !== before?.triage;
  const words = anew ? readWords(ownWords(said(conversation))) : undefined;
  const seen = { conversation, before, triage, handbook, words };
  const begins = !before || isAtRest(before);
  const answered = lastAnswered(conversation);
  const lastOf = (reason: EscalationReason) =>
    escalations.findLast((one) => one.reason === reason)?.at;
  return [
    ...look(STANDING, seen).filter(({ reason }) => begins || lastOf(reason) === undefined),
    ...look(HAPPENING, seen).filter(
      ({ reason }) => begins || (lastOf(reason) ?? Number.NEGATIVE_INFINITY) <= answered,
    ),
  ];
}

/** Whether a reason that stands with what the matter is does so still; others stand once they have arisen. */
export function stillHolds(
  reason: EscalationReason,
  conversation: Conversation,
  handbook: Handbook,
): boolean {
  const { triage } = conversation;
  const holds = STANDING[reason];
  if (!holds || !triage) return true;
  const words = readWords(ownWords(said(conversation)));
  return holds({ conversation, before: undefined, triage, handbook, words }) !== undefined;
}

function look(signs: Partial<Record<EscalationReason, Look>>, seen: Seen): Sign[] {
  return Object.entries(signs).flatMap(([reason, holds]) => {
    const because = holds(seen);
    return because === undefined ? [] : [{ reason: reason as EscalationReason, because }];
  });
}

function said(conversation: Conversation): string {
  return unanswered(conversation)
    .map(({ text }) => text)
    .join('\n');
}

/** Whether they were upset in what they wrote before their last message. A burst is one message in several lines. */
function wasUpsetBefore({ conversation, handbook }: Seen): boolean {
  const { burstPause } = handbook.policy;
  const messages = customerMessages(conversation);
  const begins = messages.findLastIndex(
    ({ at }, i) => i > 0 && at - messages[i - 1]!.at > burstPause,
  );
  if (begins < 0) return false;
  const earlier = messages.slice(0, begins);
  const first = earlier.findLastIndex(({ at }, i) => i > 0 && at - earlier[i - 1]!.at > burstPause);
  const texts = [earlier.slice(Math.max(0, first)), messages.slice(begins)].map((burst) =>
    burst.map(({ text }) => text).join('\n'),
  );
  return texts.every((text) => isUpset(read(text, handbook)));
}
