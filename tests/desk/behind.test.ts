import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import { readBehind } from '../../src/support/report/asking/behind.ts';
import { manualClock, MONDAY_MORNING as NOW } from '../clock.ts';
import { ABOUT } from '../facts.ts';
import { testLog } from '../test-desk.ts';

const HOUR = 3_600_000;

const waitingSince = (since: number) =>
  ({
    id: 'c',
    version: 1,
    place: { platform: 'playground', workspace: 'w', channel: 'help', thread: '1' },
    customer: { id: 'nora', name: 'Nora', role: 'customer' },
    status: 'waiting',
    openedAt: since,
    waitingSince: since,
    lastCustomerAt: since,
    messages: [],
    drafts: [],
    humanSpoke: false,
    timers: {},
    deeds: [],
  }) satisfies Conversation;

describe('from a number to its conversations', () => {
  it('leads from what was counted, and from who waits now, to how they stand', async () => {
    const clock = manualClock();
    await using store = openSqlite(':memory:');
    await using desk = createDesk({ store, handbook: await loadHandbook(), clock, log: testLog() });
    const at = NOW - 2 * HOUR;
    const opened = { type: 'opened', category: 'billing', urgency: 'p3' } as const;
    await store.commit({
      event: 'e',
      at,
      conversation: { before: undefined, next: waitingSince(at) },
      claims: [],
      effects: [],
      raised: [],
      facts: [
        { ...opened, at, conversation: 'c', about: ABOUT },
        { ...opened, at, conversation: 'gone', about: ABOUT },
      ],
    });
    const behind = (words: string) => {
      const asked = readBehind(words, {
        now: NOW,
        zone: 'Etc/UTC',
        known: { categories: new Map() },
      });
      if ('problem' in asked) throw new Error(asked.problem);
      return desk.behind(asked);
    };
    const counted = await behind('conversations 7d');
    expect(counted.found).toMatchObject({
      count: 2,
      first: [{ conversation: 'c' }, { conversation: 'gone' }],
    });
    expect([...counted.conversations.keys()]).toEqual(['c']);
    const waits = await behind('waiting now');
    expect(waits.found.first).toEqual([{ conversation: 'c', at, seconds: 2 * 3600, part: '' }]);
  });
});
