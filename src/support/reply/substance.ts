import { factsIn, sayable } from './facts.ts';
import { sentencesOf } from './readability.ts';
import { type Reading, read } from './reading.ts';
import type { Check, Replied } from './standards.ts';
import type { Sign } from './tongues/tongue.ts';

/** The last sentence is a question, in Japanese by its last word alone; a name may stand below. */
const ASKS_LAST = /(?:[?？]|か。)\s{0,4}(?:\n[^.!?\n]{1,60})?$/;

/** What leads on: what somebody does, or they; and whatever comes at a time that is named. */
const LEADS_ON: readonly Sign[] = ['promise', 'asks', 'time'];

/** `next-step`: what happens next, and who does it: we, or they by telling us what we need or choosing. An answer needs none. */
export function hasNextStep(
  { reply, known, praise }: Replied,
  reading: Reading,
): Check | undefined {
  const { ear, said } = reading;
  if (ear === undefined) return undefined;
  const check = { name: 'next-step' } as const;
  // After a refusal, what can be done instead is the next step.
  const instead = said('refuses') !== undefined && said('offers') !== undefined;
  if (instead || LEADS_ON.some((sign) => said(sign) !== undefined)) {
    return { ...check, pass: true, hint: '' };
  }
  if (praise || isAnswer(reading, known)) return undefined;
  const asks = ASKS_LAST.test(reply) && reading.saidLast('else') === undefined;
  if (asks) return { ...check, pass: true, hint: '' };
  return { ...check, pass: false, hint: 'Say what happens next and who does it.' };
}

/** `by-when`: whoever promises to come back says when. */
export function saysWhen(
  { reply, known, promised, praise }: Replied,
  reading: Reading,
): Check | undefined {
  const { said } = reading;
  if (said('promise') === undefined || praise || isAnswer(reading, known)) return undefined;
  const named = promised !== undefined && promised !== '' && reply.includes(promised);
  const pass =
    named || said('time') !== undefined || factsIn(reply).some(({ what }) => what === 'time');
  return {
    name: 'by-when',
    pass,
    hint: pass ? '' : 'Give an honest time instead of "soon".',
  };
}

/** `options`: a refusal comes with something that can be done. */
export function givesOptions(_: Replied, { said }: Reading): Check | undefined {
  if (said('refuses') === undefined) return undefined;
  const pass = said('offers') !== undefined;
  return {
    name: 'options',
    pass,
    hint: pass ? '' : 'Offer what you can do instead, or ask what would help.',
  };
}

/** `confirms`: an answer ends by checking that it solved the matter. */
export function doesConfirm(
  { reply, known, praise }: Replied,
  reading: Reading,
): Check | undefined {
  if (praise || !isAnswer(reading, known)) return undefined;
  const empty = reading.saidLast('else') !== undefined;
  const asks = reading.saidLast('asks') !== undefined;
  const pass =
    reading.saidLast('confirms') !== undefined || (ASKS_LAST.test(reply) && !empty && !asks);
  return {
    name: 'confirms',
    pass,
    hint: pass
      ? ''
      : empty
        ? 'Ask whether this solved it, not whether there is anything else.'
        : 'End by checking that it solved the matter.',
  };
}

/**
 * `grounded`: every link, amount, date and number comes from the conversation, the handbook or the promise. Where nobody says what
 * may be promised, a time that somebody promises is theirs to give.
 */
export function isGrounded(
  { customer, reply, known, said, promised }: Replied,
  { language }: Reading,
): Check | undefined {
  const facts = factsIn(promised ? reply.replaceAll(promised, ' ') : reply);
  if (facts.length === 0) return undefined;
  const isKnown = sayable(`${customer}\n${known ?? ''}\n${said ?? ''}`);
  const made = facts.find((fact) => {
    if (isKnown(fact)) return false;
    return !(
      promised === undefined &&
      fact.what === 'time' &&
      isPromised(fact.said, reply, language)
    );
  });
  const hint = made && `Check the ${made.what} "${made.said}": it is in none of what we know.`;
  return { name: 'grounded', pass: made === undefined, hint: hint ?? '' };
}

/** Whether a time stands in a sentence that promises something. */
function isPromised(time: string, reply: string, language: string): boolean {
  const sentence = sentencesOf(reply.normalize('NFKC')).find((one) => one.includes(time));
  return sentence !== undefined && read(sentence, language).said('promise') !== undefined;
}

/** "Settings > Data" tells where to go, in any language. */
const PATH = /\p{L}[»"”’）」]? ?[>›→] ?[«"“「]?\p{L}/u;

/** The matter is answered: something was done, or they are told how. */
function isAnswer({ ear, said, words }: Reading, known: string | undefined): boolean {
  if (ear === undefined) return false;
  return (
    (known !== undefined && known !== '') ||
    ((said('answer') !== undefined || PATH.test(words.text)) && said('promise') === undefined)
  );
}
