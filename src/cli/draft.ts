import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Conversation, Instant } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import { type Composed, compose } from '../support/reply/compose.ts';
import { asksFor } from '../support/reply/wording.ts';
import { answersUs, closes } from '../support/triage/request.ts';
import { type History, type Triage, triage } from '../support/triage/triage.ts';
import { readWords } from '../support/triage/words.ts';
import { categoryLabel, labelsOf } from '../support/wording.ts';
import { openKnowledge } from './articles.ts';
import { readHandbook } from './handbook.ts';
import { answerLines, BadLine, sayFaults } from './json-lines.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { conversationOf, told } from './told.ts';

const message = told.extend({
  customer: z.object({ name: z.string().nullish() }).nullish(),
});

/** `{id,text,customer?,history?}` in, the reply that the desk would propose out. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { articles } = readArgs(args);
  const shipped = await readHandbook();
  const handbook =
    articles === undefined ? shipped : { ...shipped, knowledge: await openKnowledge(articles) };
  return answerLines(terminal, (line) => {
    const read = message.safeParse(line);
    if (!read.success) throw new BadLine(sayFaults(read.error));
    const { id, text, customer, history } = read.data;
    const said = { text, name: customer?.name ?? '', history: history ?? [] };
    return { id, ...propose(said, handbook, Date.now()) };
  });
}

function readArgs(args: readonly string[]): { articles?: string } {
  try {
    return parseArgs({ args: [...args], options: { articles: { type: 'string' } } }).values;
  } catch (error) {
    const usage = 'Usage: draft [--articles FOLDER-OR-FILE.jsonl]';
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

interface Said {
  readonly text: string;
  readonly name: string;
  readonly history: History;
}

/** What an article answers, or else a step, or the one question that is missing. */
function propose({ text, name, history }: Said, handbook: Handbook, at: Instant): object {
  const read = triage(text, handbook, { history });
  if (!wantsWords(text, history, read)) {
    const { language } = read;
    const because = `nothing to answer: ${reasonFor(read, 'isRequest')}`;
    const standards = { score: 1, failed: [] };
    return { outcome: 'none', text: '', language, citations: [], standards, because };
  }
  const conversation = conversationOf({ text, name, history }, handbook, at);
  const draft = compose(conversation, handbook, at);
  const asked = asksFor(draft.template);
  return {
    outcome: draft.answered ?? (asked.length > 0 ? 'clarify' : 'suggest'),
    text: draft.text,
    language: draft.language,
    citations: draft.answered
      ? (draft.citations ?? []).map(({ id, title }) => ({ id, title }))
      : [],
    standards: standardsOf(draft),
    because: becauseOf(conversation, asked, handbook),
  };
}

/** A request does; and where we have spoken, so do thanks, a greeting and what answers our question. */
function wantsWords(text: string, history: History, { isRequest }: Triage): boolean {
  if (isRequest) return true;
  if (!history.some(({ role }) => role === 'agent')) return false;
  const words = readWords(text);
  if (NODS.test(text)) return false;
  return answersUs(words, history) || closes(words, history) || GREETS.test(text);
}

/** Somebody who only says hello again waits for a word of ours; one who nods does not. */
const GREETS =
  /^\W*(?:hi|hello|hey|hallo|guten (?:tag|morgen|abend)|bonjour|bonsoir|hola|buen[oa]s|ol[aá]|bom dia|boa tarde|ciao|salve|buongiorno|goedendag|goedemorgen|goedemiddag|こんにち|もしもし|おはよう)/i;
const NODS =
  /^\W*(?:ok(?:ay|ey)?|k|alright|fine|got it|understood|noted|vale|d['’]accord|in ordnung|va bene|oké|certo|了解(?:です)?|わかりました)\W*$/i;

function standardsOf({ checks }: Composed): { score: number; failed: string[] } {
  const failed = checks.filter(({ pass }) => !pass).map(({ name }) => name);
  const share = checks.length === 0 ? 1 : 1 - failed.length / checks.length;
  return { score: Math.round(share * 1000) / 1000, failed };
}

function becauseOf(
  { triage: read }: Conversation,
  asked: readonly string[],
  handbook: Handbook,
): string {
  const { category } = read!;
  const about = `${categoryLabel(category, labelsOf(handbook))}: ${reasonFor(read!, 'category')}`;
  const missing = asked.map((detail) => detail.replaceAll('-', ' ')).join(', ');
  return missing === '' ? about : `${about}; asks for the ${missing}`;
}

function reasonFor({ reasons }: Triage, field: 'category' | 'isRequest'): string {
  return reasons.find((reason) => reason.field === field)?.because ?? 'as it reads';
}
