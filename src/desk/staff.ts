import type { Conversation, Platform } from '../support/conversation.ts';
import type { Event } from '../support/events.ts';
import type { Handbook } from '../support/handbook.ts';
import { othersAmong, type Writer } from '../support/ownership/at-once.ts';
import { HOW_TO_BE_AWAY, readAway, SAID_BACK, sayAway } from '../support/ownership/away.ts';
import { looksAtOwner } from '../support/ownership/keeping.ts';
import type { Away, Staffer } from '../support/ownership/staff.ts';
import type { Clock } from './clock.ts';
import type { LookAround, Source } from './deciding.ts';
import type { Desk, Door, Log } from './ports.ts';
import type { Store } from './store/store.ts';

/** Conversations that are looked at when somebody comes or goes. */
const MOST_LOOKED_AT = 200;
/** Milliseconds for which a shelf keeps who is writing. */
const WRITERS_KEPT = 10 * 60_000;

export interface Staff extends Pick<Desk, 'keepsHours'> {
  readonly lookAround: LookAround;
  isAway(platform: Platform, person: string): Promise<boolean>;
  /** One after the other, where the next choice depends on the last one: what opens at once goes to several people. */
  inTurn<T>(event: Event, work: () => Promise<T>): Promise<T>;
}

/** The people of the team as the desk knows them: who is away, what they have to do, what they are writing. */
export function createStaff(parts: {
  readonly store: Store;
  readonly doors: ReadonlyMap<Platform, Door>;
  readonly handbook: Handbook;
  readonly clock: Clock;
  readonly log: Log;
  readonly decide: (event: Event, source: Source) => Promise<void>;
}): Staff {
  const { store, doors, handbook, clock, log, decide } = parts;
  const absent = store.shelf<Away>('away');
  const writing = store.shelf<readonly Writer[]>('writing');

  async function awayOf(platform: Platform, person: string): Promise<Away | undefined> {
    const away = await absent.get(`${platform}:${person}`);
    return away?.until !== undefined && away.until <= clock.now() ? undefined : away;
  }

  async function staffFor({ place, owner }: Conversation): Promise<Staffer[]> {
    const { platform } = place;
    const ids = handbook.policy.teams.flatMap(({ people }) => people);
    const all = [...new Set([...ids, ...(owner ? [owner.id] : [])])];
    const people = (await doors.get(platform)?.staff(all)) ?? [];
    const loads = new Map((await store.loads(platform)).map((load) => [load.person, load]));
    return Promise.all(
      people.map(async (person) => {
        const { open = 0, assignedAt } = loads.get(person.id) ?? {};
        const away = await awayOf(platform, person.id);
        const since = assignedAt === undefined ? {} : { assignedAt };
        return { person, open, ...since, ...(away ? { away } : {}) };
      }),
    );
  }

  /** Who else writes there; and this person from now on, or no more. */
  async function othersAt(
    event: Extract<Event, { type: 'dialog.opened' }>,
  ): Promise<readonly Writer[]> {
    const { conversation, actor, button, at } = event;
    const others = othersAmong((await writing.get(conversation)) ?? [], actor, at);
    if (button === 'edit') {
      await writing.set(conversation, [...others, { person: actor, at }], WRITERS_KEPT);
    }
    return others;
  }

  async function hasWritten(event: Extract<Event, { type: 'agent.pressed' }>): Promise<void> {
    const { conversation, actor, at } = event;
    const known = await writing.get(conversation);
    if (!known) return;
    await writing.set(conversation, othersAmong(known, actor, at), WRITERS_KEPT);
  }

  async function lookAround(event: Event, conversation: Conversation | undefined): Promise<Event> {
    if (!conversation) return event;
    if (looksAtOwner(event)) return { ...event, staff: await staffFor(conversation) };
    switch (event.type) {
      case 'dialog.opened':
        return { ...event, others: (await othersAt(event)).map(({ person }) => person) };
      case 'agent.pressed': {
        if (event.button === 'edit') await hasWritten(event);
        if (event.button !== 'hand-on' || !event.receiver) return event;
        const away = await awayOf(conversation.place.platform, event.receiver.id);
        return away ? { ...event, away } : event;
      }
      default:
        return event;
    }
  }

  /** What waits for this person, and what waits for anybody, is looked at anew. */
  async function surface(platform: Platform, person: string): Promise<void> {
    const theirs = await store.ofOwner(platform, person, MOST_LOOKED_AT);
    const nobodys = (await store.waiting(MOST_LOOKED_AT)).filter(
      ({ place, owner }) => place.platform === platform && owner === undefined,
    );
    const at = clock.now();
    for (const { id } of [...theirs, ...nobodys]) {
      const event = `presence/${platform}/${person}/${at}/${id}`;
      await decide({ type: 'presence.changed', id: event, at, conversation: id }, {});
    }
  }

  /** Of each platform: one that hangs keeps nobody of another waiting. */
  const last = new Map<string, Promise<unknown>>();

  return {
    lookAround,
    isAway: async (platform, person) => (await awayOf(platform, person)) !== undefined,
    inTurn(event, work) {
      if (!looksAtOwner(event)) return work();
      const platform = event.conversation.slice(0, event.conversation.indexOf(':'));
      const done = (last.get(platform) ?? Promise.resolve()).then(work);
      last.set(
        platform,
        done.catch(() => undefined),
      );
      return done;
    },
    async keepsHours(platform, { id }, words) {
      const [command, ...rest] = words.trim().toLowerCase().split(/\s+/);
      const key = `${platform}:${id}`;
      const { policy } = handbook;
      const back = command === 'back';
      const away = back ? undefined : readAway(rest.join(' '), id, policy, clock.now());
      if (!back && !away) return HOW_TO_BE_AWAY;
      await (away ? absent.set(key, away) : absent.delete(key));
      await surface(platform, id).catch((err: unknown) => {
        log.warn({ err, platform }, 'what waits for somebody who went or came could not be marked');
      });
      return away ? sayAway(away, policy, clock.now()) : SAID_BACK;
    },
  };
}
