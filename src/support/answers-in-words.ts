import type { Conversation, Message } from './conversation.ts';
import { openChoice, type Question } from './questions.ts';
import { closes, readIsRequest } from './triage/request.ts';
import { readWords } from './triage/words.ts';
import { saidUntil } from './understanding.ts';

/** Words of a message that may be no more than an answer. */
const SHORT = 6;

const YES = /^(?:yes|yep|yeah|yup|ja|jep|jawohl|oui|s[ií]|sì|sim|はい|ええ)(?![\p{L}\p{N}])/iu;
/** "Yes, but" is no yes. */
const BUT =
  /(?<![\p{L}\p{N}])(?:but|aber|mais|pero|ma|però|maar|mas|porém)(?![\p{L}\p{N}])|でも|けど|が、/iu;
const NO = /^(?:no|nope|nah|nein|nee|non|não|nao|いいえ|いえ)(?![\p{L}\p{N}])/iu;

/**
 * Whether a customer answers "did this solve it?" without its button. Undefined where that was not asked, or they say
 * something else.
 */
export function answerInWords(
  conversation: Conversation,
  { text }: Message,
):
  | { readonly is: 'solved'; readonly question: Question }
  | { readonly is: 'unsolved' }
  | undefined {
  const question = openChoice(conversation, 'solved');
  if (!question) return undefined;
  const words = readWords(text);
  const history = saidUntil(conversation);
  const said = text.trim();
  const short = said.length <= 80 && said.split(/\s+/).length <= SHORT && !/[?？]/.test(said);
  if (short && NO.test(said)) return { is: 'unsolved' };
  const wants = readIsRequest(words, history).isRequest;
  if (BUT.test(said)) return undefined;
  const solved = closes(words, history) || (short && !wants && YES.test(said));
  return solved ? { is: 'solved', question } : undefined;
}
