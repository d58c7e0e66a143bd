import type { Handbook } from '../handbook.ts';
import type {
  ArticleLesson,
  KeptLesson,
  Lessons,
  OfferedLesson,
  RewordingLesson,
} from '../lessons.ts';
import { answeredBy } from './gaps.ts';
import { applied } from './rewording.ts';

/** A change is offered when it was made in so many conversations, and for so many customers. */
const CONVERSATIONS = 3;
const CUSTOMERS = 2;

type Kept<L> = L & { readonly conversation: string };

/**
 * What the team has taught and what leads may judge, of all that conversations hold (the oldest first). A rewording is offered when
 * agents made it in three conversations with two customers or more, as the first of them, and never again once a lead declined it;
 * an article while no other answers its question.
 */
export function sortLessons(all: readonly KeptLesson[], handbook: Handbook): Lessons {
  const judged = all.filter((one): one is OfferedLesson => one.kind !== 'question');
  const offered = new Set<OfferedLesson>(judged.filter((one) => waits(one, handbook)));
  const rewordings = all.filter((one) => one.kind === 'rewording') as Kept<RewordingLesson>[];
  const times = new Map<OfferedLesson, number>();
  for (const same of Map.groupBy(rewordings, keyOf).values()) {
    const conversations = new Set(same.map(({ conversation }) => conversation)).size;
    const customers = new Set(same.map(({ customer }) => customer)).size;
    const open = same.every(({ state }) => state === 'waiting');
    const many = conversations >= CONVERSATIONS && customers >= CUSTOMERS;
    for (const one of same) offered.delete(one);
    if (!open || !many || applied(same[0]!, handbook.replies) === undefined) continue;
    offered.add(same[0]!);
    times.set(same[0]!, conversations);
  }
  return {
    accepted: judged.filter(({ state }) => state === 'accepted'),
    waiting: judged
      .filter((one) => offered.has(one))
      .map((one) => (times.has(one) ? ({ ...one, times: times.get(one) } as OfferedLesson) : one)),
  };
}

function waits(lesson: OfferedLesson, handbook: Handbook): boolean {
  if (lesson.state !== 'waiting') return false;
  return lesson.kind !== 'article' || !answeredBy(handbook, lesson as ArticleLesson);
}

/** Marks and spaces around the words, and capitals, do not make another change of it. */
function keyOf({ wording, from, text }: RewordingLesson): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim();
  return JSON.stringify([wording, from, plain]);
}
