import type { Guards } from './guards.ts';

export type Worker = 'A' | 'B';

/** `kind:which`, such as `wrote:1` or `press:ada`. */
export type Name = string;

/**
 * Time goes by in halves of an effect's lease, which lasts two. What is on its way arrives, or never does, before the next but one
 * begins; who has taken up a delivery, or a timer, has it for one: nothing depends on it.
 */
export const LEASE = 2;
export const FLIGHT = 1;
export const TAKEN = 1;

export interface Conversation {
  readonly version: number;
  readonly draft: 'none' | 'open' | 'approved' | 'sent' | 'unsure' | 'failed';
  readonly timer: boolean;
}

/** `left` half leases until somebody else gets it. */
export interface Leased {
  readonly holder: Worker | 'nobody';
  readonly left: number;
}

interface Delivery {
  readonly event: Name;
  readonly settled: boolean;
  /** Half leases until somebody else gets it. Who has it is of no interest: the commit says who was first. */
  readonly left: number;
}

export interface Waiting extends Leased {
  readonly effect: Name;
  readonly uncertain: boolean;
}

/** How an attempt ended, as far as its worker knows. */
export type Outcome = 'arrived' | 'unknown' | 'broken' | 'refused' | 'refused for good' | 'late';

/** What a worker has in its head, which dies with it. */
export type Doing =
  | { readonly is: 'idle' }
  /** Only without the guard: told the platform, and not stored yet. */
  | { readonly is: 'keeping'; readonly event: Name }
  | { readonly is: 'deciding'; readonly event: Name; readonly read?: Conversation }
  /** Only without the guard: decided, and its effects not stored yet. */
  | { readonly is: 'adding'; readonly effects: readonly Name[] }
  | {
      readonly is: 'sending';
      readonly effect: Name;
      readonly uncertain: boolean;
      /** Of its lease, by its own clock. */
      readonly left: number;
      readonly stage: 'claimed' | 'looked' | 'sent' | Outcome;
    };

export interface World {
  readonly platform: 'slack' | 'teams';
  /** What goes wrong beside workers that die or stand still, which they always may. `lost`: a message, or the answer to it. */
  readonly troubles: readonly ('not told' | 'refused' | 'lost')[];
  /** What the platform will deliver until it is told that it is safe. */
  readonly outside: readonly Name[];
  /** In order of acceptance. */
  readonly inbox: readonly Delivery[];
  /** In order of their decisions. */
  readonly decided: readonly Name[];
  readonly conversation: Conversation;
  readonly timer: Leased | null;
  readonly effects: readonly Waiting[];
  /** Messages on their way to the customer. */
  readonly air: readonly { readonly effect: Name; readonly left: number }[];
  /** What the customer got, in order. */
  readonly arrived: readonly Name[];
  /** Effects that arrived while one before them still waited. */
  readonly outOfTurn: readonly Name[];
  readonly timers: { readonly set: number; readonly rang: number; readonly cancelled: number };
  readonly workers: Readonly<Record<Worker, Doing>>;
}

/** One step. `how` tells apart what may come of the same deed. */
export interface Step {
  readonly by: Worker | 'platform' | 'time';
  readonly do:
    | 'accept'
    | 'keep'
    | 'take'
    | 'take timer'
    | 'read'
    | 'commit'
    | 'add'
    | 'claim'
    | 'look'
    | 'send'
    | 'refuse'
    | 'hear'
    | 'break'
    | 'settle'
    | 'crash'
    | 'arrive'
    | 'vanish'
    | 'pass';
  readonly of?: Name;
  readonly how?: string;
  readonly next: World;
}

export const WORKERS: readonly Worker[] = ['A', 'B'];
export const IDLE: Doing = { is: 'idle' };

/** What the world looks like before anything happened. */
export function world(over: Partial<World> & Pick<World, 'outside'>): World {
  return {
    platform: 'slack',
    troubles: ['not told', 'refused', 'lost'],
    inbox: [],
    decided: [],
    conversation: { version: 1, draft: 'none', timer: false },
    timer: null,
    effects: [],
    air: [],
    arrived: [],
    outOfTurn: [],
    timers: { set: over.timer ? 1 : 0, rang: 0, cancelled: 0 },
    workers: { A: IDLE, B: IDLE },
    ...over,
  };
}

/** With this worker at something else. */
export function doing(now: World, by: Worker, its: Doing): World {
  return { ...now, workers: { ...now.workers, [by]: its } };
}

/** With this effect otherwise. */
export function change(now: World, effect: Name, over: Partial<Waiting>): World {
  return {
    ...now,
    effects: now.effects.map((one) => (one.effect === effect ? { ...one, ...over } : one)),
  };
}

/** With this event in the inbox; once, however often it comes. */
export function keep(now: World, event: Name, guards: Guards): World {
  const known = now.inbox.filter((one) => one.event === event).length;
  // Without the guard twice shows what it is for.
  if (known >= (guards.has('repeats absorbed') ? 1 : 2)) return now;
  return { ...now, inbox: [...now.inbox, { event, settled: false, left: 0 }] };
}
