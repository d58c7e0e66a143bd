import type { Desk } from '../../desk/ports.ts';
import type { Sheet } from '../../support/report/sheet.ts';
import type { People } from '../people.ts';
import { permalink } from '../wording.ts';
import type { Workspace } from '../workspaces.ts';
import { cellsOf, type Known } from './cells.ts';

/** Looks up whom a sheet names by no more than an id, and where the cards of its conversations stand. What cannot be told is left out. */
export async function lookUp(
  sheet: Sheet,
  home: Workspace,
  { people, desk }: { readonly people: People; readonly desk: Desk },
): Promise<Known> {
  const names = new Map<string, string>();
  const cards = new Map<string, string>();
  for (const cell of cellsOf(sheet)) {
    if (typeof cell === 'string') continue;
    if (cell.is === 'person' && cell.name === '' && /^[UW][A-Z0-9]{2,20}$/.test(cell.id)) {
      const person = await people.person(home, cell.id).catch(() => undefined);
      if (person?.name) names.set(cell.id, person.name);
    } else if (cell.is === 'conversation' && cell.id.startsWith('slack:')) {
      const card = await desk.card(cell.id);
      if (card) cards.set(cell.id, permalink(home.url, card.channel, card.id));
    }
  }
  return { names, cards };
}
