import { ErrorCode, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groups, people, places } from './cast.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { linksOf, pressables, wordsOf } from './reading.ts';
import { silent } from './silent.ts';

let slack: FakeSlack;
let now: number;
let client: WebClient;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 9);
  slack = await startFakeSlack({ clock: { now: () => now } });
  client = connect();
});
afterEach(() => slack.close());

function connect(token = slack.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 300,
    logger: silent,
  });
}

const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error) => error.data?.error ?? error.code,
  );

describe('the Web API of the fake Slack', () => {
  it('knows the bot by its token and nobody by another', async () => {
    expect(await client.auth.test()).toMatchObject({ ok: true, user_id: 'U0WARMLINE1' });
    expect(await code(connect('xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await code(client.apiCall('chat.teleport'))).toBe('unknown_method');
  });

  it('posts, updates, and keeps what a message said before', async () => {
    const { ts } = await client.chat.postMessage({
      channel: places.support,
      text: 'first &lt;b&gt;',
      blocks: [section('*first*')],
      unfurl_links: false,
      metadata: { event_type: 'warmline', event_payload: { effect: 'c1/1/0' } },
    });
    await client.chat.update({ channel: places.support, ts: ts!, text: 'second', blocks: [] });
    const [message] = slack.messages(places.support);
    expect(message).toMatchObject({ text: 'second', edited: { user: 'U0WARMLINE1' } });
    expect(message!.earlier.map(wordsOf)).toEqual(['*first*']);
    expect(message!.sentWith['unfurl_links']).toBe('false');
  });

  it('gives metadata back only when asked, in threads and in the channel', async () => {
    const metadata = { event_type: 'warmline', event_payload: { effect: 'c1/1/0' } };
    const root = await slack.writes(people.nora, places.support, 'hello');
    const posted = { channel: places.support, thread_ts: root.ts, text: 'hi', metadata };
    await client.chat.postMessage(posted);
    const ask = { channel: places.support, ts: root.ts };
    const plain = await client.conversations.replies(ask);
    const full = await client.conversations.replies({ ...ask, include_all_metadata: true });
    expect(plain.messages!.map((one) => one.text)).toEqual(['hello', 'hi']);
    expect(plain.messages![1]).not.toHaveProperty('metadata');
    expect(full.messages![1]).toMatchObject({
      metadata,
      thread_ts: root.ts,
      bot_id: 'B0WARMLINE1',
    });
    const history = await client.conversations.history({ channel: places.support });
    expect(history.messages!.map((one) => [one.text, one.reply_count])).toEqual([['hello', 1]]);
  });

  it('pages a history newest first within bounds', async () => {
    const stamps: string[] = [];
    for (let i = 0; i < 5; i++)
      stamps.push((await slack.writes(people.ben, places.elsewhere, `m${i}`)).ts);
    const ask = { channel: places.elsewhere, limit: 2, oldest: stamps[0]! };
    const first = await client.conversations.history(ask);
    const cursor = first.response_metadata!.next_cursor!;
    const second = await client.conversations.history({ ...ask, cursor });
    const read = [...first.messages!, ...second.messages!].map((one) => one.text);
    expect(read).toEqual(['m4', 'm3', 'm2', 'm1']);
    expect(second.response_metadata!.next_cursor).toBe('');
  });

  it('gives every message its own growing timestamp while the clock stands still', async () => {
    const { ts: one } = await slack.writes(people.nora, places.support, 'a');
    const { ts: two } = await slack.writes(people.nora, places.support, 'b');
    now -= 60_000;
    const { ts: three } = await slack.writes(people.nora, places.support, 'c');
    expect(Number(two)).toBeGreaterThan(Number(one));
    expect(Number(three)).toBeGreaterThan(Number(two));
  });

  it('records who would be pinged, and nobody for escaped words', async () => {
    const text = 'hey <!channel> <@U0ADA000001> &lt;!here&gt; @everyone';
    await client.chat.postMessage({ channel: places.support, text });
    await client.chat.postMessage({ channel: places.support, text: '&lt;!channel&gt; @channel' });
    const blocks = [section('<!subteam^S0AGENTS001> <https://evil.example|bank.example>')];
    await client.chat.postMessage({ channel: places.support, text: 'x', blocks });
    const [loud, quiet, blocky] = slack.messages(places.support);
    expect([...loud!.notified]).toEqual(['channel', people.ada]);
    expect([...quiet!.notified]).toEqual([]);
    expect([...blocky!.notified]).toEqual([groups.agents]);
    expect(linksOf(blocky!)).toEqual([{ url: 'https://evil.example', label: 'bank.example' }]);
  });

  it('refuses with the codes of Slack', async () => {
    const post = (more: object) => code(client.apiCall('chat.postMessage', { text: 'x', ...more }));
    const { ts: hers } = await slack.writes(people.nora, places.support, 'mine');
    slack.world.channels.get(places.elsewhere)!.members.delete('U0WARMLINE1');
    expect(await post({ channel: 'C0NOWHERE00' })).toBe('channel_not_found');
    expect(await post({ channel: places.elsewhere })).toBe('not_in_channel');
    expect(await post({ channel: places.support, thread_ts: '1.2' })).toBe('thread_not_found');
    expect(await post({ channel: places.support, text: '' })).toBe('no_text');
    expect(await post({ channel: places.support, text: 'x'.repeat(40_001) })).toBe('msg_too_long');
    const update = { channel: places.support, text: 'x' };
    expect(await code(client.chat.update({ ...update, ts: hers }))).toBe('cant_update_message');
    expect(await code(client.chat.update({ ...update, ts: '1.2' }))).toBe('message_not_found');
    const whisper = { channel: places.triage, user: people.nora, text: 'x' };
    expect(await code(client.chat.postEphemeral(whisper))).toBe('user_not_in_channel');
  });

  it.each([
    ['a section of 3001 characters', [section('x'.repeat(3001))]],
    ['an empty section', [section('')]],
    ['51 blocks', Array.from({ length: 51 }, () => section('x'))],
    [
      '26 buttons',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, i) => button(i)) }],
    ],
    ['a button label of 76', [{ type: 'actions', elements: [button(1, 'x'.repeat(76))] }]],
    [
      'a value of 2001',
      [{ type: 'actions', elements: [{ ...button(1), value: 'x'.repeat(2001) }] }],
    ],
    ['one action id twice', [{ type: 'actions', elements: [button(1), button(1)] }]],
    [
      'one block id twice',
      [section('a'), section('b')].map((one) => ({ ...one, block_id: 'same' })),
    ],
    ['an unknown block', [{ type: 'hologram' }]],
    ['an alert in a message', [{ type: 'alert', text: { type: 'plain_text', text: 'x' } }]],
  ])('takes no blocks with %s', async (_, blocks) => {
    const post = { channel: places.support, text: 'x', blocks };
    expect(await code(client.apiCall('chat.postMessage', post))).toBe('invalid_blocks');
  });

  it('opens one modal for one trigger, within three seconds', async () => {
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: 'Edit' },
      blocks: [section('…')],
    };
    const open = (trigger_id: string, more = {}) =>
      code(client.apiCall('views.open', { trigger_id, view: { ...view, ...more } }));
    const trigger = slack.newTrigger(people.ada);
    expect(await open(trigger, { title: { type: 'plain_text', text: 'x'.repeat(25) } })).toBe(
      'invalid_arguments',
    );
    expect(await open(trigger)).toBe('ok');
    expect(await open(trigger)).toBe('exchanged_trigger_id');
    const late = slack.newTrigger(people.ada);
    now += 3001;
    expect(await open(late)).toBe('expired_trigger_id');
    expect(await open('1.2.3')).toBe('invalid_trigger_id');
    expect([...slack.world.views.values()].map((one) => one.user)).toEqual([people.ada]);
  });

  it('tells who is at home, who is a guest and who is in a group', async () => {
    const who = async (user: string) => (await client.users.info({ user })).user!;
    expect(await who(people.nora)).toMatchObject({ team_id: 'T0CUSTOMER1', is_stranger: false });
    expect(await who(people.gus)).toMatchObject({
      team_id: 'T0HOME00001',
      is_ultra_restricted: true,
    });
    const group = await client.usergroups.users.list({ usergroup: groups.agents });
    expect(group.users).toEqual([people.ada, people.sam]);
    const members = await client.conversations.members({ channel: places.triage, limit: 2 });
    expect(members.members).toHaveLength(2);
    expect(members.response_metadata!.next_cursor).not.toBe('');
  });

  it('asks for the scopes it was not granted', async () => {
    await using strict = await startFakeSlack({ scopes: ['chat:write', 'channels:read'] });
    const bot = new WebClient(strict.botToken, { slackApiUrl: strict.apiUrl, logger: silent });
    await bot.conversations.info({ channel: places.support });
    const refused = bot.conversations.info({ channel: places.triage });
    await expect(refused).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'groups:read' },
    });
  });

  it('goes wrong on cue: rate limits, faults, silence and broken lines', async () => {
    const post = () => client.chat.postMessage({ channel: places.support, text: 'x' });
    const method = 'chat.postMessage';
    slack.misbehave({ method, how: { status: 429, retryAfter: 7 } });
    await expect(post()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 7 });
    slack.misbehave({ method, how: { status: 500 } });
    await expect(post()).rejects.toMatchObject({ code: ErrorCode.HTTPError, statusCode: 500 });
    slack.misbehave({ method, how: { error: 'restricted_action_thread_locked' } });
    expect(await code(post())).toBe('restricted_action_thread_locked');
    slack.misbehave({ method, how: 'hang' });
    slack.misbehave({ method, how: 'drop' });
    await expect(post()).rejects.toMatchObject({ code: ErrorCode.RequestError });
    await expect(post()).rejects.toMatchObject({ code: ErrorCode.RequestError });
    expect(slack.messages(places.support)).toHaveLength(0);
    slack.misbehave({ method, how: 'accept-then-hang' });
    slack.misbehave({ method, how: 'accept-then-drop' });
    await expect(post()).rejects.toMatchObject({ code: ErrorCode.RequestError });
    await expect(post()).rejects.toMatchObject({ code: ErrorCode.RequestError });
    expect(slack.messages(places.support)).toHaveLength(2);
    await post();
  });

  it('lists what can be pressed', async () => {
    const blocks = [{ type: 'actions', elements: [button(1), button(2)] }];
    await client.apiCall('chat.postMessage', { channel: places.triage, text: 'x', blocks });
    const [message] = slack.roots(places.triage);
    expect(pressables(message!.blocks).map((one) => one.actionId)).toEqual(['a1', 'a2']);
  });
});

function button(number: number, label = 'Press') {
  return { type: 'button', action_id: `a${number}`, text: { type: 'plain_text', text: label } };
}
