import { lastAnswered } from '../../circumstances.ts';
import type { Conversation, Instant } from '../../conversation.ts';
import type { Change, Outcome } from '../../decide.ts';
import type { Intent } from '../../effects.ts';
import type { TimerFired } from '../../events.ts';
import type { Handbook, Policy } from '../../handbook.ts';
import { ask, closeQuestion, questionOf } from '../../questions.ts';
import { languageWith } from '../../reply/language.ts';
import { noticePicker } from '../../reply/notices.ts';
import { ASSISTANT } from '../../roles.ts';
import { latelyOf } from '../follow-up/lately.ts';
import { zoneOf } from '../follow-up/nudges.ts';
import { wakingTime } from '../waking.ts';
import { choicesFor } from './scales.ts';
import type { Surveyed } from './surveyed.ts';

/** When the customer is asked how it was, or reminded of it, in their waking hours; undefined for never. */
export function nextSurvey(conversation: Conversation, { policy }: Handbook): Instant | undefined {
  const due = dueAt(conversation, policy);
  if (due === undefined) return undefined;
  const from = Math.max(due, conversation.survey?.notBefore ?? 0);
  return wakingTime(policy, zoneOf(conversation), from);
}

/** Whether the customer is about to be asked, so that an agent may still say that they should not be. */
export function isSurveyAhead({ timers, survey }: Conversation): boolean {
  return timers.survey !== undefined && survey?.asked === undefined;
}

function dueAt(conversation: Conversation, { survey: policy }: Policy): Instant | undefined {
  const { status, survey, recovery } = conversation;
  if (policy.ask === 'off' || status !== 'resolved' || !survey || survey.unasked) return undefined;
  if (survey.asked) return reminderAt(conversation, survey, policy);
  const wronged = conversation.triage?.abusive === true || recovery !== undefined;
  // Nobody is asked about a service that they never had.
  const served = lastAnswered(conversation) > Number.NEGATIVE_INFINITY;
  return survey.since === undefined || wronged || !served ? undefined : survey.since + policy.after;
}

/** Once, and only where the question still stands and nothing came from them since. */
function reminderAt(
  conversation: Conversation,
  { asked, reminded, rating }: Surveyed,
  { remindAfter }: Policy['survey'],
): Instant | undefined {
  if (!asked || remindAfter === undefined || reminded !== undefined || rating) return undefined;
  if (conversation.lastCustomerAt > asked.at) return undefined;
  const stands = questionOf(conversation, asked.question)?.state.is === 'open';
  return stands ? asked.at + remindAfter : undefined;
}

/** The time has come: it is looked at anew, for the customer may sleep by now, or have been asked elsewhere. */
export function surveyRang(
  conversation: Conversation,
  event: TimerFired,
  handbook: Handbook,
): Outcome {
  const { policy } = handbook;
  const at = Math.max(event.at, event.due);
  const due = dueAt(conversation, policy);
  // With what it is now, the timer is set anew.
  if (due === undefined || due > at) return { conversation, intents: [] };
  const { survey = {} } = conversation;
  const { quiet, surveyed } = event.lately ?? latelyOf([conversation], at);
  const withSurvey = (more: Surveyed): Change => ({
    conversation: { ...conversation, survey: { ...survey, ...more } },
    intents: [{ type: 'show-card' }],
  });
  if (quiet) return withSurvey({ unasked: 'quiet' });
  const lately = surveyed !== undefined && at < surveyed + policy.survey.notAgainWithin;
  if (!survey.asked && lately) return withSurvey({ unasked: 'asked-lately' });
  const awake = wakingTime(policy, zoneOf(conversation), at);
  return awake > at ? withSurvey({ notBefore: awake }) : putQuestion(conversation, at, handbook);
}

/** One question with a button for each answer. A reminder is the same question anew, in place of the first. */
function putQuestion(conversation: Conversation, at: Instant, handbook: Handbook): Change {
  const { id, survey = {}, place, deeds } = conversation;
  const { asked: before } = survey;
  const { ask: now } = handbook.policy.survey;
  if (now === 'off') return { conversation, intents: [] };
  const scale = before?.scale ?? now;
  const picker = noticePicker(conversation, handbook, at);
  const words = [before ? 'survey-again' : undefined, `survey-${scale}`];
  const text = words.flatMap((one) => (one && picker.pick(one)) ?? []).join('\n\n');
  const free = before ? closeQuestion(conversation, before.question) : conversation;
  const { conversation: next, question } = ask(free, {
    text,
    choices: choicesFor(scale, (situation) => picker.pick(situation)),
    others: picker.pick('button-others') ?? '',
  });
  const language = languageWith(conversation, handbook);
  const asked = { at: before?.at ?? at, scale, language, question };
  const stale: Intent[] = before ? [{ type: 'show-question', question: before.question }] : [];
  return {
    conversation: {
      ...next,
      survey: { ...survey, asked, ...(before ? { reminded: at } : {}) },
      deeds: [...deeds, { at, by: ASSISTANT, did: before ? 'reminded-to-rate' : 'asked-to-rate' }],
    },
    intents: [
      { type: 'send-notice', place, text, about: 'survey', question },
      ...stale,
      { type: 'show-card' },
    ],
    facts: [
      { type: before ? 'survey-reminded' : 'survey-asked', at, conversation: id, scale, language },
    ],
  };
}
