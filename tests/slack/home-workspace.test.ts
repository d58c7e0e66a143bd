import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../src/support/roles.ts';
import { customerTeam, homeTeam, people, places } from '../fake-slack/cast.ts';
import {
  dora,
  openCustomerCompany,
  theirChannel,
  theirInstall,
} from '../fake-slack/customer-company.ts';
import { envelope } from '../fake-slack/events.ts';
import { pressables, wordsOf } from '../fake-slack/reading.ts';
import type { Channel, Json } from '../fake-slack/state.ts';
import { FOR_MANY_WORKSPACES, HOME, installIn } from './installing.ts';
import { type OpenSlack, openSlack } from './open.ts';

const HALF_A_MINUTE = 30_000;

let open: OpenSlack;

beforeEach(async () => {
  open = await openSlack({
    policy: { acknowledge: false },
    config: {
      ...FOR_MANY_WORKSPACES,
      supportChannels: [places.support, theirChannel],
      agents: [people.ada, people.sam, people.gus, dora],
    },
  });
  openCustomerCompany(open.slack.world);
});
afterEach(() => open[Symbol.asyncDispose]());

const writes = (who: string, text: string) => open.slack.writes(who, theirChannel, text);
const theirThread = (root: string) => open.slack.messages(theirChannel, root).map(wordsOf);
const tokensOf = (method: string, channel: string) =>
  open.slack.calls
    .filter((call) => call.method === method && call.args['channel'] === channel)
    .map((call) => call.token);

/** Nora has written in her company's workspace, and the card is there. Her message's id. */
async function asks(text = 'My invoice was charged twice'): Promise<string> {
  const { ts } = await writes(people.nora, text);
  await open.pass(HALF_A_MINUTE);
  expect(await open.rig.cards()).toHaveLength(1);
  return ts;
}

/** Time in short steps: whoever waits looks again several times. */
async function waits(minutes: number): Promise<void> {
  for (let step = 0; step < 4 * minutes; step++) await open.pass(15_000);
}

/** What Slack would send of the last press on a button, had somebody else made it, and elsewhere. */
async function forges(button: string, user: string, team: string) {
  const [card] = open.slack.roots(places.triage);
  const shown = [card!, ...open.slack.messages(places.triage, card!.ts)];
  const { element } = shown
    .flatMap((message) => pressables(message.blocks))
    .find((one) => one.actionId === button)!;
  const payload: Json = {
    type: 'block_actions',
    api_app_id: open.slack.world.app.id,
    team: { id: team, domain: 'x' },
    user: { id: user, team_id: customerTeam },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: open.slack.newTrigger(user),
    response_url: `${open.slack.url}/actions/none`,
    container: { type: 'message', message_ts: card!.ts, channel_id: theirChannel },
    channel: { id: theirChannel, name: 'help' },
    actions: [{ type: 'button', action_id: button, value: element['value'], action_ts: '1.1' }],
  };
  return open.slack.courier.send({ kind: 'interactive', payload });
}

describe('a company that installed the app in its own workspace', () => {
  beforeEach(async () => {
    await installIn(open, HOME);
    await installIn(open, theirInstall);
  });

  it('is answered there with its own token, from a card in the home workspace', async () => {
    const root = await asks();
    const [card] = await open.rig.cards();
    expect(card!.text).toContain('customer-inc.slack.com');
    expect(card!.text).toContain('charged twice');
    await open.rig.presses('Ada Agent', 'edit', { text: 'Done, Nora: one charge is refunded.' });
    await open.settle();
    expect(theirThread(root)).toEqual(['Done, Nora: one charge is refunded.']);
    expect(new Set(tokensOf('chat.postMessage', theirChannel))).toEqual(
      new Set([theirInstall.token]),
    );
    const inTriage = ['chat.postMessage', 'chat.update'].flatMap((m) => tokensOf(m, places.triage));
    expect(new Set(inTriage)).toEqual(new Set([HOME.token]));
    expect((await open.rig.cards())[0]!.text).toContain('Ada Agent edited and sent the reply');
  });

  it('hears with one press on Send, and the agent who came late is told alone, at home', async () => {
    const root = await asks();
    await open.rig.presses('Ada Agent', 'send');
    await open.rig.presses('Sam Agent', 'send');
    await open.settle();
    expect(theirThread(root)).toHaveLength(1);
    expect(await open.rig.told('Sam Agent')).toHaveLength(1);
    expect(tokensOf('chat.postEphemeral', places.triage)).toEqual([HOME.token]);
  });

  it('gets a promise of an answer in its own thread', async () => {
    await open[Symbol.asyncDispose]();
    open = await openSlack({
      config: { ...FOR_MANY_WORKSPACES, supportChannels: [theirChannel] },
    });
    openCustomerCompany(open.slack.world);
    await installIn(open, theirInstall);
    await installIn(open, HOME);
    const { ts } = await writes(people.nora, 'My invoice was charged twice');
    await open.pass(HALF_A_MINUTE);
    expect(theirThread(ts)).toHaveLength(1);
    expect(tokensOf('chat.postMessage', theirChannel)).toEqual([theirInstall.token]);
  });

  it.each([
    ['in its own workspace', customerTeam],
    ['beside the card itself', homeTeam],
  ])('reaches nothing by pressing a button of ours %s', async (_, team) => {
    const root = await asks();
    const before = await open.rig.under(0);
    for (const button of ['send', 'edit', 'regenerate', 'resolve', 'take-over']) {
      for (const user of [dora, people.nora]) {
        expect((await forges(button, user, team)).status).toBe(200);
      }
    }
    await open.settle();
    expect(theirThread(root)).toEqual([]);
    expect(await open.rig.under(0)).toEqual(before);
    expect(open.slack.world.views.size).toBe(0);
    expect(open.slack.world.ephemerals).toEqual([]);
    const [conversation] = await open.desk.waiting();
    expect(conversation!.deeds).toEqual([]);
  });

  it('reaches nothing either when an agent of ours presses there', async () => {
    const root = await asks();
    await forges('send', people.ada, customerTeam);
    await forges('edit', people.ada, customerTeam);
    await open.settle();
    expect(theirThread(root)).toEqual([]);
    // Her own press at home comes after it, and its dialog is the only one.
    await open.rig.presses('Ada Agent', 'edit', { text: 'Done, Nora.' });
    const opened = open.slack.calls.filter((call) => call.method === 'views.open');
    expect(opened.map((call) => call.token)).toEqual([HOME.token]);
  });

  it('gets one reply when the connection broke while it was sent', async () => {
    const root = await asks();
    open.slack.misbehave({
      method: 'chat.postMessage',
      when: (args) => args['channel'] === theirChannel,
      how: 'accept-then-drop',
    });
    await open.rig.presses('Ada Agent', 'send');
    await waits(1);
    expect(theirThread(root)).toHaveLength(1);
    expect(tokensOf('conversations.replies', theirChannel)).toEqual([theirInstall.token]);
  });

  it('sees its card kept up when it has removed the app, and the agent learns why a reply fails', async () => {
    await asks();
    const goodbye = envelope(
      open.slack.world,
      { type: 'app_uninstalled' },
      open.slack.world.channels.get(theirChannel),
    );
    expect((await open.slack.deliver(goodbye)).status).toBe(200);
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    const under = (await open.rig.under(0)).map((one) => one.text).join('\n');
    expect(under).toContain('not installed in the Slack workspace');
  });

  it.each<[string, string, Role]>([
    ['a member of that company', people.nora, 'customer'],
    ['one of them who is on our list of agents by mistake', dora, 'customer'],
    ['an agent of ours, in their channel by Slack Connect', people.ada, 'agent'],
    ['a colleague of ours, in their channel by Slack Connect', people.cole, 'colleague'],
    ['a guest of ours, in their channel by Slack Connect', people.gus, 'customer'],
  ])('has %s taken for what they are', async (_, user, role) => {
    const { ts } = await writes(user, 'My invoice is wrong');
    await open.settle();
    const { payload } = open.slack.courier.sent.find(
      ({ parcel }) => (parcel.payload['event'] as Json | undefined)?.['ts'] === ts,
    )!.parcel;
    const understood = await open.rig.door.understand({
      id: 'x',
      platform: 'slack',
      lane: 'x',
      body: JSON.stringify(payload),
    });
    const event = 'event' in understood ? understood.event : undefined;
    expect(event && 'message' in event && event.message).toMatchObject({ author: { role } });
  });
});

describe('which workspace is home', () => {
  const shared = () => {
    const { channels } = open.slack.world;
    const triage = channels.get(places.triage)!;
    triage.members.add(theirInstall.botUser);
    const both: Channel = { ...triage, shared: true, teams: [homeTeam, customerTeam] };
    channels.set(places.triage, both);
  };

  it('is never a customer’s that installed the app first: until ours has it, everything waits', async () => {
    await installIn(open, theirInstall);
    await writes(people.nora, 'My invoice was charged twice');
    await waits(10);
    expect(open.slack.roots(places.triage)).toEqual([]);
    expect(open.slack.messages(theirChannel)).toHaveLength(1);
    const remedy = open.log.lines.find((line) => JSON.stringify(saidIn(line)).includes('/invite'));
    expect(saidIn(remedy!)).toContain(`triage channel ${places.triage}`);
    await installIn(open, HOME);
    await waits(1);
    expect(await open.rig.cards()).toHaveLength(1);
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('shows itself when the bot is invited to the triage channel', async () => {
    const { world } = open.slack;
    const bot = world.installs.values().next().value!.botUser;
    world.channels.get(places.triage)!.members.delete(bot);
    await installIn(open, HOME);
    await installIn(open, theirInstall);
    await writes(people.nora, 'My invoice was charged twice');
    await waits(1);
    expect(open.slack.roots(places.triage)).toEqual([]);
    expect((await open.slack.joins(bot, places.triage)).ok).toBe(true);
    await waits(1);
    expect(await open.rig.cards()).toHaveLength(1);
  });

  it('is found again when it was gone, and no customer’s takes its place', async () => {
    await installIn(open, theirInstall);
    await installIn(open, HOME);
    await open.slack.deliver({ type: 'app_uninstalled' });
    await writes(people.nora, 'My invoice was charged twice');
    await waits(10);
    expect(open.slack.roots(places.triage)).toEqual([]);
    await installIn(open, { ...HOME, token: 'xoxb-from-oauth-again' });
    await waits(1);
    expect(await open.rig.cards()).toHaveLength(1);
    expect(new Set(tokensOf('chat.postMessage', places.triage))).toEqual(
      new Set(['xoxb-from-oauth-again']),
    );
  });

  it('is the host’s where the triage channel is shared with a company that installed the app', async () => {
    shared();
    await installIn(open, theirInstall);
    await writes(people.nora, 'My invoice was charged twice');
    await waits(1);
    expect(open.slack.roots(places.triage)).toEqual([]);
    await installIn(open, HOME);
    await waits(1);
    expect(tokensOf('chat.postMessage', places.triage)).toEqual([]);
    expect(open.rig.door.reasons().join()).toContain('shared with another organisation');
    const { channels } = open.slack.world;
    channels.set(places.triage, { ...channels.get(places.triage)!, shared: false });
    await waits(2);
    await writes(people.ben, 'I cannot log in to my account');
    await waits(1);
    expect(new Set(tokensOf('chat.postMessage', places.triage))).toEqual(new Set([HOME.token]));
  });

  it('is asked about again when Slack was away', async () => {
    open.slack.misbehave({ method: 'conversations.info', times: 3, how: { status: 503 } });
    await installIn(open, HOME);
    await open.rig.writes('Nora Customer', 'My invoice was charged twice');
    await waits(1);
    expect(await open.rig.cards()).toHaveLength(1);
  });

  it('is asked about once, and the triage channel once a minute, not with every message', async () => {
    await installIn(open, HOME);
    for (const text of ['My invoice is wrong', 'And the second one too', 'Please help']) {
      await open.rig.writes('Nora Customer', text);
    }
    await waits(1);
    expect(open.slack.calls.filter((call) => call.method === 'conversations.info')).toHaveLength(2);
  });
});

describe('a workspace that never installed the app', () => {
  const theirs = (event: Json) => {
    const { world } = open.slack;
    world.installs.set(theirInstall.token, theirInstall);
    return envelope(world, event, world.channels.get(theirChannel));
  };

  it('is ignored with a reason, and asked about once', async () => {
    await installIn(open, HOME);
    const message = {
      type: 'message',
      user: people.nora,
      text: 'My invoice is wrong',
      channel: theirChannel,
      channel_type: 'group',
      ts: '1772445600.000100',
    };
    const body = theirs(message);
    expect((await open.slack.deliver(body)).status).toBe(200);
    await open.settle();
    expect(await open.desk.waiting()).toEqual([]);
    expect(open.log.lines).toEqual([]);
    const delivery = { id: 'x', platform: 'slack', lane: 'x', body: JSON.stringify(body) } as const;
    expect(await open.rig.door.understand(delivery)).toEqual({
      ignored: `the workspace ${customerTeam} does not have the app installed`,
    });
  });

  it('does not make Slack repeat its other events, presses and homes', async () => {
    await installIn(open, HOME);
    for (const event of [
      { type: 'member_joined_channel', user: dora, channel: places.triage, channel_type: 'G' },
      { type: 'user_change', user: { id: dora } },
      { type: 'app_home_opened', user: dora, channel: 'D1', tab: 'home' },
    ]) {
      expect((await open.slack.deliver(theirs(event))).status).toBe(200);
    }
    await open.rig.writes('Nora Customer', 'My invoice is wrong');
    await waits(1);
    expect((await forges('send', dora, customerTeam)).status).toBe(200);
    expect(await open.rig.customerSees()).toEqual([]);
  });
});

/** The words of what was thrown, where a line of the log has them. */
function saidIn({ facts }: { facts: object }): string {
  return String((facts as { err?: Error }).err?.message ?? '');
}
