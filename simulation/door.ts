import type { Door, Shelf } from '../src/desk/ports.ts';
import { postNote } from '../src/playground/note.ts';
import type { Player } from '../src/playground/people.ts';
import { find, perform, type StageSet } from '../src/playground/perform.ts';
import type { Room } from '../src/playground/room.ts';
import { type Conversation, type Instant, openDraft } from '../src/support/conversation.ts';
import type { Intent, Outgoing } from '../src/support/effects.ts';
import type { Event } from '../src/support/events.ts';
import type { Handbook } from '../src/support/handbook.ts';
import type { Person } from '../src/support/roles.ts';
import { isOpenPromise } from '../src/support/time/promises/given.ts';

/** The playground's door, to people who are nowhere but here: what they do comes as the event that it is. */
export function openDoor(parts: {
  readonly room: Room;
  readonly handbook: Handbook;
  readonly cast: readonly Player[];
  readonly now: () => Instant;
  /** Who of the team works here then. */
  readonly staff: (at: Instant) => readonly Person[];
}): Door {
  const { room, now } = parts;
  return {
    platform: 'playground',
    understand: async ({ body }) => ({ event: JSON.parse(body) as Event }),
    perform: (effect, stage) => perform(parts, effect, stage),
    staff: async (ids) => parts.staff(now()).filter(({ id }) => ids.includes(id)),
    find: async (effect, stage) => find(room, effect, stage),
    postNote: (note, how) => postNote(parts, note, how),
  };
}

/** Puts a conversation on the page as it stands, where nothing of it was shown before. */
export async function showWhole(stageSet: StageSet, conversation: Conversation): Promise<void> {
  const { id, messages, promises = [] } = conversation;
  if (stageSet.room.card(id)) return;
  const draft = openDraft(conversation);
  const parts: Intent[] = [
    { type: 'show-card' },
    ...messages.slice(1).map((one): Intent => ({ type: 'show-message', message: one.id })),
    ...promises
      .filter(isOpenPromise)
      .map((one): Intent => ({ type: 'show-promise', promise: one.id })),
    ...(draft ? [{ type: 'show-draft', draft: draft.number } as const] : []),
  ];
  for (const [n, part] of parts.entries()) {
    await perform(stageSet, { ...part, id: `${id}/whole/${n}` } as Outgoing, { conversation });
  }
}

/** A shelf that is written once, when all is over: a page that nobody looks at meanwhile. */
export function patientShelf<T>(
  shelf: Shelf<T>,
): Pick<Shelf<T>, 'get' | 'set'> & { flush(): Promise<void> } {
  const waiting = new Map<string, T>();
  return {
    get: async (key) => waiting.get(key) ?? shelf.get(key),
    set: async (key, value) => waiting.set(key, value),
    async flush() {
      for (const [key, value] of waiting) await shelf.set(key, value);
    },
  };
}
