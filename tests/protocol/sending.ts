import type { Guards } from './guards.ts';
import {
  change,
  type Doing,
  doing,
  FLIGHT,
  IDLE,
  keep,
  LEASE,
  type Outcome,
  type Step,
  type Worker,
  type World,
} from './world.ts';

/** Takes an effect for a while, and notes that it may arrive from now on. */
export function claiming(now: World, by: Worker, guards: Guards): Step[] {
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

/** The way of one attempt: look for what may have arrived, look at the clock, send, hear of it or not, settle. */
export function sending(
  now: World,
  by: Worker,
  its: Doing & { is: 'sending' },
  guards: Guards,
): Step[] {
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
    const next = goesOn('sent', { ...now, air: [...now.air, { effect, left: FLIGHT }] });
    const sends: Step = { by, do: 'send', of: effect, how: 'sent', next };
    if (!now.troubles.includes('refused')) return [sends];
    const refused = (['refused', 'refused for good'] as const).map((how): Step => {
      return { by, do: 'refuse', of: effect, how, next: goesOn(how) };
    });
    return [sends, ...refused];
  }
  if (stage === 'sent') {
    const breaks: Step = { by, do: 'break', of: effect, next: goesOn('broken') };
    const heard: Step = { by, do: 'hear', of: effect, next: goesOn('arrived') };
    return [
      ...(now.arrived.includes(effect) ? [heard] : []),
      ...(now.troubles.includes('lost') ? [breaks] : []),
    ];
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
      // What may have arrived once may still.
      return uncertain
        ? again(guards.has('wait before looking') ? LEASE : 0, true)
        : again(0, false);
    case 'late':
      return again(0, uncertain);
    case 'refused for good':
      return keep(gone, `failed:${effect}`, guards);
    case 'unknown':
      return keep(gone, `unknown:${effect}`, guards);
  }
}

/** What was sent arrives, or is lost on the way. */
export function flying(now: World): Step[] {
  return now.air.flatMap((one, i): Step[] => {
    const { effect } = one;
    const landed = { ...now, air: now.air.toSpliced(i, 1) };
    const overtakes = now.effects.findIndex((waits) => waits.effect === effect) > 0;
    const arrived: World = {
      ...landed,
      arrived: [...now.arrived, effect],
      outOfTurn: overtakes ? [...now.outOfTurn, effect] : now.outOfTurn,
    };
    const vanishes: Step = { by: 'platform', do: 'vanish', of: effect, next: landed };
    return [
      { by: 'platform', do: 'arrive', of: effect, next: arrived },
      ...(now.troubles.includes('lost') ? [vanishes] : []),
    ];
  });
}
