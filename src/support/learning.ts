import type { Accuracy } from './accuracy.ts';
import type { KeptLesson, Lessons } from './lessons.ts';
import { categoryLabel, type Labels } from './wording.ts';

/** Days over which leads see how often the triage was right. */
export const LEARNING_DAYS = 30;

/** What a lead reads of all lessons: how many there are, and how often the triage was set right. */
export function sayLearning(
  { accepted, waiting }: Lessons,
  { corrections, conversations, opened, right }: Accuracy,
): string {
  const counts = `${accepted.length} accepted, ${waiting.length} waiting.`;
  if (opened === 0 && corrections === 0) return counts;
  const times = corrections === 1 ? 'once' : `${corrections} times`;
  const where = conversations === 1 ? '1 conversation' : `${conversations} conversations`;
  const often = corrections === 0 ? 'nothing' : `the triage ${times}, in ${where}`;
  return `${counts} In the last ${LEARNING_DAYS} days agents corrected ${often}; the category was right in ${right} of ${opened}.`;
}

/** What a lesson would teach: `Billing and payment → Refund or return, says Ada`. */
export function sayLesson({ from, category, by }: KeptLesson, labels: Labels): string {
  const who = by.name.trim() || 'somebody of the team';
  return `${categoryLabel(from, labels)} → ${categoryLabel(category, labels)}, says ${who}`;
}

/** The lessons that a lead can judge from a door: those of its own conversations. */
export function waitingIn(
  { waiting }: Lessons,
  /** What the ids of its conversations begin with. */
  door: string,
): { readonly here: readonly KeptLesson[]; readonly elsewhere: number } {
  const here = waiting.filter(({ conversation }) => conversation.startsWith(door));
  return { here, elsewhere: waiting.length - here.length };
}

/** To whoever is no lead. */
export const FOR_LEADS = 'What is learnt is for the leads to say. Ask one of them.';
