import type { Clock } from '../desk/clock.ts';
import { createDoubts } from '../desk/doubts.ts';
import { type Log, PlatformError, type Shelf } from '../desk/ports.ts';
import { type Json, textAt } from '../support/json.ts';
import { isZoneName, mayAct, type Person, roleOf } from '../support/roles.ts';
import { whereOf } from './activity.ts';
import type { BotFramework } from './botbuilder.ts';
import type { TeamsConfig } from './config.ts';
import type { Member } from './connector.ts';
import { refusalOf } from './errors.ts';
import type { References } from './references.ts';
import { channelsOf, objectIdOf, type Roster, readMembers } from './rosters.ts';

/** Whether whoever wants to know can wait until Teams can be asked. */
export type Ask = 'once' | 'until answered';

export interface People {
  /** Who did this, for whoever waits for an answer. Somebody who cannot be looked up is a customer: no rights. */
  author(activity: Json): Promise<Person>;
  /**
   * Who did what has been accepted and can wait.
   * @throws PlatformError, retryable, while Teams cannot be asked: whoever it is must not be taken for somebody else.
   */
  sender(activity: Json): Promise<Person>;
  /** Who this member (`29:…`, or a directory id) of the activity's conversation is. */
  member(activity: Json, id: string, name: string, ask?: Ask): Promise<Person>;
  /** How Teams calls this person towards the bot, once they were seen. */
  addressOf(person: string): Promise<string | undefined>;
  /** What this person was called when they were last seen; empty when nobody knows. */
  nameOf(person: string): Promise<string>;
  /**
   * Who this is in the home directory, by its id there; the tenant's may stand before it.
   * @throws as `sender`
   */
  person(id: string): Promise<Person>;
  /** Everybody on the lists of agents and leads who may act, by name. */
  everybody(): Promise<Person[]>;
  /**
   * Those of them who are agents or leads, as far as the triage channel's team knows them.
   * @throws as `sender`
   */
  staff(ids: readonly string[]): Promise<Person[]>;
  /** Whoever is on the list of leads. Rights are not looked at here: they are only called. */
  leads(): Promise<string[]>;
  /** Somebody's membership changed. */
  forget(members: readonly string[]): Promise<void>;
}

/** What Teams says of somebody, as far as rights depend on it. */
export interface Profile {
  /** Tenant and directory id, which stay; `29:…` alone for people without a directory. */
  readonly id: string;
  readonly objectId: string;
  /** What Teams calls them towards this bot. */
  readonly member: string;
  readonly name: string;
  readonly home: boolean;
  readonly guest: boolean;
  /** When it was looked up: afterwards it still tells who somebody is, but gives no right. */
  readonly at: number;
}

/** Milliseconds. A guest flag or a removal counts within this time; members who leave are announced besides. */
const LIFE = 10 * 60_000;

/** Milliseconds until Teams is asked again where only somebody else can mend what is wrong. */
const PATIENCE = 15_000;

/** Each is a question to Teams, at a time when somebody waits for a dialog. */
const MOST_OFFERED = 60;

export function createPeople(parts: {
  readonly config: TeamsConfig;
  readonly framework: BotFramework;
  readonly references: References;
  readonly shelf: Shelf<Profile>;
  readonly rosters: Shelf<{ readonly members: readonly string[]; readonly at: number }>;
  readonly clock: Clock;
  readonly log: Log;
}): People {
  const { config, framework, references, shelf, rosters, clock, log } = parts;

  const doubts = createDoubts(clock);

  /** Questions that are being asked: whoever wants to know the same waits for the same answer. */
  const asked = new Map<string, Promise<unknown>>();
  function askOnce<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const underway = asked.get(key) as Promise<T> | undefined;
    if (underway) return underway;
    const answer = ask().finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  }

  /** @param base the conversation in which they are a member */
  async function profile(base: string, id: string, name: string, ask: Ask): Promise<Profile> {
    const kept = await shelf.get(`member/${id}`);
    if (kept && clock.now() - kept.at < LIFE) return kept;
    try {
      return await askOnce(`member/${id}`, () => lookUp(base, id, name));
    } catch (err) {
      const nobody = refusalOf((err as { cause?: unknown }).cause)?.status === 404;
      // In a trial without any sign-in nobody can be looked up.
      const waits = ask === 'until answered' && config.auth !== 'anonymous';
      // A store that is away says nothing of anybody.
      if (waits && !(err instanceof PlatformError)) throw err;
      if (waits && !nobody) {
        if (!doubts.remain(id)) throw waiting(err as PlatformError, id);
        log.error({ err, member: id }, 'Teams does not say who this is: taken for a customer');
      } else if (!nobody) {
        // Somebody who is not in the conversation is a stranger; anything else is worth a line.
        log.warn(
          { err, member: id },
          'somebody could not be looked up and has no rights meanwhile',
        );
      }
      return { ...(kept ?? stranger(id, name)), home: false };
    }
  }

  async function lookUp(base: string, id: string, name: string): Promise<Profile> {
    const reference = await references.of(base);
    if (!reference) {
      const how = { retryable: false };
      throw new PlatformError('teams', 'Teams has not told where it can be asked.', how);
    }
    const found = await framework.reach(reference, (connector) => connector.member(base, id));
    doubts.end(id);
    const made = profileOf(found, id, name);
    await shelf.set(`member/${id}`, made);
    await shelf.set(`person/${made.id}`, made);
    return made;
  }

  function stranger(id: string, name: string): Profile {
    return { id, objectId: '', member: id, name, home: false, guest: false, at: 0 };
  }

  function profileOf(found: Member, id: string, name: string): Profile {
    const tenant = textAt(found, 'tenantId').toLowerCase();
    const objectId = objectIdOf(found);
    const role = textAt(found, 'userRole');
    const principal = textAt(found, 'userPrincipalName');
    const member = textAt(found, 'id') || id;
    return {
      id: tenant !== '' && objectId !== '' ? `${tenant}/${objectId}` : member,
      objectId,
      member,
      name: textAt(found, 'name') || name,
      home: objectId !== '' && tenant === config.tenantId.toLowerCase() && role !== 'anonymous',
      guest: role === 'guest' || principal.includes('#EXT#'),
      at: clock.now(),
    };
  }

  async function isOn(roster: Roster, { objectId }: Profile): Promise<boolean> {
    if (config[roster].some((entry) => entry.toLowerCase() === objectId)) return true;
    for (const channel of channelsOf(roster, config)) {
      if ((await membersOf(channel)).includes(objectId)) return true;
    }
    return false;
  }

  async function membersOf(channel: string): Promise<readonly string[]> {
    const kept = await rosters.get(channel);
    if (kept && clock.now() - kept.at < LIFE) return kept.members;
    return askOnce(`roster/${channel}`, () => readRoster(channel));
  }

  async function readRoster(channel: string): Promise<readonly string[]> {
    const reference = await references.of(channel);
    if (!reference) return [];
    const members = await readMembers(channel, reference, framework);
    await rosters.set(channel, { members, at: clock.now() });
    return members;
  }

  async function personOf(known: Profile, ask: Ask): Promise<Person> {
    const { id, name, home, guest } = known;
    const mayBeListed = home && !guest;
    try {
      const onLeadRoster = mayBeListed && (await isOn('leads', known));
      const onAgentRoster = mayBeListed && (await isOn('agents', known));
      return { id, name, role: roleOf({ bot: false, home, guest, onAgentRoster, onLeadRoster }) };
    } catch (err) {
      const isFinal = err instanceof PlatformError && !err.retryable;
      if (ask === 'until answered' && !isFinal) throw err;
      log.warn({ err, member: known.member }, 'a roster could not be read; no rights meanwhile');
      return { id, name, role: roleOf({ bot: false, home, guest, ...NOWHERE }) };
    }
  }

  async function member(
    activity: Json,
    id: string,
    name: string,
    ask: Ask = 'once',
  ): Promise<Person> {
    if (isBot(id)) return { id, name, role: 'bot' };
    return personOf(await profile(whereOf(activity).base, id, name, ask), ask);
  }

  async function actor(activity: Json, ask: Ask): Promise<Person> {
    const id = textAt(activity, 'from', 'id');
    if (textAt(activity, 'from', 'role') === 'bot') return { id, name: '', role: 'bot' };
    const person = await member(activity, id, textAt(activity, 'from', 'name'), ask);
    const zone = textAt(activity, 'localTimezone');
    return isZoneName(zone) ? { ...person, zone } : person;
  }

  async function person(id: string, ask: Ask): Promise<Person> {
    const objectId = inDirectory(id);
    if (objectId === undefined) return { id, name: '', role: 'customer' };
    return personOf(await profile(config.triageChannel, objectId, '', ask), ask);
  }

  /** The id in the home directory of somebody who may be in it. */
  function inDirectory(id: string): string | undefined {
    const tenant = `${config.tenantId.toLowerCase()}/`;
    const own = id.toLowerCase();
    const objectId = own.startsWith(tenant) ? own.slice(tenant.length) : own;
    return OBJECT_ID.test(objectId) ? objectId : undefined;
  }

  async function staff(ids: readonly string[], ask: Ask): Promise<Person[]> {
    const ours = new Set(ids.flatMap((id) => inDirectory(id) ?? []));
    return (await Promise.all([...ours].map((id) => person(id, ask)))).filter(mayAct);
  }

  return {
    member,
    author: (activity) => actor(activity, 'once'),
    sender: (activity) => actor(activity, 'until answered'),
    addressOf: async (person) => (await shelf.get(`person/${person}`))?.member,
    nameOf: async (person) => (await shelf.get(`person/${person}`))?.name ?? '',
    person: (id) => person(id, 'until answered'),
    staff: (ids) => staff(ids, 'until answered'),
    async everybody() {
      const named = [...config.agents, ...config.leads].filter((entry) => !entry.includes(':'));
      const channels = [...channelsOf('agents', config), ...channelsOf('leads', config)];
      const members = await Promise.all([...new Set(channels)].map(membersOf));
      const ids = new Set([...named, ...members.flat()]);
      const all = await staff([...ids].slice(0, MOST_OFFERED), 'once');
      return all.toSorted((one, other) => one.name.localeCompare(other.name));
    },
    async leads() {
      const named = config.leads.filter((entry) => !entry.includes(':'));
      const channels = await Promise.all(channelsOf('leads', config).map(membersOf));
      const tenant = config.tenantId.toLowerCase();
      return [...new Set([...named, ...channels.flat()])].map(
        (objectId) => `${tenant}/${objectId.toLowerCase()}`,
      );
    },
    async forget(members) {
      const channels = (['agents', 'leads'] as const).flatMap((one) => channelsOf(one, config));
      for (const channel of new Set(channels)) await rosters.delete(channel);
      for (const id of members) {
        const kept = await shelf.get(`member/${id}`);
        if (kept) await shelf.set(`member/${id}`, { ...kept, at: 0 });
      }
    },
  };
}

/** What only somebody else can mend is waited for as well: whoever it is must not be taken for somebody else. */
function waiting(error: PlatformError, member: string): PlatformError {
  if (error.retryable) return error;
  const how = { retryable: true, retryAfter: PATIENCE, cause: error };
  return new PlatformError('teams', `Teams does not say who ${member} is. ${error.message}`, how);
}

/** A person's id in a directory. */
const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const NOWHERE = { onAgentRoster: false, onLeadRoster: false } as const;

/** Bots, other apps' and our own, are called `28:…`. */
function isBot(id: string): boolean {
  return id.startsWith('28:');
}
