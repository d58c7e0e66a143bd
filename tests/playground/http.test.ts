import { request as ask } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/desk/ports.ts';
import { makePlayground, readRoom } from '../rigs/playground.ts';
import { readStories } from '../story.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

/** A desk whose store can be made to fail or hang for a while. */
let broken: 'fails' | 'hangs' | undefined;

async function openDesk() {
  let url = '';
  const desk = await openTestDesk(async (parts) => {
    const accept = async (...deliveries: Delivery[]) => {
      if (broken === 'fails') throw new Error('disk full');
      if (broken === 'hangs') await new Promise(() => {});
      return parts.desk.accept(...deliveries);
    };
    const rig = await makePlayground({ ...parts, desk: { ...parts.desk, accept } });
    url = rig.url;
    return rig;
  });
  return { desk, url };
}

describe('the port of the playground', () => {
  let desk: TestDesk;
  let url: string;

  beforeEach(async () => {
    broken = undefined;
    ({ desk, url } = await openDesk());
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  /** A request with any headers, Host included, which fetch would not send. */
  const send = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<{ status: number; headers: Record<string, unknown>; text: string }> =>
    new Promise((resolve, reject) => {
      const sent = ask(`${url}${path}`, { method, headers }, (response) => {
        let text = '';
        response.on('data', (part) => {
          text += part;
          // A live stream never ends.
          if (path.endsWith('/live')) finish();
        });
        const finish = () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
          response.destroy();
        };
        response.on('end', finish);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const json = { 'content-type': 'application/json' };
  const act = (wish: object, headers: Record<string, string> = json) =>
    send('POST', '/playground/act', headers, JSON.stringify(wish));
  const writes = (text: string, id = crypto.randomUUID() as string) =>
    act({ do: 'write', id, by: 'nora', channel: 'help', text });
  const messages = async () => (await readRoom(url)).said.filter((one) => one.author === 'nora');

  it('serves the page with a policy that allows no foreign and no inline code', async () => {
    const page = await send('GET', '/playground');
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file).toMatch(/^\/playground\//);
      expect((await send('GET', file)).status).toBe(200);
    }
  });

  it('serves every script the page imports, and none of them writes HTML', async () => {
    const seen = new Set<string>();
    const follow = async (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      const { status, text } = await send('GET', path);
      expect(status, path).toBe(200);
      if (!path.includes('/lib/')) expect(text, path).not.toMatch(/innerHTML|outerHTML|\beval\b/);
      for (const [, name] of text.matchAll(/from\s*'([^']+)'/g)) {
        await follow(new URL(name!, `${url}${path}`).pathname);
      }
    };
    await follow('/playground/page.js');
    expect(seen.size).toBeGreaterThan(10);
  });

  it('serves the stories that play', async () => {
    const index = await send('GET', '/playground/stories.json');
    const told = JSON.parse(index.text) as { path: string; name: string }[];
    const shipped = readStories(new URL('../../src/playground/stories/', import.meta.url));
    expect(told.map((one) => one.name)).toEqual(shipped.map(({ story }) => story.name));
    for (const { path } of told) expect((await send('GET', path)).status).toBe(200);
  });

  it.each([
    ['a name that was made to point here', { host: 'evil.example' }],
    ['a name that only begins like ours', { host: 'localhost.evil.example:80' }],
    ['another page of the browser', { origin: 'https://evil.example' }],
    ['a page on another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a script on another site', { 'sec-fetch-site': 'cross-site' }],
    ['a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy that hides behind an empty name', { forwarded: '', 'x-forwarded-for': '192.0.2.1' }],
  ])('refuses %s', async (_, headers: Record<string, string>) => {
    const wish = { do: 'write', id: 'act-00000001', by: 'nora', channel: 'help', text: 'Help' };
    expect((await act(wish, { ...json, ...headers })).status).toBe(403);
    expect((await send('GET', '/playground', headers)).status).toBe(403);
    expect((await send('GET', '/playground/live', headers)).status).toBe(403);
    expect(await messages()).toEqual([]);
  });

  it('answers its own page under each name of this machine', async () => {
    const { port } = new URL(url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      const headers = { ...json, host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
      const wish = {
        do: 'write',
        id: crypto.randomUUID(),
        by: 'nora',
        channel: 'help',
        text: host,
      };
      expect((await act(wish, headers)).status).toBe(200);
    }
    expect(await messages()).toHaveLength(3);
  });

  it('may be opened by a link from elsewhere', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await send('GET', '/playground', headers)).status).toBe(200);
  });

  it('opens no stream in frames of another page, which would take all connections of the browser', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await send('GET', '/playground/live', headers)).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'refuses an act that a form could send (%s)',
    async (type) => {
      const wish = { do: 'write', id: 'act-00000001', by: 'nora', channel: 'help', text: 'Help' };
      expect((await act(wish, { 'content-type': type })).status).toBe(415);
      expect(await messages()).toEqual([]);
    },
  );

  it.each([
    ['no JSON', '{'],
    ['no object', '"write"'],
    ['null', 'null'],
    ['no id', '{"do":"write","by":"nora","channel":"help","text":"x"}'],
    ['an unknown act', '{"do":"reboot","id":"act-00000001","by":"nora"}'],
    [
      'an unknown button',
      '{"do":"press","id":"act-00000001","by":"ada","button":"x","conversation":"y"}',
    ],
    [
      'an unknown channel',
      '{"do":"write","id":"act-00000001","by":"nora","channel":"boss","text":"x"}',
    ],
    [
      'an unknown person',
      '{"do":"write","id":"act-00000001","by":"eve","channel":"help","text":"x"}',
    ],
    [
      'the bot itself',
      '{"do":"write","id":"act-00000001","by":"warmline","channel":"help","text":"x"}',
    ],
    [
      'an unknown thread',
      '{"do":"write","id":"act-00000001","by":"nora","channel":"help","thread":"1","text":"x"}',
    ],
    ['empty words', '{"do":"write","id":"act-00000001","by":"nora","channel":"help","text":" "}'],
    [
      'words that are a number',
      '{"do":"write","id":"act-00000001","by":"nora","channel":"help","text":7}',
    ],
    [
      'too many words',
      `{"do":"write","id":"act-00000001","by":"nora","channel":"help","text":"${'x'.repeat(40_001)}"}`,
    ],
    ['more than any act holds', `{"padding":"${'x'.repeat(600_000)}"}`],
  ])('refuses %s and says why', async (_, body) => {
    const { status, text } = await send('POST', '/playground/act', json, body);
    expect(status).toBe(400);
    expect((JSON.parse(text) as { error: string }).error).toMatch(/\w.*\.$/);
    await desk.settle();
    expect((await readRoom(url)).said).toEqual([]);
    expect(await desk.desk.waiting()).toEqual([]);
  });

  it('gives an agent hints on a reply of their own once, before it is sent', async () => {
    await writes('My invoice 4411 was charged twice, please look');
    await desk.pass(30_000);
    const [conversation] = await desk.desk.waiting();
    const press = {
      do: 'press',
      by: 'ada',
      button: 'edit',
      conversation: conversation!.id,
      draft: 1,
      text: 'Sorry for the inconvenience.',
    };
    const first = JSON.parse((await act({ ...press, id: crypto.randomUUID() })).text);
    expect(first.hints.join()).toContain('sorry for the inconvenience');
    await desk.settle();
    expect((await desk.desk.conversation(conversation!.id))!.drafts[0]!.state.is).toBe('open');
    const again = await act({ ...press, id: crypto.randomUUID(), hinted: true });
    expect(JSON.parse(again.text)).toEqual({});
    await desk.settle();
    const { state, text } = (await desk.desk.conversation(conversation!.id))!.drafts[0]!;
    expect([state.is, text]).toEqual(['sent', press.text]);
  });

  it('lets nobody change the words of somebody else', async () => {
    const { message } = JSON.parse((await writes('My invoice is wrong')).text) as {
      message: string;
    };
    const edit = { do: 'edit', id: crypto.randomUUID(), by: 'ben', message, text: 'pwned' };
    expect((await act(edit)).status).toBe(400);
    expect((await act({ do: 'delete', id: crypto.randomUUID(), by: 'ada', message })).status).toBe(
      400,
    );
    expect((await messages())[0]?.text).toBe('My invoice is wrong');
  });

  it('says that a message was not kept, and keeps it once when it is tried again', async () => {
    const id = crypto.randomUUID();
    broken = 'fails';
    expect((await writes('My invoice is wrong', id)).status).toBe(503);
    expect((await messages())[0]?.delivery).toBe('failed');
    broken = undefined;
    expect((await writes('My invoice is wrong', id)).status).toBe(200);
    await desk.settle();
    expect((await messages()).map((one) => one.delivery)).toEqual([undefined]);
    expect(await desk.rig.cards()).toHaveLength(1);
  });

  it('does not wait for ever for a desk that hangs', async () => {
    broken = 'hangs';
    expect((await writes('My invoice is wrong')).status).toBe(503);
  });

  it('answers a lead in private, an agent too, and customers differently', async () => {
    await desk.rig.writes('Nora Customer', 'My invoice 4411 is wrong');
    await desk.settle();
    const asks = (by: string, text: string) =>
      act({ do: 'command', id: crypto.randomUUID(), by, text: `/support ${text}` });
    await asks('lea', 'queue');
    await asks('ada', 'mine');
    await asks('lea', 'queu');
    await asks('nora', 'queue');
    await asks('cole', 'queue');
    const [queue, typo] = await desk.rig.told('Lea Lead');
    expect(queue).toContain('Nora Customer');
    expect(queue).toContain('invoice 4411');
    expect(typo).toContain('Did you mean /support queue?');
    expect((await desk.rig.told('Ada Agent'))[0]).toContain('Nothing is yours');
    expect((await desk.rig.told('Nora Customer'))[0]).toContain('Write in #help');
    expect((await desk.rig.told('Cole Colleague'))[0]).toContain('Only the support team');
    for (const who of ['Nora Customer', 'Cole Colleague'] as const) {
      expect((await desk.rig.told(who)).join()).not.toContain('4411');
    }
    expect(await desk.rig.customerSees()).toEqual([]);
  });

  it('begins afresh when the room is cleared, and shows nothing of what went before', async () => {
    await desk.rig.writes('Nora Customer', 'My invoice 4411 is wrong');
    await desk.settle();
    await act({ do: 'clear', id: crypto.randomUUID(), by: 'nora' });
    await desk.pass(60_000);
    expect(await desk.rig.cards()).toEqual([]);
    expect(await desk.rig.customerSees()).toEqual([]);
    await desk.rig.writes('Nora Customer', 'My parcel 77 has not arrived');
    await desk.pass(60_000);
    const [card, ...more] = await desk.rig.cards();
    expect(more).toEqual([]);
    expect(card?.text).toContain('parcel 77');
    expect((await desk.rig.under(0)).map((seen) => seen.text).join()).not.toContain('4411');
  });

  it('lets an agent ask for a draft on words that opened nothing', async () => {
    const message = await desk.rig.writes('Nora Customer', 'thanks everyone');
    await desk.pass(30_000);
    expect(await desk.rig.cards()).toEqual([]);
    await act({ do: 'ask', id: crypto.randomUUID(), by: 'ben', message });
    await desk.settle();
    expect(await desk.rig.cards()).toEqual([]);
    await act({ do: 'ask', id: crypto.randomUUID(), by: 'ada', message });
    await desk.settle();
    expect((await desk.rig.under(0)).some((seen) => seen.buttons.includes('send'))).toBe(true);
  });

  it('tells an open page of a change without being asked again', async () => {
    const response = await fetch(`${url}/playground/live`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (words: string) => {
      while (!text.includes(words)) text += (await reader.read()).value ?? '';
    };
    await until('"said":[]');
    await writes('My invoice is wrong');
    await until('My invoice is wrong');
    await reader.cancel();
  });
});
