import { COMMON_WORDS } from './common-words.ts';

/** Names are looked for in so many words from the beginning. */
const MOST_WORDS = 60;

/** A word that may call somebody. */
export interface Call {
  /** As people's names are compared. */
  readonly key: string;
  /** The same with the next word, for first and last name. */
  readonly full: string;
  /** "@nora", or "nora:" at the beginning: a call, even of somebody who is called like a common word. */
  readonly sure: boolean;
  /** At the beginning or the end, where it is said to them. */
  readonly said: boolean;
  /** It calls somebody even where nobody of that name has spoken yet. */
  readonly stranger: boolean;
}

/** Who goes under which key. */
export type People = ReadonlyMap<string, string>;

/** A person's id or name as it is compared: `@Nora_` and `nora` are the same. */
export function nameKey(name: string): string {
  return name
    .slice(0, 80)
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[`_|^-]{1,20}$/, '');
}

/** The keys under which somebody may be called: their id first, then their names where they are known. */
export function keysOfPerson({ id, name }: { id: string; name: string }): [string, ...string[]] {
  const [first = '', last] = name.slice(0, 80).trim().split(/\s+/).map(nameKey);
  const names = [first, ...(last ? [`${first} ${last}`] : [])];
  return [nameKey(id), ...names.filter((key) => key.length > 1 && key !== nameKey(id))];
}

/** The words of a message that may call somebody: "nora: …", "@nora", "thanks nora". */
export function readCalls(text: string): Call[] {
  const tokens = text.match(/[^\s,:;>|()!?<]+[,:;>]?/g)?.slice(0, MOST_WORDS) ?? [];
  const keys = tokens.map((token) => nameKey(token.replace(/[,:;>.]{1,20}$/, '')));
  return tokens.flatMap((token, at) => {
    const key = keys[at]!;
    const common = COMMON_WORDS.has(key);
    const sure = token.startsWith('@') || (at === 0 && /[,:;>]$/.test(token));
    if (key.length < 2 || (!sure && (common || key.length < 3))) return [];
    const said = sure || at <= 1 || at === tokens.length - 1;
    const stranger = sure && !common && isStranger(token, tokens[at + 1]);
    return [{ key, full: `${key} ${keys[at + 1] ?? ''}`, sure, said, stranger }];
  });
}

/**
 * Whom a message is said to, and everybody who is named in it.
 * @param author their key: nobody talks to themselves
 */
export function whoIsCalled(
  calls: readonly Call[],
  author: string,
  people: People,
): { to: string | undefined; names: readonly string[] } {
  const names = new Set<string>();
  let to: string | undefined;
  for (const call of calls) {
    const person = personOf(call, people);
    if (person === undefined || person === author) continue;
    names.add(person);
    if (call.said) to ??= person;
  }
  return { to, names: [...names] };
}

function personOf({ key, full, sure, stranger }: Call, people: People): string | undefined {
  const known = people.get(full) ?? people.get(key);
  if (known !== undefined || !sure) return known;
  return beginsWith(key, people) ?? (stranger ? key : undefined);
}

/** "r00t:" for r00tintheb0x. The last who spoke is meant. */
function beginsWith(key: string, people: People): string | undefined {
  if (key.length < 3 || COMMON_WORDS.has(key)) return undefined;
  const name = [...people.keys()].findLast((other) => other.startsWith(key));
  return name === undefined ? undefined : people.get(name);
}

/** "Settings, Members, …" and "Update: …" begin with no name; "carl42, …" and "Carl, can you …" do. */
function isStranger(token: string, next = ''): boolean {
  if (/^\p{Lu}?\p{Ll}*[,:]$/u.test(token) && !SPOKEN_TO.has(next)) return false;
  return /\p{L}/u.test(token) && /^@?[\p{L}\p{N}_[\]`^|\\.-]{2,40}[:,]?$/u.test(token);
}

/** What follows the name of somebody who is spoken to. */
const SPOKEN_TO: ReadonlySet<string> = new Set(
  'are can could did do have will would please you your thanks what which where when who why how'.split(
    ' ',
  ),
);
