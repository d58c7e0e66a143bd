import type { Json, User } from '../state.ts';
import { ApiError, type Method, page, text } from './method.ts';

export const peopleMethods: Record<string, Method> = {
  'auth.test': ({ world, install }) => ({
    url: `https://${install.domain ?? world.team.domain}.slack.com/`,
    team: install.teamName,
    user: 'warmline',
    team_id: install.teamId,
    user_id: install.botUser,
    bot_id: install.botId,
    is_enterprise_install: false,
  }),

  'users.info': ({ world, args, install }) => {
    const user = world.users.get(text(args, 'user'));
    if (!user) throw new ApiError('user_not_found');
    return { user: userBody(user, install.teamId) };
  },

  'users.list': ({ world, args }) => {
    const { items, meta } = page([...world.users.values()], args, 100, 1000);
    return { members: items.map((user) => userBody(user, world.team.id)), ...meta };
  },

  'usergroups.users.list': ({ world, args, install }) => {
    const group = install.teamId === world.team.id && world.groups.get(text(args, 'usergroup'));
    if (!group) throw new ApiError('no_such_subteam');
    return { users: group.users };
  },

  'usergroups.list': ({ world }) => ({
    usergroups: [...world.groups].map(([id, { handle, users }]) => ({
      id,
      team_id: world.team.id,
      is_usergroup: true,
      name: handle,
      handle,
      user_count: users.length,
    })),
  }),

  'team.info': ({ install, world }) => ({
    team: { id: install.teamId, name: install.teamName, domain: world.team.domain },
  }),
};

/** A member as `users.info` gives it. People of other organisations carry no locale or e-mail. */
function userBody(user: User, homeTeam: string): Json {
  const home = user.teamId === homeTeam;
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: 'Europe/Amsterdam',
    tz_label: 'Central European Time',
    tz_offset: 3600,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.bot ? '' : user.realName,
      display_name_normalized: user.bot ? '' : user.realName,
      team: user.teamId,
      ...(user.bot ? { bot_id: `B${user.id.slice(1)}`, api_app_id: 'A0FAKE' } : {}),
    },
    is_bot: user.bot,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(home
      ? {
          is_admin: false,
          is_owner: false,
          is_primary_owner: false,
          is_restricted: user.guest !== 'no',
          is_ultra_restricted: user.guest === 'single',
        }
      : { is_stranger: false }),
  };
}
