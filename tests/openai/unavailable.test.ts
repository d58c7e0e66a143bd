import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../fake-openai/completion.ts';
import { FINDING, openRoom } from './room.ts';

describe('a model that comes to nothing', () => {
  it.each<[string, Behaviour, RegExp]>([
    ['fails', { status: 500 }, /failed \(500\)/],
    ['is overloaded', { status: 503 }, /failed \(503\)/],
    ['has too much to do', { status: 429 }, /too much to do/],
    ['is used up', { status: 429, code: 'insufficient_quota' }, /used up/],
    ['refuses our key', { status: 401 }, /OPENAI_API_KEY/],
    ['does not know the model', { status: 404 }, /OPENAI_MODEL/],
    ['cannot read the question', { status: 400 }, /failed \(400\)/],
    ['breaks the connection', { dead: true }, /not be reached/],
    ['says nothing', { silent: true }, /in time/],
    ['declines', { refuses: 'I cannot help with that.' }, /declined/],
    ['is stopped by a filter', { filtered: true }, /declined/],
    ['is cut off', { cutOff: '{"verdict":"ans' }, /cut off/],
    ['answers in prose', { says: 'It is under Billing.' }, /another form/],
    ['answers in another form', { says: { verdict: 'yes' } }, /another form/],
    ['answers an empty object', { says: {} }, /another form/],
    ['is no model', { page: '<html>Sign in</html>' }, /could not be read|another form/],
  ])('leaves the draft from the handbook and says why: %s', async (_, behaviour, because) => {
    await using room = await openRoom({ patience: 300 });
    room.model.always(behaviour);
    expect(await room.write()).toMatchObject({ is: 'unavailable', because });
  });

  it('is not waited for where nobody listens', async () => {
    await using room = await openRoom({ baseUrl: 'http://127.0.0.1:1/v1' });
    expect(await room.write()).toMatchObject({ is: 'unavailable', because: /not be reached/ });
  });

  it('is not waited for by somebody who has left', async () => {
    await using room = await openRoom();
    room.model.always({ silent: true });
    const leaving = new AbortController();
    const writing = room.write({}, { signal: leaving.signal });
    leaving.abort();
    expect(await writing).toMatchObject({ is: 'unavailable' });
    room.model.always(undefined);
    expect(await room.write()).toMatchObject({ outcome: 'answer' });
  });

  it('in the middle of a draft costs no more than what was asked', async () => {
    await using room = await openRoom();
    room.model.next({ says: FINDING }, { status: 500 });
    const written = await room.write();
    expect(written.is).toBe('unavailable');
    expect(written.usage.input).toBeGreaterThan(0);
  });
});

describe('after several failures', () => {
  it('the next are spared for a while, then one tries', async () => {
    await using room = await openRoom();
    room.model.always({ status: 500 });
    for (let i = 0; i < 3; i++) await room.write();
    expect(await room.write()).toMatchObject({ is: 'unavailable', because: /rests/ });
    expect(room.model.asked).toHaveLength(3);
    expect((await room.writer.stats()).resting).toBe(true);

    room.clock.advance(30_000);
    await Promise.all([room.write(), room.write()]);
    expect(room.model.asked).toHaveLength(4);
    room.clock.advance(59_000);
    expect(await room.write()).toMatchObject({ because: /rests/ });

    room.clock.advance(1_000);
    room.model.always(undefined);
    expect(await room.write()).toMatchObject({ outcome: 'answer' });
    expect((await room.writer.stats()).resting).toBe(false);
  });

  it('a server that says when to come back is not asked before', async () => {
    await using room = await openRoom();
    room.model.next({ status: 429, headers: { 'retry-after': '7' } });
    await room.write();
    room.clock.advance(6_900);
    expect(await room.write()).toMatchObject({ because: /rests/ });
    room.clock.advance(100);
    expect(await room.write()).toMatchObject({ outcome: 'answer' });
  });

  it('a key that is refused is not tried again for a quarter of an hour', async () => {
    await using room = await openRoom();
    room.model.next({ status: 401 });
    await room.write();
    room.clock.advance(599_000);
    expect(await room.write()).toMatchObject({ because: /rests/ });
  });

  it('refusals of the model itself spare nobody', async () => {
    await using room = await openRoom();
    room.model.always({ refuses: 'no' });
    for (let i = 0; i < 5; i++) await room.write();
    expect(room.model.asked).toHaveLength(5);
  });
});

describe('a budget', () => {
  it('of the day is not gone over, and is new the next day', async () => {
    await using room = await openRoom({ limits: { tokensPerDay: 8_000 } });
    const all = [];
    for (let i = 0; i < 6; i++) all.push(await room.write({ conversation: `c${i}` }));
    expect(all[0]).toMatchObject({ outcome: 'answer' });
    expect(all.at(-1)).toMatchObject({ is: 'unavailable', because: /today’s tokens/ });
    expect((await room.writer.stats()).today.tokens).toBeLessThanOrEqual(8_000);
    room.clock.advance(86_400_000);
    expect(await room.write({ conversation: 'c9' })).toMatchObject({ outcome: 'answer' });
  });

  it('of one conversation leaves the others alone', async () => {
    await using room = await openRoom({ limits: { tokensPerConversation: 6_000 } });
    for (let i = 0; i < 4; i++) await room.write();
    expect(await room.write()).toMatchObject({ because: /this conversation’s tokens/ });
    expect(await room.write({ conversation: 'c2' })).toMatchObject({ outcome: 'answer' });
  });

  it('of money counts by the provider’s prices, what was remembered at its own', async () => {
    const prices = { input: 1_000, cached: 100, output: 10_000 };
    await using room = await openRoom({ limits: { moneyPerDay: 0.001, prices } });
    const { usage } = await room.write();
    const { money } = (await room.writer.stats()).today;
    const { input, cached, output } = usage;
    expect(money).toBeCloseTo(((input - cached) * 1_000 + cached * 100 + output * 10_000) / 1e6, 9);
    expect(await room.write()).toMatchObject({ is: 'unavailable', because: /today’s money/ });
  });

  it('is told, with what became of the drafts', async () => {
    await using room = await openRoom();
    const { usage } = await room.write();
    room.model.always({ status: 500 });
    await room.write();
    expect(await room.writer.stats()).toMatchObject({
      asked: 4,
      failed: 1,
      ...usage,
      outcomes: { answer: 1, unavailable: 1, suggest: 0 },
    });
  });
});
