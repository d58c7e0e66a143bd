import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk, type RunningDesk } from '../../src/desk/desk.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { Sheet } from '../../src/support/report/sheet.ts';
import { manualClock, MONDAY_MORNING as NOW } from '../clock.ts';
import { ABOUT } from '../facts.ts';
import { testLog } from '../test-desk.ts';

const HOUR = 3_600_000;
const at = NOW - 2 * HOUR;
const HOW = { outcome: 'edited', template: '', after: HOUR, working: HOUR } as const;
const REPLIED = { type: 'replied', nth: 'first', ...HOW } as const;

const conversation = (id: string, customer: string, owner: readonly [string, string]) =>
  ({
    id,
    version: 1,
    place: { platform: 'playground', workspace: 'w', channel: 'C1', thread: id },
    customer: { id: `${customer}-id`, name: customer, role: 'customer' },
    owner: { id: owner[0], name: owner[1], role: 'agent' },
    status: 'resolved',
    openedAt: at,
    lastCustomerAt: at,
    messages: [],
    drafts: [],
    humanSpoke: false,
    timers: {},
    deeds: [],
  }) satisfies Conversation;

const ALL = [
  conversation('a', 'Nora Nolan', ['U1', 'Ada Byron']),
  conversation('b', 'Ben', ['U2', 'Ada Lind']),
  conversation('c', 'Nora Nolan', ['U3', 'Sam Reed']),
];

describe('a name in what a lead asks', () => {
  const store = openSqlite(':memory:');
  let desk: RunningDesk;

  beforeAll(async () => {
    const handbook = await loadHandbook();
    desk = createDesk({ store, handbook, clock: manualClock(), log: testLog() });
    for (const next of ALL) {
      const about = { ...ABOUT, channel: 'C1', customer: next.customer.id, owner: next.owner.id };
      const fact = { at, conversation: next.id, about };
      await store.commit({
        event: next.id,
        at,
        conversation: { before: undefined, next },
        claims: [],
        effects: [],
        raised: [],
        facts: [
          { ...fact, type: 'opened', category: 'billing', urgency: 'p3' },
          { ...fact, ...REPLIED, agent: next.owner.id },
          { ...fact, type: 'escalated', reason: 'churn' },
        ],
      });
    }
  });
  afterAll(async () => {
    await desk[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
  });

  const asked = async (words: string, called = {}): Promise<Sheet> => {
    const sheet = await desk.reportSheet(words, 'Etc/UTC', called);
    if ('problem' in sheet) throw new Error(sheet.problem);
    return sheet;
  };
  const countOf = ({ parts }: Sheet) => {
    const figures = parts.flatMap((part) => (part.is === 'figures' ? part.figures : []));
    return figures.find(({ name }) => name === 'Conversations')?.value;
  };

  it.each([
    ['7d by category agent:"Ada Byron"', '1', { is: 'person', id: 'U1', name: 'Ada Byron' }],
    ['7d agent:@sam', '1', { is: 'person', id: 'U3', name: 'Sam Reed' }],
    ['7d by category customer:Nora', '2', { id: 'Nora Nolan-id', name: 'Nora Nolan' }],
    ['7d customer:"nora nolan"', '2', { id: 'Nora Nolan-id' }],
    ['7d agent:U2', '1', { id: 'U2', name: 'Ada Lind' }],
    ['7d channel:#C1', '3', { is: 'channel', id: 'C1' }],
  ])('is whoever the desk has met: %s', async (words, count, whom) => {
    const sheet = await asked(words);
    expect(countOf(sheet)).toBe(count);
    expect(sheet.about).toContainEqual(expect.objectContaining(whom));
  });

  it('is known of whoever had to do with the desk lately, however short a time is asked about', async () => {
    expect((await asked('1h agent:@sam')).about).toContainEqual(
      expect.objectContaining({ name: 'Sam Reed' }),
    );
  });

  it('is whoever a door knows, also where they have done nothing', async () => {
    const sheet = await asked('7d agent:zoe', { agents: new Map([['U9', 'Zoe']]) });
    expect(sheet.about).toContainEqual({ is: 'person', id: 'U9', name: 'Zoe' });
  });

  it.each([
    ['7d agent:Ada', 'More than one agent is called “Ada”: “Ada Byron” (U1) and “Ada Lind” (U2).'],
    ['7d agent:samm', 'Did you mean agent:Sam?'],
    ['7d customer:Zoe', 'I do not know the customer “Zoe” here.'],
    ['7d channel:#helpp', 'I do not know the channel “#helpp” here.'],
    ['behind churn-risk customer:Norra', 'Did you mean customer:Nora?'],
  ])('is asked back about, and no empty report: %s', async (words, problem) => {
    await expect(asked(words)).rejects.toThrow(problem);
    expect(await desk.reportFile(words, 'csv')).toMatchObject({
      problem: expect.stringContaining(problem),
    });
  });

  it('narrows the conversations behind a number, and names the customers that are counted', async () => {
    const sheet = await asked('behind churn-risk 7d agent:sam');
    expect(sheet.about).toContainEqual({ is: 'person', id: 'U3', name: 'Sam Reed' });
    const [part] = sheet.parts;
    expect(part?.is === 'table' && part.table.rows.map(([, counted]) => counted)).toEqual([
      { is: 'person', id: 'Nora Nolan-id', name: 'Nora Nolan' },
    ]);
  });
});
