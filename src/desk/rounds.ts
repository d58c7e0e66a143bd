import type { Conversation, Platform } from '../support/conversation.ts';
import type { TimerFired } from '../support/events.ts';
import type { Handbook } from '../support/handbook.ts';
import {
  type Around,
  isStirred,
  makeRound,
  newRound,
  ROUNDS,
  type Round,
  type RoundName,
  roundId,
  setRound,
  stirRound,
} from '../support/rounds/round.ts';
import type { Clock } from './clock.ts';
import type { Source } from './deciding.ts';
import type { Door, Log } from './ports.ts';
import type { Store } from './store/store.ts';

/** How many of those who wait are looked at, the longest waiting first: further ones are told of when these are answered. */
const MOST_WAITING = 500;
/** How much of what one person owns is looked at. */
const MOST_OWNED = 200;
/** Being overtaken this often in a row is not bad luck but a bug. */
const MOST_TRIES = 50;

/** What is due for the whole desk, for each platform by itself. */
export interface Rounds {
  /** Sets all rounds of these platforms as they follow from the policy and from who waits. Never rejects. */
  set(platforms: readonly Platform[]): Promise<void>;
  /**
   * A conversation stands otherwise than before. Never rejects: what could not be kept is made up for when the next one stirs, or
   * at the next start.
   */
  stir(conversation: Conversation): Promise<void>;
  /** A round's time has come. Resolves when what follows is kept. */
  make(event: TimerFired, source: Source): Promise<void>;
}

export function createRounds(parts: {
  store: Store;
  doors: ReadonlyMap<Platform, Door>;
  handbook: Handbook;
  clock: Clock;
  log: Log;
}): Rounds {
  const { store, doors, handbook, clock, log } = parts;

  const waitingOn = async (platform: Platform) =>
    (await store.waiting(MOST_WAITING)).filter(({ place }) => place.platform === platform);

  /** Whom a round goes by: those who wait, and for what each agent has to do, what else they own. */
  const mattersOf = async ({ platform, name }: Pick<Round, 'platform' | 'name'>) => {
    if (!isStirred(name, handbook.policy)) return [];
    const waiting = await waitingOn(platform);
    if (name !== 'brief') return waiting;
    const owners = await store.loads(platform);
    const owned = await Promise.all(
      owners.map(({ person }) => store.ofOwner(platform, person, MOST_OWNED)),
    );
    return [...new Map([...waiting, ...owned.flat()].map((one) => [one.id, one])).values()];
  };

  const around = async ({ platform, name }: Round): Promise<Around> => {
    if (name !== 'reports') return { leads: [] };
    const leads = (await doors.get(platform)?.staff('leads')) ?? [];
    return { leads: leads.map(({ id }) => id) };
  };

  /** Changes a round by what `turn` makes of it, until nobody else was first. */
  const change = async (platform: Platform, name: RoundName, turn: (round: Round) => Round) => {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const before = await store.round(roundId(platform, name));
      const round = before ?? newRound(platform, name);
      const next = turn(round);
      if (next === round) return;
      const event = `${next.id}/${next.version}/set`;
      const kept = await store.commit({
        ...NOTHING,
        event,
        at: clock.now(),
        round: { before, next },
      });
      if (kept === 'kept') return;
    }
    throw new Error(`setting ${name} was overtaken ${MOST_TRIES} times in a row`);
  };

  const setOne = async (platform: Platform, name: RoundName) => {
    const waiting = await mattersOf({ platform, name });
    await change(platform, name, (round) => setRound(round, waiting, clock.now(), handbook.policy));
  };

  const trying = async (work: () => Promise<void>) => {
    await work().catch((err) =>
      log.error({ err }, 'reminders and hand-over notes could not be set; trying again'),
    );
  };

  return {
    set: (platforms) =>
      trying(async () => {
        for (const platform of platforms) {
          for (const name of ROUNDS) await setOne(platform, name);
        }
      }),
    stir: (conversation) =>
      trying(async () => {
        for (const name of ROUNDS) {
          if (!isStirred(name, handbook.policy)) continue;
          await change(conversation.place.platform, name, (round) =>
            stirRound(round, conversation, clock.now(), handbook.policy),
          );
        }
      }),
    async make({ id: event, at, conversation: id, due }, source) {
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        const before = await store.round(id);
        const waiting = before ? await mattersOf(before) : [];
        const made =
          before && makeRound(before, due, waiting, at, handbook.policy, await around(before));
        const follows =
          made && 'round' in made
            ? { round: { before, next: made.round }, effects: made.effects }
            : before && { round: { before, next: before } };
        const kept = await store.commit({ ...NOTHING, event, at, ...source, ...follows });
        if (kept === 'overtaken') continue;
        // Whoever began to wait while this was decided found a timer that was about to ring.
        if (before) await trying(() => setOne(before.platform, before.name));
        return;
      }
      throw new Error(`${id} was overtaken ${MOST_TRIES} times in a row`);
    },
  };
}

const NOTHING = { claims: [], effects: [], raised: [], facts: [] } as const;
