import type { Instant } from './conversation.ts';
import type { CorrectedField } from './corrections.ts';
import type { ClockName } from './time/clock.ts';
import type { NudgeKind } from './time/follow-up/nudges.ts';

/** What reports count, kept in the same write as the decision that caused it. Milliseconds. */
export type Fact = { readonly at: Instant; readonly conversation: string } & (
  | { readonly type: 'opened'; readonly category: string; readonly urgency: string }
  | { readonly type: 'reopened' }
  | { readonly type: 'acknowledged'; readonly after: number }
  /** `outcome` tells what became of the draft: sent as it was, or in the agent's words. */
  | {
      readonly type: 'replied';
      readonly agent: string;
      readonly after: number;
      readonly outcome: 'as-it-was' | 'edited';
      readonly template: string;
    }
  /** A human answered in the customer's thread, past the draft. */
  | { readonly type: 'answered-directly'; readonly by: string; readonly after: number }
  | { readonly type: 'set-aside'; readonly agent: string }
  | { readonly type: 'resolved'; readonly agent: string }
  | { readonly type: 'delivery-failed' }
  /** The customer said that what the desk itself answered was the answer. */
  | { readonly type: 'self-service-solved' }
  | { readonly type: 'person-called'; readonly by: 'button' | 'words' }
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
      readonly type: 'clock-warned' | 'clock-breached';
      readonly clock: ClockName;
      readonly urgency: string;
    }
  /**
   * What we owed was done, in so much working time of that allowed. Where a reply did not arrive the clock goes on: of
   * several of one clock and `since`, the last counts.
   */
  | {
      readonly type: 'clock-stopped';
      readonly clock: ClockName;
      readonly urgency: string;
      readonly since: Instant;
      readonly took: number;
      readonly within: number;
      readonly met: boolean;
    }
  /** A lead accepted or declined what a correction may teach. */
  | {
      readonly type: 'learnt' | 'declined';
      readonly lesson: string;
      readonly category: string;
      readonly lead: string;
    }
  /** The desk spoke to the customer unasked. */
  | { readonly type: 'nudged'; readonly kind: NudgeKind }
  /** Nothing more came from the customer; `notice` tells whether they were told. */
  | { readonly type: 'closed-by-silence'; readonly notice: boolean }
  /** The customer said whether what we did had worked. */
  | { readonly type: 'confirmed'; readonly worked: boolean }
  | { readonly type: 'snoozed'; readonly agent: string; readonly until: Instant }
);
