import type { Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { citable } from '../knowledge/citing.ts';
import { meaningOf } from '../knowledge/meaning.ts';
import { readTerms, readTermWords } from '../knowledge/terms.ts';
import type { ArticleLesson, KeptLesson, QuestionLesson } from '../lessons.ts';
import { passagesFor } from '../reply/answering.ts';
import type { WordVectors } from '../sorting/vectors.ts';

/**
 * From so much on, two questions are one. On public questions of a single bank (77 kinds that are hard to tell apart) 77 of 100 that
 * were joined were of one kind, and 87 of 100 on those of many trades (150 kinds).
 */
const ALIKE = 0.65;
/** What the meaning counts beside the words, where it is known. */
const MEANING = 0.5;
/** So many of the newest questions are looked at, */
const MOST_QUESTIONS = 500;
/** and so many gaps are worth a lead's time. */
const MOST_GAPS = 10;

/** A question that customers ask and no article answers. */
export interface Gap {
  /** As the first of them put it, masked. */
  readonly question: string;
  readonly language: string;
  /** In how many conversations. */
  readonly count: number;
  readonly lastAt: Instant;
}

/** What is known of a question, whether an agent has answered it or not. */
type Asked = Pick<QuestionLesson, 'language' | 'at'> & {
  readonly question: string;
  readonly conversation: string;
};

/**
 * What customers ask and no article answers, the most asked first: questions that are alike in words and meaning are one. The same
 * questions give the same gaps.
 */
export function gapsIn(all: readonly KeptLesson[], handbook: Handbook): Gap[] {
  const asked = all.flatMap((one) => askedIn(one) ?? []).slice(-MOST_QUESTIONS);
  const { vectors } = handbook.knowledge;
  const gaps = groupAlike(asked, vectors)
    .map((group) => ({
      question: group[0]!.question,
      language: group[0]!.language,
      count: new Set(group.map(({ conversation }) => conversation)).size,
      lastAt: Math.max(...group.map(({ at }) => at)),
    }))
    .toSorted((a, b) => b.count - a.count || b.lastAt - a.lastAt);
  const open: Gap[] = [];
  for (const gap of gaps) {
    if (open.length === MOST_GAPS) break;
    if (!answeredBy(handbook, { ...gap, at: gap.lastAt })) open.push(gap);
  }
  return open;
}

/** Whether an article answers the question by now. */
export function answeredBy(
  handbook: Pick<Handbook, 'knowledge' | 'policy'>,
  { question, language, at }: Pick<ArticleLesson, 'question' | 'language' | 'at'>,
): boolean {
  const hits = passagesFor(question, language, handbook, at);
  return citable(hits).length > 0;
}

function askedIn(lesson: KeptLesson): Asked | undefined {
  if (lesson.kind === 'question') return { ...lesson, question: lesson.text };
  return lesson.kind === 'article' && lesson.state !== 'accepted' ? lesson : undefined;
}

/** Each question beside the first that it is most like, in the order in which they came. */
function groupAlike<Q extends Pick<Asked, 'question' | 'language'>>(
  questions: readonly Q[],
  vectors: WordVectors,
): Q[][] {
  const groups: { readonly reading: Reading; readonly members: Q[] }[] = [];
  for (const one of questions) {
    const reading = read(one, vectors);
    let best: (typeof groups)[number] | undefined;
    let most = ALIKE;
    for (const group of groups) {
      const alike = likeness(reading, group.reading);
      if (alike >= most) [best, most] = [group, alike];
    }
    if (best) best.members.push(one);
    else groups.push({ reading, members: [one] });
  }
  return groups.map(({ members }) => members);
}

interface Reading {
  readonly language: string;
  /** Words by what they have in common whatever their endings, without those that say little. */
  readonly terms: ReadonlySet<number>;
  readonly meaning: Float32Array;
  readonly known: number;
}

function read(
  { question, language }: Pick<Asked, 'question' | 'language'>,
  vectors: WordVectors,
): Reading {
  const words = readTermWords(question);
  const terms = new Set<number>();
  readTerms(words, language, (key, weight, word) => {
    if (word !== undefined && weight === 1) terms.add(key);
  });
  const { vector, known } = meaningOf(words, language, vectors);
  return { language, terms, meaning: vector, known };
}

/** 0 to 1: by the words that both have (Dice), and by what they mean as far as that is known. */
function likeness(a: Reading, b: Reading): number {
  if (a.language !== b.language) return 0;
  let both = 0;
  for (const term of a.terms) if (b.terms.has(term)) both++;
  const said = (2 * both) / Math.max(1, a.terms.size + b.terms.size);
  const known = Math.min(a.known, b.known);
  if (known === 0) return said;
  let meant = 0;
  for (let i = 0; i < a.meaning.length; i++) meant += a.meaning[i]! * b.meaning[i]!;
  return said + (meant - said) * known * MEANING;
}
