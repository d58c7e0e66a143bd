import type { Conversation, Message } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { mayAct, type Person } from '../roles.ts';
import { isComment } from '../time/survey/comment.ts';
import { isBitter } from '../triage/bitterness.ts';
import { findPhrases, indexPhrases, longestOf } from '../triage/phrases.ts';
import { triage } from '../triage/triage.ts';
import { folded, readWords, wordsOnly } from '../triage/words.ts';
import { saidUntil } from '../understanding.ts';
import { PRAISE_WORDS, type PraiseWords } from './praise-words.ts';

/** Whoever says more than so much has more to say than praise. */
const LONGEST = 500;
/** A shorter name may be any word. */
const SHORTEST_NAME = 2;
/** How people show that they do not mean what they say. */
const MOCKS = /🙄|😒|😤|😡|🤡|👏\s*👏\s*👏|(?:^|\s)\/s\b|["“„«][^"“”„«»]{1,40}["”“»]/u;

const SAID = indexPhrases(
  Object.values(PRAISE_WORDS).flatMap((language) =>
    Object.entries(language).flatMap(([sign, phrases]: [string, string]) =>
      phrases.split(',').map((phrase) => [phrase.trim(), sign as keyof PraiseWords] as const),
    ),
  ),
);

/** Praise, and of whom where they are named. */
export interface Praise {
  readonly of?: Person;
}

/**
 * Thanks that name somebody of the team or what was done well, in any of the languages; plain thanks are none, nor is what is taken
 * back, meant bitterly or asks for something.
 * @param team whom the customer may mean
 */
export function readPraise(text: string, team: readonly Person[]): Praise | undefined {
  if (text.length > LONGEST || /[?？]/.test(text) || MOCKS.test(text)) return undefined;
  const words = readWords(text);
  const signs = new Set(longestOf(findPhrases(SAID, words)).map(({ of }) => of));
  if (signs.has('not') || signs.size === 0 || isBitter(words)) return undefined;
  const said = new Set(wordsOnly(words).map(folded));
  const of = team.find((person) => isNamed(person, said, words.text));
  if (of) return { of };
  return signs.has('deed') ? {} : undefined;
}

/** By their first name; in a script without spaces it stands within a word. */
function isNamed({ name }: Person, said: ReadonlySet<string>, text: string): boolean {
  const [first = ''] = folded(name.normalize('NFKC').toLowerCase().trim()).split(/\s+/);
  if (first.length < SHORTEST_NAME) return false;
  return said.has(first) || (/[^ -ɏ]/.test(first) && text.includes(first));
}

/** The people of the team whom a customer of this conversation may know. */
export function teamOf({ owner, deeds, messages, drafts }: Conversation): Person[] {
  const all = [
    ...(owner ? [owner] : []),
    ...drafts.flatMap(({ state }) => ('by' in state ? [state.by] : [])),
    ...messages.map(({ author }) => author),
    ...deeds.map(({ by }) => by),
  ];
  const people = new Map(all.filter(mayAct).map((one) => [one.id, one]));
  return [...people.values()];
}

/** Help that is praised is not asked for. */
const HELPED = /(?<![\p{L}\p{N}])help(?:s|ed|ful|ing)?(?![\p{L}\p{N}])/giu;

/** What a message praises where it asks for nothing. */
export function praiseIn(
  conversation: Conversation,
  message: Message,
  handbook: Handbook,
): Praise | undefined {
  const praise = readPraise(message.text, teamOf(conversation));
  if (!praise) return undefined;
  const history = saidUntil(conversation, message.at - 1);
  const beside = { ...message, text: message.text.replace(HELPED, ' ') };
  if (!isComment(beside, false, history, handbook)) return undefined;
  return triage(message.text, handbook).sentiment === 'negative' ? undefined : praise;
}
