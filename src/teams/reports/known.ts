import type { Desk } from '../../desk/ports.ts';
import type { Sheet } from '../../support/report/sheet.ts';
import type { People } from '../people.ts';
import { permalink } from '../wording.ts';
import { cellsOf, type Known } from './cells.ts';

/** What looking up takes. */
export interface LookUpParts {
  readonly people: Pick<People, 'nameOf'>;
  readonly desk: Desk;
}

/** Looks up whom a sheet names by no more than an id, and where the cards of its conversations stand. What cannot be told is left out. */
export async function lookUp(sheet: Sheet, { people, desk }: LookUpParts): Promise<Known> {
  const names = new Map<string, string>();
  const cards = new Map<string, string>();
  for (const cell of cellsOf(sheet)) {
    if (typeof cell === 'string') continue;
    if (cell.is === 'person' && cell.name === '') {
      const name = await people.nameOf(cell.id);
      if (name !== '') names.set(cell.id, name);
    } else if (cell.is === 'conversation' && cell.id.startsWith('teams:')) {
      const card = await desk.card(cell.id);
      if (card) cards.set(cell.id, permalink(card.channel, card.id, card.id));
    }
  }
  return { names, cards };
}
