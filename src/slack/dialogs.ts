import type { ModalView } from '@slack/types';
import type { Desk, Log } from '../desk/ports.ts';
import type { Conversation } from '../support/conversation.ts';
import type { Button } from '../support/events.ts';
import type { Labels } from '../support/wording.ts';
import { asking } from './errors.ts';
import {
  dueDialog,
  editDialog,
  excuse,
  mergeDialog,
  regenerateDialog,
  skeleton,
  splitDialog,
  whyDialog,
} from './modals.ts';
import type { Named } from './presses.ts';
import type { Workspace } from './workspaces.ts';

/**
 * Opens the dialog behind a button for somebody who may act: a skeleton at once, then what belongs in it.
 * @throws PlatformError when Slack would not open it, most often because the trigger had expired.
 */
export async function openDialog(
  button: Button,
  named: Named,
  trigger: string,
  parts: {
    readonly workspace: Workspace;
    readonly desk: Desk;
    readonly labels: Labels;
    readonly log: Log;
  },
): Promise<void> {
  const { client } = parts.workspace;
  const opened = await asking(() =>
    client.views.open({ trigger_id: trigger, view: skeleton(button, named) }),
  );
  const id = opened.view?.id;
  if (!id) return;
  const view = await fill(button, named, parts).catch((err: unknown) => {
    parts.log.error({ err, conversation: named.conversation }, 'a dialog could not be filled');
    return excuse(button, named, 'This could not be looked up just now. Close it and try again.');
  });
  await asking(() => client.views.update({ view_id: id, view }));
}

async function fill(
  button: Button,
  named: Named,
  { desk, labels }: { readonly desk: Desk; readonly labels: Labels },
): Promise<ModalView> {
  const conversation = await desk.conversation(named.conversation);
  if (conversation?.place.platform !== 'slack') {
    return excuse(button, named, 'This conversation is not known any more.');
  }
  switch (button) {
    case 'edit':
      return editDialog(conversation, named);
    case 'regenerate':
      return regenerateDialog(named);
    case 'split':
      return splitDialog(conversation, named);
    case 'merge':
      return mergeDialog(conversation, await ofSameCustomer(conversation, desk), named, labels);
    case 'why':
      return whyDialog(conversation, named, labels);
    case 'edit-promise':
      return dueDialog(conversation, named);
    default:
      return excuse(button, named, 'There is nothing to fill in here.');
  }
}

function ofSameCustomer({ place, customer }: Conversation, desk: Desk): Promise<Conversation[]> {
  return desk.ofCustomer(place.platform, place.workspace, customer.id);
}
