import { COMMON_WORDS } from './common-words.ts';

/** Names are looked for in so many words from the beginning. */
const MOST_WORDS = 60;

/** Who is spoken to in a message, by the keys under which people are known here. */
export interface Called {
  /** Whom the message is said to. */
  readonly to: string | undefined;
  /** Everybody who is named, whom it is said to included. */
  readonly names: readonly string[];
}

/** A person's id or name as it is compared: `@Nora_` and `nora` are the same. */
export function nameKey(name: string): string {
  return name
    .slice(0, 80)
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[`_|^-]{1,20}$/, '');
}

/** The keys under which somebody may be called: their id, and their first name where it is known. */
export function keysOfPerson({ id, name }: { id: string; name: string }): string[] {
  const first = nameKey(/\S+/.exec(name.slice(0, 80))?.[0] ?? '');
  return first.length < 2 || first === nameKey(id) ? [nameKey(id)] : [nameKey(id), first];
}

/**
 * Whom a message is said to: "nora: …", "@nora", "thanks nora". `known` gives the person behind each key. A name that
 * begins a message with a colon or comma counts although nobody of that name has spoken yet.
 */
export function readNames(
  text: string,
  author: string,
  known: ReadonlyMap<string, string>,
): Called {
  const tokens = text.match(/[^\s,:;>|()!?<]+[,:;>]?/g)?.slice(0, MOST_WORDS) ?? [];
  const names = new Set<string>();
  let to: string | undefined;
  for (const [at, token] of tokens.entries()) {
    const marked = /[,:;>]$/.test(token);
    const pinged = token.startsWith('@');
    const key = nameKey(token.replace(/[,:;>.]{1,20}$/, ''));
    if (key.length < 2) continue;
    const sure = pinged || (at === 0 && marked);
    if (!sure && (COMMON_WORDS.has(key) || key.length < 3)) continue;
    const person =
      known.get(key) ??
      (sure ? (beginsWith(key, known) ?? stranger(key, token, tokens[at + 1])) : undefined);
    if (person === undefined || person === author) continue;
    names.add(person);
    if (sure || at <= 1 || at === tokens.length - 1) to ??= person;
  }
  return { to, names: [...names] };
}

/** "r00t:" for r00tintheb0x. The last who spoke is meant. */
function beginsWith(key: string, known: ReadonlyMap<string, string>): string | undefined {
  if (key.length < 3 || COMMON_WORDS.has(key)) return undefined;
  return [...known.keys()].findLast((other) => other.startsWith(key));
}

/**
 * Somebody who has not spoken yet. "Settings, Members, …" begins with no name; "carl42, …", "carl: …" and "Carl, can you …"
 * do.
 */
function stranger(key: string, token: string, next = ''): string | undefined {
  if (COMMON_WORDS.has(key)) return undefined;
  if (/^\p{Lu}?\p{Ll}*,$/u.test(token) && !SPOKEN_TO.has(next)) return undefined;
  return /^@?[\p{L}\p{N}_[\]`^|\\.-]{2,40}[:,]?$/u.test(token) ? key : undefined;
}

/** What follows the name of somebody who is spoken to. */
const SPOKEN_TO: ReadonlySet<string> = new Set(
  'are can could did do have will would please you your thanks'.split(' '),
);
