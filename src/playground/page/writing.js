import { act } from './act.js';
import { change, view } from './state.js';

/** Opens a dialog. Behind some of them a reply is written: whoever else is at it learns of that. */
export function openDialog(dialog) {
  change({ dialog });
  if (dialog.is !== 'edit' && dialog.is !== 'regenerate') return;
  const { conversation } = view.room.cards.find((one) => one.id === dialog.card);
  act({ do: 'open', by: view.ui.agent, button: dialog.is, conversation });
}
