import type { Log, Shelf } from '../desk/ports.ts';
import { type Person, roleOf } from '../support/roles.ts';
import type { SlackConfig } from './config.ts';
import { asking } from './errors.ts';
import { type Roster, readRoster } from './rosters.ts';
import type { Workspace } from './workspaces.ts';

export interface People {
  /** Who this is here. Somebody who cannot be looked up is a customer: no rights, and no name. */
  person(workspace: Workspace, user: string): Promise<Person>;
  /** Their profile changed. */
  forgetPerson(workspace: string, user: string): Promise<void>;
  /** A user group or the triage channel changed. */
  forgetRosters(workspace: string): Promise<void>;
}

/** What Slack says of somebody, as far as rights depend on it. */
interface Profile {
  readonly name: string;
  readonly bot: boolean;
  readonly home: boolean;
  readonly guest: boolean;
}

/** Milliseconds. A guest flag or a removal counts within this time; changes of rosters are announced by events. */
const PROFILE_LIFE = 10 * 60_000;
const ROSTER_LIFE = 10 * 60_000;

export function createPeople(
  config: SlackConfig,
  shelf: Shelf<Profile | readonly string[]>,
  log: Log,
): People {
  async function profile(workspace: Workspace, user: string): Promise<Profile> {
    const key = `person/${workspace.id}/${user}`;
    const kept = (await shelf.get(key)) as Profile | undefined;
    if (kept) return kept;
    const found = await asking(() => workspace.client.users.info({ user }));
    const made = profileOf(found.user, workspace);
    await shelf.set(key, made, PROFILE_LIFE);
    return made;
  }

  async function isOn(roster: Roster, workspace: Workspace, user: string): Promise<boolean> {
    const entries = config[roster];
    if (entries.includes(user)) return true;
    const plain = entries.length > 0 && entries.every((entry) => !entry.startsWith('S'));
    if (plain || (entries.length === 0 && roster === 'leads')) return false;
    const key = `roster/${workspace.id}/${roster}`;
    let members = (await shelf.get(key)) as readonly string[] | undefined;
    if (!members) {
      members = await readRoster(roster, config, workspace);
      await shelf.set(key, members, ROSTER_LIFE);
    }
    return members.includes(user);
  }

  /** Whoever is of the team stays of the team while a list cannot be read; only the rights are gone. */
  async function isListed(roster: Roster, workspace: Workspace, user: string): Promise<boolean> {
    return isOn(roster, workspace, user).catch((err: unknown) => {
      log.warn({ err, roster }, 'a list could not be read: nobody has rights by it meanwhile');
      return false;
    });
  }

  return {
    async person(workspace, user) {
      let known: Profile;
      try {
        known = await profile(workspace, user);
      } catch (err) {
        log.warn({ err, user }, 'somebody could not be looked up and has no rights meanwhile');
        return { id: user, name: '', role: 'customer' };
      }
      const { name, bot, home, guest } = known;
      const mayBeListed = home && !guest && !bot;
      const onLeadRoster = mayBeListed && (await isListed('leads', workspace, user));
      const onAgentRoster = mayBeListed && (await isListed('agents', workspace, user));
      return { id: user, name, role: roleOf({ bot, home, guest, onAgentRoster, onLeadRoster }) };
    },
    async forgetPerson(workspace, user) {
      await shelf.delete(`person/${workspace}/${user}`);
    },
    async forgetRosters(workspace) {
      await shelf.delete(`roster/${workspace}/agents`);
      await shelf.delete(`roster/${workspace}/leads`);
    },
  };
}

/** `users.info`, loosely: several fields are there for some kinds of people only. */
interface SlackUser {
  readonly id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly team_id?: string;
  readonly enterprise_id?: string;
  readonly enterprise_user?: { readonly enterprise_id?: string };
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_stranger?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly profile?: { readonly real_name?: string; readonly display_name?: string };
}

function profileOf(user: SlackUser | undefined, workspace: Workspace): Profile {
  const organisation = user?.enterprise_user?.enterprise_id ?? user?.enterprise_id;
  const sameTeam = user?.team_id === workspace.id;
  const sameOrganisation = organisation !== undefined && organisation === workspace.enterprise;
  return {
    name: user?.profile?.real_name || user?.real_name || user?.profile?.display_name || '',
    bot: user?.is_bot === true || user?.id === 'USLACKBOT',
    home: (sameTeam || sameOrganisation) && user?.is_stranger !== true && user?.deleted !== true,
    guest: user?.is_restricted === true || user?.is_ultra_restricted === true,
  };
}
