import type { Conversation } from '../support/conversation.ts';
import {
  type Learning,
  postLesson,
  sayLearning,
  sayLesson,
  waitingIn,
  wordsOf,
} from '../support/learning.ts';
import type { OfferedLesson } from '../support/lessons.ts';
import type { Labels } from '../support/wording.ts';
import { executed, titleOf } from './buttons.ts';
import type { Rendered } from './card.ts';
import { cardOf, type Element, hint, line, words } from './elements.ts';
import { date, escaped, oneLine, within } from './plain.ts';

/** Lessons of one list: a lead gives each some thought. */
const MOST_LESSONS = 10;

/** Characters of what a lead judges: an answer must be read whole. */
const LONGEST_WORDS = 1_900;

/** What agents corrected, reworded and answered, for a lead to accept or to decline. */
export function learningCard(learning: Learning, labels: Labels): Rendered {
  const { here, elsewhere } = waitingIn(learning.lessons, 'teams:');
  const left = here.length - MOST_LESSONS;
  const summary = sayLearning(learning);
  const body = [
    line(escaped(summary)),
    ...here.slice(0, MOST_LESSONS).flatMap((lesson) => entry(lesson, labels)),
    ...hint(left > 0 ? `${left} more come when these are judged.` : ''),
    ...hint(elsewhere > 0 ? `${elsewhere} more can be judged where their customers wrote.` : ''),
  ];
  return { summary, card: cardOf(body, [], summary) };
}

function entry(lesson: OfferedLesson, labels: Labels): Element[] {
  const { conversation, id } = lesson;
  const actions = (['learn', 'decline-learning'] as const).map((button) =>
    executed(button, titleOf(button), { button, conversation, value: id }),
  );
  return [
    line(`**${escaped(sayLesson(lesson, labels))}**  ${date(lesson.at)}`, { spacing: 'Medium' }),
    ...words(oneLine(wordsOf(lesson)), LONGEST_WORDS),
    { type: 'ActionSet', actions },
  ];
}

/** An article that waits for a lead, or what became of it, in its card's thread. */
export function lessonCard(conversation: Conversation, lesson: string): Rendered {
  const { text, buttons } = postLesson(conversation, lesson);
  const named = { conversation: conversation.id, value: lesson, posted: true };
  const actions = buttons.map((button) => executed(button, titleOf(button), { button, ...named }));
  return {
    summary: within(oneLine(text), 250),
    card: cardOf(words(text, LONGEST_WORDS), actions),
  };
}
