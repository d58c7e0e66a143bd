import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/desk/clock.ts';
import type { Delivery } from '../../src/desk/ports.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { people, places } from '../fake-slack/cast.ts';
import { envelope } from '../fake-slack/events.ts';
import { makeSlack } from '../rigs/slack.ts';
import { charts, testLog } from '../test-desk.ts';
import { type OpenSlack, openSlack } from './open.ts';

const MINUTE = 60_000;

describe('what Slack sends over HTTP', () => {
  let open: OpenSlack;
  let kept: Delivery[];

  beforeEach(async () => {
    kept = [];
    open = await openSlack({
      desk: (real) => ({
        ...real,
        async accept(...deliveries) {
          await real.accept(...deliveries);
          kept.push(...deliveries);
        },
      }),
    });
  });
  afterEach(() => open[Symbol.asyncDispose]());

  const event = () =>
    JSON.stringify(
      envelope(open.slack.world, {
        type: 'message',
        user: people.nora,
        text: 'My invoice is wrong, please help',
        channel: places.support,
        channel_type: 'channel',
        ts: '1772445600.000100',
        event_ts: '1772445600.000100',
      }),
    );
  const post = (body: string, headers: Record<string, string>) =>
    open.slack.courier.post(body, { 'content-type': 'application/json', ...headers });
  const signed = (body: string, at?: number) => open.slack.sign(body, at);

  it('is kept and then acknowledged when Slack signed it now', async () => {
    const body = event();
    expect((await post(body, signed(body))).status).toBe(200);
    expect(kept.map((delivery) => delivery.body)).toEqual([body]);
  });

  it.each([
    [
      'signed with another secret',
      (body: string) => ({ ...signed(body), 'x-slack-signature': `v0=${'0'.repeat(64)}` }),
    ],
    ['signed over other bytes', (body: string) => signed(`${body} `)],
    [
      'signed in another scheme',
      (body: string) => ({
        ...signed(body),
        'x-slack-signature': signed(body)['x-slack-signature']!.replace('v0=', 'v1='),
      }),
    ],
    [
      'signed with a short signature',
      (body: string) => ({ ...signed(body), 'x-slack-signature': 'v0=' }),
    ],
    [
      'not signed',
      (body: string) => ({
        'x-slack-request-timestamp': signed(body)['x-slack-request-timestamp']!,
      }),
    ],
    [
      'without a time',
      (body: string) => ({ 'x-slack-signature': signed(body)['x-slack-signature']! }),
    ],
    ['without any header of Slack’s', () => ({})],
    ['signed six minutes ago', (body: string) => signed(body, open.clock.now() - 6 * MINUTE)],
    ['signed six minutes from now', (body: string) => signed(body, open.clock.now() + 6 * MINUTE)],
    [
      'with a time that is no number',
      (body: string) => ({ ...signed(body), 'x-slack-request-timestamp': 'now' }),
    ],
    [
      'with an empty time',
      (body: string) => ({ ...signed(body), 'x-slack-request-timestamp': '' }),
    ],
    [
      'with a time in exponent form',
      (body: string) => ({ ...signed(body), 'x-slack-request-timestamp': '1e9' }),
    ],
  ])('is refused when it is %s', async (_, headers) => {
    const body = event();
    expect((await post(body, headers(body))).status).toBe(401);
    expect(kept).toEqual([]);
  });

  it('is refused when it was recorded and is replayed ten minutes later', async () => {
    const body = event();
    const headers = signed(body);
    expect((await post(body, headers)).status).toBe(200);
    open.clock.advance(10 * MINUTE);
    expect((await post(body, headers)).status).toBe(401);
  });

  it('is absorbed when Slack repeats it', async () => {
    const body = event();
    for (let i = 0; i < 4; i++) expect((await post(body, signed(body))).status).toBe(200);
    await open.pass(30_000);
    expect(await open.rig.cards()).toHaveLength(1);
  });

  it.each(['', '{', 'null', '[]', '"text"', '{"type":'])(
    'is refused and logged when it is signed but is not a JSON object: %j',
    async (body) => {
      expect((await post(body, signed(body))).status).toBe(400);
      expect(kept).toEqual([]);
      expect(open.log.lines.at(-1)?.text).toContain('not JSON');
    },
  );

  it('is refused when it is larger than anything Slack sends', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    const { status } = await post(body, signed(body));
    expect([413, 0]).toContain(status);
    expect(kept).toEqual([]);
  });

  it('gets its challenge back, but only signed', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c4f3', token: 'x' });
    expect(await post(body, signed(body))).toMatchObject({ status: 200, body: 'c4f3' });
    expect((await post(body, {})).status).toBe(401);
  });

  it.each([
    [
      'an event nobody knows',
      { type: 'event_callback', event_id: 'Ev1', event: { type: 'galaxy_moved' } },
    ],
    ['an event without its inner part', { type: 'event_callback', event_id: 'Ev2' }],
    ['a kind of request nobody knows', { type: 'moon_landing' }],
    [
      'the news that events are held back',
      { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 },
    ],
  ])('is acknowledged and means nothing when it is %s', async (_, what) => {
    const body = JSON.stringify(what);
    expect((await post(body, signed(body))).status).toBe(200);
    expect(kept).toEqual([]);
  });

  it('is refused when it is an event without an id: a repeat could not be told', async () => {
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message' } });
    expect((await post(body, signed(body))).status).toBe(400);
  });

  it('is acknowledged when it is an interaction nobody knows', async () => {
    for (const what of [
      { type: 'block_suggestion' },
      { type: 'block_actions' },
      { type: 'x' },
      {},
    ]) {
      const body = new URLSearchParams({ payload: JSON.stringify(what) }).toString();
      const { status } = await open.slack.courier.post(body, {
        'content-type': 'application/x-www-form-urlencoded',
        ...signed(body),
      });
      expect(status).toBe(200);
    }
    expect(kept).toEqual([]);
  });

  it('reaches no button, dialog or command unsigned', async () => {
    const body = new URLSearchParams({ command: '/support', text: 'queue', user_id: people.ada });
    const { status, body: answer } = await open.slack.courier.post(body.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(status).toBe(401);
    expect(answer).not.toContain('Waiting');
  });
});

describe('when the store cannot keep what Slack sends', () => {
  it('answers 503, so that Slack sends it again, and takes it then', async () => {
    let failing = true;
    await using open = await openSlack({
      fake: { retryDelays: [] },
      desk: (real) => ({
        ...real,
        accept: (...deliveries) =>
          failing ? Promise.reject(new Error('the disk is full')) : real.accept(...deliveries),
      }),
    });
    await expect(open.rig.writes('Nora Customer', 'My invoice is wrong')).rejects.toThrow();
    const [sent] = open.slack.courier.sent;
    expect(sent!.attempts.map((attempt) => attempt.status)).toEqual([503]);
    failing = false;
    expect((await open.slack.courier.carry(sent!.parcel)).status).toBe(200);
    await open.pass(30_000);
    expect(await open.rig.cards()).toHaveLength(1);
  });

  it('answers 503 to a press, which nobody took for done', async () => {
    let failing = false;
    await using open = await openSlack({
      desk: (real) => ({
        ...real,
        accept: (...deliveries) =>
          failing ? Promise.reject(new Error('the disk is full')) : real.accept(...deliveries),
      }),
    });
    await open.rig.writes('Nora Customer', 'My invoice is wrong');
    await open.pass(30_000);
    const before = await open.rig.customerSees();
    failing = true;
    await expect(open.rig.presses('Ada Agent', 'send')).rejects.toThrow();
    expect(open.slack.courier.sent.at(-1)!.attempts[0]!.status).toBe(503);
    failing = false;
    await open.settle();
    expect(await open.rig.customerSees()).toEqual(before);
  });

  it('answers 503 within three seconds when the store hangs', async () => {
    const log = testLog();
    const stuck = { accept: () => new Promise<void>(() => {}), shelf: () => new Map() };
    await using rig = await makeSlack(
      { desk: stuck as never, handbook: await loadHandbook(), charts, clock: systemClock, log },
      { fake: { retryDelays: [] } },
    );
    await expect(rig.writes('Nora Customer', 'My invoice is wrong')).rejects.toThrow();
    const [attempt] = rig.slack.courier.sent[0]!.attempts;
    expect(attempt!.status).toBe(503);
    expect(attempt!.took).toBeLessThan(3_000);
  });

  it('does not acknowledge over Socket Mode either, and takes the repeat', async () => {
    let failures = 1;
    await using open = await openSlack({
      socketMode: true,
      fake: { patience: 200, retryDelays: [0] },
      desk: (real) => ({
        ...real,
        accept: (...deliveries) =>
          failures-- > 0 ? Promise.reject(new Error('busy')) : real.accept(...deliveries),
      }),
    });
    await expect(open.rig.writes('Nora Customer', 'My invoice is wrong')).rejects.toThrow();
    await open.slack.courier.settled();
    expect(open.slack.courier.sent[0]!.attempts.map((one) => one.ok)).toEqual([false, true]);
    await open.pass(30_000);
    expect(await open.rig.cards()).toHaveLength(1);
  });
});
