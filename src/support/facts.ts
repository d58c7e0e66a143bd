import type { Instant } from './conversation.ts';
import type { CorrectedField } from './corrections.ts';
import type { ClockName } from './time/clock.ts';

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
  /** The desk itself answered, with no agent's approval; `articles` are ids of the passages that it cites. */
  | {
      readonly type: 'answered-itself';
      readonly after: number;
      readonly category: string;
      readonly template: string;
      readonly articles: readonly string[];
    }
  /** A human answered in the customer's thread, past the draft. */
  | { readonly type: 'answered-directly'; readonly by: string; readonly after: number }
  | { readonly type: 'set-aside'; readonly agent: string }
  | { readonly type: 'resolved'; readonly agent: string }
  /** Somebody was given it without their taking it: whose turn it was, or by a colleague. */
  | {
      readonly type: 'assigned';
      readonly agent: string;
      readonly how: 'round robin' | 'least loaded' | 'handed on';
    }
  | { readonly type: 'delivery-failed' }
  /** The customer said that what the desk itself answered was the answer. */
  | { readonly type: 'self-service-solved' }
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
);
