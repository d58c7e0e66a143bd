import { type Desk, type NoteStage, PlatformError, type Ref, type Stage } from '../desk/ports.ts';
import type { Note } from '../support/effects.ts';
import type { Sheet } from '../support/report/sheet.ts';
import { sayComesByItself } from '../support/report/words.ts';
import { type Hand, type NotePart, sayMatter, sayNext } from '../support/rounds/note.ts';
import type { Labels } from '../support/wording.ts';
import type { Rendered } from './card.ts';
import { cardOf, type Element, hint, line, links } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';
import { cardMessage, post } from './posting.ts';
import { reportButtons } from './reports/buttons.ts';
import { lookUp } from './reports/known.ts';
import { sheetCard } from './reports/sheet.ts';
import { type TellingParts, tellPerson } from './telling.ts';
import { nameOf, permalink } from './wording.ts';

interface Parts extends TellingParts {
  readonly desk: Desk;
  readonly labels: Labels;
}

const hand: Hand = { date, escaped };

/**
 * Posts a note in the triage channel, or where the note says. Teams lets a bot read nothing back: after a break in the middle it
 * may stand there twice.
 * @throws PlatformError
 */
export async function postNote(
  note: Note,
  { about, person, sheet }: NoteStage,
  parts: Parts,
): Promise<Ref | undefined> {
  const names = await Promise.all(
    note.parts.map(({ next }) => Promise.all((next?.people ?? []).map((id) => nameIn(parts, id)))),
  );
  const card = sheet
    ? await renderReport(note.report ?? '', sheet, person !== undefined, parts)
    : renderNote(note, names, about, parts.labels);
  if (person) {
    if (await tellPerson(person.id, cardMessage(card), parts)) return undefined;
    const words = `Teams does not let the bot write to ${person.name || person.id}: they have to add the app first.`;
    throw new PlatformError('teams', words, { retryable: false });
  }
  const base = channelFor(note, parts);
  return base === undefined ? undefined : post({ base, root: undefined }, cardMessage(card), parts);
}

/** The channel that it goes to; undefined where that is none of Teams'. */
function channelFor({ to }: Note, { triageChannel }: Parts): string | undefined {
  if (to === 'triage' || to.id === triageChannel) return triageChannel;
  if (!to.id.startsWith('19:')) return undefined;
  // Teams does not tell a bot which channels are shared with other organisations.
  const words = `A report goes to people or to the triage channel, not to ${to.id}: Teams does not say who else reads there. Write triage, leads or somebody’s id under "reports" in policy.yaml.`;
  throw new PlatformError('teams', words, { retryable: false });
}

/** Whoever gets it alone has its buttons, which ask anew who presses. */
async function renderReport(
  report: string,
  sheet: Sheet,
  alone: boolean,
  parts: Parts,
): Promise<Rendered> {
  const actions = alone ? reportButtons(report, sheet) : [];
  const above = hint(escaped(sayComesByItself(report)));
  return sheetCard(sheet, { ...(await lookUp(sheet, parts)), above, actions });
}

/** A policy names people with their tenant or without. Whom Teams has not shown us yet has no name here. */
function nameIn({ people, tenantId }: Parts, id: string): Promise<string> {
  return people.nameOf((id.includes('/') ? id : `${tenantId}/${id}`).toLowerCase());
}

function renderNote(
  { parts }: Note,
  names: readonly (readonly string[])[],
  about: ReadonlyMap<string, Stage>,
  labels: Labels,
): Rendered {
  const body = parts.flatMap((part, n) => elementsOf(part, names[n] ?? [], about, labels));
  const summary = within(oneLine(parts.map(({ title }) => title).join(' · ')), 250);
  return { summary, card: cardOf(body, [], summary) };
}

function elementsOf(
  part: NotePart,
  names: readonly string[],
  about: ReadonlyMap<string, Stage>,
  labels: Labels,
): Element[] {
  const stages = part.about.flatMap((id) => about.get(id) ?? []);
  if (stages.length === 0) return [];
  const known = names.filter((name) => name !== '');
  return [
    line(escaped(part.title), { style: 'heading', size: 'Medium', weight: 'Bolder' }),
    ...hint(sayNext(part, known, hand)),
    ...stages.flatMap(({ conversation, card }) => [
      line(
        [
          `**${escaped(nameOf(conversation.customer))}**`,
          ...sayMatter(conversation, labels, hand),
        ].join('  ·  '),
      ),
      ...(card
        ? links([{ name: 'Open the card', url: permalink(card.channel, card.id, card.id) }], '↗')
        : []),
    ]),
    ...hint(part.more > 0 ? `and ${part.more} more` : ''),
  ];
}
