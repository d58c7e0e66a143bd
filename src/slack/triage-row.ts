import type { ActionsBlock, StaticSelect } from '@slack/types';
import { triageButtons } from '../support/buttons.ts';
import type { Conversation } from '../support/conversation.ts';
import type { Button } from '../support/events.ts';
import { type Labels, URGENCIES } from '../support/wording.ts';
import { button, select } from './blocks.ts';
import { pressOf } from './buttons.ts';
import { nameOf } from './wording.ts';

/** Characters. Source: Slack's Block Kit reference. */
const LONGEST_BLOCK_ID = 255;

/**
 * What stands beside the triage: category and urgency, which choosing another corrects, and why they are so. A choice
 * has no room to name its conversation, so its block does. A new version is a new block: Slack would go on showing what
 * somebody chose in the old one.
 */
export function triageRow(conversation: Conversation, labels: Labels): ActionsBlock[] {
  const { id, version, triage } = conversation;
  const block_id = JSON.stringify({ conversation: id, version });
  const elements = triageButtons(conversation).flatMap((name): ActionsBlock['elements'] => {
    if (name === 'why') {
      return [
        button(pressOf(name, nameOf(conversation.customer)), JSON.stringify({ conversation: id })),
      ];
    }
    if (block_id.length > LONGEST_BLOCK_ID) return [];
    return name === 'correct-category'
      ? choices(name, labels, triage?.category)
      : choices(name, new Map(Object.entries(URGENCIES)), triage?.urgency);
  });
  if (elements.length === 0) return [];
  return [{ type: 'actions', ...(elements.length > 1 ? { block_id } : {}), elements }];
}

function choices(name: Button, options: Labels, chosen: string | undefined): StaticSelect[] {
  return [...options].length === 0 ? [] : [select(pressOf(name, ''), options, chosen)];
}
