import type { ActionsBlock } from '@slack/types';
import { snoozeButtons } from '../support/buttons.ts';
import type { Conversation } from '../support/conversation.ts';
import { snoozeChoices } from '../support/time/snooze.ts';
import { select } from './blocks.ts';
import { pressOf } from './buttons.ts';

/** Characters. Source: Slack's Block Kit reference. */
const LONGEST_BLOCK_ID = 255;

/** Until when a matter is put off. A choice has no room to name its conversation, so its block does; each version is a new block. */
export function snoozeRow(conversation: Conversation): ActionsBlock[] {
  const { id, version } = conversation;
  const block_id = JSON.stringify({ conversation: id, version, row: 'snooze' });
  if (block_id.length > LONGEST_BLOCK_ID) return [];
  return snoozeButtons(conversation).map((name) => ({
    type: 'actions',
    block_id,
    elements: [select(pressOf(name, ''), snoozeChoices(conversation), undefined)],
  }));
}
