import { type Activity, TeamsActivityHandler, type TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerTenant, homeTenant, objectIds, people, places, teamIds } from './cast.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { type SdkBot, startSdkBot } from './sdk-bot.ts';
import type { Json } from './state.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const ADAPTIVE = { contentType: CARD };

const card = (body: Json[], actions: Json[] = []): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});
const line = (text: string): Json => ({ type: 'TextBlock', text });

/** A card such as agents get: a button that acts, one that opens a dialog, one that folds a card out. */
const draft = card(
  [line('A draft')],
  [
    {
      type: 'Action.Execute',
      title: 'Send',
      verb: 'send',
      data: { draft: 1 },
      fallback: { type: 'Action.Submit', title: 'Send', data: { draft: 1, old: true } },
    },
    { type: 'Action.Submit', title: 'Edit', data: { draft: 1, msteams: { type: 'task/fetch' } } },
    {
      type: 'Action.ShowCard',
      title: 'Hint',
      card: card(
        [{ type: 'Input.Text', id: 'hint', label: 'Hint', value: 'shorter' }],
        [{ type: 'Action.Submit', title: 'Go', data: { draft: 1 } }],
      ),
    },
  ],
);
const dialog = card(
  [
    { type: 'Input.Text', id: 'reply', label: 'Reply', value: 'as it was', isRequired: true },
    {
      type: 'Input.ChoiceSet',
      id: 'which',
      label: 'Which',
      isMultiSelect: true,
      choices: ['a', 'b', 'c'].map((value) => ({ title: value.toUpperCase(), value })),
    },
  ],
  [{ type: 'Action.Submit', title: 'Send', data: { draft: 1 } }],
);
const opened = (content: Json) => ({
  task: {
    type: 'continue' as const,
    value: { title: 'Edit', width: 'medium', height: 'medium', card: { ...ADAPTIVE, content } },
  },
});

let teams: FakeTeams;
let bot: SdkBot;
let heard: Activity[];
/** What the bot answers to an Action.Execute. */
let answer: Json;

/** A small bot of Microsoft's SDK that does a bit of everything. */
class Handler extends TeamsActivityHandler {
  override async run(context: TurnContext) {
    heard.push(context.activity);
    if (context.activity.text === 'draft')
      await context.sendActivity({
        type: 'message',
        attachments: [{ ...ADAPTIVE, content: draft }],
      });
    await super.run(context);
  }
  override async onAdaptiveCardInvoke() {
    return answer as never;
  }
  override async handleTeamsTaskModuleFetch() {
    return opened(dialog) as never;
  }
  override async handleTeamsTaskModuleSubmit(_: TurnContext, { data }: { data: Json }) {
    if (data['reply'] === 'no')
      return opened({
        ...dialog,
        body: [line('Not that.'), ...(dialog['body'] as Json[])],
      }) as never;
    if (data['reply'] === 'late') return { task: { type: 'message', value: 'Too late.' } } as never;
    return undefined as never;
  }
  override async handleTeamsMessagingExtensionFetchTask() {
    return opened(dialog) as never;
  }
  override async handleTeamsMessagingExtensionSubmitAction() {
    return {} as never;
  }
}

beforeEach(async () => {
  heard = [];
  answer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' };
  teams = await startFakeTeams();
  const handler = new Handler();
  bot = await startSdkBot(teams, (context) => handler.run(context));
});
afterEach(async () => {
  await bot.close();
  await teams.close();
});

/** Somebody asks for a draft in a thread; the card that came of it. */
async function drafted(user: string = people.ada) {
  const { id } = await teams.writes(user, places.triage, 'draft');
  return teams.posts(places.triage, id)[0]!;
}

describe('a bot of Microsoft’s SDK behind the fake Teams', () => {
  it('hears people where they write, as who they are', async () => {
    const root = await teams.writes(people.nora, places.support, 'hello');
    expect(root.ok).toBe(true);
    await teams.writes(people.gus, places.support, 'me too', { thread: root.id });
    await teams.writes(people.anon, places.group, 'and I');
    await teams.writes(people.ada, people.ada, 'queue');
    const base = places.support;
    expect(
      heard.map(({ conversation: { id, conversationType }, from, text }) => [
        conversationType,
        id,
        from.aadObjectId,
        text,
      ]),
    ).toEqual([
      ['channel', `${base};messageid=${root.id}`, objectIds.nora, 'hello'],
      ['channel', `${base};messageid=${root.id}`, objectIds.gus, 'me too'],
      ['groupChat', places.group, undefined, 'and I'],
      ['personal', expect.stringMatching(/^a:1/), objectIds.ada, 'queue'],
    ]);
    // A shared channel's tenant is its host's; the author's own is only in the roster.
    expect(heard[0]).toMatchObject({
      id: root.id,
      serviceUrl: teams.serviceUrl,
      recipient: { id: `28:${teams.appId}` },
      channelData: { tenant: { id: homeTenant }, channel: { id: base, type: 'shared' } },
      attachments: [{ contentType: 'text/html', content: '<p>hello</p>' }],
    });
    expect(JSON.stringify(heard[0])).not.toContain(customerTenant);
  });

  it('without consent hears in channels and group chats only what mentions it', async () => {
    teams.world.hears.channels = false;
    teams.world.hears.chats = false;
    await teams.writes(people.nora, places.support, 'hello');
    await teams.writes(people.nora, places.group, 'hello');
    await teams.writes(people.nora, places.support, 'see', { mention: people.ada });
    await teams.writes(people.ada, places.support, 'a < b', { mention: true, encoded: true });
    await teams.writes(people.ada, people.ada, 'hello');
    expect(heard.map(({ text }) => text)).toEqual(['<at>Warmline</at>&nbsp;a &lt; b', 'hello']);
    expect(heard[0]!.entities![0]).toMatchObject({
      type: 'mention',
      mentioned: { id: `28:${teams.appId}`, name: 'Warmline' },
    });
  });

  it('is told of edits, deletions, their undoing, files, reactions and other bots', async () => {
    const { id } = await teams.writes(people.nora, places.support, 'one', { files: ['a.png'] });
    const post = { conversation: places.support, id };
    await teams.edits(people.nora, post, 'two');
    await teams.softDeletes(people.nora, post);
    expect(teams.posts(places.support)).toEqual([]);
    await teams.undeletes(people.nora, post);
    await teams.reacts(people.ben, post);
    await teams.botWrites(places.support, 'beep');
    expect(
      heard.map((one) => [one.type, one.channelData.eventType, one.text ?? '', one.id === id]),
    ).toEqual([
      ['message', undefined, 'one', true],
      ['messageUpdate', 'editMessage', 'two', true],
      ['messageDelete', 'softDeleteMessage', '', true],
      ['messageUpdate', 'undeleteMessage', 'two', true],
      ['messageReaction', undefined, '', false],
      ['message', undefined, 'beep', false],
    ]);
    expect(heard[0]!.attachments![1]).toMatchObject({ name: 'a.png' });
    expect(heard[5]!.from.id).toMatch(/^28:/);
    expect(teams.posts(places.support)[0]!.earlier.map((one) => one.text)).toEqual(['one']);
  });

  it('gets a press with the button’s data, and its answer is for the presser alone', async () => {
    const post = await drafted();
    const done = await teams.presses(people.ada, post, 'Send', { overrideData: { draft: 9 } });
    expect(done).toMatchObject({ ok: true, said: 'Done.' });
    const press = heard.at(-1)!;
    expect(press).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: post.id,
      from: { id: people.ada },
      value: { action: { type: 'Action.Execute', verb: 'send', data: { draft: 9 } } },
    });
    answer = { statusCode: 200, type: CARD, value: card([line('Sent')]) };
    await teams.presses(people.ada, post, 'send');
    expect(post.views.get(people.ada)).toMatchObject({ body: [line('Sent')] });
    await expect(teams.presses(people.ada, post, 'Send')).rejects.toThrow('Nothing to press');
    expect((await teams.presses(people.ada, post, 'Send', { stale: true })).ok).toBe(true);
    expect((await teams.presses(people.sam, post, 'Send')).ok).toBe(true);
  });

  it('has gone wrong for the presser when its answer has no shape', async () => {
    const post = await drafted();
    for (const bad of [{}, { statusCode: 200, type: CARD, value: {} }]) {
      answer = bad;
      const done = await teams.presses(people.ada, post, 'Send');
      expect(done).toMatchObject({ ok: false, said: expect.stringContaining('went wrong') });
    }
    expect(teams.world.invokes).toHaveLength(2);
  });

  it('gets old clients’ presses, and those on cards folded out, as messages with a value', async () => {
    const post = await drafted();
    await teams.presses(people.ada, post, 'Send', { old: true });
    await teams.presses(people.ada, post, 'Go', { filling: { hint: 'warmer' } });
    await teams.presses(people.ada, post, 'Go');
    expect(heard.slice(1).map(({ type, text, value }) => [type, text, value])).toEqual([
      ['message', undefined, { draft: 1, old: true }],
      ['message', undefined, { draft: 1, hint: 'warmer' }],
      ['message', undefined, { draft: 1, hint: 'shorter' }],
    ]);
    expect(heard[1]!.replyToId).toBe(post.id);
    await expect(teams.presses(people.ada, post, 'Hint')).rejects.toThrow('is not told');
  });

  it('takes a dialog from a press to a submission, faults shown on the way', async () => {
    const post = await drafted();
    const { dialog: shown } = await teams.presses(people.ada, post, 'Edit');
    expect(shown).toMatchObject({ user: people.ada, open: true, value: { title: 'Edit' } });
    const id = shown!.id;
    await expect(teams.submits(people.ada, id, { filling: { reply: '' } })).rejects.toThrow(
      'required',
    );
    await expect(teams.submits(people.sam, id)).rejects.toThrow('another');
    await teams.submits(people.ada, id, { filling: { reply: 'no', which: ['a', 'c'] } });
    expect(heard.at(-1)!.value.data).toEqual({ draft: 1, reply: 'no', which: 'a,c' });
    expect(shown!.open).toBe(true);
    expect(shown!.earlier).toHaveLength(1);
    await teams.submits(people.ada, id);
    expect(shown!.open).toBe(false);
    await expect(teams.submits(people.ada, id)).rejects.toThrow('closed');
    const { dialog: late } = await teams.presses(people.ada, post, 'Edit');
    const told = await teams.submits(people.ada, late!.id, { filling: { reply: 'late' } });
    expect(told.said).toBe('Too late.');
    expect(heard.map(({ name }) => name).slice(1)).toEqual([
      'task/fetch',
      'task/submit',
      'task/submit',
      'task/fetch',
      'task/submit',
    ]);
  });

  it('is handed the message when somebody uses its message extension', async () => {
    const { id } = await teams.writes(people.nora, places.support, 'my <words>');
    const post = { conversation: places.support, id };
    const { dialog: shown } = await teams.messageExtension(people.sam, 'draftReply', post);
    await teams.submits(people.sam, shown!.id);
    const [fetched, submitted] = heard.slice(1);
    expect(fetched).toMatchObject({
      name: 'composeExtension/fetchTask',
      value: {
        commandId: 'draftReply',
        commandContext: 'message',
        messagePayload: {
          id,
          body: { contentType: 'html', content: '<p>my &lt;words&gt;</p>' },
          from: { user: { id: objectIds.nora } },
        },
      },
    });
    expect(submitted).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'draftReply', data: { reply: 'as it was' }, messagePayload: { id } },
    });
    expect(shown!.open).toBe(false);
  });

  it('is told who comes and goes, and where it is added', async () => {
    await teams.joins(people.cole, places.support);
    await teams.leaves(people.ben, places.support);
    await teams.joins(people.ben, teamIds.acme);
    await teams.uninstalls(people.ada, places.triage);
    expect((await teams.writes(people.ada, places.triage, 'anyone?')).ack).toBeUndefined();
    await teams.installs(people.ada, places.triage);
    await teams.happens('channelRenamed', people.ada, places.support);
    expect(heard.map((one) => [one.type, one.channelData.eventType ?? one.action])).toEqual([
      ['conversationUpdate', 'channelMemberAdded'],
      ['conversationUpdate', 'channelMemberRemoved'],
      ['conversationUpdate', 'teamMemberAdded'],
      ['installationUpdate', 'remove'],
      ['conversationUpdate', 'channelMemberRemoved'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', 'channelMemberAdded'],
      ['conversationUpdate', 'channelRenamed'],
    ]);
    await expect(teams.writes(people.ben, places.support, 'hi')).rejects.toThrow('is not in');
  });
});

describe('delivery', () => {
  it('is tried again only if the test says that Teams does', async () => {
    const { createServer } = await import('node:http');
    let asked = 0;
    const failing = createServer((_, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve));
    const { port } = failing.address() as { port: number };
    await using stubborn = await startFakeTeams({
      retryDelays: [0, 0],
      botUrl: `http://127.0.0.1:${port}/`,
    });
    const { ok } = await stubborn.writes(people.nora, places.support, 'anyone?');
    await stubborn.courier.settled();
    expect([ok, asked]).toEqual([false, 3]);
    teams.courier.botUrl = stubborn.courier.botUrl;
    await teams.writes(people.nora, places.support, 'anyone?');
    await teams.courier.settled();
    expect(asked).toBe(4);
    failing.closeAllConnections();
    failing.close();
  });

  it('gives up waiting for a bot that says nothing', async () => {
    const { createServer } = await import('node:net');
    const mute = createServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as { port: number };
    await using hasty = await startFakeTeams({
      patience: 200,
      botUrl: `http://127.0.0.1:${port}/`,
    });
    const { ack } = await hasty.writes(people.nora, places.support, 'anyone?');
    expect(ack).toMatchObject({ ok: false, status: 0 });
    mute.close();
  });
});
