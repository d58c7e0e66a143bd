import type { Conversation } from '../support/conversation.ts';
import { sayOwner } from '../support/ownership/words.ts';
import { sayPace } from '../support/time/pace.ts';
import { categoryLabel, type Labels, sayStatus, URGENCIES } from '../support/wording.ts';
import type { Rendered } from './card.ts';
import { cardOf, type Element, hint, line, links, words } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';
import { nameOf, permalink } from './wording.ts';

/** Lines of one list: what does not fit is named by its number. */
const MOST_LINES = 30;

/** Conversations as a list of so many at most, the longest waiting first, as they are given. */
export function queueCard(
  title: string,
  found: readonly Conversation[],
  labels: Labels,
  most = MOST_LINES,
): Rendered {
  if (found.length === 0) {
    const text = `${title}: nobody. Enjoy the quiet.`;
    return { summary: text, card: cardOf([line(text)], [], text) };
  }
  const left = found.length - most;
  const body = [
    line(`${title} (${found.length})`, { style: 'heading', size: 'Medium', weight: 'Bolder' }),
    ...found.slice(0, most).flatMap((one) => entry(one, labels)),
    ...hint(left > 0 ? `and ${left} more` : ''),
  ];
  const names = found.slice(0, most).map((one) => nameOf(one.customer));
  const summary = within(`${title} (${found.length}): ${names.join(', ')}`, 250);
  return { summary, card: cardOf(body, [], summary) };
}

/** What is nobody's stands out. */
function owner(conversation: Conversation): string {
  const whose = sayOwner(conversation, (person) => escaped(nameOf(person)), date);
  return conversation.owner ? whose : `**🙋 ${whose}**`;
}

function entry(conversation: Conversation, labels: Labels): Element[] {
  const { customer, triage, place, waitingSince } = conversation;
  const first = conversation.messages.find((message) => message.author.role === 'customer');
  const root = place.direct ? undefined : place.thread;
  const facts = [
    `**${escaped(nameOf(customer))}**`,
    triage
      ? `${URGENCIES[triage.urgency]} · ${escaped(categoryLabel(triage.category, labels))}`
      : '',
    waitingSince === undefined ? sayStatus(conversation) : `since ${date(waitingSince)}`,
    sayPace(conversation, date),
    owner(conversation),
  ].filter(Boolean);
  return [
    line(facts.join('  ·  ')),
    ...words(oneLine(first?.text ?? ''), 400),
    ...(first
      ? links([{ name: 'Open in Teams', url: permalink(place.channel, first.id, root) }], '↗')
      : []),
  ];
}
