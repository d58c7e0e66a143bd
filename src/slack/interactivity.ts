import type { App, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Desk, Log } from '../desk/ports.ts';
import { at, type Json, jsonAt, listAt, parseJson, textAt } from '../support/json.ts';
import { LEARNING_DAYS } from '../support/learning.ts';
import { onceJudged } from '../support/lessons.ts';
import { sayToOthers } from '../support/questions.ts';
import { mayAct } from '../support/roles.ts';
import type { Labels } from '../support/wording.ts';
import { type Named as Answer, answerIn, placeOfPress } from './answers.ts';
import { LONGEST_TEXT } from './blocks.ts';
import type { Channels } from './channels.ts';
import { answerCommand, reportIn } from './commands.ts';
import { openDialog } from './dialogs.ts';
import type { HomeWorkspace } from './home-workspace.ts';
import { installationOf } from './installation.ts';
import { pressDelivery } from './intake.ts';
import { renderLearning } from './learning.ts';
import { editDialog } from './modals.ts';
import { escapeWithin } from './mrkdwn.ts';
import type { People } from './people.ts';
import { readPieces } from './pieces.ts';
import { asButton, chosenMessages, type Named, namedIn, namedOf, opensDialog } from './presses.ts';
import { reportPressIn } from './reports/buttons.ts';
import type { Reports } from './reports/reports.ts';
import { showAlone } from './reports/showing.ts';
import type { Workspaces } from './workspaces.ts';

export interface InteractivityParts {
  readonly desk: Desk;
  readonly log: Log;
  readonly people: People;
  readonly workspaces: Workspaces;
  readonly home: HomeWorkspace;
  readonly channels: Channels;
  readonly triageChannel: string;
  readonly labels: Labels;
  readonly reports: Reports;
}

/** Buttons, dialogs, the message shortcut and the slash command. Each is kept before it is acknowledged. */
export function listenToInteractions(app: App, parts: InteractivityParts): void {
  const { desk, log, people, workspaces, home, triageChannel, labels, reports } = parts;
  const keep = (body: Json) => desk.accept(pressDelivery(body, triageChannel));

  app.action(/.*/, async ({ ack, respond, body: raw }) => {
    const body = raw as unknown as Json;
    const [action] = listAt(body, 'actions');
    const answer = answerIn(action);
    if (answer) {
      await desk.accept(pressDelivery(body, textAt(body, 'channel', 'id')));
      await ack();
      return tellOthers(body, answer, parts, respond).catch((err: unknown) => {
        log.warn({ err, conversation: answer.conversation }, 'a presser could not be told');
      });
    }
    const report = reportPressIn(action);
    if (report) {
      await ack();
      return reports.press(body, report, respond);
    }
    const button = asButton(textAt(action, 'action_id'));
    const named = namedIn(action);
    if (!button || !named) {
      log.warn({ user: textAt(body, 'user', 'id') }, 'a press on a button that is not ours');
      return ack();
    }
    await keep(body);
    await ack();
    const listed = at(body, 'container', 'is_ephemeral') === true;
    if (listed && (button === 'learn' || button === 'decline-learning')) {
      await showRest(body, named, button === 'learn', parts, respond).catch((err: unknown) => {
        log.warn({ err }, 'a list could not be shown anew');
      });
    }
    if (!opensDialog(button)) return;
    try {
      const workspace = await workspaces.of(installationOf(body));
      if (!(await home.is(workspace))) return;
      const user = textAt(body, 'user', 'id');
      if (!mayAct(await people.person(workspace, user))) return;
      await openDialog(button, named, textAt(body, 'trigger_id'), { workspace, desk, labels, log });
    } catch (err) {
      log.warn({ err, conversation: named.conversation }, 'a dialog could not be opened');
      await respond({
        text: 'The dialog could not be opened in time. Please press the button again.',
        response_type: 'ephemeral',
        replace_original: false,
        ...threadOf(body),
      });
    }
  });

  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ ack, body: raw }) => {
    const body = raw as unknown as Json;
    const faults = faultsOf(jsonAt(body, 'view'));
    if (faults) return ack({ response_action: 'errors', errors: faults });
    const hinted = await hintsFor(body, parts);
    if (hinted) return ack({ response_action: 'update', view: hinted });
    await keep(body);
    await ack();
  });

  app.view({ callback_id: /.*/, type: 'view_closed' }, ({ ack }) => ack());

  app.shortcut(/.*/, async ({ ack, respond, body: raw }) => {
    const body = raw as unknown as Json;
    if (
      textAt(body, 'type') === 'message_action' &&
      textAt(body, 'callback_id') === 'draft_reply'
    ) {
      await keep(body);
      await ack();
      const text = await sayWhereDraftComes(body, parts);
      if (text !== '') await respond({ text, response_type: 'ephemeral' });
    } else {
      log.warn({ user: textAt(body, 'user', 'id') }, 'a shortcut that is not ours');
      await ack();
    }
  });

  app.command(/.*/, async ({ ack, body, respond }) => {
    const workspace = await workspaces.of(installationOf(body));
    const person = people.person(workspace, body.user_id);
    const words = reportIn(body.text ?? '');
    if (words !== undefined) {
      // It may take longer than Slack waits.
      await ack();
      const asked = { words, person, workspace, channel: body.channel_id };
      return reports.answer(asked, showAlone(respond, {}));
    }
    const answer = await answerCommand(
      { words: body.text ?? '', channel: body.channel_id },
      person,
      desk,
      { ...workspace, labels },
      log,
    );
    await ack({ response_type: 'ephemeral', ...answer });
  });
}

/** Whoever pressed a button that somebody else was asked by learns that, alone. */
async function tellOthers(
  body: Json,
  { conversation: id, question }: Answer,
  { desk, workspaces, channels }: InteractivityParts,
  respond: RespondFn,
): Promise<void> {
  const place = await placeOfPress(body, await workspaces.of(installationOf(body)), channels);
  const press = { question, place, actor: { id: textAt(body, 'user', 'id') } };
  const words = sayToOthers(await desk.conversation(id), press);
  if (words === '') return;
  const text = escapeWithin(words, LONGEST_TEXT);
  await respond({ text, response_type: 'ephemeral', replace_original: false, ...threadOf(body) });
}

/** A lead judged a lesson: the list goes on without it. Whether it counts is decided by the desk, and told if not. */
async function showRest(
  body: Json,
  { value }: Named,
  accepts: boolean,
  { desk, people, workspaces, home, labels }: InteractivityParts,
  respond: RespondFn,
): Promise<void> {
  const workspace = await workspaces.of(installationOf(body));
  if (!(await home.is(workspace))) return;
  if ((await people.person(workspace, textAt(body, 'user', 'id'))).role !== 'lead') return;
  const learning = await desk.learning(LEARNING_DAYS);
  const lessons = onceJudged(learning.lessons, value ?? '', accepts);
  const list = renderLearning({ ...learning, lessons }, labels);
  await respond({ ...list, response_type: 'ephemeral', replace_original: true });
}

/** What the dialog says under an input that cannot be taken as it is; undefined when all is well. */
function faultsOf(view: Json): Record<string, string> | undefined {
  const values = jsonAt(view, 'state', 'values');
  switch (asButton(textAt(view, 'callback_id'))) {
    case 'edit': {
      const text = readPieces(values, parseJson(textAt(view, 'private_metadata')));
      return text.trim() === '' ? { 'reply-0': 'Write a reply first: this is empty.' } : undefined;
    }
    case 'split': {
      return chosenMessages(values).length > 0
        ? undefined
        : { 'messages-0': 'Tick the messages that are another matter.' };
    }
    default:
      return undefined;
  }
}

/** The dialog once more with hints on what was written in it; undefined where it may go, or had its hints before. */
async function hintsFor(
  body: Json,
  { desk, people, workspaces }: InteractivityParts,
): Promise<ModalView | undefined> {
  const view = jsonAt(body, 'view');
  const metadata = parseJson(textAt(view, 'private_metadata'));
  const named = namedOf(metadata);
  if (asButton(textAt(view, 'callback_id')) !== 'edit' || !named) return undefined;
  if (at(metadata, 'hinted') === true) return undefined;
  const person = await people.person(
    await workspaces.of(installationOf(body)),
    textAt(body, 'user', 'id'),
  );
  const conversation = await desk.conversation(named.conversation);
  if (!mayAct(person) || conversation === undefined) return undefined;
  const typed = readPieces(jsonAt(view, 'state', 'values'), metadata);
  const hints = await desk.hintsOn(named, typed, person);
  return hints.length === 0 ? undefined : editDialog(conversation, named, { typed, hints });
}

/** The draft appears in another channel, so whoever asked for it is told where to look. Customers are told nothing. */
async function sayWhereDraftComes(body: Json, parts: InteractivityParts): Promise<string> {
  const workspace = await parts.workspaces.of(installationOf(body));
  if (!(await parts.home.is(workspace))) return '';
  const person = await parts.people.person(workspace, textAt(body, 'user', 'id'));
  if (person.role === 'customer' || person.role === 'bot') return '';
  if (!mayAct(person)) {
    return 'Only the support team can ask for a draft. Ask a lead to add you to the agents.';
  }
  return textAt(body, 'channel', 'id') === parts.triageChannel
    ? 'Choose “Draft a reply” on a message of the customer, where they wrote it.'
    : `The draft comes in <#${parts.triageChannel}>.`;
}

/** Where a press was made, so that its answer stands beside it. */
function threadOf(body: Json): { thread_ts?: string } {
  const thread = textAt(body, 'container', 'thread_ts');
  return thread === '' ? {} : { thread_ts: thread };
}
