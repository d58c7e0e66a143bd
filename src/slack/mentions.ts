import type { App } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import type { Desk, Log } from '../desk/ports.ts';
import { type Json, textAt } from '../support/json.ts';
import type { Labels } from '../support/wording.ts';
import type { Channels } from './channels.ts';
import { answerCommand, commandIn, reportIn } from './commands.ts';
import { HOME_UNREAD, renderHome, type Today } from './home.ts';
import { installationOf } from './installation.ts';
import { addresses, decode, withoutMention } from './mrkdwn.ts';
import type { People } from './people.ts';
import type { Reports } from './reports/reports.ts';
import { showIn } from './reports/showing.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

export interface MentionParts {
  readonly desk: Desk;
  readonly log: Log;
  readonly people: People;
  readonly workspaces: Workspaces;
  readonly channels: Channels;
  readonly labels: Labels;
  readonly reports: Reports;
}

/** Commands by mention or direct message, and the App Home. They only read, and answer one person. */
export function listenToMentions(app: App, parts: MentionParts): void {
  const { desk, log, people, workspaces, channels, labels, reports } = parts;

  async function answer(event: Json, workspace: Workspace, direct: boolean): Promise<void> {
    const words = textAt(event, 'text');
    const user = textAt(event, 'user');
    if (!direct && !addresses(words, workspace.botUser)) return;
    const person = await people.person(workspace, user);
    const spoken = decode(words, workspace.botUser);
    if (commandIn(spoken, person.role, direct) === undefined) return;
    const channel = textAt(event, 'channel');
    const thread = textAt(event, 'thread_ts');
    // What narrows a report names people and channels by their ids.
    const report = reportIn(withoutMention(words, workspace.botUser));
    if (report !== undefined) {
      const here = showIn(workspace.client, channel, { thread, ...(direct ? {} : { user }) });
      return reports.answer({ words: report, person, workspace, channel }, here);
    }
    const known = await channels.known(channel);
    const asking = {
      words: spoken,
      // Cards are found where they were posted, conversations where we know their channel.
      channel: channels.isTriage(known) ? channel : known,
      thread: direct ? '' : thread,
    };
    const said = await answerCommand(asking, person, desk, { ...workspace, labels }, log);
    const inThread = thread === '' ? {} : { thread_ts: thread };
    const quiet = { unfurl_links: false, unfurl_media: false };
    if (direct)
      await workspace.client.chat.postMessage({ channel, ...inThread, ...said, ...quiet });
    else await workspace.client.chat.postEphemeral({ channel, user, ...inThread, ...said });
  }

  app.event('app_mention', async ({ event, body }) => {
    const workspace = await workspaces.of(installationOf(body as unknown as Json));
    await answer(event as unknown as Json, workspace, false);
  });

  app.event('message', async ({ event: raw, body }) => {
    const event = raw as unknown as Json;
    const written = textAt(event, 'subtype') === '' && !event['bot_id'];
    if (!written || textAt(event, 'channel_type') !== 'im') return;
    await answer(event, await workspaces.of(installationOf(body as unknown as Json)), true);
  });

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const workspace = await workspaces.of(installationOf(body as unknown as Json));
    const publish = (view: HomeView) =>
      workspace.client.views.publish({ user_id: event.user, view });
    try {
      const person = await people.person(workspace, event.user);
      const show = async (today: Today) =>
        publish(await renderHome(person, desk, { ...workspace, labels }, today));
      // Whoever waits is shown at once, whatever a report takes.
      await show({ is: 'being counted' });
      if (person.role === 'lead') await show(await reports.today(person));
    } catch (error) {
      await publish(HOME_UNREAD);
      throw error;
    }
  });
}
