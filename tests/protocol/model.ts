/**
 * The commit protocol, small enough to try everything that can happen: one conversation, two workers (threads of two
 * replicas, or of one), a store that does one write at a time, a platform that repeats what it was not told is safe and
 * may keep its answers to itself. Every step is one write, one read or one message; between any two of them anybody
 * else may go first, time may pass, and a worker may die and start anew.
 */
export type Worker = 'A' | 'B';

/** `kind:which`, such as `wrote:1` or `press:ada`. */
export type Name = string;

/** What holds the promises up. A test takes each away and sees which promise falls. */
export const GUARDS = {
  'kept before acknowledged': 'a platform is told that an event is safe only after it was stored',
  'repeats absorbed': 'a delivery whose id is known is not kept again',
  'lanes in order': 'deliveries of one lane are decided one after the other',
  'event check': 'a commit is refused when its event was decided before',
  'version check': 'a commit is refused when somebody committed since it read',
  'version check of what is ignored': 'that nothing follows is refused just so',
  'timer check': 'a ring is refused when its timer does not stand any more',
  'decide knows its timers': 'a ring that the conversation does not wait for is ignored',
  'one write': 'a decision and its effects are kept together',
  'one at a time': 'nobody else gets an effect before its lease ends',
  'one lane, one head': 'an effect waits until the one before it is settled',
  'marked before sent': 'from its claim on, an effect may have arrived',
  'look before repeating':
    'what may have arrived is looked for, or asked about, before it is sent again',
  'look at the clock': 'who has had it for half its lease or longer does not begin to send',
  'wait before looking': 'what may still be on its way is looked for when it must have arrived',
  'holder puts back': 'only whose claim it is may have it tried again or given up',
  /** Assumed: nobody can see to it that it is so. */
  'short way': 'what is sent arrives, or never does, within half a lease',
} as const;
export type Guard = keyof typeof GUARDS;
export type Guards = ReadonlySet<Guard>;

/** Half leases: a lease lasts two. What is on its way arrives, or never does, before the next but one begins. */
const LEASE = 2;
const FLIGHT = 1;

export interface Conversation {
  readonly version: number;
  readonly draft: 'none' | 'open' | 'approved' | 'sent' | 'unsure' | 'failed';
  readonly timer: boolean;
}

/** `left` half leases until somebody else gets it. */
interface Leased {
  readonly holder: Worker | 'nobody';
  readonly left: number;
}

interface Waiting extends Leased {
  readonly effect: Name;
  readonly uncertain: boolean;
}

/** How an attempt ended, as far as its worker knows. */
export type Outcome = 'arrived' | 'unknown' | 'broken' | 'refused' | 'refused for good' | 'late';

/** What a worker has in its head, which dies with it. */
type Doing =
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
  /** What goes wrong beside crashes, pauses and answers that are lost, which always may. */
  readonly troubles: readonly ('not told' | 'refused')[];
  /** What the platform will deliver until it is told that it is safe. */
  readonly outside: readonly Name[];
  /** In order of acceptance. */
  readonly inbox: readonly { readonly event: Name; readonly settled: boolean }[];
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

const WORKERS: readonly Worker[] = ['A', 'B'];
const IDLE: Doing = { is: 'idle' };

/** What the world looks like before anything happened. */
export function world(over: Partial<World> & Pick<World, 'outside'>): World {
  return {
    platform: 'slack',
    troubles: ['not told', 'refused'],
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

/** Everything that can happen next. */
export function steps(now: World, guards: Guards): Step[] {
  return [
    ...accepting(now, guards),
    ...WORKERS.flatMap((by) => working(now, by, guards)),
    ...flying(now),
    ...passing(now, guards),
  ];
}

/** The platform delivers, again and again, until it hears that the event is safe. */
function accepting(now: World, guards: Guards): Step[] {
  return now.outside.flatMap((event): Step[] => {
    const told = now.outside.filter((one) => one !== event);
    if (!guards.has('kept before acknowledged')) {
      return WORKERS.filter((by) => now.workers[by].is === 'idle').map((by) => {
        const next = { ...doing(now, by, { is: 'keeping', event }), outside: told };
        return { by, do: 'accept', of: event, how: 'told', next };
      });
    }
    const kept = keep(now, event, guards);
    const step = { by: 'platform', do: 'accept', of: event } as const;
    return [
      { ...step, how: 'told', next: { ...kept, outside: told } },
      ...(now.troubles.includes('not told') ? [{ ...step, how: 'not told', next: kept }] : []),
    ];
  });
}

function keep(now: World, event: Name, guards: Guards): World {
  const known = now.inbox.filter((one) => one.event === event).length;
  // Without the guard twice shows what it is for.
  if (known >= (guards.has('repeats absorbed') ? 1 : 2)) return now;
  return { ...now, inbox: [...now.inbox, { event, settled: false }] };
}

function working(now: World, by: Worker, guards: Guards): Step[] {
  const its = now.workers[by];
  const dies: Step = { by, do: 'crash', next: crash(now, by) };
  switch (its.is) {
    case 'idle':
      return [...taking(now, by, guards), ...claiming(now, by, guards)];
    case 'keeping': {
      const next = keep(doing(now, by, IDLE), its.event, guards);
      return [{ by, do: 'keep', of: its.event, next }, dies];
    }
    case 'deciding': {
      const { event, read } = its;
      if (!read) {
        const next = doing(now, by, { is: 'deciding', event, read: now.conversation });
        return [{ by, do: 'read', of: event, next }, dies];
      }
      return [commit(now, by, event, read, guards), dies];
    }
    case 'adding':
      return [{ by, do: 'add', next: doing(addEffects(now, its.effects), by, IDLE) }, dies];
    case 'sending':
      return [...sending(now, by, its, guards), dies];
  }
}

function crash(now: World, by: Worker): World {
  const leave = <T extends Leased>(one: T): T =>
    one.holder === by ? { ...one, holder: 'nobody' as const } : one;
  return {
    ...doing(now, by, IDLE),
    timer: now.timer && leave(now.timer),
    effects: now.effects.map(leave),
  };
}

/** Takes what waits to be decided. Nobody holds a delivery: all may take it, and the commit says who was first. */
function taking(now: World, by: Worker, guards: Guards): Step[] {
  const waits = now.inbox.filter((one) => !one.settled).map(({ event }) => event);
  const heads = waits.filter(
    (event, i) =>
      !guards.has('lanes in order') ||
      waits.findIndex((other) => laneOf(other) === laneOf(event)) === i,
  );
  const reads = (event: Name) => ({ is: 'deciding', event, read: now.conversation }) as const;
  const taken = [...new Set(heads)].map((event): Step => {
    return { by, do: 'take', of: event, next: doing(now, by, reads(event)) };
  });
  if (now.timer?.left !== 0) return taken;
  const held = { ...now, timer: { holder: by, left: LEASE } };
  const next = doing(held, by, { is: 'deciding', event: RING });
  return [...taken, { by, do: 'take timer', next }];
}

export const RING = 'ring';

/** Everything a customer writes is in one lane, and so is all that the desk raises itself; each press has its own. */
export function laneOf(event: Name): string {
  const [kind] = event.split(':');
  if (kind === 'wrote') return 'channel';
  return kind === 'delivered' || kind === 'unknown' || kind === 'failed' ? 'desk' : event;
}

/** What follows: the conversation as it is then, and effects; nothing where the event does not concern it. */
export function decide(
  was: Conversation,
  event: Name,
  guards: Guards,
): { next: Conversation; effects: readonly Name[] } | undefined {
  const [kind, which] = event.split(':');
  const change = (over: Partial<Conversation>, ...effects: Name[]) => ({
    next: { ...was, version: was.version + 1, ...over },
    effects,
  });
  switch (kind) {
    case 'wrote':
      return change({});
    case 'press':
      return was.draft === 'open' ? change({ draft: 'approved' }, `reply:${which}`) : undefined;
    case 'cancel':
      return was.timer ? change({ timer: false }) : undefined;
    case 'set':
      return was.timer ? undefined : change({ timer: true });
    case RING:
      if (!was.timer && guards.has('decide knows its timers')) return undefined;
      return change({ timer: false });
    case 'delivered':
      return change({ draft: 'sent' });
    case 'unknown':
      return was.draft === 'approved' ? change({ draft: 'unsure' }) : undefined;
    case 'failed':
      return was.draft === 'approved' ? change({ draft: 'failed' }) : undefined;
    default:
      throw new Error(`nobody knows ${event}`);
  }
}

/** The one write in which "who was first" is asked. */
function commit(now: World, by: Worker, event: Name, read: Conversation, guards: Guards): Step {
  const step = { by, do: 'commit', of: event } as const;
  const rings = event === RING;
  const done = {
    ...doing(now, by, IDLE),
    inbox: settled(now.inbox, event),
    timer: rings ? null : now.timer,
  };
  const over = rings
    ? guards.has('timer check') && !now.timer
    : guards.has('event check') && now.decided.includes(event);
  if (over) return { ...step, how: 'decided', next: done };
  const decision = decide(read, event, guards);
  const checks = guards.has(decision ? 'version check' : 'version check of what is ignored');
  if (checks && read.version !== now.conversation.version) {
    return { ...step, how: 'overtaken', next: doing(now, by, { is: 'deciding', event }) };
  }
  const decided = rings ? now.decided : [...now.decided, event];
  if (!decision) return { ...step, how: 'kept', next: { ...done, decided } };
  const { next: conversation, effects } = decision;
  const sets = conversation.timer && !read.timer;
  const cancels = !rings && read.timer && !conversation.timer;
  const kept: World = {
    ...done,
    decided,
    conversation,
    timer: sets ? { holder: 'nobody', left: 0 } : cancels ? null : done.timer,
    timers: {
      set: now.timers.set + Number(sets),
      rang: now.timers.rang + Number(rings),
      cancelled: now.timers.cancelled + Number(cancels),
    },
  };
  const next =
    guards.has('one write') || effects.length === 0
      ? addEffects(kept, effects)
      : doing(kept, by, { is: 'adding', effects });
  return { ...step, how: 'kept', next };
}

function settled(inbox: World['inbox'], event: Name): World['inbox'] {
  const i = inbox.findIndex((one) => one.event === event && !one.settled);
  return i < 0 ? inbox : inbox.with(i, { event, settled: true });
}

function addEffects(now: World, effects: readonly Name[]): World {
  const added = effects.map((effect): Waiting => {
    return { effect, uncertain: false, holder: 'nobody', left: 0 };
  });
  return { ...now, effects: [...now.effects, ...added] };
}

function claiming(now: World, by: Worker, guards: Guards): Step[] {
  const heads = guards.has('one lane, one head') ? now.effects.slice(0, 1) : now.effects;
  return heads
    .filter(({ left }) => left === 0 || !guards.has('one at a time'))
    .map(({ effect, uncertain }) => {
      const held = change(now, effect, {
        holder: by,
        left: LEASE,
        uncertain: guards.has('marked before sent') || uncertain,
      });
      const its: Doing = { is: 'sending', effect, uncertain, left: LEASE, stage: 'claimed' };
      return { by, do: 'claim', of: effect, next: doing(held, by, its) };
    });
}

function sending(now: World, by: Worker, its: Doing & { is: 'sending' }, guards: Guards): Step[] {
  const { effect, uncertain, stage, left } = its;
  const goesOn = (to: typeof stage, from = now) => doing(from, by, { ...its, stage: to });
  if (stage === 'claimed' && uncertain && guards.has('look before repeating')) {
    const stands = now.arrived.includes(effect) ? 'arrived' : 'looked';
    const how = now.platform === 'teams' ? 'unknown' : stands;
    return [{ by, do: 'look', of: effect, how, next: goesOn(how) }];
  }
  if (stage === 'claimed' || stage === 'looked') {
    if (guards.has('look at the clock') && left < LEASE) {
      return [{ by, do: 'send', of: effect, how: 'late', next: goesOn('late') }];
    }
    const air = [...now.air, { effect, left: FLIGHT }];
    const sent = {
      by,
      do: 'send',
      of: effect,
      how: 'sent',
      next: goesOn('sent', { ...now, air }),
    } as const;
    if (!now.troubles.includes('refused')) return [sent];
    const refused = (how: Outcome): Step => ({
      by,
      do: 'refuse',
      of: effect,
      how,
      next: goesOn(how),
    });
    return [sent, refused('refused'), refused('refused for good')];
  }
  if (stage === 'sent') {
    const breaks: Step = { by, do: 'break', of: effect, next: goesOn('broken') };
    const heard: Step = { by, do: 'hear', of: effect, next: goesOn('arrived') };
    return now.arrived.includes(effect) ? [heard, breaks] : [breaks];
  }
  return [{ by, do: 'settle', of: effect, how: stage, next: settle(now, by, its, stage, guards) }];
}

/** What becomes of an effect after an attempt, and the event that comes of it, in one write. */
function settle(
  now: World,
  by: Worker,
  { effect, uncertain }: Doing & { is: 'sending' },
  outcome: Outcome,
  guards: Guards,
): World {
  const free = doing(now, by, IDLE);
  const waits = now.effects.find((one) => one.effect === effect);
  if (!waits) return free;
  const gone = { ...free, effects: now.effects.filter((one) => one !== waits) };
  if (outcome === 'arrived') {
    return effect.startsWith('reply') ? keep(gone, `delivered:${effect}`, guards) : gone;
  }
  if (waits.holder !== by && guards.has('holder puts back')) return free;
  const again = (left: number, doubt: boolean) =>
    change(free, effect, { holder: 'nobody', left, uncertain: doubt });
  switch (outcome) {
    case 'broken':
      return again(guards.has('wait before looking') ? LEASE : 0, true);
    case 'refused':
      return again(0, false);
    case 'late':
      return again(0, uncertain);
    case 'refused for good':
      return keep(gone, `failed:${effect}`, guards);
    case 'unknown':
      return keep(gone, `unknown:${effect}`, guards);
  }
}

/** What was sent arrives, or is lost on the way. */
function flying(now: World): Step[] {
  return now.air.flatMap((one, i): Step[] => {
    const { effect } = one;
    const landed = { ...now, air: now.air.toSpliced(i, 1) };
    const before = now.effects.slice(
      0,
      Math.max(
        0,
        now.effects.findIndex((waits) => waits.effect === effect),
      ),
    );
    const arrived: World = {
      ...landed,
      arrived: [...now.arrived, effect],
      outOfTurn: before.length > 0 ? [...now.outOfTurn, effect] : now.outOfTurn,
    };
    return [
      { by: 'platform', do: 'arrive', of: effect, next: arrived },
      { by: 'platform', do: 'vanish', of: effect, next: landed },
    ];
  });
}

/** Half a lease goes by, for everybody at once. */
function passing(now: World, guards: Guards): Step[] {
  if (guards.has('short way') && now.air.some(({ left }) => left === 0)) return [];
  const older = <T extends { left: number }>(one: T): T =>
    one.left === 0 ? one : { ...one, left: one.left - 1 };
  const age = (its: Doing): Doing => (its.is === 'sending' ? older(its) : its);
  const next: World = {
    ...now,
    timer: now.timer && older(now.timer),
    effects: now.effects.map(older),
    air: now.air.map(older),
    workers: { A: age(now.workers.A), B: age(now.workers.B) },
  };
  return [{ by: 'time', do: 'pass', next }];
}

function doing(now: World, by: Worker, its: Doing): World {
  return { ...now, workers: { ...now.workers, [by]: its } };
}

function change(now: World, effect: Name, over: Partial<Waiting>): World {
  return {
    ...now,
    effects: now.effects.map((one) => (one.effect === effect ? { ...one, ...over } : one)),
  };
}
