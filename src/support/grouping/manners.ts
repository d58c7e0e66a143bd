import type { Heard } from './hearing.ts';
import { isTeam, type Scene, type Talk } from './scene.ts';
import { yes } from './ties.ts';

/**
 * What everybody knows of talk between customers and a team, and no public talk teaches. Weighed by hand, on the scale of
 * the learnt weights: 4 makes the unlikely likely.
 */
export const MANNERS = {
  /** "Another question: …" */
  announces: 4,
  /** "Same here" begins nothing, and neither does "any news?" */
  chimesAlone: -3,
  nudgesAlone: -2,
  chimesIn: 2,
  nudges: 1,
  /** "And …" */
  goesOn: 1.5,
  /** The team is there to answer: it seldom begins. */
  teamBegins: -1.5,
  answersWaiting: 2.5,
  speaksToCustomer: 2.5,
  asksBack: 2.5,
  /** "Ok", to nobody. */
  saysNothing: -3,
  amongTheTeam: -3,
  answersColleague: 2,
  /** A customer goes on with their own matter, most of all in one breath; least after thanks, and with new trouble. */
  ownMatter: 0.7,
  oneBreath: 2.5,
  afterThanks: -1.5,
  troubleAnew: 2,
  /** A customer stays out of what is another one's, or the team's. */
  anothersMatter: -10,
  hasSpokenThere: 8.5,
  answersTeam: 1.5,
  teamsOwn: -1.5,
} as const;

/** Words in which one says little of one's own. */
const FEW = 7;

/** Milliseconds within which somebody is still saying what they began to say, and within which others chime in. */
const BREATH = 60_000;
const CHIME = 15 * 60_000;

export type Manner = keyof typeof MANNERS;
export type Manners = Readonly<Partial<Record<Manner, number>>>;

/** What speaks for the message's beginning a conversation of its own. `staffed`: a team answers here. */
export function mannersOfNone(scene: Scene, staffed: boolean): Manners {
  const { heard } = scene;
  return {
    announces: yes(heard.announces),
    chimesAlone: yes(scene.talks.some((talk) => chimesIn(talk, scene))),
    nudgesAlone: yes(heard.nudges),
    teamBegins: yes(staffed && isTeam(heard.role)),
    troubleAnew: yes(staffed && !isTeam(heard.role) && isTroubledAnew(scene)),
  };
}

/** What speaks for its belonging to a conversation. */
export function mannersOf(talk: Talk, scene: Scene, staffed: boolean): Manners {
  const { heard } = scene;
  const mine = talk.spoke.has(heard.author);
  const heardOf = {
    chimesIn: yes(chimesIn(talk, scene)),
    nudges: yes(heard.nudges && mine),
    goesOn: yes(heard.goesOn && mine),
  };
  if (!staffed) return heardOf;
  const ofRole = isTeam(heard.role) ? ofTeam(talk, scene) : ofCustomer(talk, scene);
  return { ...heardOf, ...ofRole };
}

function ofTeam(talk: Talk, { heard, stream }: Scene): Manners {
  const last = stream[talk.last]!;
  if (talk.customer === undefined) {
    const next = talk.last === stream.length - 1 && last.author !== heard.author;
    return { answersColleague: yes(next && heard.to === undefined) };
  }
  const toAll = heard.to === undefined;
  const toCustomer = toAll
    ? !heard.toTeam
    : heard.to === talk.customer || talk.customers.has(heard.to!);
  const mute = toAll && heard.length <= 3 && heard.words.size === 0;
  const next = toCustomer && !isTeam(last.role);
  return {
    answersWaiting: yes(next),
    asksBack: yes(next && (heard.asks || heard.seeks)),
    speaksToCustomer: yes(toCustomer && (heard.toYou || heard.greets)),
    saysNothing: yes(mute && !heard.toYou && !heard.ofMe),
    amongTheTeam: yes(!toCustomer && !isCustomer(heard.to, stream)),
  };
}

function ofCustomer(talk: Talk, scene: Scene): Manners {
  const { heard, stream } = scene;
  if (talk.customer === undefined) return { teamsOwn: 1 };
  if (talk.customer === heard.author) {
    const before = stream[talk.spoke.get(heard.author)!];
    const breath = before !== undefined && heard.at - before.at <= BREATH;
    return {
      ownMatter: 1,
      oneBreath: yes(breath && !heard.announces),
      afterThanks: yes(before?.thanks === true && !before.asks && heard.words.size >= 2),
    };
  }
  if (chimesIn(talk, scene) || heard.to === talk.customer) return {};
  return answersTeam(talk, heard, stream)
    ? { answersTeam: 1 }
    : {
        anothersMatter: 1,
        hasSpokenThere: yes(talk.spoke.has(heard.author) && !heard.asks),
      };
}

/** A few words that answer what the team has just asked everybody. */
function answersTeam(talk: Talk, heard: Heard, stream: readonly Heard[]): boolean {
  const last = stream[talk.last]!;
  const asked = talk.last === stream.length - 1 && isTeam(last.role) && last.asks && !last.to;
  return asked && heard.length <= FEW && !heard.asks && !heard.troubled && !heard.ofMe && !heard.to;
}

/** Says what is wrong, at some length, and nothing of what went before. */
function isTroubledAnew({ heard, talks }: Scene): boolean {
  if (!heard.troubled || heard.goesOn || heard.refersBack) return false;
  if (heard.words.size < 2 || heard.length < FEW - 2) return false;
  return talks.every(({ words, spoke }) => words.size === 0 || !spoke.has(heard.author));
}

/** Says of what was said just now that it is so for them too. Whoever has more to say has a matter of their own. */
function chimesIn(talk: Talk, { heard, stream }: Scene): boolean {
  if (!heard.chimesIn || heard.length > 2 * FEW) return false;
  const last = stream[talk.last]!;
  return last.author !== heard.author && heard.at - last.at <= CHIME;
}

function isCustomer(person: string | undefined, stream: readonly Heard[]): boolean {
  return person !== undefined && stream.some((s) => s.author === person && !isTeam(s.role));
}
