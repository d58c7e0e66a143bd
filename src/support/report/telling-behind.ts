import type { Conversation } from '../conversation.ts';
import { categoryLabel, sayUrgency } from '../wording.ts';
import type { Behind, BehindQuestion, Counted } from './behind.ts';
import { MEASURE, type MeasureName } from './measures.ts';
import { type Names, sayKey } from './sheet/breakdown.ts';
import { sayDuration } from './sheet/numbers.ts';
import { sayPart } from './sheet/parts.ts';
import { PARTS } from './sheet/readings.ts';
import { sayConversation } from './sheet/waiting.ts';
import type { Cell, Sheet } from './sheet.ts';
import { aboutOf } from './telling.ts';

/** So many are listed; all that were found are in what is written for other programs. */
const MOST = 20;

const NO_CONVERSATIONS =
  'Behind it are questions, and no conversations: what customers asked lately and no article answers. “gaps” lists them, with how often each was asked.';

function nothingBehind(measure: MeasureName): string {
  return `No conversation is behind it: there was nothing to count. What it counts, “define ${measure}” tells.`;
}

/**
 * The conversations behind a number, as people read them: what counted, and where it stands now.
 * @param conversations those that there still are, by their ids
 */
export function sheetBehind(
  { question, measure }: BehindQuestion,
  { first, count }: Behind,
  conversations: ReadonlyMap<string, Conversation>,
  names: Names,
): Sheet {
  const { title } = MEASURE[measure];
  const head = { title: `Behind “${title}”`, about: aboutOf(question, names) };
  const shown = first.slice(0, MOST);
  if (shown.length === 0) {
    const text = measure === 'gaps' ? NO_CONVERSATIONS : nothingBehind(measure);
    return { ...head, parts: [{ is: 'note', text }] };
  }
  const columns = [
    { title: 'Customer', numbers: false },
    { title: 'What counted', numbers: true },
    { title: 'When', numbers: false },
    { title: 'About', numbers: false },
    { title: 'Whose', numbers: false },
  ];
  const rows = shown.map((one) => rowOf(one, measure, conversations.get(one.conversation), names));
  const more = Math.max(0, count - shown.length);
  return { ...head, parts: [{ is: 'table', table: { title, columns, rows, more } }] };
}

function rowOf(
  { conversation: id, at, seconds, part }: Counted,
  measure: MeasureName,
  conversation: Conversation | undefined,
  names: Names,
): Cell[] {
  const counted = seconds === undefined ? sayCounted(part, measure, names) : sayDuration(seconds);
  const when: Cell = { is: 'instant', at };
  if (!conversation) return ['No longer kept', counted, when, '', ''];
  const { triage, owner } = conversation;
  return [
    { is: 'conversation', id, text: sayConversation(conversation) },
    counted,
    when,
    triage ? `${categoryLabel(triage.category, names.labels)}, ${sayUrgency(triage.urgency)}` : '',
    owner ? { is: 'person', id: owner.id, name: owner.name } : 'nobody’s',
  ];
}

/** A clock's fact says 1 where it was met; some count people. */
function sayCounted(part: string, measure: MeasureName, names: Names): Cell {
  if (PARTS.some((one) => one.measure === measure && one.people)) {
    return sayKey('customer', part, names);
  }
  if (measure.startsWith('sla-')) return part === '1' ? 'met' : 'missed';
  return part === '' ? '' : sayPart(part, measure);
}
