import { type Words, withoutAddresses } from '../triage/words.ts';
import { isSayable, NOT_IN_NAMES, PAIRS, PLANS, THINGS } from './english-words.ts';

const things = new Set(THINGS.split(/\s+/));
const plans = new Set(PLANS.split(/\s+/));
const OWNERS: Readonly<Record<string, string>> = {
  my: 'your',
  our: 'your',
  mine: 'your',
  your: 'our',
};
const PLACES = new Set(['in', 'on', 'from', 'at', 'of', 'after', 'via', 'through', 'since']);
const ACRONYMS = /\b(?:api|csv|pdf|sso|url|vat|tv|ios|iphone|ipad)\b/g;
const SPELT: Readonly<Record<string, string>> = { ios: 'iOS', iphone: 'iPhone', ipad: 'iPad' };

function spell(name: string): string {
  return name.replace(ACRONYMS, (word) => SPELT[word] ?? word.toUpperCase());
}

/** What a message is about: a thing that customers name, or what they call theirs. */
export function topicIn(text: string, words: Words, at?: number): string | undefined {
  const served = /\bcustomer (?:service|support|care)\b/i.test(text);
  return thingIn(words, at) ?? (served ? 'our customer service' : chunkIn(text));
}

/**
 * What a message that tells nothing else may still be said to be about: a name they wrote, or what they point at. Only
 * good enough for "your message about …".
 */
export function mentionIn(text: string): string | undefined {
  const plain = withoutAddresses(text.slice(0, 4_000)).replace(/[#@]\w+/g, ' . ');
  for (const [, name = ''] of plain.matchAll(NAMED)) {
    const words = name.split(' ');
    const shouted = words.some((word) => /^[A-Z]{4,}$|^[A-Z]+$/.test(word) && word.length !== 1);
    if (words.every((word) => isPlainName(word)) && !shouted) return name;
  }
  for (const [, article = '', name = ''] of plain.matchAll(POINTED)) {
    if (
      name.length > 2 &&
      isPlainName(name) &&
      !/(?:ing|ed|ly|est|ous|ful|ive|ble|al|ic|free)$/.test(name)
    ) {
      return `${/^an?$/i.test(article) ? 'the' : article.toLowerCase()} ${name}`;
    }
  }
  for (const [, name = ''] of plain.matchAll(COUNTED)) if (isPlainName(name)) return name;
  return undefined;
}

/** Several of a kind, which need no article: "no points", "3 burritos". */
const COUNTED =
  /(?:\b(?:no|some|these|those|more|of|for|with|like)|\d) ([a-z]{4,14}(?<![suie])s)(?=[\s.,!?;:]|$)/g;

/** Words with capitals within a sentence: "Amazon Music". */
const NAMED = /(?<=[a-z,] )([A-Z][\w’'-]{2,20}(?: [A-Z0-9][\w’'-]{0,20}){0,3})/g;
const POINTED = /\b(the|this|that|an?) ([A-Za-z][\w-]{2,20})(?! of\b)(?=[\s.,!?;:]|$)/gi;

function isPlainName(word: string): boolean {
  const bare = word.toLowerCase().replace(/['’]/g, '');
  return !NOT_IN_NAMES.has(bare) && isSayable(bare);
}

/** The thing that customers name which stands nearest to the word `at`, with whose it is. */
export function thingIn(words: Words, at?: number): string | undefined {
  return nearest(words, things, at);
}

/** The same of what one subscribes to. */
export function planIn(words: Words, at?: number): string | undefined {
  return nearest(words, plans, at, OBJECT);
}

/** So many words behind what is done stands what it is done to: "cancel an award booking". */
const OBJECT = 3;

function nearest(
  { tokens }: Words,
  list: ReadonlySet<string>,
  at = 0,
  object = 0,
): string | undefined {
  const named: { name: string; away: number }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    const next = tokens[i + 1] ?? '';
    const name = PAIRS.has(`${token} ${next}`) && list.has(next) ? `${token} ${next}` : token;
    if (name === token && !list.has(token)) continue;
    const before = tokens.slice(Math.max(0, i - 2), i).reverse();
    const owner = before.map((word) => OWNERS[word]).find((word) => word !== undefined);
    // What stands right before the trouble is what it is about, even without "the".
    const near = at - i === 1 || at - i === 2 || (i > at && i - at <= object);
    const definite = near || before.some((word) => /^(?:the|this|that)$/.test(word));
    if (owner === undefined && !definite) continue;
    // In "the link in the email is broken" it is the link.
    const within = before.concat(tokens[i - 3] ?? '').some((word) => PLACES.has(word));
    const away = Math.abs(at - i) + (within ? 20 : 0);
    named.push({ name: `${owner ?? 'the'} ${spell(name)}`, away });
    if (name !== token) i++;
  }
  return named.sort((a, b) => a.away - b.away)[0]?.name;
}

const PARTICLES = new Set(['up', 'out', 'off', 'down', 'away']);

/** What stands after "my", "your" or "about", when it is short and plain enough to repeat. */
function chunkIn(text: string): string | undefined {
  const plain = withoutAddresses(text).replace(/#\w+/g, ' ').slice(0, 4_000);
  const starts = /\b(my|our|your|about)\s+((?:[A-Za-z][\w-]{0,20}[ \t]+){0,2}[A-Za-z][\w-]{0,20})/g;
  // What is theirs is what it is about; what is ours or merely there comes after.
  const theirs = (start: string | undefined) => (/^(?:my|our)$/.test(start ?? '') ? 0 : 1);
  const found = [...plain.matchAll(starts)].sort((a, b) => theirs(a[1]) - theirs(b[1]));
  for (const [, start, rest] of found) {
    const chunk: string[] = [];
    for (const word of (rest ?? '').split(/\s+/)) {
      if (!isPlainName(word) || /(?:ing|ed|ly)$/.test(word)) break;
      chunk.push(word);
    }
    // "Picked my parcel up"
    if (PARTICLES.has(chunk.at(-1) ?? '')) chunk.pop();
    const name = chunk.join(' ');
    if (!/[A-Za-z]{3}/.test(name) || name === name.toUpperCase()) continue;
    const owner = OWNERS[start ?? ''];
    return owner === undefined ? name : `${owner} ${name}`;
  }
  return undefined;
}
