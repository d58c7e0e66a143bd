import type { Clock } from '../desk/clock.ts';
import { createDoubts } from '../desk/doubts.ts';
import { type Log, PlatformError, type Shelf } from '../desk/ports.ts';
import { isZoneName, mayAct, type Person, roleOf } from '../support/roles.ts';
import type { SlackConfig } from './config.ts';
import { codeOf, toPlatformError } from './errors.ts';
import type { HomeWorkspace } from './home-workspace.ts';
import { type Roster, readRoster } from './rosters.ts';
import type { Workspace } from './workspaces.ts';

export interface People {
  /**
   * Who this is here. Somebody whom Slack does not know is a customer: no rights, and no name.
   * @throws PlatformError, retryable, while Slack cannot be asked: whoever it is must not be taken for somebody else.
   */
  person(workspace: Workspace, user: string): Promise<Person>;
  /** Those of them who are agents or leads; ids of other platforms are nobody's here. */
  staff(workspace: Workspace, users: readonly string[]): Promise<Person[]>;
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
  /** Where they live, as they told Slack. */
  readonly zone?: string;
}

/** Milliseconds. A guest flag or a removal counts within this time; changes of rosters are announced by events. */
const PROFILE_LIFE = 10 * 60_000;
const ROSTER_LIFE = 10 * 60_000;

/** Slack’s ways of saying that there is nobody by this id, or nobody that we may know. */
const NOBODY = new Set(['user_not_found', 'users_not_found', 'user_not_visible']);
/** Milliseconds until Slack is asked again where only somebody else can mend what is wrong. */
const PATIENCE = 15_000;

export function createPeople(
  config: SlackConfig,
  shelf: Shelf<Profile | readonly string[]>,
  home: HomeWorkspace,
  clock: Clock,
  log: Log,
): People {
  const doubts = createDoubts(clock);

  async function profile(workspace: Workspace, user: string): Promise<Profile> {
    const key = `profile/${workspace.id}/${user}`;
    const kept = (await shelf.get(key)) as Profile | undefined;
    if (kept) return kept;
    try {
      const made = profileOf(await lookUp(workspace, user));
      doubts.end(key);
      await shelf.set(key, made, PROFILE_LIFE);
      return made;
    } catch (err) {
      if (!(err instanceof PlatformError) || !doubts.remain(key)) throw err;
      log.error({ err, user }, 'Slack does not say who this is: taken for a customer');
      return profileOf(undefined);
    }
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

  /** Whoever is of the team stays of the team where a list may not be read; only the rights are gone. */
  async function isListed(roster: Roster, workspace: Workspace, user: string): Promise<boolean> {
    return isOn(roster, workspace, user).catch((err: unknown) => {
      if (!(err instanceof PlatformError) || err.retryable) throw err;
      log.warn({ err, roster }, 'a list could not be read: nobody has rights by it meanwhile');
      return false;
    });
  }

  async function person(workspace: Workspace, user: string): Promise<Person> {
    const found = await look(workspace, user);
    const { name, bot, guest, zone } = found.known;
    const team = guest || bot ? undefined : found.team;
    const onLeadRoster = team !== undefined && (await isListed('leads', team, user));
    const onAgentRoster = team !== undefined && (await isListed('agents', team, user));
    const standing = { bot, home: team !== undefined, guest, onAgentRoster, onLeadRoster };
    return { id: user, name, role: roleOf(standing), ...(zone ? { zone } : {}) };
  }

  return {
    person,
    async staff(workspace, users) {
      const ours = users.filter((user) => /^[UW][A-Z0-9]{2,}$/.test(user));
      const found = await Promise.all(ours.map((user) => person(workspace, user)));
      return found.filter(mayAct);
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
  readonly tz?: string;
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

/** @throws PlatformError, retryable, unless Slack says that there is nobody by this id. */
async function lookUp({ client }: Workspace, user: string): Promise<SlackUser | undefined> {
  try {
    const { user: found } = await client.users.info({ user });
    return found;
  } catch (cause) {
    if (NOBODY.has(codeOf(cause) ?? '')) return undefined;
    const error = toPlatformError(cause);
    if (!(error instanceof PlatformError) || error.retryable) throw error;
    const how = { retryable: true, retryAfter: PATIENCE, cause };
    throw new PlatformError('slack', `Slack does not say who ${user} is. ${error.message}`, how);
  }
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
    ...(isZoneName(user?.tz) ? { zone: user.tz } : {}),
  };
}
