export const CATEGORIES = [
  'billing',
  'refund',
  'delivery_order',
  'account_access',
  'bug_outage',
  'how_to',
  'cancellation_churn',
  'complaint',
  'feedback_praise',
  'feature_request',
  'security_privacy',
  'other',
] as const;

export type Urgency = 'p1' | 'p2' | 'p3' | 'p4';
export type Sentiment = 'negative' | 'neutral' | 'positive';

/** Why a field is as it is, in words an agent understands. */
export interface Reason {
  readonly field:
    | 'category'
    | 'urgency'
    | 'sentiment'
    | 'wantsHuman'
    | 'isRequest'
    | 'abusive'
    | 'suspicious'
    | 'language';
  readonly because: string;
}

/** What the desk understands of a customer's words. */
export interface Triage {
  /** One of `CATEGORIES` or a category of the team's own. */
  readonly category: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly candidates: readonly { readonly category: string; readonly confidence: number }[];
  readonly urgency: Urgency;
  readonly sentiment: Sentiment;
  /** 0 (calm) to 1. */
  readonly frustration: number;
  readonly wantsHuman: boolean;
  /** False for greetings, thanks and chatter: they open nothing. */
  readonly isRequest: boolean;
  readonly abusive: boolean;
  /** The words look like instructions aimed at a model. */
  readonly suspicious: boolean;
  /** ISO 639-1. */
  readonly language: string;
  readonly reasons: readonly Reason[];
}
