import type { NoteStage, Ref, Stage } from '../desk/ports.ts';
import type { Note } from '../support/effects.ts';
import type { Sheet } from '../support/report/sheet.ts';
import { type Hand, type NotePart, sayMatter, sayNext } from '../support/rounds/note.ts';
import { labelsOf } from '../support/wording.ts';
import { personOf } from './people.ts';
import type { StageSet } from './perform.ts';
import { saySheet } from './sheet-view.ts';
import { nameOf } from './wording.ts';

/** One list of a note, as the page shows it: instants stand in angle brackets. */
export interface NoteView {
  readonly title: string;
  readonly next: string;
  readonly lines: readonly {
    readonly card: string | undefined;
    readonly who: string;
    readonly says: string;
  }[];
  readonly more: number;
}

/**
 * Shows a note among the cards, or in the seat of whom it is for, once. Of conversations of a room that was cleared it says nothing.
 */
export async function postNote(
  stageSet: StageSet,
  note: Note,
  { about, person, sheet }: Omit<NoteStage, 'uncertain'>,
): Promise<Ref | undefined> {
  const { room } = stageSet;
  // There is no channel for the team alone but triage.
  if (note.to !== 'triage' && !person) return undefined;
  const known = room.state.notes.find((one) => one.effect === note.id);
  if (known) return { channel: 'triage', id: known.id };
  if (sheet) return showReport(stageSet, note, sheet, person);
  const lists = note.parts
    .map((part) => viewPart(stageSet, part, about))
    .filter(({ lines }) => lines.length > 0);
  if (lists.length === 0) return undefined;
  const { id } = room.note({ effect: note.id, lists, ...(person && { to: person.id }) });
  await room.save();
  return { channel: 'triage', id };
}

/** To a lead as one that they asked for, which they may open; to others in brief. */
async function showReport(
  { room, cast }: StageSet,
  { id: effect, report: words = '' }: Note,
  sheet: Sheet,
  person: NoteStage['person'],
): Promise<Ref> {
  const text = saySheet(sheet, {
    player: (id) => personOf(cast, id)?.name,
    card: (conversation) => room.card(conversation)?.id,
  });
  const shown =
    person?.role === 'lead'
      ? (room.state.whispers.find((one) => one.effect === effect) ??
        room.whisper({ to: person.id, text, effect, report: { words } }))
      : room.note({
          effect,
          lists: [],
          shared: { by: 'Warmline', text },
          ...(person && { to: person.id }),
        });
  await room.save();
  return { channel: 'triage', id: shown.id };
}

function viewPart(
  { room, handbook, cast }: StageSet,
  part: NotePart,
  about: ReadonlyMap<string, Stage>,
): NoteView {
  const hand: Hand = {
    date: (at) => `<${at}>`,
    escaped: (words) => words,
  };
  const here = part.about
    .flatMap((id) => about.get(id) ?? [])
    .filter(({ conversation }) => conversation.place.workspace === room.workspace());
  const people = cast.filter(({ id }) => part.next?.people.includes(id)).map(({ name }) => name);
  return {
    title: part.title,
    next: sayNext(part, people, hand),
    lines: here.map(({ conversation }) => ({
      card: room.card(conversation.id)?.id,
      who: nameOf(conversation.customer.name),
      says: sayMatter(conversation, labelsOf(handbook), hand).join(' · '),
    })),
    more: part.more,
  };
}
