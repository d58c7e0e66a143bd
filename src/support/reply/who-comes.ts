import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { isOnShift } from '../time/shifts.ts';
import { owedBy } from './acknowledgement.ts';
import { firstNameOf } from './name.ts';
import { setScene } from './scene.ts';
import { createPicker } from './wording.ts';

/**
 * What a customer who asked for a person reads: who takes it, by name where somebody has it and is there, and by when the
 * calendar lets them hear from them.
 */
export function sayWhoComes(conversation: Conversation, handbook: Handbook, at: Instant): string {
  const { name, problem, team, language } = setScene(conversation, handbook, at, '');
  const { owner } = conversation;
  const person = owner && isOnShift(handbook.policy, owner.id, at) ? firstNameOf(owner.name) : '';
  const by = owedBy(conversation, handbook, at, language);
  const values = { name, problem: problem.names[0] ?? '', by, team, person };
  const picker = createPicker(conversation, handbook, language, values);
  return picker.pick(person === '' ? 'human-alone' : 'human-named') ?? '';
}
