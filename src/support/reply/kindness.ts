import { readLanguage } from '../triage/language.ts';
import { readWords } from '../triage/words.ts';
import { speakOfTheSame, tellsSomething } from './kinship.ts';
import type { Check, Replied } from './standards.ts';

const NOBODY =
  /\b(?:dear|valued|esteemed)\s+(?:customer|client|user|sir|madam|guest|member)s?\b|\bto whom it may concern\b/i;

/** `personal`: said to this person. */
export function isPersonal({ reply, name }: Replied): Check {
  const check = { name: 'personal' } as const;
  if (NOBODY.test(reply)) {
    return { ...check, pass: false, hint: 'Drop "dear customer" and write to the person.' };
  }
  if (name && !reply.toLowerCase().includes(name.toLowerCase())) {
    return { ...check, pass: false, hint: `Call them by their name: ${name}.` };
  }
  const pass = name !== undefined || /\b(?:you|your|yours)\b/i.test(reply);
  return { ...check, pass, hint: pass ? '' : 'Speak to the person: "you", "your".' };
}

/** `listens`: names their problem, and not by handing their own sentence back. */
export function doesListen({ customer, reply }: Replied): Check | undefined {
  // In another language than the checks', nobody can tell whether the words are kin.
  const words = readWords(customer);
  if (!tellsSomething(customer) || readLanguage(words, 'en').language !== 'en') {
    return undefined;
  }
  const check = { name: 'listens' } as const;
  const named = speakOfTheSame(customer, withoutForms(reply));
  if (!named) {
    return {
      ...check,
      pass: false,
      hint: 'Name their problem in your own words, so that they see you have read it.',
    };
  }
  const parroted = longestCopy(customer, reply) >= 9;
  return {
    ...check,
    pass: !parroted,
    hint: parroted ? 'Say it in your own words instead of repeating theirs.' : '',
  };
}

const STOCK =
  /\b(?:sorry|apologi[sz]e|apologies|regret) for (?:any|the|this|all the|all)\s+(?:\w+\s+)?(?:inconveniences?|trouble|delay|frustration)\b|\bany inconvenience\b|\bwe value your\b|\byour (?:call|business|feedback|satisfaction) is (?:very )?important\b|\bthank you for (?:your patience|reaching out|contacting)|\bwe (?:sincerely )?apologi[sz]e for any\b|\bplease accept our\b|\bwe understand your (?:concern|frustration)s?\b/i;
const FEELS =
  /\b(?:frustrat\w*|annoy\w*|upset\w*|disappoint\w*|worr(?:y|ied|ying)|stress\w*|madden\w*|tiring|infuriat\w*|unpleasant|unsettling|let down|i can see (?:how|why|that)|i (?:can )?(?:understand|imagine)|i get (?:how|why)|(?:must|that) (?:be|is|was|sounds) (?:so |very |really )?(?:hard|annoying|difficult|painful|awful|horrible)|that(?:'s| is) (?:not )?(?:good enough|no way|fair)|i would (?:feel|be))\b/i;

/** `acknowledges`: says what it is like for them, when they are upset, in words that are not a stamp. */
export function doesAcknowledge({ reply, upset }: Replied): Check | undefined {
  const check = { name: 'acknowledges' } as const;
  if (STOCK.test(reply)) {
    return {
      ...check,
      pass: false,
      hint: 'Replace the stock phrase by what this is like for them.',
    };
  }
  if (!upset) return undefined;
  const pass = FEELS.test(reply);
  return {
    ...check,
    pass,
    hint: pass ? '' : 'Say in one sentence that you see what this is like for them.',
  };
}

const SORRY =
  /\b(?:sorry|apologi[sz]e|our (?:mistake|fault|error)|we (?:left|failed|missed|got .{0,30}wrong|should have|let you down)|that(?:'s| is) on us)\b/i;
const BLAME =
  /\bif you (?:feel|felt)|\b(?:sorry|apologi[sz]e) if\b|\byou (?:should|must|ought to) have (?!had\b|been\b|got\b|heard\b|received\b)|\byour own (?:fault|mistake|error)\b|\byou (?:failed|forgot|neglected) to\b|\bas (?:i|we) (?:already |previously )?(?:said|told|mentioned|explained)\b|\bnot our (?:fault|problem|responsibility)\b|\byou(?:'re| are) (?:wrong|mistaken)\b/i;
/** Where an upset customer was let down, if it is as they say. */
const OURS = ['complaint', 'bug_outage', 'delivery_order', 'billing', 'refund'];

/** `owns`: a plain apology where we failed; no blame, no "if you feel". */
export function doesOwn({ customer, reply, upset, category }: Replied): Check | undefined {
  const check = { name: 'owns' } as const;
  if (BLAME.test(reply)) {
    return {
      ...check,
      pass: false,
      hint: 'Take out what blames them or makes the apology depend.',
    };
  }
  const failed = upset && category !== undefined && OURS.includes(category);
  if (!failed || !tellsSomething(customer)) return undefined;
  const pass = SORRY.test(reply);
  return { ...check, pass, hint: pass ? '' : 'Say plainly that you are sorry it went this way.' };
}

/** Greetings and thanks hold words that customers use too, and name no problem. */
function withoutForms(reply: string): string {
  return reply.replace(/\b(?:thank you|thanks|hello|hi)\b/gi, ' ');
}

/** How many words in a row the reply has copied. */
function longestCopy(customer: string, reply: string): number {
  const theirs =
    customer
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu)
      ?.slice(0, 600) ?? [];
  const ours = ` ${(reply.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(' ')} `;
  let longest = 0;
  for (let from = 0; from < theirs.length; from++) {
    while (ours.includes(` ${theirs.slice(from, from + longest + 1).join(' ')} `)) {
      longest++;
      if (from + longest >= theirs.length) return longest;
    }
  }
  return longest;
}
