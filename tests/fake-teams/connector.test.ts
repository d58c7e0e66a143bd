import { type Activity, type ConversationReference, TeamsInfo, type TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardFaults } from './cards.ts';
import { customerTenant, homeTenant, objectIds, people, places, teamIds } from './cast.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { linksOf, pingedBy, pressables, wordsOf } from './reading.ts';
import { type SdkBot, startSdkBot } from './sdk-bot.ts';
import { type Json, threadedId } from './state.ts';

let teams: FakeTeams;
let bot: SdkBot;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 9);
  teams = await startFakeTeams({ clock: { now: () => now }, pageSize: 2, rates: true });
  bot = await startSdkBot(teams, async () => {});
});
afterEach(async () => {
  await bot.close();
  await teams.close();
});

/** The bot acts in a conversation on its own account, as Microsoft's SDK has it. */
async function inside<T>(id: string, act: (context: TurnContext) => Promise<T>): Promise<T> {
  const reference = {
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    bot: { id: teams.world.bot.id, name: 'Warmline' },
    conversation: {
      id,
      tenantId: homeTenant,
      isGroup: true,
      conversationType: 'channel',
      name: '',
    },
  } satisfies Partial<ConversationReference>;
  let result: T | undefined;
  await bot.adapter.continueConversationAsync(teams.appId, reference, async (context) => {
    // The SDK would try again by itself, even what may have arrived.
    clientOf(context).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    result = await act(context);
  });
  return result as T;
}

interface Client {
  readonly client: { readonly pipeline: { removePolicy(policy: { name: string }): void } };
  readonly conversations: {
    createConversation(parameters: Json): Promise<{ id: string; activityId?: string }>;
  };
}

function clientOf({ adapter, turnState }: TurnContext): Client {
  return turnState.get(adapter.ConnectorClientKey) as Client;
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error) => error.code ?? error.statusCode ?? error.name,
  );

const card = (more: Json = {}): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Hello', wrap: true }],
  ...more,
});
const attached = (content: Json): Partial<Activity> => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});
const execute = (title: string): Json => ({
  type: 'Action.Execute',
  title,
  verb: title.toLowerCase(),
  fallback: { type: 'Action.Submit', title },
});

describe('the connector of the fake Teams', () => {
  it('puts a reply into the thread its id names, and a new post where it names none', async () => {
    const root = await teams.writes(people.nora, places.support, 'hello');
    const thread = threadedId(places.support, root.id);
    await inside(thread, (context) => context.sendActivity('in the thread'));
    await inside(places.support, (context) => context.sendActivity('a new post'));
    expect(teams.posts(places.support, root.id).map((one) => one.words.text)).toEqual([
      'in the thread',
    ]);
    expect(teams.roots(places.support).map((one) => one.words.text)).toEqual([
      'hello',
      'a new post',
    ]);
    expect(await code(inside(`${places.support};messageid=1`, (c) => c.sendActivity('?')))).toBe(
      'ConversationNotFound',
    );
  });

  it('changes and deletes the bot’s own posts and keeps what they said', async () => {
    const asked = await teams.writes(people.nora, places.support, 'hello');
    await inside(places.triage, async (context) => {
      const { id } = (await context.sendActivity('first'))!;
      await context.updateActivity({ type: 'message', id, text: 'second' });
      const [post] = teams.roots(places.triage);
      expect(post).toMatchObject({ words: { text: 'second' }, edited: true });
      expect(post!.earlier.map((one) => one.text)).toEqual(['first']);
      await context.deleteActivity(id);
      expect(teams.roots(places.triage)).toEqual([]);
      expect(await code(context.updateActivity({ type: 'message', id, text: 'x' }))).toBe(
        'ActivityNotFoundInConversation',
      );
    });
    await inside(places.support, async (context) => {
      expect(await code(context.deleteActivity(asked.id))).toBe('BadArgument');
    });
  });

  it('opens threads in channels and chats with one person, and nothing else', async () => {
    await inside(places.support, async (context) => {
      const [{ conversation }] = await TeamsInfo.sendMessageToTeamsChannel(
        context,
        { type: 'message', text: 'a case' } as Activity,
        places.triage,
        teams.appId,
      );
      const [root] = teams.roots(places.triage);
      expect(root).toMatchObject({ words: { text: 'a case' } });
      expect(conversation.id).toBe(threadedId(places.triage, root!.id));

      const { conversations } = clientOf(context);
      const open = (id: string, more: Json = {}) =>
        conversations.createConversation({
          isGroup: false,
          members: [{ id, name: '' }],
          tenantId: homeTenant,
          ...more,
        });
      const first = await open(people.ada);
      const again = await open(people.ada);
      expect([first.id, first.activityId]).toEqual([again.id, undefined]);
      await inside(first.id, (direct) => direct.sendActivity('only for you'));
      expect(teams.posts(people.ada).map((one) => one.words.text)).toEqual(['only for you']);
      expect(await code(open(people.nora))).toBe('BotNotInConversationRoster');
      expect(await code(open(people.ada, { isGroup: true }))).toBe('BadSyntax');
      expect(await code(open(people.ada, { tenantId: undefined }))).toBe('Forbidden');
      expect(await code(open(objectIds.ada))).toBe('BadSyntax');
    });
  });

  it('knows who is who, in pages', async () => {
    const root = await teams.writes(people.nora, places.support, 'hello');
    await inside(threadedId(places.support, root.id), async (context) => {
      const seen = [];
      let token: string | undefined;
      do {
        const page = await TeamsInfo.getPagedMembers(context, 50, token);
        expect(page.members.length).toBeLessThanOrEqual(2);
        seen.push(...page.members);
        token = page.continuationToken;
      } while (token);
      expect(seen).toHaveLength(9);
      const nora = seen.find((one) => one.id === people.nora)!;
      expect(nora).toMatchObject({ aadObjectId: objectIds.nora, tenantId: customerTenant });
      expect(seen.find((one) => one.id === people.gus)).toMatchObject({ userRole: 'guest' });
      expect(seen.find((one) => one.id === people.anon)).not.toHaveProperty('aadObjectId');
      const ada = await TeamsInfo.getMember(context, objectIds.ada);
      expect(ada).toMatchObject({ id: people.ada, tenantId: homeTenant, userRole: 'user' });
      expect(await code(TeamsInfo.getMember(context, '29:nobody'))).toBe(
        'MemberNotFoundInConversation',
      );
      const team = await TeamsInfo.getTeamDetails(context, teamIds.acme);
      expect(team).toMatchObject({ name: 'Acme', memberCount: 5 });
      const channels = await TeamsInfo.getTeamChannels(context, teamIds.acme);
      expect(channels.map((one) => one.name)).toEqual([undefined, 'support', 'elsewhere']);
    });
  });

  it('turns away a bot that is not in the channel, or without a token that it knows', async () => {
    teams.world.conversations.get(places.triage)!.bot = false;
    expect(await code(inside(places.triage, (c) => c.sendActivity('hi')))).toBe(
      'BotNotInConversationRoster',
    );
    teams.world.conversations.get(places.support)!.closed = 'archived';
    expect(await code(inside(places.support, (c) => c.sendActivity('hi')))).toBe(
      'MessageWritesBlocked',
    );
    const url = `${teams.serviceUrl}v3/conversations/${encodeURIComponent(places.support)}/members`;
    for (const authorization of ['', 'Bearer wrong']) {
      const { status } = await fetch(url, { headers: { authorization } });
      expect(status).toBe(401);
    }
  });

  it('refuses messages that are empty, too big or of an unknown kind', async () => {
    await inside(places.support, async (context) => {
      expect(await code(context.sendActivity({ type: 'message', text: ' ' }))).toBe('BadSyntax');
      expect(await code(context.sendActivity('x'.repeat(45_000)))).toBe('MessageSizeTooBig');
      expect(await code(context.sendActivity({ type: 'dance' as 'message', text: 'x' }))).toBe(
        'BadSyntax',
      );
      const unmentioned = { type: 'mention', text: '<at>Ada</at>', mentioned: { id: people.ada } };
      expect(
        await code(context.sendActivity({ type: 'message', text: 'Ada', entities: [unmentioned] })),
      ).toBe('BadArgument');
      expect(await code(context.sendActivity({ type: 'typing' }))).toBe('ok');
    });
    expect(teams.posts(places.support)).toEqual([]);
  });

  it('misbehaves as told, and tells the bot only what it should', async () => {
    const send = () => code(inside(places.support, (context) => context.sendActivity('hi')));
    teams.misbehave({ operation: 'send', how: { status: 429, retryAfter: 7 } });
    teams.misbehave({ operation: 'send', how: { status: 412 } });
    teams.misbehave({ operation: 'send', how: { status: 403, code: 'BotDisabledByAdmin' } });
    teams.misbehave({ operation: 'send', how: 'drop' });
    expect([await send(), await send(), await send()]).toEqual([
      'Throttled',
      'PreconditionFailed',
      'BotDisabledByAdmin',
    ]);
    expect(await send()).not.toBe('ok');
    expect(teams.posts(places.support)).toEqual([]);
    teams.misbehave({ operation: 'send', how: { acceptThen: 504 } });
    teams.misbehave({ operation: 'send', how: 'accept-then-drop' });
    expect([await send(), await send()]).not.toContain('ok');
    expect(teams.posts(places.support)).toHaveLength(2);
    expect(teams.calls.map((one) => one.status)).toEqual([
      429,
      412,
      403,
      undefined,
      504,
      undefined,
    ]);
    expect(await send()).toBe('ok');
  });

  it('lets only so many messages into one thread', async () => {
    await inside(places.support, async (context) => {
      for (let n = 0; n < 7; n += 1) await context.sendActivity(`${n}`);
      expect(await code(context.sendActivity('8'))).toBe('Throttled');
      now += 1000;
      await context.sendActivity('8');
      expect(await code(context.sendActivity('9'))).toBe('Throttled');
      expect(await code(inside(places.triage, (c) => c.sendActivity('elsewhere')))).toBe('ok');
    });
  });

  it('takes messages for one person only where that was switched on', async () => {
    const path = `v3/conversations/${places.support}/activities?isTargetedActivity=true`;
    const ask = (fake: FakeTeams, token: string) =>
      fetch(fake.serviceUrl + path, {
        method: 'POST',
        headers: { authorization: token, 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          text: 'psst',
          recipient: { id: people.ada, isTargeted: true },
        }),
      });
    teams.world.botTokens.add('known');
    expect((await ask(teams, 'Bearer known')).status).toBe(400);
    await using other = await startFakeTeams({ targetedMessages: true });
    other.world.botTokens.add('known');
    expect((await ask(other, 'Bearer known')).status).toBe(201);
    expect(other.posts(places.support)[0]).toMatchObject({ onlyFor: people.ada });
  });
});

describe('cards', () => {
  it('are refused when Teams would not show all of them', async () => {
    await inside(places.triage, async (context) => {
      const send = (content: Json) => code(context.sendActivity(attached(content)));
      expect(await send(card({ actions: [execute('Send')] }))).toBe('ok');
      expect(await send(card({ version: '1.4' }))).toBe('BadArgument');
    });
  });

  it.each([
    ['an unknown element', { body: [{ type: 'Blink' }] }, 'unknown element'],
    [
      'a property that is none',
      { body: [{ type: 'TextBlock', text: 'x', bold: true }] },
      'unknown',
    ],
    ['a colour that is none', { body: [{ type: 'TextBlock', text: 'x', color: 'pink' }] }, 'pink'],
    ['an empty text', { body: [{ type: 'TextBlock', text: '' }] }, 'missing'],
    ['an input without an id', { body: [{ type: 'Input.Text', label: 'x' }] }, 'id is missing'],
    [
      'two inputs of one name',
      { body: [1, 2].map(() => ({ type: 'Input.Text', id: 'x', label: 'x' })) },
      'two inputs',
    ],
    [
      'an image without words',
      { body: [{ type: 'Image', url: 'https://x.example/a' }] },
      'altText',
    ],
    ['a picture over http', { body: [{ type: 'Image', url: 'http://x', altText: 'x' }] }, 'https'],
    [
      'an Execute without a fallback',
      { actions: [{ type: 'Action.Execute', title: 'x', verb: 'x' }] },
      'fallback is missing',
    ],
    ['a button without words', { actions: [{ type: 'Action.Submit' }] }, 'no title'],
    ['seven buttons', { actions: [...'1234567'].map(execute) }, 'more than 6'],
    ['data that is a text', { actions: [{ ...execute('x'), data: 'x' }] }, 'data is no object'],
    [
      'a fault inside a card inside',
      { actions: [{ type: 'Action.ShowCard', title: 'x', card: card({ body: [{}] }) }] },
      'card.actions[0].card.body[0]',
    ],
    ['a refresh for too many', { refresh: { userIds: [...'x'.repeat(61)] } }, '60 people'],
  ] as const)('have a fault with %s', (_, more, fault) => {
    expect(cardFaults(card(more as Json)).join('\n')).toContain(fault);
    expect(cardFaults(card())).toEqual([]);
  });

  it('show what is on them: words, buttons, links and who is pinged', async () => {
    const content = card({
      body: [
        {
          type: 'TextBlock',
          text: '**Nora** \\[here\\](https://no.example) [there](https://a.example)',
        },
        {
          type: 'RichTextBlock',
          inlines: [{ type: 'TextRun', text: '[plain](https://b.example)' }],
        },
        { type: 'FactSet', facts: [{ title: 'Status', value: 'open' }] },
        { type: 'TextBlock', text: '<at>Ada</at>' },
      ],
      actions: [
        execute('Send'),
        {
          type: 'Action.ShowCard',
          title: 'Edit',
          card: card({ actions: [execute('Done')] }),
        },
      ],
      msteams: {
        entities: [{ type: 'mention', text: '<at>Ada</at>', mentioned: { id: people.ada } }],
      },
    });
    await inside(places.triage, (context) => context.sendActivity(attached(content)));
    const { words } = teams.roots(places.triage)[0]!;
    expect(wordsOf(words)).toBe(
      'Nora [here](https://no.example) there\n[plain](https://b.example)\nStatus open\n<at>Ada</at>',
    );
    expect(linksOf(words)).toEqual([{ url: 'https://a.example', label: 'there' }]);
    expect([...pingedBy(words)]).toEqual([people.ada]);
    expect(pressables(words).map((one) => one.title)).toEqual(['Send', 'Edit', 'Done']);
  });

  it('and texts read as their format says', async () => {
    await inside(places.support, async (context) => {
      const text = '[a](https://a.example) &amp; <b>b</b>';
      for (const textFormat of ['plain', 'markdown', 'xml'])
        await context.sendActivity({ type: 'message', text, textFormat });
    });
    const all = teams.posts(places.support).map((one) => one.words);
    expect(all.map(wordsOf)).toEqual([
      '[a](https://a.example) &amp; <b>b</b>',
      'a & b',
      '[a](https://a.example) & b',
    ]);
    expect(all.map((words) => linksOf(words).length)).toEqual([0, 1, 0]);
  });
});
