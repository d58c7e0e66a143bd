import type { App } from '@slack/bolt';
import { type Json, textAt } from '../support/json.ts';
import type { Channels } from './channels.ts';
import type { HomeWorkspace } from './home-workspace.ts';
import { installationOf } from './installation.ts';
import type { People } from './people.ts';
import type { TriageChannel } from './triage-channel.ts';
import type { Workspaces } from './workspaces.ts';

/** Events after which something we remember is no longer so. */
export function listenToUpkeep(
  app: App,
  parts: {
    readonly people: People;
    readonly channels: Channels;
    readonly workspaces: Workspaces;
    readonly home: HomeWorkspace;
    readonly triage: TriageChannel;
    /** The workspace removed the app, or took its token back. */
    readonly uninstalled: (installation: string) => Promise<void>;
  },
): void {
  const { people, channels, workspaces, home, triage } = parts;
  const where = (body: unknown) => installationOf(body as Json);

  app.event('user_change', async ({ event, body }) => {
    await people.forgetPerson(where(body), event.user.id);
  });
  for (const type of ['subteam_updated', 'subteam_members_changed'] as const) {
    app.event(type, ({ body }) => people.forgetRosters(where(body)));
  }
  for (const type of ['member_joined_channel', 'member_left_channel'] as const) {
    app.event(type, async ({ event, body }) => {
      if (!channels.isTriage(event.channel)) return;
      await people.forgetRosters(where(body));
      // It may be the bot itself that was invited.
      await home.lookAgain();
      await triage.look();
    });
  }
  for (const type of ['channel_shared', 'channel_unshared'] as const) {
    app.event(type, async ({ event }) => {
      if (channels.isTriage(await channels.known(event.channel))) await triage.look();
    });
  }
  app.event('channel_id_changed', async ({ event }) => {
    await channels.renamed(event.old_channel_id, event.new_channel_id);
    if (channels.isTriage(await channels.known(event.new_channel_id))) await triage.look();
  });
  app.event('app_uninstalled', ({ body }) => gone(body));
  app.event('tokens_revoked', ({ event, body }) => {
    const bots = (event as { tokens?: { bot?: string[] } }).tokens?.bot ?? [];
    return bots.length === 0 ? Promise.resolve() : gone(body);
  });

  async function gone(body: unknown): Promise<void> {
    const installation = where(body) || textAt(body, 'enterprise_id');
    workspaces.forget(installation);
    await parts.uninstalled(installation);
  }
}
