import type { Clock } from '../desk/clock.ts';
import type { Shelf } from '../desk/ports.ts';
import type { Player } from './people.ts';
import {
  type Card,
  emptyRoom,
  type Item,
  type Posted,
  type RoomState,
  type Said,
  trim,
  type Whisper,
} from './state.ts';
import type { CardView, ItemView } from './views.ts';

/** The platform of the playground: who said what where. Everything in it is plain data. */
export interface Room {
  readonly state: Readonly<RoomState>;
  /** Names the present room in a `Place`: a cleared room is another workspace. */
  workspace(): string;
  add(said: Omit<Said, 'id' | 'at'>): Said;
  said(id: string): Said | undefined;
  /** Applies a change to a message and tells whoever watches. */
  change(
    said: Said,
    change: Partial<Pick<Said, 'text' | 'before' | 'edits' | 'deleted' | 'delivery' | 'asked'>>,
  ): void;
  card(conversation: string): Card | undefined;
  showCard(conversation: string, view: CardView, effect: string): Card;
  /** `posted` is the item that stood in its place before, under whichever slot. */
  showItem(card: Card, slot: string, view: ItemView, effect: string, posted?: string): Item;
  whisper(whisper: Omit<Whisper, 'id' | 'at'>): Whisper;
  note(note: Omit<Posted, 'id' | 'at'>): Posted;
  /** Takes a lesson off what this person was shown. */
  judged(by: string, lesson: string): void;
  /** Empties the page for a fresh start of the same people. */
  clear(): void;
  /** These people play here from the next start on, in these channels. */
  plays(cast: readonly Player[], channels: readonly string[]): void;
  /** Whoever watches looks again: the time is another one. */
  timePassed(): void;
  /** Calls after every change; returns how to stop. */
  watch(call: () => void): () => void;
  /** Resolves when everything changed so far is on the shelf. */
  save(): Promise<void>;
}

const KEY = 'room';

/** Opens the room as it was left. */
export async function openRoom(
  shelf: Pick<Shelf<RoomState>, 'get' | 'set'>,
  clock: Clock,
): Promise<Room> {
  // A room of an older Warmline has no notes and no channels.
  let state: RoomState = { ...emptyRoom(), ...(await shelf.get(KEY)) };
  // Whatever was on its way when the process ended was never confirmed.
  for (const said of state.said) if (said.delivery) said.delivery = 'failed';
  const watchers = new Set<() => void>();
  const changed = () => {
    trim(state);
    for (const call of watchers) call();
  };
  /** Ids grow strictly, so that an id is also the order. */
  const stamp = () => {
    const at = clock.now();
    state.last = Math.max(at, state.last + 1);
    return { id: String(state.last), at };
  };
  return {
    get state() {
      return state;
    },
    workspace: () => (state.generation === 1 ? 'local' : `local-${state.generation}`),
    add(said) {
      const added = { ...stamp(), ...said };
      state.said.push(added);
      changed();
      return added;
    },
    said: (id) => state.said.find((one) => one.id === id),
    change(said, change) {
      Object.assign(said, change);
      changed();
    },
    card: (conversation) => state.cards.find((one) => one.conversation === conversation),
    showCard(conversation, view, effect) {
      let card = state.cards.find((one) => one.conversation === conversation);
      if (card) Object.assign(card, { view, effect });
      else {
        card = { ...stamp(), conversation, effect, view, items: [] };
        state.cards.push(card);
      }
      changed();
      return card;
    },
    showItem(card, slot, view, effect, posted) {
      let item = card.items.find((one) => one.slot === slot || one.id === posted);
      if (item) Object.assign(item, { slot, view, effect });
      else {
        item = { ...stamp(), slot, effect, view };
        card.items.push(item);
      }
      changed();
      return item;
    },
    whisper(whisper) {
      const added = { ...stamp(), ...whisper };
      state.whispers.push(added);
      changed();
      return added;
    },
    note(note) {
      const added = { ...stamp(), ...note };
      state.notes.push(added);
      changed();
      return added;
    },
    judged(by, lesson) {
      for (const whisper of state.whispers) {
        if (whisper.to !== by || !whisper.lessons) continue;
        whisper.lessons = whisper.lessons.filter(({ id }) => id !== lesson);
      }
      changed();
    },
    clear() {
      const { channels, cast } = state;
      const empty = emptyRoom(state.generation + 1, state.last);
      state = { ...empty, channels, ...(cast && { cast }) };
      changed();
    },
    plays(cast, channels) {
      state = { ...state, cast, channels };
      changed();
    },
    timePassed: changed,
    watch(call) {
      watchers.add(call);
      return () => watchers.delete(call);
    },
    save: keeper(() => shelf.set(KEY, state)),
  };
}

/**
 * One write at a time; whoever asks while one runs shares the next. A write that began before a change
 * does not count for it.
 */
function keeper(write: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running.then(async () => {
      next = undefined;
      const writing = write();
      running = writing.catch(() => {});
      await writing;
    });
    return next;
  };
}
