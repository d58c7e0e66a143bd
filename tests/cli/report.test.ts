import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/report.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import { ABOUT } from '../facts.ts';

const HOUR = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'warmline-report-'));
const file = join(folder, 'warmline.db');
const url = `sqlite:${file}`;
let store: Store;

/** The store of a Warmline that is running meanwhile. */
beforeAll(async () => {
  store = openSqlite(file);
  const at = Date.now() - 2 * HOUR;
  const next = {
    id: 'c',
    version: 1,
    place: { platform: 'playground', workspace: 'w', channel: 'help', thread: '1' },
    customer: { id: 'nora', name: 'Nora \u001b[31m', role: 'customer' },
    status: 'waiting',
    openedAt: at,
    waitingSince: at,
    lastCustomerAt: at,
    messages: [],
    drafts: [],
    humanSpoke: false,
    timers: {},
    deeds: [],
  } satisfies Conversation;
  const fact = { at, conversation: 'c', about: ABOUT };
  await store.commit({
    event: 'e',
    at,
    conversation: { before: undefined, next },
    claims: [],
    effects: [],
    raised: [],
    facts: [{ ...fact, type: 'opened', category: 'billing', urgency: 'p3' }],
  });
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const report = async (...args: string[]) => {
  const output = new PassThrough();
  const text = output.setEncoding('utf8').toArray();
  const code = await run(args, openTerminal(Readable.from([]), output));
  output.end();
  expect(code).toBe(0);
  return (await text).join('');
};

describe('warmline report', () => {
  it('reads the store of a Warmline that is running, and says how the desk is doing', async () => {
    const text = await report('--store', url, 'last', '7', 'days');
    expect(text).toMatch(/^Last 7 days\n/);
    expect(text).toMatch(/Waiting now +1 customer waits, the longest 2 h +n 1\n/);
    // Nothing that acts on a terminal, and no colour for who is none.
    expect(text).toContain('Nora');
    expect(text).not.toMatch(/[\p{Cc}--\n]/v);
  });

  it('says the same in JSON', async () => {
    const json = JSON.parse(
      await report('--period', '30d', 'category:Billing and payment', '--json', '--store', url),
    );
    expect(json).toMatchObject({
      period: { from: expect.stringMatching(/Z$/), to: expect.stringMatching(/Z$/) },
      measures: { volume: { n: 1, unit: 'count', value: 1 } },
      // A value of several words, as the shell gives it.
      only: { category: ['billing'] },
      // Who waits about something else is none of these.
      waiting: { count: 0, first: [] },
    });
  });

  it('leads from a number to the conversations behind it', async () => {
    const text = await report('--store', url, 'behind', 'conversations', '7d');
    expect(text).toMatch(/^Behind “Conversations”\n.*Nora/s);
  });

  it('is narrowed to whom one calls by their name', async () => {
    const text = await report('--store', url, '7d', 'customer:nora');
    expect(text).toContain('only customer Nora');
  });

  it('says the same in CSV, in the zone that was asked for', async () => {
    const csv = await report('2026-01', '--csv', '--store', url, '--zone', 'Asia/Tokyo');
    expect(csv).toContain('2025-12-31T15:00:00Z,2026-01-31T15:00:00Z,,,volume,count,0,0');
  });

  it.each([
    [['--store', url, 'lsat week'], 'Did you mean “last week”?'],
    [['--store', url, '7d customer:norra'], 'Did you mean customer:Nora?'],
    [['--store', `sqlite:${join(folder, 'none.db')}`], 'There is no store at'],
    [['--store', `sqlite:${join(folder, 'broken.db')}`], 'cannot be read as a store'],
    [['--store', 'postgres://x'], '--store is no store'],
    [['--zone', 'Mars/Olympus'], '--zone names no time zone'],
    [['--json', '--csv'], 'not both'],
    [['--yaml'], 'Usage: report'],
  ])('says what is wrong with %j', async (args, said) => {
    writeFileSync(join(folder, 'broken.db'), 'x'.repeat(5000));
    await expect(report(...args)).rejects.toThrow(said);
  });
});
