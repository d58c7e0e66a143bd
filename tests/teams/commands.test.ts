import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people, places } from '../fake-teams/cast.ts';
import { wordsOf } from '../fake-teams/reading.ts';
import { type OpenTeams, openTeams } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
const PAUSE = 21_000;

describe('commands in Teams', () => {
  let open: OpenTeams;
  beforeEach(async () => {
    open = await openTeams({ policy: { acknowledge: false } });
  });
  afterEach(() => open[Symbol.asyncDispose]());

  const chat = (who: string) =>
    open.teams
      .posts(who)
      .filter((post) => post.from === open.teams.world.bot.id)
      .map((post) => wordsOf(post.words));
  /** What this person reads in private once there is so much of it. */
  const told = async (who: string, count = 1) => {
    const end = performance.now() + 5_000;
    while (chat(who).length < count) {
      if (performance.now() > end) throw new Error(`Nothing came: ${chat(who)}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return chat(who);
  };

  it('queue lists who waits, in private, wherever it was asked', async () => {
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
    const card = open.teams.roots(places.triage)[0]!;
    await open.teams.writes(people.ada, places.triage, 'queue', { mention: true, thread: card.id });
    const [answer] = await told(people.ada);
    expect(answer).toContain('Nora Customer');
    expect(answer).toContain('invoice 4411');
    await open.teams.writes(people.ada, people.ada, 'queue');
    expect(await told(people.ada, 2)).toHaveLength(2);
    expect(await open.rig.customerSees()).toEqual([]);
  });

  it('mine lists what the asker has taken over', async () => {
    await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(PAUSE);
    await open.teams.writes(people.sam, people.sam, 'mine');
    expect((await told(people.sam))[0]).toContain('nobody');
    await open.rig.presses('Sam Agent', 'take-over');
    await open.settle();
    await open.teams.writes(people.sam, people.sam, 'Mine');
    expect((await told(people.sam, 2))[1]).toContain('Nora Customer');
  });

  it('help and a misspelt word are answered with what there is', async () => {
    await open.teams.writes(people.ada, people.ada, 'help');
    expect((await told(people.ada))[0]).toContain('queue');
    await open.teams.writes(people.ada, people.ada, 'queeu');
    expect((await told(people.ada, 2))[1]).toContain('Did you mean “queue”?');
    await open.teams.writes(people.ada, people.ada, 'hints off');
    expect((await told(people.ada, 3))[2]).toContain('No more hints');
  });

  it('customers get a short help of their own and never the queue', async () => {
    await open.rig.writes('Ben Customer', PROBLEM);
    await open.pass(PAUSE);
    await open.teams.writes(people.gus, people.gus, 'help');
    expect((await told(people.gus))[0]).toContain('in your own words');
    await open.teams.writes(people.gus, people.gus, 'queue');
    await open.pass(PAUSE);
    expect(chat(people.gus).join('\n')).not.toContain('invoice');
  });

  it('a customer of another organisation, whom the bot cannot write to, reads the help in the thread', async () => {
    await open.teams.writes(people.nora, places.support, 'help', { mention: true });
    const end = performance.now() + 5_000;
    while ((await open.rig.customerSees()).length === 0 && performance.now() < end) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await open.rig.customerSees())[0]!.text).toContain('in your own words');
    expect(await open.desk.waiting()).toEqual([]);
  });

  it('colleagues learn whom to ask', async () => {
    await open.teams.writes(people.cole, people.cole, 'queue');
    expect((await told(people.cole))[0]).toContain('Ask a lead');
  });

  it('what the team says to the bot is no request, and is answered once', async () => {
    await open.teams.writes(people.ada, people.ada, 'help');
    await told(people.ada);
    await open.rig.redelivers(7);
    await open.pass(PAUSE);
    expect(chat(people.ada)).toHaveLength(1);
    expect(await open.rig.cards()).toEqual([]);
  });

  it('a customer who mentions the bot with a question is heard, not commanded', async () => {
    await open.teams.writes(people.nora, places.support, PROBLEM, { mention: true });
    await open.pass(PAUSE);
    expect(await open.rig.cards()).toHaveLength(1);
  });
});
