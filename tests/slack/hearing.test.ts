import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { install, people, places } from '../fake-slack/cast.ts';
import { type OpenSlack, openSlack } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice, please fix it';
const BOT = `<@${install.botUser}>`;

describe('what the bot hears in Slack', () => {
  let open: OpenSlack;
  beforeEach(async () => {
    open = await openSlack({ policy: { acknowledge: false } });
  });
  afterEach(async () => {
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
    await open[Symbol.asyncDispose]();
  });

  const pass = () => open.pass(30_000);
  const waiting = () => open.desk.waiting();
  const only = async () => {
    const found = await waiting();
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  it.each(['me_message', 'file_share'] as const)('a message of subtype %s', async (subtype) => {
    await open.slack.writes(people.nora, places.support, PROBLEM, { subtype });
    await pass();
    expect((await only()).messages[0]!.text).toBe(PROBLEM);
  });

  it('a reply that was also sent to the channel, as part of its thread', async () => {
    const root = await open.rig.writes('Nora Customer', PROBLEM);
    await open.slack.writes(people.nora, places.support, 'and it is urgent', {
      thread: root,
      subtype: 'thread_broadcast',
    });
    await pass();
    expect((await only()).messages).toHaveLength(2);
  });

  it.each(['channel_join', 'channel_topic', 'bot_message', 'reminder_add', 'moon_rise'])(
    'nothing of subtype %s',
    async (subtype) => {
      await open.slack.deliver({
        type: 'message',
        subtype,
        user: people.nora,
        text: PROBLEM,
        channel: places.support,
        channel_type: 'channel',
        ts: '1772445600.000200',
        event_ts: '1772445600.000200',
      });
      await pass();
      expect(await waiting()).toEqual([]);
    },
  );

  it.each([
    ['another bot', { bot_id: 'B1', user: people.robo }],
    ['a bot that poses as a person', { bot_profile: { id: 'B1' }, user: people.nora }],
    ['itself', { user: install.botUser }],
    ['nobody', {}],
    ['Slackbot', { user: 'USLACKBOT', bot_id: 'B01' }],
  ])('nothing by %s', async (_, who) => {
    await open.slack.deliver({
      type: 'message',
      text: PROBLEM,
      channel: places.support,
      channel_type: 'channel',
      ts: '1772445600.000200',
      event_ts: '1772445600.000200',
      ...who,
    });
    await pass();
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['numbers where texts belong', { text: 5, user: 7, ts: {} }],
    ['lists where texts belong', { text: [], user: [people.nora], channel: [] }],
    [
      'a file that is none',
      { user: people.nora, files: [null, 3, {}], ts: '1772445600.1', text: '' },
    ],
    ['a change of nothing', { subtype: 'message_changed' }],
    ['a deletion of nothing', { subtype: 'message_deleted' }],
  ])('without stumbling over %s', async (_, odd) => {
    await open.slack.deliver({
      type: 'message',
      channel: places.support,
      channel_type: 'channel',
      ...odd,
    });
    await open.settle();
    await open.rig.writes('Nora Customer', PROBLEM);
    await pass();
    expect((await waiting()).some((one) => one.messages.some((m) => m.text === PROBLEM))).toBe(
      true,
    );
  });

  it('one request where a mention in a support channel comes as two events', async () => {
    await open.slack.writes(people.nora, places.support, `${BOT} ${PROBLEM}`);
    await pass();
    expect((await only()).messages.map((m) => m.text)).toEqual([PROBLEM]);
  });

  it('a mention in another channel, and the rest of its thread without one', async () => {
    const { ts } = await open.slack.writes(people.nora, places.elsewhere, `${BOT} ${PROBLEM}`);
    await pass();
    await open.slack.writes(people.nora, places.elsewhere, 'it is 40 euros', { thread: ts });
    await open.slack.writes(people.ben, places.elsewhere, 'my order is late, please help');
    await pass();
    expect((await only()).messages.map((m) => m.text)).toEqual([PROBLEM, 'it is 40 euros']);
    await open.slack.writes(people.sam, places.elsewhere, 'I am on it', { thread: ts });
    await open.settle();
    expect(await waiting()).toEqual([]);
  });

  it('a direct message of a customer, and answers it there', async () => {
    const { ts } = await open.slack.writes(people.nora, people.nora, PROBLEM);
    await pass();
    expect((await only()).place.direct).toBe(true);
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    expect(await open.rig.customerSees()).toEqual([
      { text: expect.stringContaining('Nora'), thread: ts, buttons: [] },
    ]);
  });

  it('files, as links that agents can follow', async () => {
    await open.slack.writes(people.nora, places.support, '', { files: ['bill <1>.pdf'] });
    await pass();
    const [file] = (await only()).messages[0]!.files;
    expect(file).toMatchObject({ name: 'bill <1>.pdf' });
    expect(file!.url).toMatch(/^https:\/\/acme\.slack\.com\/files\//);
    expect((await open.rig.cards())[0]!.text).toContain('bill <1>.pdf');
  });

  it('a file that cannot be looked up, by a name of our own', async () => {
    open.slack.misbehave({ method: 'files.info', how: { error: 'file_not_found' } });
    await open.slack.writes(people.nora, places.support, 'see here, it is broken', {
      files: ['a.pdf'],
    });
    await pass();
    expect((await open.rig.cards())[0]!.text).toContain('a file');
  });

  it('no change where Slack only unfolded a link', async () => {
    const ts = await open.rig.writes('Nora Customer', `${PROBLEM} https://a.example`);
    await pass();
    await open.slack.unfurls({ channel: places.support, ts });
    await pass();
    expect((await only()).drafts).toHaveLength(1);
  });

  it('no change where the team edits or deletes its own answer', async () => {
    const root = await open.rig.writes('Nora Customer', PROBLEM);
    const answer = await open.rig.writes('Sam Agent', 'I am on it', { thread: root });
    await open.rig.edits('Sam Agent', answer, 'I am looking into it');
    await open.rig.deletes('Sam Agent', answer);
    await open.settle();
    expect(await open.rig.cards()).toHaveLength(1);
  });

  it('that a customer deleted the first message of a thread with replies', async () => {
    const root = await open.rig.writes('Nora Customer', PROBLEM);
    await pass();
    await open.rig.writes('Cole Colleague', 'hm', { thread: root });
    await open.rig.deletes('Nora Customer', root);
    await open.settle();
    expect(await waiting()).toEqual([]);
    expect((await open.rig.cards())[0]!.text).not.toContain('4411');
  });

  it('what was forwarded as part of what was said', async () => {
    await open.slack.deliver({
      type: 'message',
      user: people.nora,
      text: 'this is still so, please help',
      attachments: [
        { is_share: true, text: PROBLEM },
        { from_url: 'https://x', text: 'an unfurl' },
      ],
      channel: places.support,
      channel_type: 'channel',
      ts: '1772445600.000200',
      event_ts: '1772445600.000200',
    });
    await pass();
    expect((await only()).messages[0]!.text).toBe(`this is still so, please help\n${PROBLEM}`);
  });
});
