import type { Check, Replied } from './standards.ts';

const JARGON =
  /\b(?:kindly|please be advised|be informed that|utili[sz]e|henceforth|herewith|aforementioned|pursuant|regarding the same|do the needful|revert back|at your earliest convenience|as per|per our|escalated? to (?:tier|level|l\d)|tier \d|sla|kb article|backend|front-?end|we are in receipt of|ascertain|expedite|facilitate|in order to|prior to|subsequent(?:ly)? to)\b/i;

/** `plain`: short sentences and everyday words. */
export function isPlain({ customer, reply }: Replied): Check {
  const sentences = reply.split(/(?<=[.!?])\s+|\n+/).filter((s) => /\w/.test(s));
  const lengths = sentences.map((sentence) => sentence.split(/\s+/).length);
  const longest = Math.max(0, ...lengths);
  const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
  const term = reply.match(JARGON)?.[0];
  // Their own words are plain to them.
  const jargon = term && customer.toLowerCase().includes(term.toLowerCase()) ? undefined : term;
  const hint =
    jargon !== undefined
      ? `Say "${jargon}" in everyday words.`
      : longest > 40 || mean > 24
        ? 'Make two sentences of the longest one.'
        : '';
  return { name: 'plain', pass: hint === '', hint };
}

const WALL =
  /\b(?:nothing (?:more )?(?:we|i) can do|(?:our|company|the|per|against) polic(?:y|ies)|not (?:my|our) (?:department|team|job|area)|(?:another|different|other|the \w+) department|the system (?:does not|doesn't|won't|will not)|(?:our|the) system (?:won't|doesn't|does not) (?:let|allow)|my manager (?:won't|said|does)|rules are rules|terms (?:and conditions|of service) (?:state|say)|(?:please )?(?:dm|pm|direct message) us|out of (?:our|my) (?:hands|control))\b/i;
const REFUSES = /\b(?:can(?:'|’)?t|cannot|unable to|not (?:able|possible|allowed|eligible))\b/i;

/** `no-wall`: no hiding behind policy, departments or systems. */
export function hasNoWall({ reply }: Replied): Check | undefined {
  const wall = reply.match(WALL)?.[0];
  if (wall === undefined && !REFUSES.test(reply)) return undefined;
  return {
    name: 'no-wall',
    pass: wall === undefined,
    hint: wall === undefined ? '' : `Instead of "${wall}", say what you do for them.`,
  };
}

/** What a short reply may always take: a greeting, the problem, the next step and a question. */
const ROOM = 75;
/** What it takes to acknowledge somebody who is upset, and to own it. */
const CARE = 25;

/** `fits`: about as long as the customer was, and calm whatever they were. */
export function doesFit({ customer, reply, known, upset }: Replied): Check {
  const count = (text: string) => text.split(/\s+/).filter(Boolean).length;
  const base = Math.max(ROOM, Math.min(220, 50 + count(customer)));
  const room = base + (upset ? CARE : 0) + count(known ?? '') * 1.2;
  const long = count(reply) > room;
  const loud = /!{2,}|\?{2,}/.test(reply) || (reply.match(/\b[A-Z]{4,}\b/g)?.length ?? 0) > 3;
  const hint = long
    ? 'Make it shorter: they wrote little.'
    : loud
      ? 'Lower the voice: no capitals, one exclamation mark at most.'
      : '';
  return { name: 'fits', pass: hint === '', hint };
}
