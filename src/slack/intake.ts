import type { Clock } from '../desk/clock.ts';
import { inTime } from '../desk/deadline.ts';
import type { Delivery, Desk, Log } from '../desk/ports.ts';
import { type Json, jsonAt, textAt } from '../support/json.ts';
import type { Bolt } from './bolt.ts';
import { installationOf } from './installation.ts';
import { isByBot } from './message-body.ts';
import type { Workspaces } from './workspaces.ts';

/** What comes in, whichever way Slack is connected. Whoever rejects here is not acknowledged. */
export interface Intake {
  /** An Events API envelope; `raw` is its JSON. Resolves when it may be acknowledged. */
  event(envelope: Json, raw: string): Promise<void>;
  /** A press, a dialog, a shortcut or a command. Resolves with what the acknowledgement carries. */
  interaction(body: Json): Promise<unknown>;
}

/** Events that only change what we remember: done before they are acknowledged, so that Slack repeats a failure. */
const UPKEEP = new Set([
  'user_change',
  'member_joined_channel',
  'member_left_channel',
  'subteam_updated',
  'subteam_members_changed',
  'channel_id_changed',
  'channel_shared',
  'channel_unshared',
  'app_uninstalled',
  'tokens_revoked',
]);

/** Interactions that have listeners. Bolt stumbles over what lacks its person. */
const INTERACTIONS = new Set([
  'block_actions',
  'view_submission',
  'view_closed',
  'message_action',
  'shortcut',
]);

function isKnown(body: Json): boolean {
  if (textAt(body, 'command') !== '') return textAt(body, 'user_id') !== '';
  return INTERACTIONS.has(textAt(body, 'type')) && textAt(body, 'user', 'id') !== '';
}

export function createIntake(parts: {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  readonly bolt: Bolt;
  /** The only workspace, where there is one. Until Slack has told us who we are there, nothing is accepted. */
  readonly configured: Workspaces['configured'];
}): Intake {
  const { desk, clock, log, bolt, configured } = parts;

  let introduced = false;
  async function introduction(): Promise<void> {
    if (introduced) return;
    const workspace = configured();
    if (workspace) await inTime(clock, workspace);
    introduced = true;
  }

  /** Answers a command or renders a home: if it fails, the person asks again. */
  function runLater(envelope: Json): void {
    bolt.run(envelope).catch((err: unknown) => {
      log.error({ err, event: textAt(envelope, 'event_id') }, 'an answer could not be given');
    });
  }

  return {
    async event(envelope, raw) {
      const type = textAt(envelope, 'event', 'type');
      if (type === 'message' || type === 'app_mention') {
        if (isByBot(jsonAt(envelope, 'event'))) return;
        await introduction();
        await inTime(clock, desk.accept(deliveryOf(envelope, raw)));
        const direct = textAt(envelope, 'event', 'channel_type') === 'im';
        if (type === 'app_mention' || direct) runLater(envelope);
      } else if (type === 'app_home_opened') {
        runLater(envelope);
      } else if (UPKEEP.has(type)) {
        await inTime(clock, bolt.run(envelope));
      } else {
        log.debug({ type }, 'an event that means nothing to us');
      }
    },
    async interaction(body) {
      if (!isKnown(body)) {
        log.debug({ type: textAt(body, 'type') }, 'an interaction that means nothing to us');
        return undefined;
      }
      const answer = await inTime(clock, bolt.answer(body));
      if (answer.by === 'nobody') log.debug({ type: textAt(body, 'type') }, 'nobody answers this');
      return answer.with;
    },
  };
}

/** An event as the desk keeps it. A channel is a lane: what happens there is decided in order. */
function deliveryOf(envelope: Json, raw: string): Delivery {
  const channel = textAt(envelope, 'event', 'channel');
  return {
    id: textAt(envelope, 'event_id'),
    platform: 'slack',
    lane: `slack:${installationOf(envelope)}:${channel}`,
    body: raw,
  };
}

/**
 * A press, a submitted dialog or a shortcut as the desk keeps it: Slack gives each its own trigger or view hash. `channel`
 * is the lane: the triage channel, or where a customer pressed.
 */
export function pressDelivery(body: Json, channel: string): Delivery {
  const type = textAt(body, 'type');
  const view = jsonAt(body, 'view');
  const name =
    type === 'view_submission'
      ? `${textAt(view, 'id')}:${textAt(view, 'hash')}`
      : textAt(body, 'trigger_id');
  return {
    id: `${type}:${name}`,
    platform: 'slack',
    lane: `slack:${installationOf(body)}:${channel}`,
    body: JSON.stringify(body),
  };
}
