/** What customers come with; a category of the shipped handbook each. */
export const TOPICS = [
  'billing',
  'refund',
  'delivery_order',
  'account_access',
  'bug_outage',
  'how_to',
  'cancellation_churn',
  'complaint',
  'feature_request',
  'security_privacy',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What people write in one language. `{n}` is a number, `{name}` whom the words go to or are about. */
export interface Words {
  readonly matters: Readonly<Record<Topic, readonly string[]>>;
  /** While nothing works for anybody. */
  readonly outage: readonly string[];
  /** Sent right behind the first message. */
  readonly besides: readonly string[];
  /** Of the customer, after we wrote. */
  readonly thanks: readonly string[];
  readonly worked: readonly string[];
  readonly further: readonly string[];
  readonly unhappy: readonly string[];
  readonly person: readonly string[];
  readonly praise: readonly string[];
  readonly again: readonly string[];
  readonly stop: readonly string[];
  /** A word about a rating. */
  readonly glad: readonly string[];
  readonly sad: readonly string[];
  /** Of the team. */
  readonly answers: readonly string[];
  readonly added: readonly string[];
  readonly questions: readonly string[];
  readonly promises: readonly string[];
  readonly amends: readonly string[];
}
