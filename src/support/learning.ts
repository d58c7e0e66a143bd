import type { Accuracy } from './accuracy.ts';
import type { Conversation } from './conversation.ts';
import type { DraftMeasure } from './drafts.ts';
import type { Button } from './events.ts';
import type { Gap } from './lessons/gaps.ts';
import type { Lessons, OfferedLesson } from './lessons.ts';
import { categoryLabel, type Labels } from './wording.ts';

/** Days over which leads see how often the triage was right. */
export const LEARNING_DAYS = 30;

/** What leads read with `learn`: what may be learnt, and how often the desk was right. */
export interface Learning {
  readonly lessons: Lessons;
  readonly accuracy: Accuracy;
  readonly drafts: DraftMeasure;
}

/** How many lessons there are, how often the triage was set right, and what became of the drafts. */
export function sayLearning({ lessons, accuracy, drafts }: Learning): string {
  const counts = `${lessons.accepted.length} accepted, ${lessons.waiting.length} waiting.`;
  return [counts, sayAccuracy(accuracy), sayDrafts(drafts)].filter(Boolean).join(' ');
}

function sayAccuracy({ corrections, conversations, opened, right }: Accuracy): string {
  if (opened === 0 && corrections === 0) return '';
  const times = corrections === 1 ? 'once' : `${corrections} times`;
  const where = conversations === 1 ? '1 conversation' : `${conversations} conversations`;
  const often = corrections === 0 ? 'nothing' : `the triage ${times}, in ${where}`;
  return `In the last ${LEARNING_DAYS} days agents corrected ${often}; the category was right in ${right} of ${opened}.`;
}

function sayDrafts({ settled, outcomes, accepted, kept, model }: DraftMeasure): string {
  const decided = outcomes['as-it-was'] + outcomes.edited + outcomes.replaced;
  const lines: string[] = [];
  if (accepted !== undefined) {
    const words = kept === undefined ? '' : ` (${percent(kept)} of the words kept)`;
    lines.push(
      `Of ${decided} drafts that somebody decided on, ${outcomes['as-it-was']} were sent as they were (${percent(accepted)}), ${outcomes.edited} edited${words}, ${outcomes.replaced} replaced.`,
    );
  }
  const passed = settled - decided;
  if (passed > 0) lines.push(`${passed} more were overtaken before anybody decided.`);
  const { conversations, input, output, money } = model;
  if (conversations > 0) {
    const tokens = Math.round((input + output) / conversations);
    const cost = money > 0 ? ` and ${(money / conversations).toFixed(4)} in money` : '';
    lines.push(`The model took ${tokens} tokens${cost} a conversation, in ${conversations}.`);
  }
  return lines.join(' ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What a lesson would teach, in one line: `Billing and payment → Refund or return, says Ada`. */
export function sayLesson(lesson: OfferedLesson, labels: Labels): string {
  const who = lesson.by.name.trim() || 'somebody of the team';
  switch (lesson.kind) {
    case undefined:
    case 'category':
      return `${categoryLabel(lesson.from, labels)} → ${categoryLabel(lesson.category, labels)}, says ${who}`;
    case 'rewording':
      return `Wording ${lesson.wording}, changed so in ${lesson.times ?? 1} conversations, first by ${who}`;
    case 'article':
      return `A new article, from what ${who} answered`;
    default:
      return lesson satisfies never;
  }
}

/** What is learnt, as a lead reads it before they judge. */
export function wordsOf(lesson: OfferedLesson): string {
  switch (lesson.kind) {
    case undefined:
    case 'category':
      return lesson.text;
    case 'rewording':
      return `${lesson.from} → ${lesson.text === '' ? '(nothing)' : lesson.text}`;
    case 'article':
      return `${lesson.question} → ${lesson.text}`;
    default:
      return lesson satisfies never;
  }
}

/** An article that waits for a lead, or what became of it, as it stands in its card's thread; with its buttons. */
export function postLesson(
  { lessons = [] }: Conversation,
  lesson: string,
): { readonly text: string; readonly buttons: readonly Button[] } {
  const one = lessons.find(({ id }) => id === lesson);
  if (one?.kind !== 'article') {
    return { text: 'The words of this article were changed or taken back.', buttons: [] };
  }
  const by = one.by.name.trim() || 'somebody of the team';
  const judge = one.judge?.name.trim() || 'A lead';
  const said = {
    waiting: `What ${by} answered may become an article. A lead decides:`,
    accepted: `${judge} accepted this as an article:`,
    declined: `${judge} declined this as an article:`,
  }[one.state];
  const buttons: Button[] = one.state === 'waiting' ? ['learn', 'decline-learning'] : [];
  return { text: `${said}\n${one.question}\n${one.text}`, buttons };
}

/** What no article answers, for leads: the most asked first. */
export function sayGaps(gaps: readonly Gap[]): string[] {
  if (gaps.length === 0) return ['Nothing was asked that no article answers.'];
  return [
    'Asked, and answered by no article:',
    ...gaps.map(({ question, count, language }) => {
      const times = count === 1 ? 'once' : `${count} times`;
      return `${question} (${times}, ${language})`;
    }),
  ];
}

/** The lessons that a lead can judge from a door: those of its own conversations. */
export function waitingIn(
  { waiting }: Lessons,
  /** What the ids of its conversations begin with. */
  door: string,
): { readonly here: readonly OfferedLesson[]; readonly elsewhere: number } {
  const here = waiting.filter(({ conversation }) => conversation.startsWith(door));
  return { here, elsewhere: waiting.length - here.length };
}

/** To whoever is no lead. */
export const FOR_LEADS = 'What is learnt is for the leads to say. Ask one of them.';
