import type { Conversation, Instant, Platform } from '../conversation.ts';
import type { Note } from '../effects.ts';
import type { Policy } from '../handbook.ts';
import { brief } from './brief.ts';
import { reminder } from './reminder.ts';
import { reports } from './reports.ts';
import { shiftNote } from './shift-note.ts';

/** What is due for the whole desk and no one conversation. */
export const ROUNDS = ['reminder', 'shift-note', 'brief', 'reports'] as const;
export type RoundName = (typeof ROUNDS)[number];

/** Everything the desk knows of one of its rounds. Immutable; kept as a conversation is. */
export interface Round {
  readonly id: string;
  /** Grows by one with each decision; the store commits only on top of the version that was read. */
  readonly version: number;
  readonly name: RoundName;
  readonly platform: Platform;
  /** When it last came to pass, or began; absent while there is nothing to tell. */
  readonly since?: Instant;
  /** How the matters stood when the team was told of them, by a name that the kind of round gives them. */
  readonly told: Readonly<Record<string, string>>;
  readonly timers: Readonly<{ round?: Instant }>;
}

/** What tells one kind of round from another. */
export interface Kind {
  /** When the team must be told of a matter that it has not been told of as it stands; undefined for never. */
  due(conversation: Conversation, round: Begun, policy: Policy): Instant | undefined;
  /** What is due whoever waits; absent where that alone decides. */
  readonly standing?: {
    /** What is known as told from here on, where the policy is another one than before. */
    keep(round: Round, at: Instant, policy: Policy): Round['told'];
    /** Infinity for never. */
    due(told: Round['told'], policy: Policy): Instant;
  };
  /**
   * What to tell now of those who wait, the longest waiting first, and what is told then. Nothing where there is nothing new.
   */
  tell(
    waiting: readonly Conversation[],
    round: Begun,
    at: Instant,
    policy: Policy,
    team: Around,
  ): { readonly notes: readonly Telling[]; readonly told: Round['told'] };
}

/** One message, without what every one says. */
export type Telling = Pick<Note, 'to' | 'parts' | 'report' | 'until'>;

/** Whom the platform knows. */
export interface Around {
  /** Ids of the leads. */
  readonly leads: readonly string[];
}

export type Begun = Round & { readonly since: Instant };

const KINDS: Readonly<Record<RoundName, Kind>> = {
  reminder,
  'shift-note': shiftNote,
  brief,
  reports,
};

const PREFIX = 'desk/';

export function roundId(platform: Platform, name: RoundName): string {
  return `${PREFIX}${platform}/${name}`;
}

/** Whether a timer or effect is a round's, by the id under which it is kept. */
export function isRound(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** Whether it goes by conversations at all, as this policy has it. */
export function isStirred(name: RoundName, { brief }: Pick<Policy, 'brief'>): boolean {
  return name === 'brief' ? brief : name !== 'reports';
}

export function newRound(platform: Platform, name: RoundName): Round {
  return { id: roundId(platform, name), version: 0, name, platform, told: {}, timers: {} };
}

/**
 * The round with the time at which it is due, as it follows from those who wait; at rest where there is nothing to tell of
 * them. The same one where that is as it was.
 */
export function setRound(
  round: Round,
  waiting: readonly Conversation[],
  at: Instant,
  policy: Policy,
): Round {
  const set = timed(round, waiting, at, policy);
  const isSame = set.timers.round === round.timers.round && isTold(set.told, round.told);
  return isSame ? round : next(set);
}

/** The round when one conversation stands otherwise than before: due earlier, or the same. */
export function stirRound(
  round: Round,
  conversation: Conversation,
  at: Instant,
  policy: Policy,
): Round {
  const begun = { ...round, since: round.since ?? at };
  const due = dueOf(conversation, begun, policy);
  if (due >= (round.timers.round ?? Number.POSITIVE_INFINITY)) return round;
  return next({ ...begun, timers: { round: due } });
}

/**
 * The round's time has come, or has passed: it is made once, however late. The effects are named by the round and its version,
 * so deciding twice names the same ones.
 * @param waiting everybody who waits on the round's platform, the longest waiting first
 * @param team whom the platform knows, where the round tells people one by one
 * @param due the time for which its timer was set; one that was set anew since is none any more
 */
export function makeRound(
  round: Round,
  due: Instant,
  waiting: readonly Conversation[],
  at: Instant,
  policy: Policy,
  team: Around = { leads: [] },
): { readonly round: Round; readonly effects: readonly Note[] } | { readonly ignored: string } {
  const { since } = round;
  if (round.timers.round !== due || since === undefined) {
    return { ignored: 'this round was set anew or cancelled' };
  }
  const { notes, told } = KINDS[round.name].tell(waiting, { ...round, since }, at, policy, team);
  const made = next({ ...round, since: at, told, timers: {} });
  const common = { type: 'post-note', platform: round.platform, at } as const;
  return {
    round: timed(made, waiting, at, policy),
    effects: notes.map((one, n) => ({ ...common, ...one, id: `${made.id}/${made.version}/${n}` })),
  };
}

function timed(round: Round, waiting: readonly Conversation[], at: Instant, policy: Policy): Round {
  const { standing } = KINDS[round.name];
  const told = standing?.keep(round, at, policy) ?? round.told;
  const begun = { ...round, told, since: round.since ?? at };
  const due = Math.min(
    standing?.due(told, policy) ?? Number.POSITIVE_INFINITY,
    ...waiting.map((one) => dueOf(one, begun, policy)),
  );
  const { since: _, ...rest } = begun;
  if (due === Number.POSITIVE_INFINITY) return { ...rest, timers: {} };
  return { ...begun, timers: { round: due } };
}

function isTold(one: Round['told'], other: Round['told']): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function dueOf(conversation: Conversation, round: Begun, policy: Policy): Instant {
  return KINDS[round.name].due(conversation, round, policy) ?? Number.POSITIVE_INFINITY;
}

function next(round: Round): Round {
  return { ...round, version: round.version + 1 };
}
