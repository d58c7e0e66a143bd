import type { Instant } from '../support/conversation.ts';
import { isOpen } from '../support/conversation.ts';
import type { Note } from '../support/effects.ts';
import type { Sheet } from '../support/report/sheet.ts';
import { promisesOwed } from '../support/time/promises/given.ts';
import { awaitTurn, type Hands, isLate } from './hands.ts';
import { type Door, type NoteStage, PlatformError, type Stage } from './ports.ts';
import { leftToOthers, withoutDoor } from './settlements.ts';
import type { Pending, Settlement } from './store/store.ts';

/** Whoever was answered in the meantime is left out, and where there is nothing to tell any more nothing is posted. */
export async function postNote(pending: Pending, note: Note, parts: Hands): Promise<Settlement> {
  const { doors, clock } = parts;
  const door = doors.get(note.platform);
  if (!door) return withoutDoor(pending, clock.now());
  if (isOver(note, clock.now())) return { is: 'done' };
  const later = await awaitTurn(pending, parts);
  if (later) return later;
  const person = await receiverOf(note, door);
  // What is of conversations goes to people alone, and to those of the team who are there.
  if (note.to !== 'triage' && note.report === undefined) {
    if (!person || (await parts.isAway(note.platform, person.id))) return { is: 'done' };
  }
  const about = await stagesOf(note, parts);
  if (about.size === 0 && note.report === undefined) return { is: 'done' };
  const sheet = note.report === undefined ? {} : { sheet: await sheetOf(note, note.report, parts) };
  if (isOver(note, clock.now())) return { is: 'done' };
  if (isLate(pending, parts)) return leftToOthers(pending, clock.now());
  const { uncertain } = pending;
  const ref = await door.postNote(note, { about, uncertain, ...(person && { person }), ...sheet });
  return { is: 'done', ...(ref ? { ref } : {}) };
}

function isOver({ until }: Note, now: Instant): boolean {
  return until !== undefined && until <= now;
}

async function receiverOf({ to }: Note, door: Door): Promise<NoteStage['person']> {
  return to === 'triage' ? undefined : (await door.staff([to.id]))[0];
}

async function stagesOf({ parts }: Note, { store }: Hands): Promise<Map<string, Stage>> {
  const about = new Map<string, Stage>();
  for (const { about: ids, promised } of parts) {
    for (const id of ids) {
      const conversation = await store.conversation(id);
      if (!conversation) continue;
      const owed = promised && promisesOwed(conversation).length > 0;
      if (!owed && !isOpen(conversation)) continue;
      const card = (await store.refs(id)).get('card');
      about.set(id, { conversation, ...(card ? { card } : {}) });
    }
  }
  return about;
}

/** @throws what the desk throws where it cannot be counted just now: it is tried again. */
async function sheetOf({ platform }: Note, words: string, { reportSheet }: Hands): Promise<Sheet> {
  const sheet = await reportSheet(words);
  if ('problem' in sheet) throw new PlatformError(platform, sheet.problem, { retryable: false });
  return sheet;
}
