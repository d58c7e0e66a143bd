import type { Ref, Stage } from '../desk/ports.ts';
import type { Note } from '../support/effects.ts';
import { type Hand, type NotePart, sayMatter, sayNext } from '../support/rounds/note.ts';
import type { Labels } from '../support/wording.ts';
import type { Rendered } from './card.ts';
import { cardOf, type Element, hint, line, links } from './elements.ts';
import type { People } from './people.ts';
import { date, escaped, oneLine, within } from './plain.ts';
import { cardMessage, type PostingParts, post } from './posting.ts';
import { nameOf, permalink } from './wording.ts';

interface Parts extends PostingParts {
  readonly people: People;
  readonly tenantId: string;
  readonly triageChannel: string;
  readonly labels: Labels;
}

const hand: Hand = { date, escaped };

/**
 * Posts a note in the triage channel. Teams lets a bot read nothing back: after a break in the middle it may stand there twice.
 * @throws PlatformError
 */
export async function postNote(
  note: Note,
  about: ReadonlyMap<string, Stage>,
  parts: Parts,
): Promise<Ref> {
  const names = await Promise.all(
    note.parts.map(({ next }) => Promise.all((next?.people ?? []).map((id) => nameIn(parts, id)))),
  );
  const card = renderNote(note, names, about, parts.labels);
  return post({ base: parts.triageChannel, root: undefined }, cardMessage(card), parts);
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
