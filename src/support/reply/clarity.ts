import { hardToRead } from './readability.ts';
import type { Reading } from './reading.ts';
import type { Check, Replied } from './standards.ts';

/** `plain`: short sentences and everyday words. */
export function isPlain({ customer, reply }: Replied, { ear, said }: Reading): Check | undefined {
  if (ear === undefined) return undefined;
  const term = said('jargon');
  // Their own words are plain to them.
  const jargon = term && customer.toLowerCase().includes(term) ? undefined : term;
  const hard = hardToRead(reply, ear.tongue.plain);
  const hint =
    jargon !== undefined
      ? `Say "${jargon}" in everyday words.`
      : hard === 'sentence'
        ? 'Make two sentences of the longest one.'
        : hard === 'words'
          ? 'Use shorter, everyday words.'
          : '';
  return { name: 'plain', pass: hint === '', hint };
}

/** `no-wall`: no hiding behind policy, departments or systems. */
export function hasNoWall(_: Replied, { said }: Reading): Check | undefined {
  const wall = said('wall');
  if (wall === undefined && said('refuses') === undefined) return undefined;
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

/** `fits`: about as long as the customer was, and calm and courteous whatever they were. */
export function doesFit({ customer, reply, known, upset }: Replied, { said }: Reading): Check {
  const base = Math.max(ROOM, Math.min(220, 50 + lengthOf(customer)));
  const room = base + (upset ? CARE : 0) + lengthOf(known ?? '') * 1.2;
  const scolding = said('scolds');
  const hint =
    scolding !== undefined
      ? `Leave out "${scolding}": it sounds like a scolding.`
      : isLoud(reply, customer)
        ? 'Lower the voice: no capitals, one exclamation mark at most.'
        : lengthOf(reply) > room
          ? 'Make it shorter: they wrote little.'
          : '';
  return { name: 'fits', pass: hint === '', hint };
}

/** So many words, or as much of a script without spaces: two of its letters say about as much as a word. */
function lengthOf(text: string): number {
  const letters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  return text.split(/\s+/).filter(Boolean).length + (letters?.length ?? 0) / 2;
}

/** Whether a reply scolds or shouts. */
export function isHarsh({ customer, reply }: Replied, { said }: Reading): boolean {
  return said('scolds') !== undefined || isLoud(reply, customer);
}

/** Their own capitals, such as an error's name, may be said back. */
function isLoud(reply: string, customer: string): boolean {
  if (/[!！]{2,}|[?？]{2,}/.test(reply)) return true;
  const capitals = reply.match(/(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu) ?? [];
  return capitals.length > 3 && capitals.filter((word) => !customer.includes(word)).length > 3;
}
