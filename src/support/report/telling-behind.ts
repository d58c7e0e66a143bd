import type { Conversation } from '../conversation.ts';
import { categoryLabel, type Labels, sayUrgency } from '../wording.ts';
import type { Behind, BehindQuestion, Counted } from './behind.ts';
import { MEASURE, type MeasureName } from './measures.ts';
import type { Names } from './sheet/breakdown.ts';
import { sayDuration } from './sheet/numbers.ts';
import { sayPart } from './sheet/parts.ts';
import { sayConversation } from './sheet/waiting.ts';
import type { Cell, Sheet } from './sheet.ts';
import { aboutOf } from './telling.ts';

/** So many are listed; all that were found are in what is written for other programs. */
const MOST = 20;

/**
 * The conversations behind a number, as people read them: what counted, and where it stands now.
 * @param conversations those that there still are, by their ids
 */
export function sheetBehind(
  { question, measure }: BehindQuestion,
  { first, count }: Behind,
  conversations: ReadonlyMap<string, Conversation>,
  labels: Labels,
): Sheet {
  const { title } = MEASURE[measure];
  const names: Names = { labels, people: new Map() };
  const head = { title: `Behind “${title}”`, about: aboutOf(question, names) };
  const shown = first.slice(0, MOST);
  if (shown.length === 0) {
    const text = `No conversation is behind it: there was nothing to count. What it counts, “define ${measure}” tells.`;
    return { ...head, parts: [{ is: 'note', text }] };
  }
  const columns = [
    { title: 'Customer', numbers: false },
    { title: 'What counted', numbers: true },
    { title: 'When', numbers: false },
    { title: 'About', numbers: false },
    { title: 'Whose', numbers: false },
  ];
  const rows = shown.map((one) => rowOf(one, measure, conversations.get(one.conversation), labels));
  const more = Math.max(0, count - shown.length);
  return { ...head, parts: [{ is: 'table', table: { title, columns, rows, more } }] };
}

function rowOf(
  { conversation: id, at, seconds, part }: Counted,
  measure: MeasureName,
  conversation: Conversation | undefined,
  labels: Labels,
): Cell[] {
  const counted = seconds === undefined ? sayCounted(part, measure) : sayDuration(seconds);
  const when: Cell = { is: 'instant', at };
  if (!conversation) return ['No longer kept', counted, when, '', ''];
  const { triage, owner } = conversation;
  return [
    { is: 'conversation', id, text: sayConversation(conversation) },
    counted,
    when,
    triage ? `${categoryLabel(triage.category, labels)}, ${sayUrgency(triage.urgency)}` : '',
    owner ? { is: 'person', id: owner.id, name: owner.name } : 'nobody’s',
  ];
}

/** A clock's fact says 1 where it was met. */
function sayCounted(part: string, measure: MeasureName): string {
  if (measure.startsWith('sla-')) return part === '1' ? 'met' : 'missed';
  return part === '' ? '' : sayPart(part);
}
