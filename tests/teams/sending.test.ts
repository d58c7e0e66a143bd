import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people, places } from '../fake-teams/cast.ts';
import type { How } from '../fake-teams/misbehaviour.ts';
import { pressables, wordsOf } from '../fake-teams/reading.ts';
import type { OpenTeams } from './open.ts';
import { openTeams } from './open.ts';

const PROBLEM = 'My invoice 4411 was charged twice and I need this fixed';
const PAUSE = 21_000;

describe('what leaves for Teams', () => {
  let open: OpenTeams;
  beforeEach(async () => {
    open = await openTeams({ policy: { acknowledge: false }, patience: 800 });
  });
  afterEach(() => open[Symbol.asyncDispose]());

  const problem = async (text = PROBLEM) => {
    const id = await open.rig.writes('Nora Customer', text);
    await open.pass(PAUSE);
    return id;
  };
  const said = async () => (await open.rig.customerSees()).map(({ text }) => text);
  const goesWrong = (how: How) =>
    open.teams.misbehave({
      operation: 'send',
      how,
      when: (_, conversation) => conversation.startsWith(places.support),
    });
  const draftNow = async () => (await open.desk.waiting())[0]?.drafts.at(-1)?.state;

  it('is the agent’s words in the customer’s thread: nothing in them is markup, and lines stay lines', async () => {
    const root = await problem();
    const mine =
      'Hi **Nora**,\n\n[link](https://evil.example) <b>x</b> <at>Nora</at> & "co".\nSee https://acme.example/?a=1&b=2.';
    await open.rig.presses('Ada Agent', 'edit', { text: mine });
    await open.settle();
    const post = open.teams.posts(places.support, root).at(-1)!;
    expect(post.words).toMatchObject({
      textFormat: 'xml',
      text: 'Hi &#42;&#42;Nora&#42;&#42;,<br/><br/>&#91;link&#93;(<a href="https://evil.example">https://evil.example</a>) &lt;b&gt;x&lt;/b&gt; &lt;at&gt;Nora&lt;/at&gt; &amp; &quot;co&quot;.<br/>See <a href="https://acme.example/?a=1&amp;b=2">https://acme.example/?a=1&amp;b=2</a>.',
      attachments: [],
      entities: [],
    });
    expect(await said()).toEqual([mine]);
  });

  it.each([{ status: 429, retryAfter: 7 }, { status: 412 }])(
    'waits and is sent once after HTTP $status',
    async (how) => {
      await problem();
      goesWrong(how);
      await open.rig.presses('Ada Agent', 'send');
      await open.settle();
      expect(await said()).toEqual([]);
      if (how.status === 429) {
        await open.pass(6_900);
        expect(await said()).toEqual([]);
      }
      await open.pass(60_000);
      expect(await said()).toHaveLength(1);
      expect(await open.desk.waiting()).toEqual([]);
    },
  );

  it.each([
    'hang',
    'drop',
    'accept-then-hang',
    'accept-then-drop',
    { acceptThen: 500 },
    { acceptThen: 502 },
    { acceptThen: 504 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
  ] satisfies How[])(
    'is never repeated by itself when nobody knows whether it arrived (%j)',
    async (how) => {
      await problem();
      goesWrong(how);
      await open.rig.presses('Ada Agent', 'send');
      await open.pass(3_600_000);
      const arrived = typeof how === 'object' ? 'acceptThen' in how : how.startsWith('accept');
      expect(await said()).toHaveLength(arrived ? 1 : 0);
      expect(await draftNow()).toMatchObject({ is: 'failed', uncertain: true });
      const thread = await open.rig.under(0);
      const draft = thread.find((seen) => seen.buttons.includes('arrived'))!;
      expect(draft.text).toContain('may or may not have been delivered');
      const post = open.teams.posts(places.triage).find((one) => one.id === draft.id)!;
      expect(pressables(post.words).map((one) => one.title)).toEqual(
        expect.arrayContaining(['Resend', 'It arrived']),
      );
    },
  );

  it.each([{ acceptThen: 502 }, { acceptThen: 504 }, { status: 503 }] satisfies How[])(
    'never acknowledges twice by itself, and agents read that nobody knows (%j)',
    async (how) => {
      await using other = await openTeams({ policy: { acknowledge: true } });
      other.teams.misbehave({
        operation: 'send',
        how,
        when: (_, conversation) => conversation.startsWith(places.support),
      });
      await other.rig.writes('Nora Customer', PROBLEM);
      await other.pass(3_600_000);
      expect(await other.rig.customerSees()).toHaveLength('acceptThen' in how ? 1 : 0);
      const shown = (await other.rig.under(0)).map(({ text }) => text).join('\n');
      expect(shown).toContain('The acknowledgement may or may not have reached the customer');
    },
  );

  it.each([502, 503, 504])('is shown to the team all the same after HTTP %d', async (status) => {
    open.teams.misbehave({ operation: 'create', how: { status } });
    open.teams.misbehave({ operation: 'send', how: { status } });
    await problem();
    await open.pass(60_000);
    expect(await open.rig.cards()).toHaveLength(1);
    const drafts = (await open.rig.under(0)).filter(({ buttons }) => buttons.includes('send'));
    expect(drafts).toHaveLength(1);
  });

  it('is done when an agent has looked and it arrived', async () => {
    await problem();
    goesWrong('accept-then-drop');
    await open.rig.presses('Ada Agent', 'send');
    await open.pass(60_000);
    await open.rig.presses('Sam Agent', 'arrived');
    await open.settle();
    expect(await said()).toHaveLength(1);
    expect(await open.desk.waiting()).toEqual([]);
    const shown = (await open.rig.under(0)).map(({ text }) => text).join('\n');
    expect(shown).toContain('Ada Agent sent it');
    await open.rig.presses('Sam Agent', 'arrived');
    await open.settle();
    expect((await open.rig.told('Sam Agent')).at(-1)).toContain('does not wait for anybody');
  });

  it('is sent again when an agent has looked and it did not arrive', async () => {
    await problem();
    goesWrong('drop');
    await open.rig.presses('Ada Agent', 'send');
    await open.pass(60_000);
    await open.rig.presses('Sam Agent', 'send');
    await open.pass(60_000);
    expect(await said()).toHaveLength(1);
    expect(await open.desk.waiting()).toEqual([]);
  });

  it.each([
    ['BotNotInConversationRoster', 403, 'Add the app to the team'],
    ['ConversationNotFound', 404, 'does not know this conversation'],
    ['MessageSizeTooBig', 413, 'too long'],
  ])('is refused for good by %s, and agents read what to do', async (code, status, remedy) => {
    await problem();
    goesWrong({ status, code });
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    const shown = (await open.rig.under(0)).map(({ text }) => text).join('\n');
    expect(shown).toContain(remedy);
    expect(await draftNow()).toMatchObject({ is: 'failed' });
    expect(await draftNow()).not.toHaveProperty('uncertain');
  });

  it('stays within what Teams allows in one thread', async () => {
    await using busy = await openTeams({ policy: { acknowledge: false }, fake: { rates: true } });
    const root = await busy.rig.writes('Nora Customer', PROBLEM);
    await busy.pass(PAUSE);
    for (let n = 0; n < 20; n++) {
      await busy.rig.writes('Nora Customer', `and invoice ${n} too, please`, { thread: root });
    }
    await busy.pass(PAUSE);
    await busy.pass(120_000);
    const shown = (await busy.rig.under(0)).map(({ text }) => text).join('\n');
    for (let n = 0; n < 20; n++) expect(shown).toContain(`invoice ${n} too`);
    expect(busy.teams.calls.filter((call) => call.status === 429)).toEqual([]);
  });

  it('is posted anew when the card was deleted', async () => {
    await problem();
    const card = open.teams.roots(places.triage)[0]!;
    card.deleted = true;
    await open.rig.presses('Ada Agent', 'take-over', { card: 0 }).catch(() => {});
    const [conversation] = await open.desk.waiting();
    await open.teams.invokes(
      people.ada,
      'adaptiveCard/action',
      {
        action: {
          type: 'Action.Execute',
          verb: 'take-over',
          data: { button: 'take-over', conversation: conversation!.id },
        },
        trigger: 'manual',
      },
      { conversation: places.triage, id: card.id },
    );
    await open.settle();
    const cards = open.teams.roots(places.triage);
    expect(cards).toHaveLength(1);
    expect(wordsOf(cards[0]!.words)).toContain('owner: Ada Agent');
  });

  it('stays far below the size that Teams takes, however much everybody wrote', async () => {
    const wide = '漢"\\\u0001\n'.repeat(4_000);
    const root = await problem(`My invoice is wrong. ${wide}`);
    await open.rig.edits('Nora Customer', root, `My invoice 2 is wrong. ${wide}`);
    await open.pass(PAUSE);
    await open.rig.presses('Ada Agent', 'edit', { text: '漢'.repeat(11_900) });
    await open.settle();
    const sizes = open.teams.calls
      .filter((call) => ['send', 'create', 'update'].includes(call.operation))
      .map((call) => Buffer.byteLength(JSON.stringify(call.body)));
    expect(Math.max(...sizes)).toBeLessThan(80 * 1024);
    expect((await said()).at(-1)).toBe('漢'.repeat(11_900));
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('shows cards that Teams understands, each with the same words for notifications', async () => {
    await problem();
    for (const post of [...open.teams.roots(places.triage), ...open.teams.posts(places.triage)]) {
      expect(post.words.attachments).toHaveLength(1);
      expect(post.sentWith['summary']).not.toBe('');
    }
  });

  it('never shows a draft or a note where customers are', async () => {
    await problem();
    await open.rig.presses('Ada Agent', 'regenerate', { text: 'shorter' });
    await open.settle();
    const sent = open.teams.calls.filter((call) => ['send', 'create'].includes(call.operation));
    const elsewhere = sent.filter(
      (call) =>
        !call.conversation.startsWith(places.triage) &&
        !JSON.stringify(call.body['channelData'] ?? '').includes(places.triage),
    );
    expect(elsewhere).toEqual([]);
  });
});
