import type { Instant } from '../support/conversation.ts';
import type { NoteView } from './note.ts';
import type { Player } from './people.ts';
import type { AskedView, CardView, ItemView, LessonView } from './views.ts';

/** A message somebody wrote, or that Warmline sent to a customer. */
export interface Said {
  /** Its instant in milliseconds, or the next free one: unique, and in the order of writing. */
  readonly id: string;
  readonly channel: string;
  /** Id of a player, or `warmline`. */
  readonly author: string;
  readonly at: Instant;
  text: string;
  /** Id of the thread's root: a message here, or a card in #triage. */
  readonly thread?: string;
  /** What it said before its author edited it. */
  before?: string;
  edits?: number;
  deleted?: true;
  /** The effect that sent it. */
  readonly effect?: string;
  /** What the customer may answer by a button, and what they chose. */
  asked?: AskedView;
  /** The act that wrote it. */
  readonly act?: string;
  /** Where the desk has not confirmed it. `failed`: the page offers to try again. */
  delivery?: 'sending' | 'failed' | undefined;
}

/** One post of Warmline in a card's thread, kept up to date in place. */
export interface Item {
  readonly id: string;
  readonly at: Instant;
  readonly slot: string;
  effect: string;
  view: ItemView;
}

/** A root message in #triage. */
export interface Card {
  readonly id: string;
  readonly at: Instant;
  readonly conversation: string;
  effect: string;
  view: CardView;
  items: Item[];
}

/** What Warmline posts in #triage beside the cards. */
export interface Posted {
  readonly id: string;
  readonly at: Instant;
  readonly effect: string;
  readonly lists: readonly NoteView[];
  /** A report that somebody shows to the team, in brief. */
  readonly shared?: { readonly by: string; readonly text: string };
}

/** A report that somebody asked for, in their words and their zone. */
export interface ReportAsked {
  /** Behind `report`. */
  readonly words: string;
  /** IANA; the desk's own where it is left out. */
  readonly zone?: string;
}

/** What only one person sees. */
export interface Whisper {
  readonly id: string;
  readonly at: Instant;
  readonly to: string;
  readonly text: string;
  /** The words it answers, for a command. */
  readonly command?: string;
  readonly card?: string;
  /** Where it stands, where that is not beside the cards. */
  readonly beside?: 'help';
  /** The effect or act that it is of. */
  readonly effect?: string;
  /** What a lead can accept or decline, each until they have. */
  lessons?: readonly LessonView[];
  /** What it tells of in brief. The whole of it is asked for by this whisper's id. */
  readonly report?: ReportAsked;
}

/** Everything on the page. */
export interface RoomState {
  /** Grows when the room is cleared: what belonged to an earlier one is not shown any more. */
  generation: number;
  /** The newest instant that was handed out as an id. */
  last: Instant;
  said: Said[];
  cards: Card[];
  whispers: Whisper[];
  notes: Posted[];
  /** The channels in which customers write. */
  readonly channels: readonly string[];
  /** Who plays here, where that is not the usual cast. */
  readonly cast?: readonly Player[];
}

/** Where the desk keeps the room. */
export const SHELF = 'playground';

/** Where customers write unless a room says otherwise. */
export const HELP = 'help';

export function emptyRoom(generation = 1, last = 0): RoomState {
  return {
    generation,
    last,
    said: [],
    cards: [],
    whispers: [],
    notes: [],
    channels: [HELP],
  };
}

/** How much the page keeps: a demonstration, not an archive. */
const KEPT = { said: 400, cards: 60, items: 120, whispers: 80, notes: 20 } as const;

/** Forgets the oldest where there is more than the page keeps; of cards, those first in which nobody waits. */
export function trim(state: RoomState): void {
  state.said.splice(0, state.said.length - KEPT.said);
  for (let over = state.cards.length - KEPT.cards; over > 0; over--) {
    const rests = state.cards.findIndex(({ view }) => view.waitingSince === undefined);
    state.cards.splice(Math.max(0, rests), 1);
  }
  state.whispers.splice(0, state.whispers.length - KEPT.whispers);
  state.notes.splice(0, state.notes.length - KEPT.notes);
  for (const card of state.cards) card.items.splice(0, card.items.length - KEPT.items);
}
