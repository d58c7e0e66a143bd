import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesk, type RunningDesk } from '../../src/desk/desk.ts';
import { PlatformError } from '../../src/desk/ports.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { renderCard } from '../../src/slack/card.ts';
import type { SlackConfig } from '../../src/slack/config.ts';
import { createSlack } from '../../src/slack/slack.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { groups, people, places } from '../fake-slack/cast.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/fake-slack.ts';
import type { Channel } from '../fake-slack/state.ts';
import { charts, type TestLog, testLog } from '../test-desk.ts';
import { aConversation } from './cast.ts';
import { type OpenSlack, openSlack } from './open.ts';

const handbook = await loadHandbook();

function change(slack: FakeSlack, id: string, how: Partial<Channel>): void {
  const { channels } = slack.world;
  channels.set(id, { ...channels.get(id)!, ...how });
}

const saidBy = (log: TestLog, level: 'warn' | 'error') =>
  log.lines.filter((line) => line.level === level).map((line) => line.text);

describe('starting with Slack', () => {
  let slack: FakeSlack;
  let desk: RunningDesk;
  let clock: ManualClock;
  let log: TestLog;
  beforeEach(async () => {
    slack = await startFakeSlack();
    clock = manualClock();
    log = testLog();
    desk = createDesk({ store: openSqlite(':memory:'), handbook, clock, log });
  });
  afterEach(async () => {
    await desk[Symbol.asyncDispose]();
    await slack.close();
  });

  const start = (config: Partial<SlackConfig> = {}) => {
    const usual: SlackConfig = {
      botToken: slack.botToken,
      signingSecret: 'x',
      apiUrl: slack.apiUrl,
      supportChannels: [places.support],
      triageChannel: places.triage,
      agents: [],
      leads: [],
    };
    return createSlack({ config: { ...usual, ...config }, desk, handbook, charts, clock, log });
  };

  it.each([
    ['is shared with customers', { shared: true }],
    ['is about to be shared with customers', { pendingShare: true }],
  ])('is refused with a remedy when the triage channel %s', async (_, how) => {
    change(slack, places.triage, how);
    const starting = start();
    await expect(starting).rejects.toThrow(PlatformError);
    await expect(starting).rejects.toThrow(
      /shared with another organisation.*SLACK_TRIAGE_CHANNEL/,
    );
  });

  it('warns the team when everybody in the workspace can read the triage channel', async () => {
    change(slack, places.triage, { kind: 'public' });
    await using door = await start();
    expect(door.ready()).toBe(true);
    expect(saidBy(log, 'warn')).toEqual([expect.stringMatching(/public.*Make it private/)]);
  });

  it.each([
    ['the bot was not invited to its private channel', { members: new Set<string>() }, '/invite'],
    [
      'the bot was not invited to its public channel',
      { kind: 'public' as const, members: new Set<string>() },
      '/invite @Warmline',
    ],
    ['it is archived', { archived: true }, 'Unarchive it'],
  ])(
    'says what to do about the triage channel when %s, and is ready once it is mended',
    async (_, how, remedy) => {
      const before = { ...slack.world.channels.get(places.triage)! };
      change(slack, places.triage, how);
      await using door = await start();
      expect(door.ready()).toBe(false);
      expect(door.reasons()).toEqual([expect.stringContaining(remedy)]);
      expect(saidBy(log, 'error')).toEqual([expect.stringContaining(remedy)]);
      change(slack, places.triage, before);
      clock.advance(29_000);
      expect(door.ready()).toBe(false);
      clock.advance(1_000);
      await vi.waitFor(() => expect(door.ready()).toBe(true));
    },
  );

  it('goes on while Slack cannot say who reads the triage channel, and asks again', async () => {
    change(slack, places.triage, { shared: true });
    slack.misbehave({ method: 'conversations.info', how: { status: 503 } });
    await using door = await start();
    expect(door.reasons()).toEqual([]);
    clock.advance(30_000);
    await vi.waitFor(() => expect(door.reasons().join()).toContain('Stop sharing it'));
  });

  it('is not ready while the app lacks the right to ask about the triage channel', async () => {
    slack.misbehave({ method: 'conversations.info', how: { error: 'missing_scope' } });
    await using door = await start();
    expect(door.reasons()).toEqual([expect.stringContaining('reinstall')]);
    clock.advance(30_000);
    await vi.waitFor(() => expect(door.ready()).toBe(true));
  });

  it('checks channels and people once Slack is there, if it was away', async () => {
    slack.misbehave({ method: 'auth.test', how: { status: 503 } });
    change(slack, places.triage, { archived: true });
    await using door = await start({ leads: ['U0NOBODY001'] });
    clock.advance(1_000);
    await vi.waitFor(() => expect(door.reasons().join()).toContain('Unarchive it'));
    await vi.waitFor(() => expect(saidBy(log, 'error').join()).toContain('U0NOBODY001'));
  });

  it('says it once, however long nobody mends it', async () => {
    change(slack, places.triage, { archived: true });
    await using door = await start();
    const looks = () => slack.calls.filter((call) => call.args['channel'] === places.triage).length;
    await vi.waitFor(() => {
      clock.advance(30_000);
      expect(looks()).toBeGreaterThan(4);
    });
    expect(door.ready()).toBe(false);
    expect(saidBy(log, 'error')).toHaveLength(1);
  });

  it('names each support channel in which customers would not be heard, and what to do', async () => {
    change(slack, places.support, { members: new Set() });
    change(slack, places.elsewhere, { archived: true });
    const supportChannels = [places.support, places.elsewhere, 'C0NOWHERE01'];
    await using door = await start({ supportChannels });
    expect(door.ready()).toBe(true);
    expect(saidBy(log, 'error')).toEqual([
      expect.stringMatching(/C0SUPPORT01.*\/invite/),
      expect.stringMatching(/C0ELSEWHERE is archived.*Unarchive/),
      expect.stringMatching(/C0NOWHERE01.*channel id/),
    ]);
  });

  it('names each agent and lead whom Slack does not know', async () => {
    await using door = await start({
      agents: [people.ada, 'U0NOBODY001', groups.agents],
      leads: ['S0NOBODIES1'],
    });
    expect(door.ready()).toBe(true);
    expect(saidBy(log, 'error')).toEqual([
      expect.stringMatching(/no person U0NOBODY001.*SLACK_AGENTS/),
      expect.stringMatching(/no user group S0NOBODIES1.*SLACK_LEADS/),
    ]);
  });

  it('is refused with a remedy when Slack refuses the app token', async () => {
    const starting = start({ appToken: 'xapp-wrong' });
    await expect(starting).rejects.toThrow(PlatformError);
    await expect(starting).rejects.toThrow(/SLACK_APP_TOKEN/);
  });
});

describe('a triage channel that is shared with customers later', () => {
  let open: OpenSlack;
  beforeEach(async () => {
    open = await openSlack({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'My invoice was charged twice');
    await open.pass(30_000);
    change(open.slack, places.triage, { shared: true });
  });
  afterEach(() => open[Symbol.asyncDispose]());

  const later = async () => {
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(30_000);
  };

  it('gets no more cards from the moment Slack tells, and the team reads what to do', async () => {
    await open.slack.deliver({ type: 'channel_shared', channel: places.triage });
    const before = open.slack.messages(places.triage).length;
    await later();
    expect(open.slack.messages(places.triage)).toHaveLength(before);
    expect(open.rig.door.reasons().join()).toMatch(
      /shared with another organisation.*Stop sharing/,
    );
    expect(saidBy(open.log, 'error').join()).toContain('Stop sharing it');
  });

  it('gets a card only when Slack has said who reads it', async () => {
    change(open.slack, places.triage, { shared: false });
    await open.pass(60_000);
    open.slack.misbehave({ method: 'conversations.info', times: 2, how: { status: 503 } });
    await later();
    await open.pass(60_000);
    expect(await open.rig.cards()).toHaveLength(2);
  });

  it('gets no more cards after a minute when Slack’s word of it was lost', async () => {
    await open.pass(60_000);
    const before = open.slack.messages(places.triage).length;
    await later();
    expect(open.slack.messages(places.triage)).toHaveLength(before);
  });

  it('gets cards again once it is the team’s alone', async () => {
    await open.slack.deliver({ type: 'channel_shared', channel: places.triage });
    change(open.slack, places.triage, { shared: false });
    await open.slack.deliver({ type: 'channel_unshared', channel: places.triage });
    expect(open.rig.door.ready()).toBe(true);
    await later();
    expect(await open.rig.cards()).toHaveLength(2);
  });
});

describe('the card', () => {
  it('calls a category what the handbook calls it', () => {
    const where = { url: 'https://acme.slack.com/', channel: places.support };
    const labels = new Map([['billing', 'Money matters']]);
    expect(renderCard(aConversation(), where, labels).text).toContain('Money matters');
    expect(renderCard(aConversation(), where, new Map()).text).toContain('Billing');
  });

  it('is posted with the words of the handbook in use', async () => {
    await using open = await openSlack();
    await open.rig.writes('Nora Customer', 'My invoice was charged twice');
    await open.pass(30_000);
    const [one] = await open.desk.waiting();
    const label = handbook.categories.find(({ name }) => name === one!.triage!.category)!.label;
    expect((await open.rig.cards())[0]!.text).toContain(label);
  });
});
