import type { Message } from '../../conversation.ts';
import type { Handbook } from '../../handbook.ts';
import { isHeated } from '../../reply/upset.ts';
import { readIsRequest, UNSURE } from '../../triage/request.ts';
import { type History, triage } from '../../triage/triage.ts';
import { readWords } from '../../triage/words.ts';

/** What people speak of who say how it was, and want nothing. */
const ABOUT_US: readonly string[] = ['feedback_praise', 'complaint', 'other'];

/**
 * Whether a message says how it was, where we asked for that, and asks for nothing. What is unsure is a word about it here, if it
 * is about nothing that a desk does; of whoever was let down it is one too if something is wrong, since a person reads it anyway.
 */
export function isComment(
  { text, files }: Pick<Message, 'text' | 'files'>,
  letDown: boolean,
  history: History,
  handbook: Handbook,
): boolean {
  if (files.length > 0 || /[?？]/.test(text)) return false;
  const asked = readIsRequest(readWords(text), history);
  if (!asked.isRequest) return true;
  const read = triage(text, handbook, { history });
  const { wish, wantsHuman, category } = read;
  if (wish !== undefined || wantsHuman) return false;
  if (letDown) return true;
  return !isHeated(read) && asked.because === UNSURE && ABOUT_US.includes(category);
}
