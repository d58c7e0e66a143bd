import { sayKudos } from '../support/praise/kudos.ts';
import { sayNoReport } from '../support/report/words.ts';
import type { Person } from '../support/roles.ts';
import type { Labels } from '../support/wording.ts';
import type { Rendered } from './card.ts';
import { cardOf, type Element, heading, hint, line } from './elements.ts';
import { escaped } from './plain.ts';
import { queueCard } from './queue.ts';
import { usualReports } from './reports/buttons.ts';
import { lookUp } from './reports/known.ts';
import type { AskedParts } from './reports/reports.ts';
import { sheetCard } from './reports/sheet.ts';

export interface HomeParts extends AskedParts {
  readonly labels: Labels;
}

/** Conversations of one list: `queue` and `mine` have all of them. */
const MOST_LISTED = 8;

/**
 * What an agent begins the day with: their own conversations, who else waits, and what customers thanked them for; for leads how today
 * stands above it, and the reports they ask for most.
 * @throws when the desk cannot be read.
 */
export async function homeCard(person: Person, parts: HomeParts): Promise<Rendered> {
  const { desk, labels } = parts;
  const lead = person.role === 'lead';
  const [today, mine, waiting, kudos] = await Promise.all([
    lead ? todayElements(person, parts) : [],
    desk.owned('teams', person.id),
    desk.waiting(100),
    desk.kudos('teams', undefined, person),
  ]);
  const others = waiting.filter((one) => one.owner?.id !== person.id);
  const lists = [
    queueCard('Yours', mine, labels, MOST_LISTED),
    queueCard('Waiting for us', others, labels, MOST_LISTED),
  ];
  const body = [
    ...today,
    ...lists.flatMap(({ card }) => card.body),
    heading('What customers thanked for'),
    ...sayKudos(kudos, lead)
      .split('\n')
      .map((one) => line(escaped(one), { spacing: 'Small' })),
  ];
  const summary = lists.map((list) => list.summary).join(' ');
  return { summary, card: cardOf(body, lead ? usualReports() : [], summary) };
}

/** Who waits stands in a list of its own, and the rest in the whole report. */
async function todayElements(person: Person, parts: HomeParts): Promise<readonly Element[]> {
  try {
    const sheet = await parts.desk.reportSheet('today', person.zone);
    if ('problem' in sheet) return [line(escaped(sheet.problem))];
    // Either what is counted first, or that there was nothing to count.
    const first = sheet.parts.find((part) => part.is === 'figures' || part.is === 'note');
    const known = await lookUp(sheet, parts);
    return sheetCard({ ...sheet, parts: first ? [first] : [] }, known).card.body;
  } catch (err) {
    parts.log.error({ err }, 'today could not be counted');
    return [heading('Today'), ...hint(escaped(sayNoReport(err)))];
  }
}
