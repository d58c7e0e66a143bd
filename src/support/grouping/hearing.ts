import type { Instant } from '../conversation.ts';
import type { Role } from '../roles.ts';
import { COMMON_WORDS } from './common-words.ts';
import { keysOfPerson, readNames } from './people.ts';
import { readTraits, type Traits } from './traits.ts';

/** What is looked at of a message, in characters: people say at its beginning what it is about. */
export const LONGEST_HEARD = 2_000;
const MOST_WORDS = 80;

/** One message of a channel, as it was said. */
export interface Said {
  readonly id: string;
  /** `name` is empty where it is not known. */
  readonly author: { readonly id: string; readonly name: string };
  /** Absent where nobody can tell the team from customers. */
  readonly role?: Role | undefined;
  readonly at: Instant;
  readonly text: string;
}

/** A message as grouping hears it. People go by keys. */
export interface Heard extends Traits {
  readonly id: string;
  readonly at: Instant;
  readonly role: Role | undefined;
  readonly author: string;
  /** Under what its author is called by others. */
  readonly calledAs: readonly string[];
  /** Whom it is said to, where it tells. */
  readonly to: string | undefined;
  /** Everybody who is named in it. */
  readonly names: readonly string[];
  /** Words that may tell what it is about. */
  readonly words: ReadonlySet<string>;
  /** How many words it has. */
  readonly length: number;
}

/** Hears a message after those heard before it, which tell who is here. Never fails, in bounded time. */
export function hear(said: Said, before: readonly Heard[]): Heard {
  const text = said.text.slice(0, LONGEST_HEARD).normalize('NFKC');
  const calledAs = keysOfPerson(said.author);
  const author = calledAs[0]!;
  const words = text.toLowerCase().match(/[\p{L}\p{N}_][\p{L}\p{N}_'’.+/#-]*/gu) ?? [];
  return {
    id: said.id,
    at: said.at,
    role: said.role,
    author,
    calledAs,
    ...readNames(text, author, peopleOf(before, calledAs)),
    ...readTraits(text),
    words: tellingOf(words),
    length: words.length,
  };
}

/** Who has spoken here or was spoken to, by the keys they go under. */
function peopleOf(before: readonly Heard[], calledAs: readonly string[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { author, calledAs: keys, to } of before) {
    if (to !== undefined && !known.has(to)) known.set(to, to);
    for (const key of keys) known.set(key, author);
  }
  for (const key of calledAs) known.set(key, calledAs[0]!);
  return known;
}

function tellingOf(words: readonly string[]): Set<string> {
  const telling = new Set<string>();
  for (const word of words.slice(0, MOST_WORDS)) {
    const bare = word
      .slice(0, 40)
      .replace(/['’]/g, '')
      .replace(/[.+/#-]{1,40}$/, '');
    if (bare.length > 2 && !COMMON_WORDS.has(bare)) telling.add(bare);
  }
  return telling;
}
