import type { Guards } from './guards.ts';
import {
  type Conversation,
  doing,
  IDLE,
  keep,
  type Name,
  type Step,
  TAKEN,
  type Waiting,
  WORKERS,
  type Worker,
  type World,
} from './world.ts';

/** The platform delivers, again and again, until it hears that the event is safe. */
export function accepting(now: World, guards: Guards): Step[] {
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

/** What somebody may take up to decide it: the first of each lane, while nobody has it. */
export function takeable({ inbox }: World, guards: Guards): readonly Name[] {
  const waits = inbox.filter(({ settled }) => !settled);
  const heads = waits.filter(
    ({ event }, i) =>
      !guards.has('lanes in order') ||
      waits.findIndex((other) => laneOf(other.event) === laneOf(event)) === i,
  );
  const free = heads.filter(({ left }) => left === 0 || !guards.has('one to a lane'));
  return [...new Set(free.map(({ event }) => event))];
}

/** Takes up what waits, and reads what it is about. */
export function taking(now: World, by: Worker, guards: Guards): Step[] {
  const taken = takeable(now, guards).map((event): Step => {
    const inbox = now.inbox.map((one) =>
      one.event === event && !one.settled ? { ...one, left: TAKEN } : one,
    );
    const its = { is: 'deciding', event, read: now.conversation } as const;
    return { by, do: 'take', of: event, next: doing({ ...now, inbox }, by, its) };
  });
  if (now.timer?.left !== 0) return taken;
  const held = { ...now, timer: { holder: by, left: TAKEN } };
  const next = doing(held, by, { is: 'deciding', event: RING });
  return [...taken, { by, do: 'take timer', next }];
}

/** The event of a timer, which is in no inbox. */
const RING = 'ring';

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
export function commit(
  now: World,
  by: Worker,
  event: Name,
  read: Conversation,
  guards: Guards,
): Step {
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
  return i < 0 ? inbox : inbox.with(i, { event, settled: true, left: 0 });
}

/** With these to be sent, after what waits already. */
export function addEffects(now: World, effects: readonly Name[]): World {
  const added = effects.map((effect): Waiting => {
    return { effect, uncertain: false, holder: 'nobody', left: 0 };
  });
  return { ...now, effects: [...now.effects, ...added] };
}
