import type { KnownBlock } from '@slack/types';
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
import { actions, context, type Rendered, section, sections } from './blocks.ts';
import { pressOf } from './buttons.ts';
import { date, escaped, escapeWithin } from './mrkdwn.ts';

/** Lessons of one list: each takes two blocks of fifty, and a lead some thought. */
const MOST_LESSONS = 10;

/** Characters of what a lead judges: an answer must be read whole. */
const LONGEST_WORDS = 1_900;

/** What agents corrected, reworded and answered, for a lead to accept or to decline. */
export function renderLearning(learning: Learning, labels: Labels): Rendered {
  const { here, elsewhere } = waitingIn(learning.lessons, 'slack:');
  const left = here.length - MOST_LESSONS;
  const more = [
    left > 0 ? `${left} more come when these are judged.` : '',
    elsewhere > 0 ? `${elsewhere} more can be judged where their customers wrote.` : '',
  ].filter(Boolean);
  const text = sayLearning(learning);
  return {
    text: escaped(text),
    blocks: [
      section(escaped(text)),
      ...here.slice(0, MOST_LESSONS).flatMap((lesson) => entry(lesson, labels)),
      ...(more.length === 0 ? [] : [context(more.join(' '))]),
    ],
  };
}

function entry(lesson: OfferedLesson, labels: Labels): KnownBlock[] {
  const words = escapeWithin(wordsOf(lesson).replace(/\s+/g, ' '), LONGEST_WORDS);
  const what = sayLesson(lesson, labels);
  const named = { conversation: lesson.conversation, value: lesson.id };
  const presses = [pressOf('learn', what), pressOf('decline-learning', what)];
  return [
    section(`“${words}”\n*${escapeWithin(what, 300)}*  ${date(lesson.at)}`),
    actions(presses, JSON.stringify(named)),
  ];
}

/** An article that waits for a lead, or what became of it, in its card's thread. */
export function renderLessonPost(conversation: Conversation, lesson: string): Rendered {
  const { text, buttons } = postLesson(conversation, lesson);
  const named = JSON.stringify({ conversation: conversation.id, value: lesson });
  const presses = buttons.map((button) => pressOf(button, 'this article'));
  return {
    text: escapeWithin(text, LONGEST_WORDS),
    blocks: [...sections(text, 2), ...(presses.length === 0 ? [] : [actions(presses, named)])],
  };
}
