import type { Conversation, Instant } from '../conversation.ts';
import type { Intent } from '../effects.ts';
import type { Handbook } from '../handbook.ts';
import { setScene } from './scene.ts';
import { createPicker } from './wording.ts';

/** What the desk itself says to the customer in a situation; nothing where the handbook has no wording for it. */
export function notice(
  situation: string,
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
): Intent[] {
  const { name, problem, by, team, language } = setScene(conversation, handbook, at, '');
  const values = { name, problem: problem.names[0] ?? '', by, team };
  const text = createPicker(conversation, handbook, language, values).pick(situation);
  return text ? [{ type: 'send-notice', place: conversation.place, text }] : [];
}
