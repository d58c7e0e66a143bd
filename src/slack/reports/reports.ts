import type { RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Clock } from '../../desk/clock.ts';
import { type Charts, type Desk, type Log, PlatformError } from '../../desk/ports.ts';
import { type Json, textAt } from '../../support/json.ts';
import type { Sheet } from '../../support/report/sheet.ts';
import { REPORT_MOVED, REPORTS_FOR_LEADS, sayNoReport } from '../../support/report/words.ts';
import type { Person } from '../../support/roles.ts';
import { context, type Rendered, section } from '../blocks.ts';
import { readChannelState } from '../channel-state.ts';
import type { Channels } from '../channels.ts';
import { refusalFor } from '../commands.ts';
import { asking } from '../errors.ts';
import type { Today } from '../home.ts';
import type { HomeWorkspace } from '../home-workspace.ts';
import { installationOf } from '../installation.ts';
import { escaped } from '../mrkdwn.ts';
import type { People } from '../people.ts';
import type { TriageChannel } from '../triage-channel.ts';
import { nameOf } from '../wording.ts';
import type { Workspace, Workspaces } from '../workspaces.ts';
import { type ReportPress, reportButtons } from './buttons.ts';
import { upload } from './files.ts';
import { lookUp } from './known.ts';
import { type Show, showAlone, showIn, showSheet } from './showing.ts';

export interface ReportParts {
  readonly desk: Desk;
  readonly charts: Charts;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: People;
  readonly workspaces: Workspaces;
  readonly home: HomeWorkspace;
  readonly channels: Channels;
  readonly triage: TriageChannel;
  readonly triageChannel: string;
}

/** Who asks for a report, and where. */
export interface ReportAsked {
  /** Behind "report". */
  readonly words: string;
  readonly person: Person | Promise<Person>;
  readonly workspace: Workspace;
  readonly channel: string;
}

/** Milliseconds after which whoever waits is told that it is coming. */
const PATIENCE = 2_500;

/** Reports to leads, where nobody of another organisation reads along, and what leads do with them. */
export interface Reports {
  /** Answers who asks, `here` or in their direct messages. Never rejects: what went wrong is the answer then. */
  answer(asked: ReportAsked, here: Show): Promise<void>;
  /** How today stands, for the home of a lead. Never rejects. */
  today(person: Person): Promise<Today>;
  /** Does what a button under a report is for, for a lead. Never rejects. */
  press(body: Json, press: ReportPress, respond: RespondFn | undefined): Promise<void>;
}

export function createReports(parts: ReportParts): Reports {
  const { desk, clock, log, people, workspaces, home } = parts;

  async function answer({ words, ...asked }: ReportAsked, here: Show): Promise<void> {
    const wait = clock.wake(clock.now() + PATIENCE, () => {
      here(plain('One moment, it is being counted.')).catch(() => {});
    });
    try {
      const person = await asked.person;
      const refusal = refusalFor(person) ?? notForThem(person);
      if (refusal !== undefined) return void (await here(plain(refusal)));
      const sheet = await desk.reportSheet(words, person.zone);
      if ('problem' in sheet) return void (await here(plain(sheet.problem)));
      const team = await home.get();
      const moved = await isReadByOthers(asked, team, person);
      await show(sheet, moved ? await directly(team, person) : here, {
        team,
        below: reportButtons(words, sheet),
      });
      if (moved) await here(plain(REPORT_MOVED));
    } catch (err) {
      log.error({ err }, 'a report could not be shown');
      await here(plain(sayNoReport(err))).catch(() => {});
    } finally {
      wait();
    }
  }

  async function today(person: Person): Promise<Today> {
    try {
      const sheet = await desk.reportSheet('today', person.zone);
      if ('problem' in sheet) return { is: 'not told', because: sheet.problem };
      return { is: 'told', sheet, known: await lookUp(sheet, await home.get(), parts) };
    } catch (err) {
      log.error({ err }, 'today could not be counted');
      return { is: 'not told', because: sayNoReport(err) };
    }
  }

  async function press(
    body: Json,
    pressed: ReportPress,
    respond: RespondFn | undefined,
  ): Promise<void> {
    const user = textAt(body, 'user', 'id');
    const thread = textAt(body, 'container', 'thread_ts');
    const inThread = thread === '' ? {} : { thread_ts: thread };
    const alone = respond && showAlone(respond, inThread);
    try {
      const workspace = await workspaces.of(installationOf(body));
      if (!(await home.is(workspace))) return;
      const person = await people.person(workspace, user);
      const tell = alone ?? (await directly(workspace, person));
      const refusal = refusalFor(person) ?? notForThem(person);
      const said = refusal ?? (await carryOut(pressed, person, workspace, body, tell));
      if (said !== '') await tell(plain(said));
    } catch (err) {
      log.error({ err }, 'a button under a report did nothing');
      await alone?.(plain(sayNoReport(err))).catch(() => {});
    }
  }

  /** @returns what the presser is told; '' where what they see says enough. */
  async function carryOut(
    { does, words }: ReportPress,
    person: Person,
    team: Workspace,
    body: Json,
    alone: Show,
  ): Promise<string> {
    switch (does) {
      case 'share':
        return share(words, person, team, body);
      case 'show':
      case 'behind': {
        const sheet = await desk.reportSheet(words, person.zone);
        if ('problem' in sheet) return sheet.problem;
        await show(sheet, alone, { team, below: reportButtons(words, sheet) });
        return '';
      }
      case 'csv':
      case 'json': {
        const file = await desk.reportFile(words, does, person.zone);
        if ('problem' in file) return file.problem;
        const content = new TextEncoder().encode(file.text);
        const { name } = file;
        await upload(team.client, { name, title: name, content }, await directOf(team, person));
        return `${name} is in your direct messages with me.`;
      }
      default:
        return does satisfies never;
    }
  }

  /** For the team to see, once: who presses again is told so. */
  async function share(words: string, person: Person, team: Workspace, body: Json) {
    const message = `${textAt(body, 'channel', 'id')}/${textAt(body, 'container', 'message_ts')}`;
    const channel = await parts.channels.current(parts.triageChannel);
    try {
      await parts.triage.refuseIfShared();
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return error.message;
    }
    const said = await desk.shareOnce({ platform: 'slack', message, words }, async () => {
      const sheet = await desk.reportSheet(words, person.zone);
      if ('problem' in sheet) return sheet;
      const above = [context(`📊 *${escaped(nameOf(person))}* shares a report`)];
      await show(sheet, showIn(team.client, channel), { team, above });
      return { text: 'It stands in the triage channel now.' };
    });
    if (said === undefined) return 'It stands in the triage channel already.';
    return 'problem' in said ? said.problem : said.text;
  }

  async function show(
    sheet: Sheet,
    to: Show,
    how: {
      readonly team: Workspace;
      readonly above?: readonly KnownBlock[];
      readonly below?: readonly KnownBlock[];
    },
  ): Promise<void> {
    const known = await lookUp(sheet, how.team, parts);
    const { client } = how.team;
    await showSheet(sheet, to, { ...how, known, client, drawing: parts.charts, clock, log });
  }

  return { answer, today, press };
}

/** Whether people of other organisations read this channel, or nobody can tell. */
async function isReadByOthers(
  { workspace, channel }: Pick<ReportAsked, 'workspace' | 'channel'>,
  team: Workspace,
  person: Person,
): Promise<boolean> {
  if (workspace.id !== team.id) return true;
  // Of direct messages Slack tells us nothing, but which are with us.
  if (channel.startsWith('D')) return channel !== (await directOf(team, person));
  try {
    const state = await readChannelState(workspace.client, channel);
    return state.shared || state.is === 'unknown';
  } catch (error) {
    if (error instanceof PlatformError && !error.retryable) return true;
    throw error;
  }
}

async function directly(team: Workspace, person: Person): Promise<Show> {
  return showIn(team.client, await directOf(team, person));
}

async function directOf({ client }: Workspace, { id }: Person): Promise<string> {
  const direct = await asking(() => client.conversations.open({ users: id }));
  return direct.channel?.id ?? id;
}

function notForThem({ role }: Person): string | undefined {
  return role === 'lead' ? undefined : REPORTS_FOR_LEADS;
}

function plain(words: string): Rendered {
  return { text: escaped(words), blocks: [section(escaped(words))] };
}
