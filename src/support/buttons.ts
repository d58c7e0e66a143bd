import { type Conversation, type Draft, isOpen, openDraft } from './conversation.ts';
import type { Button } from './events.ts';

/** The buttons a draft carries: none once it is decided or void. */
export function draftButtons(conversation: Conversation, draft: Draft): Button[] {
  return openDraft(conversation)?.number === draft.number
    ? ['send', 'edit', 'regenerate', 'not-a-request', 'take-over']
    : [];
}

/** The buttons of the card itself. `regenerate` stands here while no draft is open to carry it. */
export function cardButtons(conversation: Conversation): Button[] {
  if (conversation.status === 'merged' || conversation.status === 'set-aside') return [];
  const buttons: Button[] = [];
  if (!openDraft(conversation) && conversation.status !== 'gathering') buttons.push('regenerate');
  if (conversation.status !== 'resolved') buttons.push('take-over', 'resolve');
  if (isOpen(conversation)) buttons.push('not-a-request');
  if (conversation.messages.length > 1) buttons.push('split');
  buttons.push('merge');
  return buttons;
}
