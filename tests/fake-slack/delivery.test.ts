import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people, places } from './cast.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { pressables, wordsOf } from './reading.ts';
import { silent } from './silent.ts';
import type { Json } from './state.ts';

/** A small Bolt app that does a bit of everything; what it heard is in `heard`. */
function teach(app: App, heard: string[]): void {
  const button = {
    type: 'actions' as const,
    elements: [
      {
        type: 'button' as const,
        action_id: 'edit',
        value: 'draft-1',
        text: { type: 'plain_text' as const, text: 'Edit' },
      },
    ],
  };
  app.message('draft', async ({ message, say }) => {
    heard.push(`message ${(message as { text?: string }).text}`);
    await say({ text: 'a draft', blocks: [button] });
  });
  app.event('app_mention', async ({ event }) => void heard.push(`mention ${event.user}`));
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'Your queue' } } as const];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
  app.action('edit', async ({ ack, body, client, action }) => {
    await ack();
    heard.push(`press ${(action as { value?: string }).value} by ${body.user.team_id}`);
    const view = {
      type: 'modal' as const,
      callback_id: 'edited',
      title: { type: 'plain_text' as const, text: 'Edit' },
      submit: { type: 'plain_text' as const, text: 'Send' },
      blocks: [
        {
          type: 'input' as const,
          label: { type: 'plain_text' as const, text: 'Reply' },
          element: { type: 'plain_text_input' as const, action_id: 'words', initial_value: 'hi' },
        },
      ],
    };
    await client.views.open({ trigger_id: (body as { trigger_id: string }).trigger_id, view });
  });
  app.view('edited', async ({ ack, view }) => {
    const block = view.blocks[0]!.block_id!;
    const words = view.state.values[block]!['words']!.value!;
    if (words === 'no') await ack({ response_action: 'errors', errors: { [block]: 'Not that.' } });
    else await ack();
    heard.push(`submit ${words}`);
  });
  app.command('/support', async ({ command, ack, respond }) => {
    await ack('One moment');
    await respond({ text: `You asked for ${command.text}` });
  });
  app.shortcut('draft_reply', async ({ ack, body }) => {
    await ack();
    heard.push(`shortcut on ${(body as unknown as { message: { text: string } }).message.text}`);
  });
}

let slack: FakeSlack;
let heard: string[];
let stop: () => Promise<unknown>;

async function startHttpApp(): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: silent });
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const app = new App({ receiver, token: slack.botToken, clientOptions, logger: silent });
  teach(app, heard);
  const server = await receiver.start(0);
  slack.courier.botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  stop = () => {
    server.closeAllConnections();
    return receiver.stop();
  };
}

async function startSocketApp(): Promise<void> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: 200,
    logger: silent,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const app = new App({ receiver, token: slack.botToken, clientOptions, logger: silent });
  teach(app, heard);
  await app.start();
  await slack.sockets.connected();
  stop = () => app.stop();
}

beforeEach(() => {
  heard = [];
});
afterEach(async () => {
  await stop();
  await slack.close();
});

describe.each([
  ['HTTP', startHttpApp],
  ['Socket Mode', startSocketApp],
])('a Bolt app behind the fake Slack over %s', (_, start) => {
  beforeEach(async () => {
    slack = await startFakeSlack();
    await start();
  });

  it('hears people and answers where they wrote', async () => {
    const { ok } = await slack.writes(people.nora, places.support, 'a draft please');
    expect(ok).toBe(true);
    await expect.poll(() => slack.roots(places.support).at(-1)?.text).toBe('a draft');
    expect(heard).toEqual(['message a draft please']);
  });

  it('gets a mention as a second event with the same timestamp', async () => {
    const { acks } = await slack.writes(people.nora, places.support, '<@U0WARMLINE1> hello');
    expect(acks).toHaveLength(2);
    await expect.poll(() => heard).toEqual([`mention ${people.nora}`]);
    const inner = slack.courier.sent.map(({ parcel }) => parcel.payload['event'] as Json);
    expect(inner.map((event) => event['type'])).toEqual(['message', 'app_mention']);
    expect(inner[0]!['ts']).toBe(inner[1]!['ts']);
  });

  it('takes a press through a modal to a submission, errors shown on the way', async () => {
    await slack.writes(people.nora, places.support, 'draft');
    await expect.poll(() => slack.roots(places.support)).toHaveLength(2);
    const card = slack.roots(places.support)[1]!;
    expect(pressables(card.blocks).map((one) => one.label)).toEqual(['Edit']);
    const press = await slack.presses(people.ada, card, 'edit', { overrideValue: 'tampered' });
    expect(press.ok).toBe(true);
    await expect.poll(() => slack.world.views.size).toBe(1);
    const [view] = slack.world.views.values();
    const refused = await slack.submits(people.ada, view!.id, { words: 'no' });
    expect(Object.values(refused.errors!)).toEqual(['Not that.']);
    expect(view!.open).toBe(true);
    await slack.submits(people.ada, view!.id);
    expect(view!.open).toBe(false);
    expect(heard.slice(1)).toEqual(['press tampered by T0HOME00001', 'submit no', 'submit hi']);
  });

  it('answers a command in private, at once and later', async () => {
    await slack.commands(people.lea, places.triage, '/support queue');
    await expect
      .poll(() => slack.world.ephemerals.map((one) => [one.user, one.text, one.by]))
      .toEqual([
        [people.lea, 'One moment', 'command'],
        [people.lea, 'You asked for queue', 'response_url'],
      ]);
    await expect(slack.commands(people.nora, places.support, '/support')).rejects.toThrow(
      'members',
    );
  });

  it('hears shortcuts and opens homes', async () => {
    const { ts } = await slack.writes(people.nora, places.support, 'my words');
    await slack.shortcuts(people.sam, 'draft_reply', { channel: places.support, ts });
    expect(heard).toEqual(['shortcut on my words']);
    await slack.opensHome(people.sam);
    await expect.poll(() => slack.world.homes.get(people.sam)).toBeDefined();
    const home = slack.world.homes.get(people.sam)!;
    expect(wordsOf({ text: '', blocks: home.content.blocks })).toBe('Your queue');
  });

  it('tells of edits, deletions and tombstones', async () => {
    const message = async (text: string) => {
      const { ts } = await slack.writes(people.nora, places.support, text);
      return { channel: places.support, ts };
    };
    const edited = await message('one');
    await slack.edits(people.nora, edited, 'two');
    await slack.deletes(people.nora, edited);
    const root = await message('root');
    await slack.writes(people.ben, places.support, 'reply', { thread: root.ts });
    await slack.deletes(people.nora, root);
    const inner = slack.courier.sent.map(({ parcel }) => parcel.payload['event'] as Json);
    expect(inner[1]).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'two', edited: { user: people.nora } },
      previous_message: { text: 'one' },
    });
    expect(inner[2]).toMatchObject({ subtype: 'message_deleted', deleted_ts: edited.ts });
    expect(inner[4]).toMatchObject({ thread_ts: root.ts, parent_user_id: people.nora });
    expect(inner[5]).toMatchObject({ message: { subtype: 'tombstone' } });
    expect(slack.messages(places.support).map((one) => one.text)).toEqual(['reply']);
  });
});

describe('delivery over HTTP', () => {
  beforeEach(async () => {
    slack = await startFakeSlack({ patience: 300, retryDelays: [0, 0, 0], echo: false });
    await startHttpApp();
  });

  it('is refused by Bolt when forged, stale or unsigned', async () => {
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message' } });
    const json = { 'content-type': 'application/json' };
    const good = await slack.courier.post(body, { ...json, ...slack.sign(body) });
    expect(good.status).toBe(200);
    const forged = await slack.courier.post(`${body} `, { ...json, ...slack.sign(body) });
    const stale = slack.sign(body, Date.now() - 6 * 60_000);
    const late = await slack.courier.post(body, { ...json, ...stale });
    const unsigned = await slack.courier.post(body, json);
    expect([forged.status, late.status, unsigned.status]).toEqual([401, 401, 401]);
  });

  it('is repeated three times when the bot fails, with the reason, and given up', async () => {
    const seen: (string | undefined)[] = [];
    const { createServer } = await import('node:http');
    const failing = createServer((request, response) => {
      seen.push(request.headers['x-slack-retry-num'] as string | undefined);
      response.writeHead(503).end();
    });
    await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve));
    slack.courier.botUrl = `http://127.0.0.1:${(failing.address() as AddressInfo).port}/`;
    const { ok } = await slack.writes(people.nora, places.support, 'anyone?');
    await slack.courier.settled();
    failing.closeAllConnections();
    failing.close();
    expect(ok).toBe(false);
    expect(seen).toEqual([undefined, '1', '2', '3']);
  });

  it('gives up waiting for a bot that says nothing', async () => {
    const { createServer } = await import('node:net');
    const mute = createServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    slack.courier.botUrl = `http://127.0.0.1:${(mute.address() as AddressInfo).port}/`;
    const ack = await slack.deliver({ type: 'message', channel: places.support });
    expect(ack).toMatchObject({ ok: false, status: 0 });
    mute.close();
  });
});

describe('Socket Mode', () => {
  beforeEach(async () => {
    slack = await startFakeSlack();
    await startSocketApp();
  });

  it('survives a refresh: the client comes back and hears again', async () => {
    slack.sockets.disconnect('refresh_requested');
    await expect.poll(() => slack.sockets.count()).toBe(0);
    await slack.sockets.connected();
    await slack.writes(people.nora, places.support, 'a draft again');
    expect(heard).toEqual(['message a draft again']);
  });
});
