import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people, places } from '../fake-slack/cast.ts';
import { pressables } from '../fake-slack/reading.ts';
import { type OpenSlack, openSlack } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice';

describe('what leaves for Slack', () => {
  let open: OpenSlack;
  let root: string;

  beforeEach(async () => {
    open = await openSlack({ patience: 150, policy: { acknowledge: false } });
    root = await open.rig.writes('Nora Customer', PROBLEM);
    await open.pass(30_000);
  });
  afterEach(() => open[Symbol.asyncDispose]());

  const replies = () => open.slack.messages(places.support, root).filter((m) => m.botId);
  const send = async () => {
    await open.rig.presses('Ada Agent', 'send', { draft: 1 });
    await open.settle();
  };

  it('goes into the customer’s thread, unfurls nothing and names its effect and nothing else', async () => {
    await send();
    const [reply, ...more] = replies();
    expect(more).toEqual([]);
    expect(reply!.threadTs).toBe(root);
    expect(reply!.sentWith).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      link_names: 'false',
      parse: 'none',
    });
    expect(reply!.metadata).toEqual({
      event_type: 'warmline',
      event_payload: { effect: expect.stringMatching(/^slack:.*\/\d+\/\d+$/) },
    });
    expect(reply!.blocks).toEqual([]);
  });

  it('names its effect on every message in the triage channel too', async () => {
    await send();
    const ours = open.slack.messages(places.triage).filter((m) => m.botId);
    expect(ours.length).toBeGreaterThan(1);
    for (const message of ours) {
      expect(Object.keys(message.metadata!['event_payload'] as object)).toEqual(['effect']);
      expect([...message.notified]).toEqual([]);
    }
  });

  it('waits as long as Slack asks and is sent once', async () => {
    open.slack.misbehave({ method: 'chat.postMessage', how: { status: 429, retryAfter: 30 } });
    await send();
    expect(replies()).toHaveLength(0);
    await open.pass(29_000);
    expect(replies()).toHaveLength(0);
    await open.pass(3_000);
    expect(replies()).toHaveLength(1);
  });

  it.each([
    ['answers 500', { status: 500 }],
    ['answers 503', { status: 503 }],
    ['cuts the connection', 'drop'],
    ['hangs', 'hang'],
    ['is limited within', { error: 'ratelimited' }],
  ] as const)('is sent once, later, when Slack %s', async (_, how) => {
    open.slack.misbehave({ method: 'chat.postMessage', how });
    await send();
    await open.pass(60_000);
    expect(replies()).toHaveLength(1);
  });

  it.each(['accept-then-hang', 'accept-then-drop'] as const)(
    'is found again and not sent twice when Slack took it and did not say so (%s)',
    async (how) => {
      open.slack.misbehave({ method: 'chat.postMessage', how });
      await send();
      await open.pass(60_000);
      expect(replies()).toHaveLength(1);
      expect(open.slack.calls.some((call) => call.method === 'conversations.replies')).toBe(true);
      const thread = await open.rig.under(0);
      expect(thread.some((seen) => seen.text.includes('Ada Agent sent it'))).toBe(true);
    },
  );

  it('reaches the customer though half a character was pasted into it', async () => {
    await open.rig.presses('Ada Agent', 'edit', { text: 'Done \ud83d and sent' });
    await open.pass(60_000);
    expect(replies().map((reply) => reply.text)).toEqual(['Done \ufffd and sent']);
  });

  it('posts one card when Slack took the first and did not say so, and reads no more of the channel for it', async () => {
    open.slack.misbehave({ method: 'chat.postMessage', how: 'accept-then-drop' });
    const begun = await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(60_000);
    expect(await open.rig.cards()).toHaveLength(2);
    expect((await open.rig.under(1)).filter((seen) => seen.buttons.includes('send'))).toHaveLength(
      1,
    );
    const [read] = open.slack.calls.filter(({ method }) => method === 'conversations.history');
    expect(read!.args['oldest']).toBe(begun.replace(/\..*/, ''));
  });

  it.each([
    ['channel_not_found', /\/invite/],
    ['restricted_action_thread_locked', /[Uu]nlock/],
    ['is_archived', /[Uu]narchive/],
    ['token_revoked', /[Ii]nstall the app again/],
  ])(
    'is given up at once when Slack says %s, and agents read what to do',
    async (error, remedy) => {
      open.slack.misbehave({
        method: 'chat.postMessage',
        how: { error },
        when: (args) => args['channel'] === places.support,
      });
      await send();
      await open.pass(5_000);
      expect(replies()).toHaveLength(0);
      const thread = (await open.rig.under(0)).map((seen) => seen.text).join('\n');
      expect(thread).toMatch(remedy);
      expect(thread).toContain('not delivered');
    },
  );

  it('can be sent after all once the fault is mended', async () => {
    open.slack.misbehave({
      method: 'chat.postMessage',
      how: { error: 'channel_not_found' },
      when: (args) => args['channel'] === places.support,
    });
    await send();
    await open.pass(5_000);
    await open.rig.presses('Sam Agent', 'send', { draft: 1 });
    await open.settle();
    expect(replies()).toHaveLength(1);
  });

  it.each(['message_not_found', 'cant_update_message'])(
    'posts a card anew when the old one cannot be changed: %s',
    async (error) => {
      open.slack.misbehave({ method: 'chat.update', how: { error } });
      await open.rig.presses('Sam Agent', 'take-over');
      await open.settle();
      const cards = await open.rig.cards();
      expect(cards).toHaveLength(2);
      expect(cards[1]!.text).toContain('Sam Agent');
    },
  );

  it('tells an agent who is not in the triage channel by direct message', async () => {
    await send();
    await open.slack.leaves(people.sam, places.triage);
    await open.rig.presses('Sam Agent', 'send', { draft: 1 });
    await open.settle();
    expect((await open.rig.told('Sam Agent')).at(-1)).toContain('already sent');
    expect(open.slack.world.ephemerals).toEqual([]);
  });

  it('goes to a channel’s new id after it was shared, and hears it there', async () => {
    await open.slack.renumbers(places.support, 'C0RENUMBER1');
    await open.rig.presses('Ada Agent', 'send', { draft: 1 });
    await open.settle();
    const there = () => open.slack.messages('C0RENUMBER1', root).filter((m) => m.botId);
    expect(there()).toHaveLength(1);
    await open.slack.writes(people.nora, 'C0RENUMBER1', 'It is wrong again, please help', {
      thread: root,
    });
    await open.pass(30_000);
    expect(await open.rig.cards()).toHaveLength(1);
    expect((await open.desk.waiting())[0]!.messages).toHaveLength(2);
  });

  it('offers nothing to press to anybody outside the triage channel', async () => {
    await send();
    for (const channel of [places.support, places.elsewhere]) {
      expect(
        open.slack
          .messages(channel)
          .flatMap((m) => pressables(m.blocks))
          .filter((b) => b.value),
      ).toEqual([]);
    }
    expect(open.slack.world.ephemerals.filter((one) => one.channel !== places.triage)).toEqual([]);
  });
});

describe('what a customer takes back', () => {
  it('stands nowhere in the triage channel any more', async () => {
    await using open = await openSlack({ policy: { acknowledge: false } });
    const root = await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
    await open.pass(30_000);
    await open.rig.deletes('Nora Customer', root);
    await open.settle();
    const shown = open.slack.messages(places.triage).filter((m) => m.botId);
    expect(shown.length).toBeGreaterThan(1);
    for (const { text, blocks } of shown) {
      expect(text + JSON.stringify(blocks)).not.toMatch(/4411|charged|double/);
    }
  });
});
