import type { Clock } from '../desk/clock.ts';
import {
  type Charts,
  type Desk,
  type Door,
  type Log,
  PlatformError,
  type Route,
} from '../desk/ports.ts';
import type { Handbook } from '../support/handbook.ts';
import { labelsOf } from '../support/wording.ts';
import { createBolt } from './bolt.ts';
import { createChannels } from './channels.ts';
import type { SlackConfig } from './config.ts';
import { find } from './find.ts';
import { createHomeWorkspace } from './home-workspace.ts';
import { createIntake } from './intake.ts';
import { listenToInteractions } from './interactivity.ts';
import { listenToMentions } from './mentions.ts';
import { postNote } from './note.ts';
import { createOAuth } from './oauth.ts';
import { createPeople } from './people.ts';
import { perform } from './perform.ts';
import { createReceive } from './receive.ts';
import { createReports } from './reports/reports.ts';
import { readRoster } from './rosters.ts';
import { checkSettings } from './settings-check.ts';
import { openSocket } from './socket.ts';
import { createTriageChannel } from './triage-channel.ts';
import { understand } from './understand.ts';
import { listenToUpkeep } from './upkeep.ts';
import { clientOptions, createWorkspaces } from './workspaces.ts';

/** First and longest pause until Slack is asked again who we are, where it was away at the start, in ms. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

export interface SlackDoor extends Door, AsyncDisposable {
  readonly routes: readonly Route[];
  /** Whether Slack knows us, shows us the triage channel and, in Socket Mode, whether we are connected. */
  ready(): boolean;
  /** What is missing, in words; empty when ready. */
  reasons(): readonly string[];
  /** In Socket Mode nothing comes in from here on: Slack turns to whoever else is connected. */
  hangUp(): Promise<void>;
}

export interface SlackParts {
  readonly config: SlackConfig;
  readonly desk: Desk;
  readonly handbook: Handbook;
  readonly charts: Charts;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds to wait for an answer of Slack's; default 10 s. */
  readonly patience?: number;
}

/**
 * Door one: Slack, over HTTP or Socket Mode as configured.
 * @throws PlatformError when Slack refuses our credentials, or the triage channel is shared with others. Slack being away is no error: we go on trying.
 */
export async function createSlack(parts: SlackParts): Promise<SlackDoor> {
  const { config, desk, handbook, charts, clock, log, patience = 10_000 } = parts;
  const { triageChannel } = config;
  const options = clientOptions(config, log, patience);
  const oauth = createOAuth(config, {
    desk,
    log,
    clientOptions: options,
    stored: () => void home.lookAgain(),
  });
  const workspaces = createWorkspaces(config, options, desk.shelf('identities'), oauth?.tokenOf);
  const channels = createChannels(config, desk.shelf('channels'));
  const home = createHomeWorkspace({
    triageChannel,
    workspaces,
    channels,
    shelf: desk.shelf('home'),
    installed: async () => (await oauth?.installed()) ?? [],
    clock,
    log,
  });
  const triage = createTriageChannel({ id: triageChannel, home, channels, clock, log });
  const labels = labelsOf(handbook);
  const people = createPeople(config, desk.shelf('people'), home, clock, log);
  const bolt = createBolt(workspaces, options, log);
  const reports = createReports({
    desk,
    charts,
    clock,
    log,
    people,
    workspaces,
    home,
    channels,
    triage,
    triageChannel,
  });
  listenToInteractions(bolt.app, {
    desk,
    log,
    people,
    workspaces,
    home,
    channels,
    triageChannel,
    labels,
    reports,
  });
  listenToMentions(bolt.app, { desk, log, people, workspaces, channels, labels, reports });
  listenToUpkeep(bolt.app, {
    people,
    channels,
    workspaces,
    home,
    triage,
    uninstalled: async (installation) => oauth?.forget(installation),
  });
  const intake = createIntake({ desk, clock, log, bolt, configured: workspaces.configured });

  let known = workspaces.configured() === undefined;
  await workspaces.configured()?.then(
    () => {
      known = true;
    },
    (error: unknown) => {
      if (error instanceof PlatformError && !error.retryable) throw error;
      log.error({ err: error }, 'Slack could not be reached; we go on trying');
    },
  );
  const { appToken } = config;
  const socket = await start().catch((error: unknown) => {
    triage.close();
    throw error;
  });
  const receive = config.signingSecret
    ? [createReceive({ signingSecret: config.signingSecret, intake, clock, log })]
    : [];

  const stopTrying = known ? () => {} : getToKnowLater();

  async function start() {
    if (known) {
      await triage.refuseIfShared().catch((error: unknown) => {
        if (!(error instanceof PlatformError && error.retryable)) throw error;
      });
      await checkRest();
    }
    return appToken
      ? openSocket({ appToken, clientOptions: options, intake, clock, log })
      : undefined;
  }

  async function checkRest(): Promise<void> {
    const workspace = await workspaces.configured();
    if (workspace) await checkSettings(config, workspace, log);
  }

  /** Slack was away when we started: what could not be checked then is checked when it is there. */
  function getToKnowLater(pause = FIRST_PAUSE): () => void {
    let stop = clock.wake(clock.now() + pause, () => {
      getToKnow().catch(() => {
        if (!known) stop = getToKnowLater(Math.min(2 * pause, LONGEST_PAUSE));
      });
    });
    return () => stop();
  }

  async function getToKnow(): Promise<void> {
    await workspaces.configured();
    known = true;
    log.info({}, 'Slack is there');
    await triage.look();
    await checkRest();
  }

  function reasons(): string[] {
    const fault = triage.fault();
    return [
      ...(known && (socket?.connected() ?? true) ? [] : ['Slack is not connected']),
      ...(fault === undefined ? [] : [fault]),
    ];
  }

  return {
    platform: 'slack',
    routes: [...receive, ...(oauth?.routes ?? [])],
    ready: () => reasons().length === 0,
    reasons,
    hangUp: async () => socket?.close(),
    async staff(ids) {
      const team = await home.get();
      if (ids !== 'leads') return people.staff(team, ids);
      const listed = await people.staff(team, await readRoster('leads', config, team));
      return listed.filter(({ role }) => role === 'lead');
    },
    understand: (delivery) =>
      understand(delivery, { desk, clock, workspaces, home, people, channels }),
    perform: (effect, stage) =>
      perform(effect, stage, { workspaces, home, channels, triageChannel, triage, labels, config }),
    find: (effect, stage) => find(effect, stage, { workspaces, home, channels, triageChannel }),
    postNote: (note, how) =>
      postNote(note, how, {
        ...{ home, channels, triageChannel, triage, labels, config },
        ...{ desk, charts, clock, log, people },
      }),
    async [Symbol.asyncDispose]() {
      stopTrying();
      triage.close();
      await socket?.close();
    },
  };
}
