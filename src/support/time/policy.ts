import type { Calendar } from '../handbook.ts';
import type { Urgency } from '../triage/triage.ts';

/**
 * A length of opening time as a team writes it. Minutes while somebody is there; `days` are working days of whoever
 * answers, and of 24 hours where people are there day and night (`minutesOf` tells their length).
 */
export interface WorkingTime {
  readonly days: number;
  /** Minutes beside the days. */
  readonly minutes: number;
}

export type ByUrgency<T> = Readonly<Record<Urgency, T>>;

/** How soon customers are served, in opening time. */
export interface ServiceLevel {
  /** Ids of channels, workspaces and customers for whom it holds; absent in the last of a policy, which holds for all. */
  readonly for?: readonly string[];
  /** From the customer's first words until a human answers. */
  readonly replyWithin: ByUrgency<WorkingTime>;
  /** From each further message of theirs that waits until a human answers. */
  readonly nextReplyWithin: ByUrgency<WorkingTime>;
  /** From the customer's first words until the matter is closed. */
  readonly resolveWithin: ByUrgency<WorkingTime>;
}

/** A group of the team with hours of its own. Its people are on shift while it is open. */
export interface Team {
  /** As the policy names it: "billing". */
  readonly name: string;
  readonly calendar: Calendar;
  /** Ids of agents. Somebody may belong to several teams. */
  readonly people: readonly string[];
  /** What it looks after. */
  readonly categories: readonly string[];
  /** Languages by their two letters; none where it does not matter. */
  readonly speaks: readonly string[];
}

/** Who gets the next matter: whoever takes it, each in turn, or the one with the fewest open. */
export const ASSIGNMENTS = ['by hand', 'round robin', 'least loaded'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** Why a human is called in. */
export const ESCALATIONS = [
  'asked for a person',
  'urgent',
  'upset twice',
  'legal',
  'security',
  'churn',
  'promise passed',
  'nobody answered',
  'model unsure',
  'vip',
  'low rating',
] as const;
export type EscalationReason = (typeof ESCALATIONS)[number];

/** How somebody is reached: on the card in the triage channel, by a mention in its thread, or directly. */
export const ESCALATION_WAYS = ['card', 'mention', 'direct message'] as const;
export type EscalationWay = (typeof ESCALATION_WAYS)[number];

export type EscalationTarget = 'owner' | 'on shift' | 'leads' | { readonly team: string };

/** One rung of the ladder, climbed while no human has acted. */
export interface EscalationStep {
  readonly to: EscalationTarget;
  readonly by: EscalationWay;
  /** Opening time since the reason arose; never less than that of the step before it. */
  readonly after: WorkingTime;
}

/** When the desk speaks up by itself. Milliseconds, day and night, unless it says otherwise. */
export interface FollowUp {
  /** Since our question, ascending, at most two: then a customer who is silent is asked again. */
  readonly silentAfter: readonly number[];
  /** Since our last word, that of a nudge included, or thanks of theirs: then the matter is closed, with notice. Absent: never. */
  readonly closeAfter?: number;
  /** Since our answer: then they are asked whether it worked. Absent: never. */
  readonly didThatWorkAfter?: number;
  /** Since a hard case was resolved. Absent: never. */
  readonly checkInAfter?: number;
  /** When customers may be spoken to unasked, on their clock, in minutes after midnight. */
  readonly wakingHours: { readonly from: number; readonly to: number };
  /** The most nudges that a customer gets in seven days. */
  readonly perWeek: number;
  /** Opening time between two reminders of who waits. */
  readonly remindAgentsEvery: WorkingTime;
  /** Since it was resolved: a customer who writes within it opens the matter again. */
  readonly reopenWithin: number;
}

export const SURVEYS = ['csat', 'ces', 'nps', 'off'] as const;

/** What customers are asked once a matter is resolved. Milliseconds, day and night. */
export interface Survey {
  readonly ask: (typeof SURVEYS)[number];
  /** Since it was resolved. */
  readonly after: number;
  /** Since they were asked, once. Absent: never. */
  readonly remindAfter?: number;
  /** Since they were last asked anything. */
  readonly notAgainWithin: number;
}

/** When a report comes: on every working day, once a week on this day, or on the first of each month. */
export const REPORT_DAYS = [
  'day',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'month',
] as const;

/** A report that comes by itself. */
export interface ScheduledReport {
  /** The words that ask for it, as behind `report`. */
  readonly report: string;
  readonly every: (typeof REPORT_DAYS)[number];
  /** Minutes after midnight, on the office's clock. */
  readonly at: number;
  /** Each lead, the triage channel, or one person or channel of the team's own by its id. */
  readonly to: 'leads' | 'triage' | { readonly id: string };
}
