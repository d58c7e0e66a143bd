import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { install, people, places } from '../fake-slack/cast.ts';
import { pingedBy, wordsOf } from '../fake-slack/reading.ts';
import { directChannel } from '../fake-slack/state.ts';
import { type OpenSlack, openSlack } from './open.ts';

const BOT = `<@${install.botUser}>`;

describe('commands in Slack', () => {
  let open: OpenSlack;
  beforeEach(async () => {
    open = await openSlack({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'My invoice <!channel> was charged twice');
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(30_000);
  });
  afterEach(async () => {
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
    await open[Symbol.asyncDispose]();
  });

  const ask = async (user: string, line: string) => {
    const ack = await open.slack.commands(user, places.triage, line);
    expect(ack.status).toBe(200);
    return wordsOf(open.slack.world.ephemerals.at(-1)!);
  };

  it('list who waits, the longest first, to the agent alone', async () => {
    const words = await ask(people.ada, '/support queue');
    expect(words).toContain('Waiting for us (2)');
    expect(words.indexOf('Nora Customer')).toBeLessThan(words.indexOf('Ben Customer'));
    const said = open.slack.world.ephemerals.at(-1)!;
    expect(said.user).toBe(people.ada);
    expect([...pingedBy(said.text, said.blocks, false)]).toEqual([]);
  });

  it('list what an agent has taken over', async () => {
    expect(await ask(people.sam, '/support mine')).toContain('Nobody');
    await open.rig.presses('Sam Agent', 'take-over', { card: 1 });
    await open.settle();
    const words = await ask(people.sam, '/support mine');
    expect(words).toContain('Ben Customer');
    expect(words).not.toContain('Nora Customer');
  });

  it.each([
    ['/support', 'queue'],
    ['/support help', 'queue'],
    ['/support   QUEUE  ', 'Waiting for us'],
    ['/support quue', 'Did you mean `queue`'],
    ['/support xyzzy', '/support help'],
    ['/support hints', 'hints off'],
    ['/support hints off', 'No more hints'],
    ['/support hints on', 'From now on'],
    ['/support <!channel>', 'do not know'],
  ])('%j is answered with %j', async (line, answer) => {
    expect(await ask(people.lea, line)).toContain(answer);
  });

  it('tell a colleague and a guest nothing of the customers', async () => {
    for (const user of [people.cole, people.gus]) {
      const words = await ask(user, '/support queue');
      expect(words).not.toMatch(/Nora|Ben|invoice/);
    }
  });

  it('work by mention in a customer’s thread, unseen by the customer and not taken for an answer', async () => {
    const root = (await open.desk.waiting())[0]!.messages[0]!.id;
    const before = await open.rig.customerSees();
    await open.slack.writes(people.ada, places.support, `${BOT} queue`, { thread: root });
    await vi.waitFor(() => expect(open.slack.world.ephemerals).toHaveLength(1));
    const [said] = open.slack.world.ephemerals;
    expect(said).toMatchObject({ user: people.ada, channel: places.support, threadTs: root });
    expect(wordsOf(said!)).toContain('Waiting for us (2)');
    await open.settle();
    expect(await open.rig.customerSees()).toEqual(before);
    expect(await open.desk.waiting()).toHaveLength(2);
  });

  it('work by mention in the triage channel', async () => {
    await open.slack.writes(people.ada, places.triage, `${BOT} mine`);
    await vi.waitFor(() => expect(open.slack.world.ephemerals).toHaveLength(1));
  });

  it('work in a direct message', async () => {
    await open.slack.writes(people.ada, people.ada, 'queue');
    const direct = directChannel(open.slack.world, people.ada).id;
    await vi.waitFor(() =>
      expect(open.slack.messages(direct).filter((m) => m.botId)).toHaveLength(1),
    );
    expect(wordsOf(open.slack.messages(direct).at(-1)!)).toContain('Waiting for us (2)');
    expect(await open.desk.waiting()).toHaveLength(2);
  });

  it('tell a customer who asks for help how to be helped, and nothing else', async () => {
    await open.slack.writes(people.nora, places.support, `${BOT} help`);
    await vi.waitFor(() => expect(open.slack.world.ephemerals).toHaveLength(1));
    const words = wordsOf(open.slack.world.ephemerals[0]!);
    expect(words).toContain('Write your question');
    expect(words).not.toMatch(/queue|Ben/);
  });

  it('take a customer’s mention with a problem for a request', async () => {
    await open.slack.writes(people.nora, places.support, `${BOT} help, my parcel is lost`);
    await open.pass(30_000);
    expect(open.slack.world.ephemerals).toEqual([]);
    const words = (await open.desk.waiting()).flatMap((one) => one.messages.map((m) => m.text));
    expect(words).toContain('help, my parcel is lost');
  });

  it('leave an agent’s sentence that mentions the bot to the customer', async () => {
    const root = (await open.desk.waiting())[0]!.messages[0]!.id;
    await open.slack.writes(
      people.sam,
      places.support,
      `${BOT} is our helper, but I have refunded it myself, Nora.`,
      { thread: root },
    );
    await open.settle();
    expect(await open.desk.waiting()).toHaveLength(1);
    expect(open.slack.world.ephemerals).toEqual([]);
  });
});

describe('the App Home', () => {
  it.each([
    ['an agent', people.ada, /Waiting for us \(1\)[\s\S]*Nora Customer/],
    ['a colleague', people.cole, /Ask a lead/],
    ['a customer', people.nora, /Write your question/],
  ])('shows %s what is theirs to see', async (_, user, words) => {
    await using open = await openSlack({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'My invoice was charged twice');
    await open.pass(30_000);
    await open.slack.opensHome(user);
    await vi.waitFor(() => expect(open.slack.world.homes.has(user)).toBe(true));
    const home = wordsOf({ text: '', blocks: open.slack.world.homes.get(user)!.content.blocks });
    expect(home).toMatch(words);
    if (user !== people.ada) expect(home).not.toContain('Nora');
  });

  it('says so while the desk cannot be read', async () => {
    await using open = await openSlack({
      desk: (real) => ({ ...real, waiting: () => Promise.reject(new Error('the store is away')) }),
    });
    await open.slack.opensHome(people.ada);
    await vi.waitFor(() => expect(open.slack.world.homes.has(people.ada)).toBe(true));
    const { blocks } = open.slack.world.homes.get(people.ada)!.content;
    expect(wordsOf({ text: '', blocks })).toContain('open it again in a minute');
  });

  it('is not drawn when somebody opens the messages instead', async () => {
    await using open = await openSlack();
    await open.slack.opensHome(people.ada, 'messages');
    await open.slack.opensHome(people.sam);
    await vi.waitFor(() => expect(open.slack.world.homes.has(people.sam)).toBe(true));
    expect(open.slack.world.homes.has(people.ada)).toBe(false);
  });
});
