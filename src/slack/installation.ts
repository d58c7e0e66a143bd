import { at, type Json, listAt, textAt } from '../support/json.ts';

/** The installation that an event or interaction came through: a workspace, or an organisation that installed for all. */
export function installationOf(body: Json): string {
  const [first] = listAt(body, 'authorizations');
  if (at(first, 'is_enterprise_install') === true) return textAt(first, 'enterprise_id');
  if (at(body, 'is_enterprise_install') === true) return textAt(body, 'enterprise', 'id');
  return (
    textAt(first, 'team_id') ||
    textAt(body, 'context_team_id') ||
    textAt(body, 'view', 'app_installed_team_id') ||
    textAt(body, 'team', 'id') ||
    textAt(body, 'team_id') ||
    textAt(body, 'user', 'team_id')
  );
}
