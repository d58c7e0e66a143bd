import { movableClock, standingClock } from '../src/desk/movable-clock.ts';
import type { Log } from '../src/desk/ports.ts';
import type { Store } from '../src/desk/store/store.ts';
import { CAST } from '../src/playground/people.ts';
import { openRoom } from '../src/playground/room.ts';
import { type RoomState, SHELF } from '../src/playground/state.ts';
import type { Instant } from '../src/support/conversation.ts';
import { audienceOf, type KeptEffect } from '../src/support/effects.ts';
import type { Handbook } from '../src/support/handbook.ts';
import { workingTimeBetween } from '../src/support/time/calendar.ts';
import { type Chance, chances } from './chance.ts';
import { type Customers, openCustomers } from './customers.ts';
import { openDoor, patientShelf, showWhole } from './door.ts';
import { openHands } from './hands.ts';
import { CHANNELS, castOf } from './people.ts';
import { DAY, expectations, HOUR, hourBy, MINUTE, type Span } from './rhythm.ts';
import type { Happening, Scene } from './scene.ts';
import { openStage } from './stage.ts';
import { openTeam, type Team } from './team.ts';
import type { Topic } from './words/words.ts';

/** What became of a simulation. */
export interface Simulated {
  /** How far it came: the end, unless it was stopped. */
  readonly until: Instant;
  readonly conversations: number;
}

/** The page keeps what is shown in the last days; what was shown before is drawn by nobody. */
const SHOWN = 14 * DAY;
/** So many of those who wait are on the page in any case. */
const MOST_SHOWN = 50;
/** What was settled so long ago is forgotten, as by a desk that runs. */
const REMEMBERED = 7 * DAY;
/** Hours of opening time since which those wait who are left over, and with what: some in time, some at risk, some too late. */
const LEFT: readonly (readonly [number, Topic])[] = [
  [0.3, 'how_to'],
  [0.8, 'account_access'],
  [1.6, 'bug_outage'],
  [3.3, 'delivery_order'],
  [3.7, 'delivery_order'],
  [5, 'billing'],
  [9, 'refund'],
  [13, 'feature_request'],
];
/** So many agents want to be named where thanks are shared. */
const NAMED = 3;
/** Opening time is not looked for further back. */
const LONGEST_BACK = 21 * DAY;

/**
 * Has people write to a desk on this empty store, and people answer them, over a span of time that passes as fast as it can: the
 * very desk, behind the playground's own room. The same for the same seed, handbook and span.
 * @param passed told how far it has come, as time passes
 * @param signal stops it between one instant and the next; the store can be used as it is then
 */
export async function simulate(parts: {
  readonly store: Store;
  readonly handbook: Handbook;
  readonly span: Span;
  readonly seed: number;
  readonly log: Log;
  readonly passed?: (until: Instant, conversations: number) => void;
  readonly signal?: AbortSignal;
}): Promise<Simulated> {
  const { store, handbook, span, log, passed = () => {}, signal } = parts;
  const clock = movableClock(standingClock(span.begins));
  const shelf = patientShelf(store.shelf<RoomState>(SHELF));
  const room = await openRoom(shelf, clock);
  let opened = 0;

  const hears = (happening: Happening) => {
    opened += happening.facts.filter(({ type }) => type === 'opened').length;
    team.hears(happening);
    customers.hears(happening);
  };
  const isShown = () => clock.now() >= span.ends - SHOWN;
  const heard = overheard(store, hears, isShown);
  const door = openDoor({
    room,
    handbook,
    cast: castOf(span, []),
    now: () => clock.now(),
    staff: (at) => team.staff(at),
  });
  await using stage = openStage({ store: heard, handbook, clock, door, log });
  const scene: Scene = {
    span,
    hands: openHands({ stage, room }),
    chanceOf: chances(parts.seed),
    now: stage.now,
    plan: stage.plan,
    conversation: (id) => stage.desk().conversation(id),
    customers: new Map(),
    matters: new Map(),
  };
  const team: Team = openTeam(scene, handbook.policy.calendar.zone);
  const customers: Customers = openCustomers(scene);
  team.planHolidays((person, words) => stage.desk().keepsHours('playground', person, words));
  for (const person of team.staff(span.begins).slice(0, NAMED)) {
    await stage.desk().wantsKudos('playground', person, true);
  }
  leaveSome(customers, handbook, span);

  const stops = () => signal?.aborted === true;
  for (const [day, expected] of expectations(span)) {
    if (stops()) break;
    const end = Math.min(day + DAY, span.ends);
    comeOn(day, end, expected, customers, scene.chanceOf);
    await stage.passTo(end, stops);
    await store.prune(clock.now() - REMEMBERED, clock.now() - REMEMBERED);
    passed(clock.now(), opened);
  }

  for (const one of await store.waiting(MOST_SHOWN)) {
    await showWhole({ room, handbook, cast: CAST }, one);
  }
  const players = room.state.said.flatMap(
    ({ author }) => scene.customers.get(author)?.person ?? [],
  );
  room.plays(castOf(span, players), CHANNELS);
  await room.save();
  await shelf.flush();
  return { until: clock.now(), conversations: opened };
}

/** Plans who comes on a day. */
function comeOn(
  day: Instant,
  end: Instant,
  expected: number,
  customers: Customers,
  chanceOf: (occasion: string) => Chance,
): void {
  const chance = chanceOf(`day/${day}`);
  // As many as expected, give or take: half of a conversation is one every other time.
  const spread = Math.sqrt(expected) * ((chance(200) + chance(200)) / 200 - 1);
  const many = Math.max(0, Math.floor(expected + spread + chance(1000) / 1000));
  const midnight = Math.floor(day / DAY) * DAY;
  for (let n = 0; n < many; n++) {
    const time = hourBy(chance) * HOUR + chance(HOUR);
    const at = midnight + time < day ? midnight + time + DAY : midnight + time;
    if (at < end - MINUTE) customers.comes(at, `comes/${day}/${n}`);
  }
}

/** Some are nobody's when all is over, whatever the time of day it is. */
function leaveSome(customers: Customers, { policy }: Handbook, { begins, ends }: Span): void {
  for (const [n, [hours, topic]] of LEFT.entries()) {
    let at = ends - 5 * MINUTE;
    const earliest = Math.max(begins, ends - LONGEST_BACK);
    while (at > earliest && workingTimeBetween(policy.calendar, at, ends) < hours * HOUR)
      at -= 5 * MINUTE;
    if (at > earliest) customers.comes(at + n, `left/${n}`, topic);
  }
}

/** The store, whose kept decisions people hear of. What the team is shown is kept only while somebody may see it. */
function overheard(
  store: Store,
  hears: (happening: Happening) => void,
  isShown: () => boolean,
): Store {
  const leaves = (effect: KeptEffect) => isShown() || audienceOf(effect) === 'customer';
  return {
    ...store,
    async commit(commit) {
      const kept = await store.commit({ ...commit, effects: commit.effects.filter(leaves) });
      const { conversation, effects, facts } = commit;
      if (kept === 'kept' && conversation) {
        hears({ conversation: conversation.next, effects, facts });
      }
      return kept;
    },
  };
}
