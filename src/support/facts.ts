import type { Instant } from './conversation.ts';
import type { CorrectedField } from './corrections.ts';
import type { Ending } from './ending.ts';
import type { Nth } from './human-replies.ts';
import type { Lesson } from './lessons.ts';
import type { Usage } from './reply/writing.ts';
import type { ClockName } from './time/clock.ts';
import type { NudgeKind } from './time/follow-up/nudges.ts';
import type { EscalationReason } from './time/policy.ts';
import type { Recovery } from './time/survey/recovery.ts';
import type { Scale } from './time/survey/scales.ts';
import type { Taken } from './time/taken.ts';

/**
 * What became of a draft. `as-it-was` and `edited`: it reached the customer. `replaced`: somebody of the team had another one
 * written, or answered past it. `ignored`: nobody decided on it before the customer went on or the matter was closed. `bettered`:
 * a model's draft took its place before anybody decided.
 */
export type DraftOutcome = 'as-it-was' | 'edited' | 'replaced' | 'ignored' | 'bettered';

/** What reports count, kept in the same write as the decision that caused it. Milliseconds. */
export type Fact = { readonly at: Instant; readonly conversation: string } & (
  | {
      readonly type: 'opened';
      readonly category: string;
      readonly urgency: string;
      /** The conversation whose messages these were, where it was split off. */
      readonly from?: string;
    }
  /** It was resolved, and waits for us again: for whatever reason but a low rating. */
  | { readonly type: 'reopened' }
  /** It is the same matter as that one, and is counted there. */
  | { readonly type: 'merged'; readonly into: string }
  /** Its customer took back all that they had said. */
  | { readonly type: 'withdrawn' }
  /** It had been set aside, withdrawn or merged, and counts again. */
  | { readonly type: 'brought-back' }
  | { readonly type: 'acknowledged'; readonly after: number }
  /** `outcome` tells what became of the draft: sent as it was, or in the agent's words. It took no time where the customer did not wait. */
  | ({
      readonly type: 'replied';
      readonly agent: string;
      readonly nth: Nth;
      readonly outcome: 'as-it-was' | 'edited';
      readonly template: string;
    } & Partial<Taken>)
  /** The desk itself answered, with no agent's approval; `articles` are ids of the passages that it cites. */
  | {
      readonly type: 'answered-itself';
      readonly after: number;
      readonly category: string;
      readonly template: string;
      readonly articles: readonly string[];
    }
  /** A human answered in the customer's thread, past the draft. */
  | ({ readonly type: 'answered-directly'; readonly by: string; readonly nth: Nth } & Taken)
  | { readonly type: 'set-aside'; readonly agent: string }
  | ({ readonly type: 'resolved'; readonly agent: string } & Partial<Ending>)
  /** Somebody was given it without their taking it: whose turn it was, or by a colleague. */
  | {
      readonly type: 'assigned';
      readonly agent: string;
      readonly how: 'round robin' | 'least loaded' | 'handed on';
    }
  /** `since` is when they wrote who wait for that reply still. */
  | { readonly type: 'delivery-failed'; readonly since?: Instant }
  /** The customer said that what the desk itself answered was the answer. */
  | ({ readonly type: 'self-service-solved' } & Partial<Ending>)
  /** From the desk's own answers to a person: by a button, because they asked in words, or because they went on writing. */
  | { readonly type: 'handed-over'; readonly because: 'pressed' | 'asked' | 'writes-on' }
  /** An agent set the triage right; `from` is what stood there. */
  | {
      readonly type: 'corrected';
      readonly field: CorrectedField;
      readonly from: string;
      readonly to: string;
      readonly agent: string;
    }
  /** A clock was near its end, or came to it. */
  | {
      readonly type: 'sla-warned' | 'sla-breached';
      readonly clock: ClockName;
      readonly urgency: string;
    }
  /**
   * What we owed was done, in so much working time of that allowed. Where a reply did not arrive the clock goes on: of
   * several of one clock and `since`, the last counts.
   */
  | {
      readonly type: 'sla-clock-stopped';
      readonly clock: ClockName;
      readonly urgency: string;
      readonly since: Instant;
      readonly took: number;
      readonly within: number;
      readonly met: boolean;
    }
  /** A promise to the customer counts from here on; `by` is who made it. */
  | {
      readonly type: 'promised';
      readonly promise: string;
      readonly by: string;
      readonly due: Instant;
    }
  /** Its time is another one now: of several, the last counts. */
  | {
      readonly type: 'promise-moved';
      readonly promise: string;
      readonly by: string;
      readonly from: Instant;
      readonly due: Instant;
    }
  /** It is nearly due, or its time was over with no word of ours. */
  | {
      readonly type: 'promise-warned' | 'promise-passed';
      readonly promise: string;
      readonly by: string;
      readonly due: Instant;
    }
  /** What became of it, once. */
  | {
      readonly type: 'promise-kept' | 'promise-late' | 'promise-broken';
      readonly promise: string;
      readonly by: string;
      readonly due: Instant;
    }
  /** It was none, or the customer needs it no more: it is not counted. */
  | { readonly type: 'promise-dropped'; readonly promise: string; readonly by: string }
  /** A human was called in; a step of the ladder was taken, counted from 1. */
  | { readonly type: 'escalated'; readonly reason: EscalationReason }
  | {
      readonly type: 'escalation-climbed';
      readonly reason: EscalationReason;
      readonly step: number;
    }
  /** `by` is who acted or closed the matter, empty where time alone did. */
  | {
      readonly type: 'escalation-ended';
      readonly reason: EscalationReason;
      readonly after: number;
      readonly by: string;
    }
  /** A lead accepted or declined what may be learnt: an example of a category where `kind` says nothing else. */
  | {
      readonly type: 'learnt' | 'declined';
      readonly lesson: string;
      readonly category: string;
      readonly lead: string;
      readonly kind?: NonNullable<Lesson['kind']>;
    }
  /** What became of a draft: once for each that was shown. None of its words. */
  | {
      readonly type: 'draft-settled';
      readonly draft: number;
      readonly outcome: DraftOutcome;
      /** With `edited`: how much of it was sent, 0 to 1. */
      readonly kept?: number;
      /** The ids of its wordings, or `model`. */
      readonly template: string;
      readonly category: string;
      readonly language: string;
      readonly byModel: boolean;
    }
  /** A model was asked for a better draft: tokens, and what they cost in the currency of the policy's prices. */
  | ({ readonly type: 'model-used'; readonly money: number } & Usage)
  /** The desk spoke to the customer unasked. */
  | { readonly type: 'nudged'; readonly kind: NudgeKind }
  /** Nothing more came from the customer; `notice` tells whether they were told. */
  | ({ readonly type: 'closed-by-silence'; readonly notice: boolean } & Partial<Ending>)
  /** The customer said whether what we did had worked. */
  | ({ readonly type: 'confirmed'; readonly worked: boolean } & Partial<Ending>)
  | { readonly type: 'snoozed'; readonly agent: string; readonly until: Instant }
  /** The customer was asked how it was. */
  | {
      readonly type: 'survey-asked' | 'survey-reminded';
      readonly scale: Scale;
      readonly language: string;
    }
  /** How it was for the customer; of several of one conversation the last counts. `agent` is whose it was. */
  | {
      readonly type: 'rated';
      readonly scale: Scale;
      readonly value: number;
      readonly language: string;
      readonly agent?: string;
      /** We make up for what went wrong here. */
      readonly recovering?: true;
    }
  /** We have let a customer down, and make up for it. */
  | {
      readonly type: 'recovery-opened';
      readonly because: Recovery['because'];
      readonly agent?: string;
    }
  | {
      readonly type: 'recovery-settled';
      readonly because: Recovery['because'];
      readonly by: 'agent' | 'customer' | 'time';
      readonly after: number;
    }
  /** A customer praised somebody of the team, or what was done for them. */
  | { readonly type: 'praised'; readonly message: string; readonly agent?: string }
  /** Words that praised were taken back, or stand there again: of several about one message, the last counts. */
  | { readonly type: 'praise-changed'; readonly message: string; readonly stands: boolean }
);
