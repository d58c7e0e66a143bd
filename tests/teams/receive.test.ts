import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/desk/clock.ts';
import type { Delivery } from '../../src/desk/ports.ts';
import { messageActivity } from '../fake-teams/activities.ts';
import { people, places } from '../fake-teams/cast.ts';
import { forgeries, malformedBodies } from '../fake-teams/forgeries.ts';
import { wordsOf } from '../fake-teams/reading.ts';
import { type Json, nextId } from '../fake-teams/state.ts';
import { mintToken } from '../fake-teams/tokens.ts';
import { makeTeams } from '../rigs/teams.ts';
import { openTestDesk } from '../test-desk.ts';
import { type OpenTeams, openTeams } from './open.ts';

describe('what comes to the Teams door', () => {
  let open: OpenTeams;
  let kept: Delivery[];

  beforeEach(async () => {
    kept = [];
    open = await openTeams({
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

  /** A customer's message in order, as Teams would send it. */
  function message(more: Json = {}): Json {
    const { world } = open.teams;
    const id = nextId(world);
    const words = { text: 'My invoice is wrong', textFormat: 'plain' as const };
    const post = { id, words: { ...words, attachments: [], entities: [] } };
    const conversation = world.conversations.get(places.support)!;
    const scene = { world, user: people.nora, conversation, thread: id };
    return messageActivity(scene, post as never, 'message', more);
  }
  const deliver = async (activity: Json) => open.teams.courier.carry(activity);
  const post = async (body: string) =>
    open.teams.courier.post(body, await open.teams.courier.sign({}));

  it.each(forgeries)('gets $wants for $name', async ({ wants, make }) => {
    const { body, headers } = await make(open.teams, message());
    const { status } = await open.teams.courier.post(body, headers);
    if (wants === 'acceptance') {
      expect(status).toBe(200);
      expect(kept.map((delivery) => delivery.body)).toEqual([body]);
      return;
    }
    if (wants === 401) expect(status).toBe(401);
    else expect([400, 401, 403]).toContain(status);
    expect(kept).toEqual([]);
  });

  it('is refused with a forged token although the real one was just taken, and elsewhere with the real one', async () => {
    const token = await mintToken(open.teams.world);
    const signed = (text: string) => ({ authorization: `Bearer ${text}` });
    const send = (activity: Json, text: string) =>
      open.teams.courier.post(JSON.stringify(activity), signed(text));
    expect((await send(message(), token)).status).toBe(200);
    expect((await send(message(), token)).status).toBe(200);
    expect((await send(message(), `${token.slice(0, -6)}AAAAAA`)).status).toBe(401);
    const elsewhere = 'https://smba.trafficmanager.net/other/';
    expect((await send(message({ serviceUrl: elsewhere }), token)).status).toBe(401);
    expect((await send(message({ channelId: 'webchat' }), token)).status).toBe(401);
    open.clock.advance(61_000);
    expect((await send(message(), token)).status).toBe(200);
    expect(kept).toHaveLength(3);
  });

  it.each(malformedBodies)('gets 400 for the body %s', async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(kept).toEqual([]);
  });

  it.each([
    ['conversation.tenantId', { conversation: { tenantId: 'f' } }],
    ['channelData.tenant', { channelData: { tenant: { id: 'f' } } }],
  ])('is refused when %s alone names another organisation', async (_, change) => {
    const said = message();
    for (const [key, value] of Object.entries(change)) {
      said[key] = { ...(said[key] as Json), ...value };
    }
    expect((await deliver(said)).status).toBe(403);
    expect(kept).toEqual([]);
  });

  it('is refused when it names no organisation at all', async () => {
    const said = message();
    const { tenantId: _, ...conversation } = said['conversation'] as Json;
    const { tenant: __, ...channelData } = said['channelData'] as Json;
    expect((await deliver({ ...said, conversation, channelData })).status).toBe(403);
  });

  it('is refused when it is far too large', async () => {
    const { status } = await post(JSON.stringify(message({ text: 'x'.repeat(600_000) })));
    expect(status).toBe(413);
    expect(kept).toEqual([]);
  });

  it.each(['typing', 'messageReaction', 'endOfConversation', 'event', 'handoff'])(
    'is acknowledged and not kept when it is a %s',
    async (type) => {
      expect((await deliver({ ...message(), type })).status).toBe(200);
      expect(kept).toEqual([]);
    },
  );

  it('is told apart: an edit is another delivery than its message, a repeat is the same', async () => {
    const said = message();
    await deliver(said);
    await deliver(said);
    const change = {
      type: 'messageUpdate',
      channelData: { ...(said['channelData'] as Json), eventType: 'editMessage' },
    };
    await deliver({ ...said, ...change, timestamp: '2026-03-02T10:01:00.000Z' });
    await deliver({ ...said, ...change, timestamp: '2026-03-02T10:02:00.000Z' });
    await deliver({ ...said, ...change, timestamp: '2026-03-02T10:02:00.000Z' });
    expect(new Set(kept.map((delivery) => delivery.id)).size).toBe(3);
    expect(new Set(kept.map((delivery) => delivery.lane)).size).toBe(1);
  });

  it('does not run on without an answer for an invoke that nobody knows', async () => {
    const { status } = await deliver({ ...message(), type: 'invoke', name: 'signin/verifyState' });
    expect(status).toBe(501);
    expect(kept).toEqual([]);
  });

  it('leaves no trace of words, tokens or names in the log when it is refused', async () => {
    const { headers } = await forgeries
      .find((one) => one.wants === 401)!
      .make(open.teams, message());
    await open.teams.courier.post(JSON.stringify(message({ text: 'a planted secret' })), headers);
    const said = JSON.stringify(open.log.lines);
    expect(said).not.toMatch(/planted|Bearer|eyJ|Nora/);
  });
});

describe('when it cannot be kept', () => {
  it('Teams is answered 5xx, so that nobody believes it was heard', async () => {
    await using open = await openTeams({
      desk: (real) => ({
        ...real,
        accept: async () => {
          throw new Error('the disk is full');
        },
      }),
    });
    const { ack } = await open.teams.writes(people.nora, places.support, 'My invoice is wrong');
    expect(ack?.status).toBe(503);
  });

  it('whoever asked something in their chat with the bot is told to try again, and nobody else is told anything', async () => {
    await using open = await openTeams({
      desk: (real) => ({ ...real, accept: () => Promise.reject(new Error('the disk is full')) }),
    });
    const { world } = open.teams;
    const ours = (where: string) =>
      open.teams.posts(where).filter((post) => post.from === world.bot.id);
    await open.teams.writes(people.lea, places.support, 'report 7d', { mention: true });
    await open.teams.writes(people.nora, people.nora, 'My invoice is wrong');
    const { ack } = await open.teams.writes(people.lea, people.lea, 'report 7d');
    expect(ack?.status).toBe(503);
    await vi.waitFor(() => expect(ours(people.lea)).toHaveLength(1));
    expect(wordsOf(ours(people.lea)[0]!.words)).toContain('Please try again in a minute');
    expect([...ours(people.nora), ...ours(places.support)]).toEqual([]);
  });

  it('Teams is answered 5xx within three seconds when the store hangs', async () => {
    await using open = await openTestDesk((parts) =>
      makeTeams({
        ...parts,
        clock: systemClock,
        desk: { ...parts.desk, accept: () => new Promise(() => {}) },
      }),
    );
    const { teams } = open.rig as Awaited<ReturnType<typeof makeTeams>>;
    const { ack } = await teams.writes(people.nora, places.support, 'My invoice is wrong');
    expect(ack?.status).toBe(503);
    expect(ack?.took).toBeLessThan(3000);
  });

  it('Teams is answered 5xx, not 401, while the keys of its tokens cannot be had', async () => {
    await using open = await openTeams({
      config: { openIdMetadataUrl: 'http://127.0.0.1:9/v1/.well-known/openidconfiguration' },
    });
    const { ack } = await open.teams.writes(people.nora, places.support, 'My invoice is wrong');
    expect(ack?.status).toBe(503);
  });
});

describe('a trial on this machine, without any sign-in', () => {
  it('hears whoever speaks from this machine, and nobody whose service is elsewhere', async () => {
    await using open = await openTeams({ config: { auth: 'anonymous', appId: '' } });
    const { ok } = await open.teams.writes(people.nora, places.support, 'My invoice is wrong');
    expect(ok).toBe(true);
    await open.settle();
    expect(await open.desk.waiting()).toHaveLength(1);
    const activity = open.teams.courier.sent[0]!.activity;
    const elsewhere = { ...activity, id: '1', serviceUrl: 'https://evil.example/' };
    const headers = { authorization: `Bearer ${await mintToken(open.teams.world)}` };
    const { status } = await open.teams.courier.post(JSON.stringify(elsewhere), headers);
    expect(status).toBe(403);
  });
});
