import type { Conversation, Instant, Platform } from '../conversation.ts';
import type { Note } from '../effects.ts';
import type { Policy } from '../handbook.ts';
import type { NotePart } from './note.ts';
import { reminder } from './reminder.ts';
import { shiftNote } from './shift-note.ts';

/** What is due for the whole desk and no one conversation. */
export const ROUNDS = ['reminder', 'shift-note'] as const;
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
  /**
   * What to tell now of those who wait, the longest waiting first, and what is told then. No parts where there is nothing new.
   */
  tell(
    waiting: readonly Conversation[],
    round: Begun,
    at: Instant,
    policy: Policy,
  ): { readonly parts: readonly NotePart[]; readonly told: Round['told'] };
}

export type Begun = Round & { readonly since: Instant };

const KINDS: Readonly<Record<RoundName, Kind>> = { reminder, 'shift-note': shiftNote };

const PREFIX = 'desk/';

export function roundId(platform: Platform, name: RoundName): string {
  return `${PREFIX}${platform}/${name}`;
}

/** Whether a timer or effect is a round's, by the id under which it is kept. */
export function isRound(id: string): boolean {
  return id.startsWith(PREFIX);
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
  return set.timers.round === round.timers.round ? round : next(set);
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
 * @param due the time for which its timer was set; one that was set anew since is none any more
 */
export function makeRound(
  round: Round,
  due: Instant,
  waiting: readonly Conversation[],
  at: Instant,
  policy: Policy,
): { readonly round: Round; readonly effects: readonly Note[] } | { readonly ignored: string } {
  const { since } = round;
  if (round.timers.round !== due || since === undefined) {
    return { ignored: 'this round was set anew or cancelled' };
  }
  const { parts, told } = KINDS[round.name].tell(waiting, { ...round, since }, at, policy);
  const made = next({ ...round, since: at, told, timers: {} });
  const note = { type: 'post-note', platform: round.platform, to: 'triage', at, parts } as const;
  return {
    round: timed(made, waiting, at, policy),
    effects: parts.length === 0 ? [] : [{ ...note, id: `${made.id}/${made.version}/0` }],
  };
}

function timed(round: Round, waiting: readonly Conversation[], at: Instant, policy: Policy): Round {
  const begun = { ...round, since: round.since ?? at };
  const due = Math.min(...waiting.map((one) => dueOf(one, begun, policy)));
  const { since: _, ...rest } = round;
  if (due === Number.POSITIVE_INFINITY) return { ...rest, timers: {} };
  return { ...begun, timers: { round: due } };
}

function dueOf(conversation: Conversation, round: Begun, policy: Policy): Instant {
  return KINDS[round.name].due(conversation, round, policy) ?? Number.POSITIVE_INFINITY;
}

function next(round: Round): Round {
  return { ...round, version: round.version + 1 };
}
