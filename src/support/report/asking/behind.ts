import { type Misunderstood, readQuestion } from '../asking.ts';
import type { BehindQuestion } from '../behind.ts';
import { measureIn } from '../defining.ts';
import { MEASURE, MEASURES } from '../measures.ts';
import type { Asker } from '../period/span.ts';
import type { Known } from './filters.ts';
import { quoted } from './wording.ts';

const EXAMPLE = 'For example: “first reply time last month category:billing”.';
/** Words of a measure's title. */
const LONGEST = 7;

/** The measures as leads are told them. */
export const DEFINED = MEASURES.map((name) => ({ name, ...MEASURE[name] }));

/** What somebody asks who wants the conversations behind a number: the words after "behind"; undefined where it is a report. */
export function afterBehind(words: string): string | undefined {
  return /^\s*behind(?!\S)(.*)$/is.exec(words)?.[1];
}

/**
 * Reads which conversations somebody wants to see: the measure first, by its name or title, and then what any report may be asked,
 * but no breakdown.
 */
export function readBehind(
  words: string,
  asked: Asker & { readonly known: Known },
): BehindQuestion | Misunderstood {
  const said = words.slice(0, 2_000).trim().split(/\s+/);
  for (let length = Math.min(LONGEST, said.length); length > 0; length--) {
    const measure = measureIn(said.slice(0, length).join(' '), DEFINED);
    if (!measure) continue;
    const question = readQuestion(words.trim().split(/\s+/).slice(length).join(' '), asked);
    if ('problem' in question) return question;
    if (question.by === undefined) return { question, measure: measure.name };
    return { problem: `Which group? Narrow it instead of “by ${question.by}”. ${EXAMPLE}` };
  }
  return { problem: `I do not know which number ${quoted(words)} begins with. ${EXAMPLE}` };
}
