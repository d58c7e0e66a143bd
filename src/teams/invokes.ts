import { WRITING_BUTTONS } from '../support/events.ts';
import { at, type Json, textAt } from '../support/json.ts';
import { FOR_LEADS, LEARNING_DAYS } from '../support/learning.ts';
import { onceJudged } from '../support/lessons.ts';
import { mayAct } from '../support/roles.ts';
import type { Labels } from '../support/wording.ts';
import { answerIn, sayToPresser } from './answers.ts';
import { hasForm, type Named, opensDialog } from './buttons.ts';
import { dialogOf, formFor, sayInDialog } from './dialogs.ts';
import type { Card } from './elements.ts';
import { INPUTS } from './forms.ts';
import { learningCard } from './learning.ts';
import { faultIn, type Handed, handedIn } from './presses.ts';
import { reportPressIn } from './reports/buttons.ts';
import { consentIn } from './reports/files.ts';
import { giveFile, pressReport, type ReportParts } from './reports/reports.ts';

/** What an invoke is answered with, and whether the desk must keep it first. */
export interface Reply {
  readonly keep: boolean;
  /** The answer's JSON; undefined closes a dialog. */
  readonly body: object | undefined;
}

export interface InvokeParts extends ReportParts {
  readonly labels: Labels;
}

const NOT_YOURS =
  'Only the support team can do this. Nothing was changed. Ask a lead to add you to the agents.';

/** The answer to an invoke; undefined when it is none of ours. Work follows in the desk. */
export async function answerInvoke(activity: Json, parts: InvokeParts): Promise<Reply | undefined> {
  switch (textAt(activity, 'name')) {
    case 'adaptiveCard/action': {
      const answer = answerIn(activity);
      if (answer) {
        return { keep: true, body: said(await sayToPresser(activity, answer, parts)) };
      }
      const report = reportPressIn(activity);
      if (report) return { keep: false, body: said(await pressReport(report, activity, parts)) };
      const handed = handedIn(activity);
      return handed
        ? { keep: true, body: await answerPress(handed, activity, parts) }
        : { keep: false, body: said('This button is not known any more.') };
    }
    case 'fileConsent/invoke': {
      const consent = consentIn(activity);
      // It takes longer than Teams waits, and what became of it stands in the place of the offer.
      if (consent) void giveFile(consent, activity, parts);
      return consent && { keep: false, body: undefined };
    }
    case 'task/fetch':
      return openDialog(activity, parts);
    case 'task/submit':
      return submitDialog(activity, parts);
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return draftAsked(activity, parts);
    default:
      return undefined;
  }
}

/** What the presser sees at once. Whether it counts is decided by the desk, and told if not. */
async function answerPress(
  { button, value = '', inputs }: Handed,
  activity: Json,
  { desk, people, labels }: InvokeParts,
): Promise<object> {
  switch (button) {
    case 'why':
      return said('You are told alone.');
    case 'learn':
    case 'decline-learning': {
      if ((await people.author(activity)).role !== 'lead') return said(FOR_LEADS);
      if (at(inputs, 'posted') === true) return said('Got it. The post shows what became of it.');
      const learning = await desk.learning(LEARNING_DAYS);
      const lessons = onceJudged(learning.lessons, value, button === 'learn');
      return shown(learningCard({ ...learning, lessons }, labels).card);
    }
    default:
      return said('Got it. The card shows what became of it.');
  }
}

/** Whoever opens a dialog to write in may find somebody else at it: the desk learns of it. */
async function openDialog(activity: Json, { desk, people, labels }: InvokeParts): Promise<Reply> {
  const handed = handedIn(activity);
  if (!handed || !opensDialog(handed.button)) {
    return { keep: false, body: sayInDialog('This button is not known any more.') };
  }
  if (!mayAct(await people.author(activity))) return { keep: false, body: sayInDialog(NOT_YOURS) };
  const named = namedIn(handed);
  const form = await formFor(handed.button, named, { desk, labels, people });
  const keep = WRITING_BUTTONS.some((one) => one === handed.button);
  return { keep, body: dialogOf(handed.button, named, form) };
}

const KEPT: Reply = { keep: true, body: undefined };

async function submitDialog(activity: Json, { desk, people, labels }: InvokeParts): Promise<Reply> {
  const handed = handedIn(activity);
  if (!handed || !hasForm(handed.button)) {
    return { keep: false, body: sayInDialog('This dialog is not known any more.') };
  }
  const fault = faultIn(handed);
  const named = namedIn(handed);
  const typed = textAt(handed.inputs, INPUTS.edit);
  if (fault === undefined) {
    // What had its hints is sent.
    if (handed.button !== 'edit' || at(handed.inputs, 'hinted') === true) return KEPT;
    const agent = await people.author(activity);
    const hints = mayAct(agent) ? await desk.hintsOn(named, typed, agent) : [];
    if (hints.length === 0) return KEPT;
    const form = await formFor(handed.button, named, { desk, labels, people }, { typed, hints });
    return { keep: false, body: dialogOf(handed.button, named, form, { hinted: true }) };
  }
  if (!mayAct(await people.author(activity))) return { keep: false, body: sayInDialog(NOT_YOURS) };
  const form = await formFor(handed.button, named, { desk, labels, people }, { typed, fault });
  return { keep: false, body: dialogOf(handed.button, named, form) };
}

/** The draft appears in another channel, so whoever asked for it is told where to look. */
async function draftAsked(activity: Json, { people, triageChannel }: InvokeParts): Promise<Reply> {
  if (!mayAct(await people.author(activity))) return { keep: false, body: sayInDialog(NOT_YOURS) };
  const here = textAt(activity, 'conversation', 'id').split(';')[0];
  return here === triageChannel
    ? {
        keep: false,
        body: sayInDialog(
          'Choose “Draft a reply” on a message of the customer, where they wrote it.',
        ),
      }
    : { keep: true, body: sayInDialog('The draft comes in the triage channel.') };
}

function namedIn({ conversation, draft, value }: Named): Named {
  return {
    conversation,
    ...(draft === undefined ? {} : { draft }),
    ...(value === undefined ? {} : { value }),
  };
}

/** A card in the place of the one that was pressed on, for the presser alone. */
function shown(card: Card): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** A line that the presser alone sees on the card for a moment. */
function said(text: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}
