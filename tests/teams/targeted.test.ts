import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people, places } from '../fake-teams/cast.ts';
import { wordsOf } from '../fake-teams/reading.ts';
import { type OpenTeams, openTeams } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
const PAUSE = 21_000;
const ON = {
  config: { targetedMessages: true },
  fake: { targetedMessages: true },
  policy: { acknowledge: false },
};

describe('messages for one person alone', () => {
  let open: OpenTeams;
  beforeEach(async () => {
    open = await openTeams(ON);
  });
  afterEach(() => open[Symbol.asyncDispose]());

  /** What the bot said somewhere, once there is so much of it. */
  const said = async (where: string, count: number, { teams }: OpenTeams = open) => {
    const ours = () => teams.posts(where).filter((post) => post.from === teams.world.bot.id);
    const end = performance.now() + 5_000;
    while (ours().length < count) {
      if (performance.now() > end) throw new Error(`Nothing came to ${where}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return ours();
  };
  const waits = async ({ rig, pass, teams }: OpenTeams = open) => {
    await rig.writes('Nora Customer', PROBLEM);
    await pass(PAUSE);
    return teams.roots(places.triage)[0]!;
  };

  it('answer a command where it was asked, and nobody else sees it', async () => {
    const card = await waits();
    const before = (await said(places.triage, 0)).length;
    await open.teams.writes(people.ada, places.triage, 'queue', { mention: true, thread: card.id });
    const answer = (await said(places.triage, before + 1)).at(-1)!;
    expect(answer).toMatchObject({
      thread: card.id,
      onlyFor: people.ada,
      sentWith: { recipient: { id: people.ada, name: 'Ada Agent', isTargeted: true } },
    });
    expect(wordsOf(answer.words)).toContain('Nora Customer');
    const call = open.teams.calls.findLast(({ operation }) => operation === 'send')!;
    expect([...call.query]).toEqual([['isTargetedActivity', 'true']]);
    expect(open.teams.posts(people.ada)).toEqual([]);
  });

  it('tell an agent under the card why a press came to nothing', async () => {
    const card = await waits();
    await open.rig.presses('Ada Agent', 'take-over');
    await open.rig.presses('Ada Agent', 'take-over');
    await open.settle();
    const told = open.teams.posts(places.triage).filter((post) => post.onlyFor !== undefined);
    expect(told).toMatchObject([{ thread: card.id, onlyFor: people.ada }]);
    expect(wordsOf(told[0]!.words)).toContain('yours already');
    expect(open.teams.posts(people.ada)).toEqual([]);
  });

  it('stay out of a one-to-one chat, which is private already', async () => {
    await open.teams.writes(people.ada, people.ada, 'help');
    const [answer] = (await said(people.ada, 1)).slice(-1);
    expect(answer).not.toHaveProperty('onlyFor');
  });

  it.each([
    [400, 'BadArgument'],
    [403, 'BotNotInConversationRoster'],
    [404, 'ActivityNotFoundInConversation'],
  ])('come one-to-one where Teams answers %i', async (status, code) => {
    const card = await waits();
    const how = { status, code };
    open.teams.misbehave({ operation: 'send', times: 2, how, when: (body) => 'recipient' in body });
    await open.teams.writes(people.ada, places.triage, 'queue', { mention: true, thread: card.id });
    expect(wordsOf((await said(people.ada, 1))[0]!.words)).toContain('Nora Customer');
    await open.rig.presses('Sam Agent', 'take-over');
    await open.rig.presses('Sam Agent', 'take-over');
    await open.settle();
    expect(wordsOf((await said(people.sam, 1))[0]!.words)).toContain('yours already');
  });

  it('are not tried unless they are switched on', async () => {
    await using off = await openTeams({ ...ON, config: {} });
    const card = await waits(off);
    await off.teams.writes(people.ada, places.triage, 'queue', { mention: true, thread: card.id });
    await said(people.ada, 1, off);
    expect(off.teams.calls.filter(({ query }) => query.has('isTargetedActivity'))).toEqual([]);
  });

  it('answer what was said to the bot alone, whatever the setting', async () => {
    await using off = await openTeams({ ...ON, config: {} });
    await off.teams.writes(people.ada, places.support, '/queue', { targeted: true });
    const [answer] = await said(places.support, 1, off);
    expect(answer).toMatchObject({ thread: undefined, onlyFor: people.ada });
    expect(wordsOf(answer!.words)).toContain('Waiting for us');
  });

  it('tell a customer who wrote to the bot alone that nobody reads it', async () => {
    const asked = await open.teams.writes(people.nora, places.support, PROBLEM, { targeted: true });
    const [answer] = await said(places.support, 1);
    expect(answer!.onlyFor).toBe(people.nora);
    expect(wordsOf(answer!.words)).toContain('Write your question again');
    const post = { conversation: places.support, id: asked.id };
    await open.teams.edits(people.nora, post, `${PROBLEM} now`);
    await open.pass(PAUSE);
    expect(await open.rig.cards()).toEqual([]);
    expect(await open.desk.waiting()).toEqual([]);
  });

  it('leave no trace for others when Teams takes no private answer at all', async () => {
    const refused = { status: 403, code: 'Forbidden' };
    open.teams.misbehave({ operation: 'send', how: refused });
    open.teams.misbehave({ operation: 'create', how: refused });
    await open.teams.writes(people.ada, places.support, 'queue', { targeted: true });
    const end = performance.now() + 5_000;
    while (open.log.lines.length === 0 && performance.now() < end) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(open.log.lines.map(({ text }) => text)).toEqual([
      'Teams took no private answer to a private question',
    ]);
    expect(await open.rig.customerSees()).toEqual([]);
  });
});
