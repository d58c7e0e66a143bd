import type { Instant, Place, Platform } from './conversation.ts';
import type { Event } from './events.ts';
import type { NotePart } from './rounds/note.ts';
import type { NudgeKind } from './time/follow-up/nudges.ts';

/**
 * What should follow from a decision, in no platform's words. The `show-*` effects name a part of the
 * conversation and are idempotent: the door renders that part as it stands when the effect is carried out,
 * posting it the first time and updating it in place from then on.
 */
export type Intent =
  /** The root message in the triage channel. */
  | { readonly type: 'show-card' }
  /** A message of the customer (or of a human who answered) in the card's thread. */
  | { readonly type: 'show-message'; readonly message: string }
  | { readonly type: 'show-draft'; readonly draft: number }
  /** What was promised, by its id, with what can be done about it, in the card's thread. */
  | { readonly type: 'show-promise'; readonly promise: string }
  /** An internal line in the card's thread. */
  | { readonly type: 'show-note'; readonly text: string }
  /** What waits for a lead's word, or what became of it, in the card's thread. */
  | { readonly type: 'show-lesson'; readonly lesson: string }
  /** To the customer, word for word. */
  | {
      readonly type: 'send-reply';
      readonly place: Place;
      readonly draft: number;
      readonly text: string;
      /** With the buttons of this question under it, while it is open. */
      readonly question?: number;
    }
  | { readonly type: 'send-acknowledgement'; readonly place: Place; readonly text: string }
  /** What the desk itself has to say to the customer, beside acknowledgements and replies. */
  | {
      readonly type: 'send-notice';
      readonly place: Place;
      readonly text: string;
      readonly question?: number;
      readonly about: Occasion;
    }
  /** What was sent with a question, as it stands now: with its buttons, or with what was chosen. */
  | { readonly type: 'show-question'; readonly question: number }
  /** To one agent alone, in the triage place. */
  | { readonly type: 'tell-agent'; readonly person: string; readonly text: string }
  /** Somebody of the team must look: by name under the card, or each alone. */
  | {
      readonly type: 'call';
      readonly whom: Called;
      readonly by: 'mention' | 'direct message';
      readonly text: string;
    }
  /** Said once in a channel of the team's own, by its id. */
  | { readonly type: 'share'; readonly channel: string; readonly text: string }
  /** To the team or one of them, about several conversations or none: it belongs to no one conversation. */
  | {
      readonly type: 'post-note';
      readonly platform: Platform;
      /** The triage channel, or a person or channel of the team's own; ids of other platforms are nobody's. */
      readonly to: 'triage' | { readonly id: string };
      /** When it was decided. */
      readonly at: Instant;
      /** From when on nobody needs it any more; absent for never. */
      readonly until?: Instant;
      readonly parts: readonly NotePart[];
      /** The report that it brings, in the words that ask for one. */
      readonly report?: string;
    }
  /** A better draft than this one, from a model: what it writes comes back as an event. */
  | { readonly type: 'ask-writer'; readonly draft: number }
  /** Back into the desk by the front door, kept in the same write. */
  | { readonly type: 'raise'; readonly event: Event };

/** People of the team by their platform's ids, or the leads whom the door knows. */
export type Called = 'leads' | readonly string[];

/** On what occasion the desk speaks for itself. */
export type Occasion = NudgeKind | 'hand-over' | 'closing' | 'still' | 'survey' | 'rated';

/** An intent with its name. The id is `conversation/version/position`, so deciding twice names the same effects. */
export type Effect = Intent & { readonly id: string };

/** An effect that is kept until it is carried out. */
export type KeptEffect = Exclude<Effect, { type: 'raise' }>;

/** An effect of a conversation that leaves through a door. */
export type Outgoing = Exclude<KeptEffect, { type: 'ask-writer' | 'post-note' }>;

/** An effect of the desk that leaves through a door. */
export type Note = Extract<KeptEffect, { type: 'post-note' }>;

/**
 * Effects of one audience leave in order; a triage card that cannot be posted never holds up a reply, nor does a slow model.
 */
export function audienceOf(effect: KeptEffect): 'customer' | 'triage' | 'writer' {
  if (effect.type === 'ask-writer') return 'writer';
  return effect.type === 'show-question' || isSaid(effect) ? 'customer' : 'triage';
}

/** What the customer gets to read, word for word. */
export type Saying = Extract<
  Effect,
  { type: 'send-reply' | 'send-acknowledgement' | 'send-notice' }
>;

export function isSaid(effect: KeptEffect): effect is Saying {
  return (
    effect.type === 'send-reply' ||
    effect.type === 'send-acknowledgement' ||
    effect.type === 'send-notice'
  );
}

/** The question whose buttons stand under what the customer reads. */
export function questionIn(effect: Saying): number | undefined {
  return effect.type === 'send-acknowledgement' ? undefined : effect.question;
}

/** The part of the conversation that an effect shows, or the effect itself where it shows none. */
export function slotOf(effect: KeptEffect): string {
  switch (effect.type) {
    case 'show-card':
      return 'card';
    case 'show-draft':
      return `draft:${effect.draft}`;
    case 'show-lesson':
      return `lesson:${effect.lesson}`;
    case 'show-message':
      return `message:${effect.message}`;
    case 'show-promise':
      return `promise:${effect.promise}`;
    case 'show-question':
      return `question:${effect.question}`;
    case 'send-reply':
    case 'send-notice':
      return effect.question === undefined ? effect.id : `question:${effect.question}`;
    default:
      return effect.id;
  }
}
