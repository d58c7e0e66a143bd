import type { Clock } from '../desk/clock.ts';
import type { Delivery, Desk, Understood } from '../desk/ports.ts';
import { jsonAt, listAt, parseJson, textAt } from '../support/json.ts';
import { answerIn, understandAnswer } from './answers.ts';
import type { Channels } from './channels.ts';
import type { HomeWorkspace } from './home-workspace.ts';
import { installationOf } from './installation.ts';
import { understandMessage } from './messages.ts';
import type { People } from './people.ts';
import { understandDialog, understandPress, understandShortcut } from './presses.ts';
import type { Workspaces } from './workspaces.ts';

export interface UnderstandParts {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly workspaces: Workspaces;
  readonly home: HomeWorkspace;
  readonly people: People;
  readonly channels: Channels;
}

/**
 * What a delivery says. Anything unknown is ignored, with the reason.
 * @throws PlatformError when Slack cannot be asked who we are there, or while the home workspace is not known: nobody
 * could tell the team from customers.
 */
export async function understand(delivery: Delivery, parts: UnderstandParts): Promise<Understood> {
  const body = parseJson(delivery.body);
  if (!body) return { ignored: 'not JSON' };
  const installation = installationOf(body);
  const workspace = await parts.workspaces.find(installation);
  if (!workspace)
    return { ignored: `the workspace ${installation} does not have the app installed` };
  const home = await parts.home.get();
  const type = textAt(body, 'type');
  if (type === 'event_callback') {
    const event = jsonAt(body, 'event');
    const what = textAt(event, 'type');
    if (what !== 'message' && what !== 'app_mention') return { ignored: `an event ${what}` };
    return understandMessage(event, workspace, parts);
  }
  if (type === 'block_actions' && answerIn(listAt(body, 'actions')[0])) {
    return understandAnswer(body, delivery.id, workspace, { ...parts, now: parts.clock.now() });
  }
  // What a button or dialog of the team's names may be a conversation of any workspace: nobody elsewhere may name one.
  if (workspace.id !== home.id) return { ignored: `a ${type} outside the home workspace` };
  const now = parts.clock.now();
  switch (type) {
    case 'block_actions':
      return understandPress(body, delivery.id, workspace, { ...parts, now });
    case 'view_submission':
      return understandDialog(body, delivery.id, workspace, { ...parts, now });
    case 'message_action':
      return understandShortcut(body, delivery.id, workspace, { ...parts, now });
    default:
      return { ignored: `a delivery of type ${type}` };
  }
}
