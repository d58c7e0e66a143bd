import { accepting, addEffects, commit, taking } from './deciding.ts';
import type { Guards } from './guards.ts';
import { claiming, flying, sending } from './sending.ts';
import {
  type Doing,
  doing,
  IDLE,
  keep,
  type Leased,
  type Step,
  WORKERS,
  type Worker,
  type World,
} from './world.ts';

/**
 * The commit protocol, small enough to try everything that can happen: one conversation, two workers (threads of two
 * replicas, or of one), a store that does one write at a time, a platform that repeats what it was not told is safe and
 * may keep its answers to itself. Every step is one write, one read or one message; between any two of them anybody
 * else may go first, time may pass, and a worker may die and start anew.
 */
export function steps(now: World, guards: Guards): Step[] {
  return [
    ...accepting(now, guards),
    ...WORKERS.flatMap((by) => working(now, by, guards)),
    ...flying(now),
    ...passing(now, guards),
  ];
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

/** Half a lease goes by, for everybody at once. */
function passing(now: World, guards: Guards): Step[] {
  if (guards.has('short way') && now.air.some(({ left }) => left === 0)) return [];
  const older = <T extends { left: number }>(one: T): T =>
    one.left === 0 ? one : { ...one, left: one.left - 1 };
  const age = (its: Doing): Doing => (its.is === 'sending' ? older(its) : its);
  const next: World = {
    ...now,
    inbox: now.inbox.map(older),
    timer: now.timer && older(now.timer),
    effects: now.effects.map(older),
    air: now.air.map(older),
    workers: { A: age(now.workers.A), B: age(now.workers.B) },
  };
  return [{ by: 'time', do: 'pass', next }];
}
