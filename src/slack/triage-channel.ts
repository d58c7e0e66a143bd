import type { Clock } from '../desk/clock.ts';
import { type Log, PlatformError } from '../desk/ports.ts';
import { readChannelState, sayObstacle } from './channel-state.ts';
import type { Channels } from './channels.ts';
import type { HomeWorkspace } from './home-workspace.ts';

/** The channel of the team's cards and drafts, watched: nobody outside the team may read along. */
export interface TriageChannel {
  /** Asks Slack about it now. Never rejects: where Slack cannot say, it is asked again. */
  look(): Promise<void>;
  /** @throws PlatformError when people of other organisations can read it, and, retryable, while Slack cannot say. */
  refuseIfShared(): Promise<void>;
  /** What keeps cards from being posted, in words; undefined while nothing does. */
  fault(): string | undefined;
  close(): void;
}

/** Milliseconds between two looks while something is wrong. */
const PAUSE = 30_000;
/** Milliseconds a look holds: Slack announces changes besides. */
const LOOK_LIFE = 60_000;

export function createTriageChannel(parts: {
  readonly id: string;
  readonly home: HomeWorkspace;
  readonly channels: Channels;
  readonly clock: Clock;
  readonly log: Log;
}): TriageChannel {
  const { id, home, channels, clock, log } = parts;
  let fault: string | undefined;
  let shared = false;
  let warned = false;
  let trouble: unknown;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let closed = false;
  let looking: Promise<void> | undefined;
  let stopWaiting = () => {};

  async function ask(): Promise<void> {
    const workspace = await home.known();
    if (!workspace) return;
    const state = await readChannelState(workspace.client, await channels.current(id));
    lookedAt = clock.now();
    shared = state.shared;
    tell(shared ? sayShared(id) : sayObstacle(`the triage channel ${id}`, state));
    if (state.isPrivate || warned || fault !== undefined) return;
    warned = true;
    log.warn(
      { channel: id },
      'the triage channel is public: everybody in the workspace can read customers’ messages and drafts there. Make it private in its settings',
    );
  }

  function tell(words: string): void {
    if (words !== '' && words !== fault) log.error({ channel: id }, words);
    if (words === '' && fault) log.info({ channel: id }, 'the triage channel is in order again');
    fault = words === '' ? undefined : words;
  }

  async function lookNow(): Promise<void> {
    try {
      await ask();
      trouble = undefined;
    } catch (err) {
      trouble = err;
      // What it said before may be what has just changed.
      lookedAt = Number.NEGATIVE_INFINITY;
      if (closed) return;
      if (err instanceof PlatformError && !err.retryable) tell(err.message);
      log.warn({ err, channel: id }, 'Slack could not be asked about the triage channel');
      lookLater();
      return;
    }
    if (fault !== undefined) lookLater();
  }

  function lookLater(): void {
    stopWaiting();
    if (!closed) stopWaiting = clock.wake(clock.now() + PAUSE, () => void look());
  }

  function look(): Promise<void> {
    looking ??= lookNow().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    look,
    async refuseIfShared() {
      if (clock.now() - lookedAt >= LOOK_LIFE) {
        await look();
        if (trouble) throw forLater(trouble);
      }
      if (shared) throw new PlatformError('slack', sayShared(id), { retryable: false });
    },
    fault: () => fault,
    close() {
      closed = true;
      stopWaiting();
    },
  };
}

/** Nothing is posted while it may be read by others; it waits until Slack has said. */
function forLater(error: unknown): unknown {
  if (!(error instanceof PlatformError) || error.retryable) return error;
  const how = { retryable: true, retryAfter: PAUSE, cause: error };
  return new PlatformError('slack', error.message, how);
}

function sayShared(id: string): string {
  return `The triage channel ${id} is shared with another organisation, which would read your drafts and notes there. Stop sharing it, or name a private channel of your own in SLACK_TRIAGE_CHANNEL.`;
}
