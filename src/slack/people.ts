import type { Log, Shelf } from '../desk/ports.ts';
import { type Person, roleOf } from '../support/roles.ts';
import type { SlackConfig } from './config.ts';
import { asking } from './errors.ts';
import type { HomeWorkspace } from './home-workspace.ts';
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

/** What one workspace says of somebody, as far as rights depend on it. */
interface Profile {
  readonly name: string;
  readonly bot: boolean;
  /** Where they belong. */
  readonly team: string;
  readonly organisation?: string;
  /** They have left, or the workspace does not know them. */
  readonly gone: boolean;
  readonly guest: boolean;
}

/** Milliseconds. A guest flag or a removal counts within this time; changes of rosters are announced by events. */
const PROFILE_LIFE = 10 * 60_000;
const ROSTER_LIFE = 10 * 60_000;

export function createPeople(
  config: SlackConfig,
  shelf: Shelf<Profile | readonly string[]>,
  home: HomeWorkspace,
  log: Log,
): People {
  async function profile(workspace: Workspace, user: string): Promise<Profile> {
    const key = `profile/${workspace.id}/${user}`;
    const kept = (await shelf.get(key)) as Profile | undefined;
    if (kept) return kept;
    const found = await asking(() => workspace.client.users.info({ user }));
    const made = profileOf(found.user);
    await shelf.set(key, made, PROFILE_LIFE);
    return made;
  }

  /**
   * Where somebody writes says which workspace they belong to; only their own says whether they are a guest there. So
   * the team's people are looked up at home, wherever they write.
   */
  async function look(
    workspace: Workspace,
    user: string,
  ): Promise<{ known: Profile; team: Workspace | undefined }> {
    const team = await home.known();
    const seen = await profile(workspace, user);
    if (!team || !belongs(seen, team)) return { known: seen, team: undefined };
    const known = workspace.id === team.id ? seen : await profile(team, user);
    return { known, team: belongs(known, team) && !known.gone ? team : undefined };
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
      let found: Awaited<ReturnType<typeof look>>;
      try {
        found = await look(workspace, user);
      } catch (err) {
        log.warn({ err, user }, 'somebody could not be looked up and has no rights meanwhile');
        return { id: user, name: '', role: 'customer' };
      }
      const { name, bot, guest } = found.known;
      const team = guest || bot ? undefined : found.team;
      const onLeadRoster = team !== undefined && (await isListed('leads', team, user));
      const onAgentRoster = team !== undefined && (await isListed('agents', team, user));
      const standing = { bot, home: team !== undefined, guest, onAgentRoster, onLeadRoster };
      return { id: user, name, role: roleOf(standing) };
    },
    async forgetPerson(workspace, user) {
      await shelf.delete(`profile/${workspace}/${user}`);
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

function belongs({ team, organisation }: Profile, workspace: Workspace): boolean {
  const sameOrganisation = organisation !== undefined && organisation === workspace.enterprise;
  return team === workspace.id || sameOrganisation;
}

function profileOf(user: SlackUser | undefined): Profile {
  const organisation = user?.enterprise_user?.enterprise_id ?? user?.enterprise_id;
  return {
    name: user?.profile?.real_name || user?.real_name || user?.profile?.display_name || '',
    bot: user?.is_bot === true || user?.id === 'USLACKBOT',
    team: user?.team_id ?? '',
    ...(organisation === undefined ? {} : { organisation }),
    gone: user?.is_stranger === true || user?.deleted === true,
    guest: user?.is_restricted === true || user?.is_ultra_restricted === true,
  };
}
