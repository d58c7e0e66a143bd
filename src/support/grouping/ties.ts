import { isNamed, type Scene, type Talk } from './scene.ts';

/**
 * What speaks for a message's belonging somewhere, or against it, by name: most are 0 or 1, a 0 may be left out.
 * What each weighs was learnt: see `weights.ts`.
 */
export type Ties = Readonly<Partial<Record<Tie, number>>>;

export type Tie = (typeof TIES)[number];

export const TIES = [
  // Of a message that begins something.
  'begins',
  'beginsAsking',
  'beginsSeeking',
  'beginsGreeting',
  'beginsAfter',
  // Of the conversation alone: how many messages and minutes have gone by since.
  'distance',
  'idle',
  // Its author has spoken there.
  'mine',
  'minePrevious',
  'mineOlder',
  'mineNewQuestion',
  'otherThanBefore',
  'calledLast',
  // It is said to somebody.
  'toHere',
  'toLastHere',
  'toBegan',
  'toAsked',
  'toSpokeToMe',
  'toSpokeToOther',
  'toElsewhere',
  // It is said to nobody, after somebody else's words.
  'follows',
  'lastOpen',
  'lastToOther',
  'strangerAsks',
  'words',
] as const;

/** A word that nobody else uses counts 1; more than so many add nothing. */
const MOST_WORDS = 6;

/** What speaks for the message's beginning a conversation of its own. */
export function tiesToNone({ heard, stream, own }: Scene): Ties {
  const toAll = heard.to === undefined;
  return {
    begins: 1,
    beginsAsking: yes(toAll && heard.asks),
    beginsSeeking: yes(toAll && heard.seeks && heard.words.size >= 2),
    beginsGreeting: yes(heard.greets),
    beginsAfter: own < 0 ? 0 : logarithm(stream.length - own - 1),
  };
}

/** What ties the message to a conversation. */
export function tiesTo(talk: Talk, scene: Scene): Ties {
  const { heard, stream } = scene;
  const last = stream[talk.last]!;
  return {
    distance: logarithm(stream.length - talk.last - 1),
    idle: logarithm((heard.at - last.at) / 60_000),
    ...tiesOfAuthor(talk, scene),
    ...(heard.to !== undefined
      ? tiesOfAddressee(heard.to, talk, scene)
      : last.author !== heard.author
        ? tiesToLast(talk, scene)
        : {}),
    words: Math.min(MOST_WORDS, wordsShared(talk, scene)),
  };
}

/** The author's own part in the conversation. */
function tiesOfAuthor(talk: Talk, { heard, stream, own, called }: Scene): Ties {
  const call = Math.max(...heard.calledAs.map((key) => talk.named.get(key) ?? -1));
  const calledLast = yes(call >= 0 && call === called);
  const mine = talk.spoke.get(heard.author);
  if (mine === undefined) return { calledLast };
  const older = mine < own;
  const { to } = stream[mine]!;
  return {
    calledLast,
    mine: 1,
    minePrevious: yes(mine === stream.length - 1),
    mineOlder: yes(older),
    mineNewQuestion: yes(!older && !heard.to && heard.seeks && heard.length > 8),
    otherThanBefore: yes(!older && !!heard.to && !!to && heard.to !== to),
  };
}

/** The part in the conversation of whom the message is said to. */
function tiesOfAddressee(to: string, talk: Talk, { heard, stream, theirs }: Scene): Ties {
  const spoke = talk.spoke.get(to);
  if (spoke === undefined) return { toElsewhere: yes(!talk.named.has(to)) };
  const said = stream[spoke]!;
  const toMe = isNamed(heard, said);
  return {
    toHere: 1,
    toLastHere: yes(spoke === theirs),
    toBegan: yes(talk.begunBy === to),
    toAsked: yes(said.asks),
    toSpokeToMe: yes(toMe),
    toSpokeToOther: yes(!toMe && said.to !== undefined),
  };
}

/** How a message that is said to nobody goes with what somebody else said last. */
function tiesToLast(talk: Talk, { heard, stream }: Scene): Ties {
  const last = stream[talk.last]!;
  return {
    follows: yes(talk.last === stream.length - 1),
    lastOpen: yes(last.to === undefined),
    lastToOther: yes(last.to !== undefined && !isNamed(heard, last)),
    strangerAsks: yes(!talk.spoke.has(heard.author) && heard.asks && heard.seeks),
  };
}

/** Words that the message has in common with the conversation; the more others use one, the less it counts. */
function wordsShared({ words }: Talk, { uses }: Scene): number {
  let sum = 0;
  for (const [word, here] of words) sum += 1 / (1 + uses.get(word)! - here);
  return sum;
}

/** Whether a tie is there. */
export function yes(holds: boolean): 0 | 1 {
  return holds ? 1 : 0;
}

/** Of a count or of minutes; what comes late counts as now. */
function logarithm(count: number): number {
  return Math.log1p(Math.max(0, count));
}
