import type { Clock } from '../desk/clock.ts';
import type { Delivery, Desk, Understood } from '../desk/ports.ts';
import type { Channels } from './channels.ts';
import { understandMessage } from './messages.ts';
import { installationOf, jsonAt, parseJson, textAt } from './payloads.ts';
import type { People } from './people.ts';
import { understandDialog, understandPress, understandShortcut } from './presses.ts';
import type { Workspaces } from './workspaces.ts';

export interface UnderstandParts {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly workspaces: Workspaces;
  readonly people: People;
  readonly channels: Channels;
}

/**
 * What a delivery says. Anything unknown is ignored, with the reason.
 * @throws PlatformError when Slack cannot be asked who we are there.
 */
export async function understand(delivery: Delivery, parts: UnderstandParts): Promise<Understood> {
  const body = parseJson(delivery.body);
  if (!body) return { ignored: 'not JSON' };
  const workspace = await parts.workspaces.of(installationOf(body));
  const now = parts.clock.now();
  switch (textAt(body, 'type')) {
    case 'event_callback': {
      const event = jsonAt(body, 'event');
      const type = textAt(event, 'type');
      if (type !== 'message' && type !== 'app_mention') return { ignored: `an event ${type}` };
      return understandMessage(event, workspace, parts);
    }
    case 'block_actions':
      return understandPress(body, delivery.id, workspace, { ...parts, now });
    case 'view_submission':
      return understandDialog(body, delivery.id, workspace, { ...parts, now });
    case 'message_action':
      return understandShortcut(body, delivery.id, workspace, { ...parts, now });
    default:
      return { ignored: `a delivery of type ${textAt(body, 'type')}` };
  }
}
