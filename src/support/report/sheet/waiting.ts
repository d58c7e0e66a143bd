import type { Conversation } from '../../conversation.ts';
import { categoryLabel, sayUrgency } from '../../wording.ts';
import type { Report } from '../report.ts';
import type { Cell, Table } from '../sheet.ts';
import type { Names } from './breakdown.ts';
import { sayDuration } from './numbers.ts';
import { cut } from './words.ts';

const MOST_WAITING = 5;
/** Letters of what a customer wrote. */
const EXCERPT = 40;

/** Who waits now, the longest first. */
export function waitingOf({ at, waiting }: Report, { labels, people }: Names): Table | undefined {
  if (waiting.count === 0) return undefined;
  const shown = waiting.first.slice(0, MOST_WAITING);
  const columns = [
    { title: 'Customer', numbers: false },
    { title: 'Waits', numbers: true },
    { title: 'About', numbers: false },
    { title: 'Whose', numbers: false },
  ];
  const rows = shown.map((one): Cell[] => {
    const { triage, owner, waitingSince = at } = one;
    return [
      { is: 'conversation', id: one.id, text: sayConversation(one) },
      sayDuration((at - waitingSince) / 1000),
      triage ? `${categoryLabel(triage.category, labels)}, ${sayUrgency(triage.urgency)}` : '',
      owner
        ? { is: 'person', id: owner.id, name: owner.name || (people.get(owner.id) ?? '') }
        : 'nobody’s yet',
    ];
  });
  const title = 'Who waits now, the longest first';
  return { title, columns, rows, more: waiting.count - shown.length };
}

/** Who, and the beginning of what they wrote first. */
export function sayConversation({ customer, messages }: Conversation): string {
  const first = messages.find(({ author, deleted }) => author.role === 'customer' && !deleted);
  const words = cut(first?.text ?? '', EXCERPT);
  const who = customer.name.trim() || 'A customer';
  return words === '' ? who : `${who}: ${words}`;
}
