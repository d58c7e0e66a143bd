import type { Instant } from '../conversation.ts';
import { remembering } from '../remembering.ts';
import type { Role } from '../roles.ts';
import { COMMON_WORDS } from './common-words.ts';
import { type Call, keysOfPerson, type People, readCalls, whoIsCalled } from './people.ts';
import { readTraits, type Traits } from './traits.ts';

/** What is looked at of a message, in characters: people say at its beginning what it is about. */
export const LONGEST_HEARD = 2_000;
const MOST_WORDS = 80;

/** Who said it. `name` is empty where it is not known, the role absent where nobody can tell the team from customers. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly role?: Role | undefined;
}

/** One message of a channel, as it was said. */
export interface Said {
  readonly id: string;
  readonly author: Speaker;
  readonly at: Instant;
  readonly text: string;
}

/** What a message's words alone tell. */
interface Reading extends Traits {
  readonly calls: readonly Call[];
  /** Words that may tell what it is about. */
  readonly words: ReadonlySet<string>;
  /** How many words it has. */
  readonly length: number;
}

/** A message as it is heard by somebody who knows nobody. People go by keys. */
export interface Overheard extends Reading {
  readonly id: string;
  readonly at: Instant;
  readonly role: Role | undefined;
  readonly author: string;
  /** Under what its author is called by others. */
  readonly calledAs: readonly string[];
}

/** A message as it is heard by somebody who knows who is there. */
export interface Heard extends Overheard {
  /** Whom it is said to, where it tells. */
  readonly to: string | undefined;
  /** Everybody who is named in it. */
  readonly names: readonly string[];
}

/** A conversation is heard again with each thing that happens in it. */
const readMessage = remembering((message: string): Reading => {
  const text = message.slice(0, LONGEST_HEARD).normalize('NFKC').slice(0, LONGEST_HEARD);
  const words = text.toLowerCase().match(/[\p{L}\p{N}_][\p{L}\p{N}_'’.+/#-]*/gu) ?? [];
  return {
    ...readTraits(text),
    calls: readCalls(text),
    words: tellingOf(words),
    length: words.length,
  };
});

/** Hears a message, whoever is there. Never fails, in bounded time. */
export function overhear({ id, author, at, text }: Said): Overheard {
  const calledAs = keysOfPerson(author);
  return { id, at, role: author.role, author: calledAs[0], calledAs, ...readMessage(text) };
}

/** Knows whom a message calls: names in it are those of people who are there. */
export function recognise<Message extends Overheard>(
  said: Message,
  people: People,
): Message & Heard {
  return { ...said, ...whoIsCalled(said.calls, said.author, people) };
}

/** Hears a message among those who are there. */
export function hear(said: Said, people: People): Heard {
  return recognise(overhear(said), people);
}

/** Who has spoken or was spoken to. */
export function peopleIn(stream: readonly Heard[]): People {
  const people = new Map<string, string>();
  for (const heard of stream) meet(people, heard);
  return people;
}

/** Adds who speaks in a message and whom it is said to. The last of a name goes under it. */
export function meet(people: Map<string, string>, { author, calledAs, to }: Heard): void {
  if (to !== undefined && !people.has(to)) people.set(to, to);
  for (const key of calledAs) people.set(key, author);
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
