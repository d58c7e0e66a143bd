import type { Conversation, Instant } from '../conversation.ts';
import type { Intent, Occasion } from '../effects.ts';
import type { Handbook } from '../handbook.ts';
import { setScene } from './scene.ts';
import { createPicker, type Picker } from './wording.ts';

/** What the desk itself says to the customer on an occasion, in the words of its situation; nothing where the handbook has no wording for it. */
export function notice(
  about: Occasion,
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  situation: string = about,
): Intent[] {
  const text = noticePicker(conversation, handbook, at).pick(situation);
  return text ? [{ type: 'send-notice', place: conversation.place, text, about }] : [];
}

/** Picks what the desk itself says in this conversation as it stands; of several wordings one that is not in `avoid`. */
export function noticePicker(
  conversation: Conversation,
  handbook: Handbook,
  at: Instant,
  avoid: readonly string[] = [],
): Picker {
  const { name, problem, by, team, language } = setScene(conversation, handbook, at, '');
  const values = { name, problem: problem.names[0] ?? '', by, team };
  return createPicker(conversation, handbook, language, values, avoid);
}
