import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people, places } from '../fake-teams/cast.ts';
import { wordsOf } from '../fake-teams/reading.ts';
import { type OpenTeams, openTeams } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
const PAUSE = 21_000;

describe('what the Teams door hears', () => {
  let open: OpenTeams;
  beforeEach(async () => {
    open = await openTeams();
  });
  afterEach(async () => {
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
    await open[Symbol.asyncDispose]();
  });

  const heard = async () => {
    await open.settle();
    return open.desk.waiting();
  };
  const only = async () => {
    const [first, ...more] = await heard();
    expect(more).toEqual([]);
    return first!;
  };

  it('is a customer’s message in a support channel, without a mention', async () => {
    const { id } = await open.teams.writes(people.nora, places.support, PROBLEM);
    const { place, messages, customer } = await only();
    expect(place).toEqual({
      platform: 'teams',
      workspace: open.teams.tenantId,
      channel: places.support,
      thread: id,
    });
    expect(messages[0]).toMatchObject({ id, text: PROBLEM, at: Number(id) });
    expect(customer).toMatchObject({ name: 'Nora Customer', role: 'customer' });
  });

  it('is what was typed, not what it looks like', async () => {
    const typed = 'My <b>bold</b> invoice & "4411":\n\n  - one &lt; two\nis wrong';
    await open.teams.writes(people.nora, places.support, typed, { encoded: true });
    expect((await only()).messages[0]!.text).toBe(
      'My <b>bold</b> invoice & "4411":\n\n- one &lt; two\nis wrong',
    );
  });

  it('leaves the bot’s own name out, and says whom else was mentioned', async () => {
    await open.teams.writes(people.nora, places.support, PROBLEM, { mention: true });
    await open.teams.writes(people.ben, places.support, 'my parcel is lost', {
      mention: people.ada,
    });
    const texts = (await heard()).map((one) => one.messages[0]!.text);
    expect(texts).toEqual([PROBLEM, '@Ada Agent my parcel is lost']);
  });

  it('shows files as links to where they are kept', async () => {
    await open.teams.writes(people.nora, places.support, PROBLEM, { files: ['invoice 4411.pdf'] });
    const [file] = (await only()).messages[0]!.files;
    expect(file).toMatchObject({ name: 'invoice 4411.pdf' });
    expect(file!.url).toMatch(/^https:\/\/acme\.sharepoint\.example\/.*4411\.pdf$/);
    expect(file!.url).not.toContain('tempauth');
  });

  it('sends agents to the message for a picture that only the bot may fetch', async () => {
    const { id } = await open.teams.writes(people.nora, places.support, PROBLEM);
    const { activity } = open.teams.courier.sent.at(-1)!;
    const contentUrl = 'https://smba.trafficmanager.net/emea/v3/attachments/0-abc/views/original';
    await open.teams.deliver({
      ...activity,
      id: String(Number(id) + 1),
      attachments: [{ contentType: 'image/png', contentUrl }],
    });
    const files = (await heard()).flatMap((one) => one.messages).flatMap((one) => one.files);
    expect(files).toEqual([
      {
        name: 'an image',
        url: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/message/),
      },
    ]);
  });

  it('is not what other bots say, what people react, or what happens to channels', async () => {
    await open.teams.botWrites(places.support, PROBLEM);
    const { id: root } = await open.teams.writes(people.ben, places.support, 'thank you!');
    await open.teams.reacts(people.nora, { conversation: places.support, id: root });
    await open.teams.happens('channelRenamed', people.ada, places.support);
    await open.teams.happens('channelShared', people.ada, places.support);
    expect(await heard()).toEqual([]);
  });

  it('is a group chat the team listens to, where answers stand without a thread', async () => {
    await using group = await openTeams({ config: { supportChannels: [places.group] } });
    await group.teams.writes(people.nora, places.group, PROBLEM);
    await group.pass(PAUSE);
    await group.rig.presses('Ada Agent', 'send');
    await group.settle();
    const [, last] = await group.rig.customerSees();
    expect(last).toMatchObject({ thread: undefined });
    expect(await group.desk.waiting()).toEqual([]);
    await group.teams.writes(people.nora, places.group, 'It is charged again, why?');
    await group.pass(PAUSE);
    expect(await group.rig.cards()).toHaveLength(1);
  });

  it('is a customer in a chat of their own, answered there', async () => {
    await open.teams.writes(people.gus, people.gus, PROBLEM);
    await open.pass(PAUSE);
    const conversation = await only();
    expect(conversation.place.direct).toBe(true);
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    const chat = open.teams.posts(people.gus).filter((post) => post.from !== people.gus);
    expect(chat.map((post) => wordsOf(post.words)).at(-1)).toBe(conversation.drafts[0]!.text);
  });

  it('is a mention elsewhere, and the thread that began so', async () => {
    const { id } = await open.teams.writes(people.gus, places.elsewhere, PROBLEM, {
      mention: true,
    });
    await open.teams.writes(people.gus, places.elsewhere, 'the amount is 40 euros', { thread: id });
    await open.teams.writes(people.gus, places.elsewhere, 'my other invoice is wrong too');
    const conversation = await only();
    expect(conversation.messages.map((one) => one.text)).toEqual([
      PROBLEM,
      'the amount is 40 euros',
    ]);
  });

  it('brings a deleted message back when its author does', async () => {
    const { id } = await open.teams.writes(people.nora, places.support, PROBLEM);
    await open.pass(PAUSE);
    const at = { conversation: places.support, id };
    open.clock.advance(1_000);
    await open.teams.softDeletes(people.nora, at);
    expect(await heard()).toEqual([]);
    open.clock.advance(1_000);
    await open.teams.undeletes(people.nora, at);
    await open.pass(PAUSE);
    const conversation = await only();
    expect(conversation.messages[0]).toMatchObject({ id, text: PROBLEM });
    expect(conversation.messages[0]).not.toHaveProperty('deleted');
    expect((await open.rig.under(0)).some((seen) => seen.buttons.includes('send'))).toBe(true);
    open.clock.advance(1_000);
    await open.teams.softDeletes(people.nora, at);
    expect(await heard()).toEqual([]);
  });

  it('takes somebody whom no directory knows for a customer', async () => {
    await open.teams.writes(people.anon, places.support, PROBLEM);
    expect((await only()).customer).toMatchObject({ role: 'customer', name: 'Somebody' });
  });
});
