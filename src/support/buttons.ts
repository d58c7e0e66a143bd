import {
  type Conversation,
  customerMessages,
  type Draft,
  isOpen,
  openDraft,
} from './conversation.ts';
import type { Button, Pressed } from './events.ts';
import { isSurveyAhead } from './time/survey/asking.ts';

/** The buttons a draft carries: none once it is decided or void. */
export function draftButtons(conversation: Conversation, draft: Draft): Button[] {
  if (openDraft(conversation)?.number !== draft.number) return [];
  const arrived: Button[] = isUncertain(draft) ? ['arrived'] : [];
  return ['send', ...arrived, 'edit', 'regenerate', 'not-a-request', 'take-over'];
}

/** Whether a press concerns the draft that it names, and not its conversation as a whole. */
export function isAboutDraft({ button, draft }: Pressed): boolean {
  return draft !== undefined && ['send', 'edit', 'arrived', 'regenerate'].includes(button);
}

/** Whether it may or may not have reached the customer: `send` is a second sending then. */
export function isUncertain({ state }: Draft): boolean {
  return state.is === 'failed' && state.uncertain === true;
}

/** What stands beside the triage on a card: setting it right where it still matters, and why it is so. */
export function triageButtons(conversation: Conversation): Button[] {
  const { status, triage } = conversation;
  if (!triage || status === 'merged') return [];
  return status === 'set-aside' ? ['why'] : ['correct-category', 'correct-urgency', 'why'];
}

/** Where a matter goes on it may be put off; how long, stands beside it. */
export function snoozeButtons({ status }: Conversation): Button[] {
  return status === 'waiting' || status === 'answered' ? ['snooze'] : [];
}

/** Whose a conversation is may be changed until it is closed. */
export function ownerButtons({ status }: Conversation): Button[] {
  return status === 'gathering' || status === 'waiting' || status === 'answered' ? ['hand-on'] : [];
}

/** The buttons of the card itself. `regenerate` stands here while no draft is open to carry it. */
export function cardButtons(conversation: Conversation): Button[] {
  if (conversation.status === 'merged') return [];
  // Setting aside can be a mistake: a draft takes the matter up again, unless the customer took it back.
  if (conversation.status === 'set-aside') {
    return customerMessages(conversation).length > 0 ? ['regenerate'] : [];
  }
  const buttons: Button[] = [];
  if (!openDraft(conversation) && conversation.status !== 'gathering') buttons.push('regenerate');
  if (conversation.status !== 'resolved') buttons.push('take-over', 'resolve');
  if (isOpen(conversation)) buttons.push('not-a-request');
  if (isSurveyAhead(conversation)) buttons.push('skip-survey');
  if (conversation.messages.length > 1) buttons.push('split');
  buttons.push('merge');
  return buttons;
}
