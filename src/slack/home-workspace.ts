import type { Clock } from '../desk/clock.ts';
import { type Log, PlatformError, type Shelf } from '../desk/ports.ts';
import type { Channels } from './channels.ts';
import { codeOf, toPlatformError } from './errors.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/**
 * The team's own workspace: the one whose installation can see the triage channel. Its members are the team, and what
 * the team sees and presses is there; everybody else's workspace is a customer's.
 */
export interface HomeWorkspace {
  /** @throws PlatformError, retryable, while it is not known: with what to do about it. */
  get(): Promise<Workspace>;
  /**
   * The same, or undefined while no installation sees the triage channel.
   * @throws PlatformError when Slack could not be asked.
   */
  known(): Promise<Workspace | undefined>;
  /** @throws PlatformError when Slack could not be asked. */
  is(workspace: Workspace): Promise<boolean>;
  /** Something changed that may show where home is. Never rejects. */
  lookAgain(): Promise<void>;
}

/** Milliseconds until the installations are asked again after none of them saw the channel. */
const PAUSE = 5_000;
/** Milliseconds that cards and messages wait before they ask for the home again. */
const PATIENCE = 15_000;

/** @param installed ids of all installations, the oldest first; not asked where a token is configured. */
export function createHomeWorkspace(parts: {
  readonly triageChannel: string;
  readonly workspaces: Workspaces;
  readonly channels: Channels;
  readonly shelf: Shelf<string>;
  readonly installed: () => Promise<readonly string[]>;
  readonly clock: Clock;
  readonly log: Log;
}): HomeWorkspace {
  const { triageChannel, workspaces, channels, shelf, clock, log } = parts;
  let search: Promise<Workspace | undefined> | undefined;
  let notBefore = 0;

  async function known(): Promise<Workspace | undefined> {
    const configured = workspaces.configured();
    if (configured) return configured;
    const before = await shelf.get(triageChannel);
    if (before !== undefined) {
      const found = await stillThere(before);
      if (found) return found;
      log.warn({ workspace: before }, 'the home workspace no longer has the app installed');
      await shelf.delete(triageChannel);
    }
    if (clock.now() < notBefore) return undefined;
    search ??= begin();
    return search;
  }

  function begin(): Promise<Workspace | undefined> {
    const mine = findAmong().then((found) => {
      // Whatever changed meanwhile has begun a search of its own.
      if (!found && search === mine) notBefore = clock.now() + PAUSE;
      return found;
    });
    const end = () => {
      if (search === mine) search = undefined;
    };
    mine.then(end, end);
    return mine;
  }

  async function findAmong(): Promise<Workspace | undefined> {
    const channel = await channels.current(triageChannel);
    let unasked: PlatformError | undefined;
    for (const installation of await parts.installed()) {
      try {
        const workspace = await workspaces.find(installation);
        if (!workspace || !(await sees(workspace, channel))) continue;
        await shelf.set(triageChannel, installation);
        log.info({ workspace: workspace.id }, 'the workspace with the triage channel is home');
        return workspace;
      } catch (err) {
        if (!(err instanceof PlatformError)) throw err;
        if (err.retryable) unasked = err;
        else log.warn({ err, installation }, 'this installation cannot be the home workspace');
      }
    }
    if (unasked) throw unasked;
    return undefined;
  }

  /** An installation whose token Slack refuses for good is as gone as one that was removed. */
  async function stillThere(installation: string): Promise<Workspace | undefined> {
    try {
      return await workspaces.find(installation);
    } catch (error) {
      if (error instanceof PlatformError && !error.retryable) return undefined;
      throw error;
    }
  }

  return {
    known,
    async get() {
      const home = await known();
      if (home) return home;
      throw new PlatformError(
        'slack',
        `No workspace that installed Warmline can see the triage channel ${triageChannel} yet. Install it in the workspace with that channel (/slack/install) and invite the bot there with /invite.`,
        { retryable: true, retryAfter: PATIENCE },
      );
    },
    is: async (workspace) => (await known())?.id === workspace.id,
    async lookAgain() {
      search = undefined;
      notBefore = 0;
      await known().catch((err: unknown) => {
        log.warn({ err }, 'where home is could not be asked; it is asked again when it matters');
      });
    },
  };
}

/** Whether the bot can see the channel there. Where it is shared with others, it is its host's. */
async function sees({ client, id, enterprise }: Workspace, channel: string): Promise<boolean> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    const host = found?.is_ext_shared ? found.conversation_host_id : undefined;
    return host === undefined || host === id || host === enterprise;
  } catch (error) {
    if (codeOf(error) === 'channel_not_found') return false;
    throw toPlatformError(error);
  }
}
