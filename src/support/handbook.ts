import type { Knowledge } from './knowledge/search.ts';
import type { Sorter } from './sorting/sorter.ts';
import type {
  Assignment,
  EscalationReason,
  EscalationStep,
  FollowUp,
  ScheduledReport,
  ServiceLevel,
  Survey,
  Team,
} from './time/policy.ts';
import type { Urgency } from './triage/triage.ts';

/** When people of the team are there, in local time of `zone`. */
export interface Calendar {
  /** IANA, such as Europe/Berlin. */
  readonly zone: string;
  /**
   * Opening spans of each weekday, Monday first, in minutes after midnight. One that ends after 1440 goes on in the next
   * morning, and belongs to the day on which it begins. Where spans overlap, they are one.
   */
  readonly week: readonly (readonly { readonly from: number; readonly to: number }[])[];
  /** ISO dates on which nobody begins to work. */
  readonly holidays: readonly string[];
  /** The ISO dates of the countries' and regions' holidays in a year, where there are such; always the same for a year. */
  readonly publicHolidays?: (year: number) => readonly string[];
  /** Whose openings count as well, each in its own zone and with its own holidays. */
  readonly besides?: readonly Calendar[];
}

export interface Policy {
  /** The team's name, as customers should read it. */
  readonly team: string;
  readonly language: string;
  /** The language to expect in a channel where it is another, by the channel's id. */
  readonly languages: Readonly<Record<string, string>>;
  /** The office's: of everybody who is in no team, and of what no team looks after. */
  readonly calendar: Calendar;
  /** Urgencies that are looked after day and night: their clocks never pause. */
  readonly aroundTheClock: readonly Urgency[];
  /** The first that fits holds; the last fits everybody. `serviceLevelFor` finds it. */
  readonly serviceLevels: readonly ServiceLevel[];
  /** The share of a service level's time after which whoever can act is warned, once. Between 0 and 1. */
  readonly warnAt: number;
  readonly teams: readonly Team[];
  readonly assign: Assignment;
  /** The steps until a human acts, soonest first; none where a reason calls nobody. */
  readonly escalation: Readonly<Record<EscalationReason, readonly EscalationStep[]>>;
  readonly followUp: FollowUp;
  readonly survey: Survey;
  /** Reports that come by themselves. */
  readonly reports: readonly ScheduledReport[];
  /** Whether agents are told at the beginning of their shift what waits for them. */
  readonly brief: boolean;
  /** The id of the channel where customers' thanks are shared; absent where they are not. */
  readonly praiseChannel?: string;
  /** Milliseconds of silence after which a burst is complete. */
  readonly burstPause: number;
  /** Milliseconds in which a further message outside a thread still belongs to the same matter. */
  readonly followUpWindow: number;
  /** Tell a customer at once when to expect an answer. */
  readonly acknowledge: boolean;
  /** Where the platform has a label for it, say of what customers get as the desk wrote it that a machine did. */
  readonly labelReplies: boolean;
  readonly automation: Automation;
  /** Ids of customers, channels and workspaces that come first. */
  readonly vip: readonly string[];
  readonly model: ModelBudget;
}

/**
 * off:         agents see it, and nothing is drafted or sent.
 * suggest:     a draft waits for an agent.
 * acknowledge: and the customer is told when to expect an answer.
 * answer:      what is sure beyond doubt is sent by itself; all else is suggested.
 */
export type Level = 'off' | 'suggest' | 'acknowledge' | 'answer';

/** What the desk may do of its own accord. */
export interface Automation {
  readonly default: Level;
  /** By the category's name. */
  readonly categories: Readonly<Record<string, Level>>;
  /** By the channel's id; `direct` for one-to-one chats with the bot. */
  readonly channels: Readonly<Record<string, Level>>;
  /** When it may answer: in opening hours, outside of them, or always. */
  readonly hours: 'always' | 'open' | 'closed';
}

/** What a model may be asked for. A limit of 0 is none. */
export interface ModelBudget {
  /** Tokens of all conversations in a day of UTC, read and written. */
  readonly tokensPerDay: number;
  readonly tokensPerConversation: number;
  /** In the currency of the prices. */
  readonly moneyPerDay: number;
  /** What a million tokens cost; 0 where it is not known. */
  readonly prices: { readonly input: number; readonly cached: number; readonly output: number };
}

/** Words that tell: a phrase may end a word in `*` (any ending) and skip up to three words with `...`. */
export interface WeightedPhrase {
  readonly phrase: string;
  readonly weight: number;
}

/** One kind of problem within a category, as customers put it and as we put it back to them. */
export interface Matter {
  readonly phrases: readonly string[];
  /** In our words; `{thing|the app}` becomes what the customer named, or else the words after the bar. */
  readonly problem: string;
  /** The same in further languages, by their codes, in the form in which that language's replies speak of it. */
  readonly called?: Readonly<Record<string, string>>;
  /** The detail to ask for here instead of the category's. */
  readonly needs?: string;
  /** Whether we failed them if it is as they say. */
  readonly fault: boolean;
}

/** A category as the team wrote it down, told by phrases, which weigh by how surely they tell, by examples, or by both. */
export interface Category {
  readonly name: string;
  /** As agents read it. */
  readonly label: string;
  /** What the customer's problem is called in a reply: "the charge on your account". */
  readonly problem: string;
  /** The same in further languages, by their codes. */
  readonly called?: Readonly<Record<string, string>>;
  /** The detail without which nobody can help: the situation `ask-<needs>` asks for it. */
  readonly needs?: string;
  readonly phrases: readonly WeightedPhrase[];
  readonly matters: readonly Matter[];
  /** Whole messages that belong here, in any language. */
  readonly examples: readonly string[];
}

/** By how much a rule moves a matter from the level that it has by the other rules. */
export type Step = 'one step up' | 'one step down';

/**
 * When a matter is urgent, by its impact on the customer. A rule fires when every condition that it names holds; a level
 * is the least that the matter then has.
 */
export interface UrgencyRule {
  /** As agents read it: "nobody can work". */
  readonly name: string;
  readonly urgency: Urgency | Step;
  /** One of them is said; none where the rule asks for no words. */
  readonly phrases: readonly string[];
  /** Words in whose presence, in the same sentence, a phrase does not count. */
  readonly unless: readonly string[];
  /** Milliseconds, day and night, that the customer has waited for us at least. */
  readonly waited?: number;
  /** How many times the customer has asked without an answer, at least. */
  readonly contacts?: number;
  /** How many people, shops or sites the customer counts, at least. */
  readonly people?: number;
  /** Only for customers whom the policy lists. */
  readonly vip?: true;
}

/** One wording of a reply: text with `{placeholders}`. */
export interface Wording {
  /** Unique: language, situation and position, such as `en/refund/2`. */
  readonly id: string;
  readonly text: string;
}

/**
 * What the team has written down, loaded and checked once, frozen. `replies` are the wordings by
 * language and situation; a situation is a category's name or one of the fixed ones the composer asks for.
 */
export interface Handbook {
  readonly policy: Policy;
  readonly categories: readonly Category[];
  /** Sorts messages into them. */
  readonly sorter: Sorter;
  readonly urgency: readonly UrgencyRule[];
  readonly replies: Readonly<Record<string, Readonly<Record<string, readonly Wording[]>>>>;
  /** The team's articles, ready to be searched. */
  readonly knowledge: Knowledge;
}
