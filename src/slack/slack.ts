import type { Clock } from '../desk/clock.ts';
import { type Desk, type Door, type Log, PlatformError, type Route } from '../desk/ports.ts';
import { createBolt } from './bolt.ts';
import { createChannels } from './channels.ts';
import type { SlackConfig } from './config.ts';
import { find } from './find.ts';
import { createHomeWorkspace } from './home-workspace.ts';
import { createIntake } from './intake.ts';
import { listenToInteractions } from './interactivity.ts';
import { listenToMentions } from './mentions.ts';
import { createOAuth } from './oauth.ts';
import { createPeople } from './people.ts';
import { perform } from './perform.ts';
import { createReceive } from './receive.ts';
import { openSocket } from './socket.ts';
import { understand } from './understand.ts';
import { listenToUpkeep } from './upkeep.ts';
import { clientOptions, createWorkspaces } from './workspaces.ts';

export interface SlackDoor extends Door, AsyncDisposable {
  readonly routes: readonly Route[];
  /** Whether Slack knows us and, in Socket Mode, whether we are connected. */
  ready(): boolean;
}

export interface SlackParts {
  readonly config: SlackConfig;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds to wait for an answer of Slack's; default 10 s. */
  readonly patience?: number;
}

/**
 * Door one: Slack, over HTTP or Socket Mode as configured.
 * @throws PlatformError when Slack refuses our credentials. Slack being away is no error: we go on trying.
 */
export async function createSlack(parts: SlackParts): Promise<SlackDoor> {
  const { config, desk, clock, log, patience = 10_000 } = parts;
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
  const people = createPeople(config, desk.shelf('people'), home, log);
  const bolt = createBolt(workspaces, options, log);
  listenToInteractions(bolt.app, { desk, log, people, workspaces, home, triageChannel });
  listenToMentions(bolt.app, { desk, log, people, workspaces });
  listenToUpkeep(bolt.app, {
    people,
    channels,
    workspaces,
    home,
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
  const socket = config.appToken
    ? await openSocket({
        appToken: config.appToken,
        clientOptions: options,
        intake,
        clock,
        log,
      })
    : undefined;
  const receive = config.signingSecret
    ? [createReceive({ signingSecret: config.signingSecret, intake, clock, log })]
    : [];

  return {
    platform: 'slack',
    routes: [...receive, ...(oauth?.routes ?? [])],
    ready() {
      if (!known) {
        workspaces.configured()?.then(
          () => {
            known = true;
          },
          () => {},
        );
      }
      return known && (socket?.connected() ?? true);
    },
    understand: (delivery) =>
      understand(delivery, { desk, clock, workspaces, home, people, channels }),
    perform: (effect, stage) =>
      perform(effect, stage, { workspaces, home, channels, triageChannel }),
    find: (effect, stage) => find(effect, stage, { workspaces, home, channels, triageChannel }),
    async [Symbol.asyncDispose]() {
      await socket?.close();
    },
  };
}
