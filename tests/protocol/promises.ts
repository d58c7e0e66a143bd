import { laneOf } from './deciding.ts';
import type { World } from './world.ts';

type Holds = (now: World) => boolean;

/** What must hold at every moment. */
const ALWAYS: Readonly<Record<string, Holds>> = {
  'an event is decided once': ({ decided }) => new Set(decided).size === decided.length,
  'events of a lane are decided in their order': ({ decided, inbox }) => {
    const accepted = inbox.map(({ event }) => event);
    const places = Map.groupBy(decided, laneOf);
    return [...places.values()].every((events) =>
      events.every(
        (event, i) => i === 0 || accepted.indexOf(events[i - 1]!) < accepted.indexOf(event),
      ),
    );
  },
  'no approval is sent twice': ({ arrived }) =>
    arrived.filter((effect) => effect.startsWith('reply')).length <= 1,
  'nothing arrives twice': ({ arrived }) => new Set(arrived).size === arrived.length,
  'effects leave in their order': ({ outOfTurn }) => outOfTurn.length === 0,
  'a timer rings once, and not when it was cancelled': ({ timers, conversation }) =>
    timers.rang + timers.cancelled + Number(conversation.timer) === timers.set,
  'a timer stands where its conversation says so': ({ timer, conversation }) =>
    (timer !== null) === conversation.timer,
  'agents are told the truth': ({ conversation: { draft }, arrived, air }) => {
    const reached = [...arrived, ...air.map(({ effect }) => effect)].some((effect) =>
      effect.startsWith('reply'),
    );
    return draft === 'sent' ? reached : !(draft === 'failed' && reached);
  },
};

/** What must hold once everything has come to rest. */
const AT_REST: Readonly<Record<string, (now: World, beginning: World) => boolean>> = {
  'whatever a platform was told is safe is decided': ({ decided }, { outside }) =>
    outside.every((event) => decided.includes(event)),
  'what waits to be sent reaches the customer, or agents know': (
    { decided, arrived },
    { effects },
  ) =>
    effects.every(
      ({ effect }) =>
        arrived.includes(effect) ||
        decided.includes(`failed:${effect}`) ||
        decided.includes(`unknown:${effect}`),
    ),
  'an approval reaches the customer, or agents know': ({ conversation: { draft } }) =>
    draft !== 'approved',
};

/** Nobody has anything to do any more. */
export function isAtRest({ outside, inbox, effects, timer, air, workers }: World): boolean {
  return (
    outside.length === 0 &&
    inbox.every(({ settled }) => settled) &&
    effects.length === 0 &&
    timer === null &&
    air.length === 0 &&
    workers.A.is === 'idle' &&
    workers.B.is === 'idle'
  );
}

/** The first promise that does not hold. */
export function brokenPromise(now: World, beginning: World): string | undefined {
  const promises = isAtRest(now) ? { ...ALWAYS, ...AT_REST } : ALWAYS;
  return Object.entries(promises).find(([, holds]) => !holds(now, beginning))?.[0];
}
