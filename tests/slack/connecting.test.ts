import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/desk/clock.ts';
import { createDesk } from '../../src/desk/desk.ts';
import { PlatformError } from '../../src/desk/ports.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { createSlack } from '../../src/slack/slack.ts';
import { people, places } from '../fake-slack/cast.ts';
import { startFakeSlack } from '../fake-slack/fake-slack.ts';
import { charts, testLog } from '../test-desk.ts';
import { openSlack } from './open.ts';

const CHANNELS = {
  supportChannels: [places.support],
  triageChannel: places.triage,
  agents: [],
  leads: [],
};

const handbook = await loadHandbook();

/** A desk that has never met Slack. */
async function openDesk() {
  const parts = { handbook, clock: systemClock, log: testLog() };
  return createDesk({ store: openSqlite(':memory:'), ...parts });
}

describe('connecting to Slack', () => {
  it('refuses to start with a token that Slack refuses, and says what to do', async () => {
    await using desk = await openDesk();
    await using slack = await startFakeSlack();
    const config = {
      ...CHANNELS,
      botToken: 'xoxb-wrong',
      signingSecret: 'x',
      apiUrl: slack.apiUrl,
    };
    const starting = createSlack({
      config,
      desk,
      handbook,
      charts,
      clock: systemClock,
      log: testLog(),
    });
    await expect(starting).rejects.toThrow(PlatformError);
    await expect(starting).rejects.toThrow(/SLACK_BOT_TOKEN/);
  });

  it('starts while Slack is away, is not ready, and becomes ready by itself', async () => {
    await using desk = await openDesk();
    await using slack = await startFakeSlack();
    slack.misbehave({ method: 'auth.test', how: { status: 503 } });
    const config = {
      ...CHANNELS,
      botToken: slack.botToken,
      signingSecret: 'x',
      apiUrl: slack.apiUrl,
    };
    await using door = await createSlack({
      config,
      desk,
      handbook,
      charts,
      clock: systemClock,
      log: testLog(),
    });
    expect(door.ready()).toBe(false);
    await vi.waitFor(() => expect(door.ready()).toBe(true));
  });

  it('knows who it is after a restart while Slack is away', async () => {
    await using open = await openSlack();
    const log = testLog();
    open.slack.misbehave({ method: 'auth.test', times: 99, how: { status: 503 } });
    const config = {
      ...CHANNELS,
      botToken: open.slack.botToken,
      signingSecret: 'x',
      apiUrl: open.slack.apiUrl,
    };
    await using door = await createSlack({
      config,
      desk: open.desk,
      handbook,
      charts,
      clock: open.clock,
      log,
    });
    expect(door.ready()).toBe(true);
    expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });

  it.each(['refresh_requested', 'warning'] as const)(
    'comes back when Slack closes the socket (%s), and hears what was written meanwhile',
    async (reason) => {
      await using open = await openSlack({
        socketMode: true,
        fake: { retryDelays: [100, 200, 400] },
      });
      open.slack.sockets.disconnect(reason);
      await open.slack.writes(people.nora, places.support, 'My invoice was charged twice');
      await vi.waitFor(() => expect(open.rig.door.ready()).toBe(true));
      await open.slack.courier.settled();
      await open.pass(30_000);
      expect(await open.rig.cards()).toHaveLength(1);
    },
  );

  it('answers commands and refuses an empty reply over the socket as over HTTP', async () => {
    await using open = await openSlack({ socketMode: true, policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'My invoice was charged twice');
    await open.pass(30_000);
    await open.slack.commands(people.ada, places.triage, '/support queue');
    expect(open.slack.world.ephemerals[0]!.text).toContain('Nora Customer');
    await open.rig.presses('Ada Agent', 'edit', { text: '   ' });
    const [view] = open.slack.world.views.values();
    expect(view!.open).toBe(true);
    await open.rig.presses('Ada Agent', 'edit', { text: 'Done, Nora.' });
    await open.settle();
    expect((await open.rig.customerSees()).map((one) => one.text)).toEqual(['Done, Nora.']);
  });

  it('hangs up when it is told to stop, stays so, and decides what it has acknowledged', async () => {
    await using open = await openSlack({ socketMode: true });
    await open.slack.writes(people.nora, places.support, 'My invoice was charged twice');
    await open.rig.door.hangUp();
    open.clock.advance(60_000);
    expect(open.rig.door.ready()).toBe(false);
    await open.settle();
    expect(await open.rig.cards()).toHaveLength(1);
  });

  it('comes back when the socket is cut and Slack refuses it for a while', async () => {
    await using open = await openSlack({ socketMode: true });
    open.slack.misbehave({
      method: 'apps.connections.open',
      times: 2,
      how: { error: 'internal_error' },
    });
    open.slack.sockets.cut();
    await vi.waitFor(() => expect(open.rig.door.ready()).toBe(false));
    await vi.waitFor(() => {
      open.clock.advance(1_000);
      expect(open.rig.door.ready()).toBe(true);
    });
    await open.rig.writes('Nora Customer', 'My invoice was charged twice');
  });
});
