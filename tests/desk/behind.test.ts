import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Conversation } from '../../src/support/conversation.ts';
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
    const behind = async (words: string) => {
      const sheet = await desk.reportSheet(`behind ${words}`, 'Etc/UTC');
      if ('problem' in sheet) return sheet.problem;
      return sheet.parts.map((part) => (part.is === 'table' ? part.table.rows : part));
    };
    const nora = { is: 'conversation', id: 'c', text: 'Nora' };
    const when = { is: 'instant', at };
    expect(await behind('conversations 7d')).toEqual([
      [
        [nora, '', when, '', 'nobody’s'],
        ['No longer kept', '', when, '', ''],
      ],
    ]);
    expect(await behind('waiting now')).toEqual([[[nora, '2 h', when, '', 'nobody’s']]]);
    expect(await behind('')).toContain('For example: “first reply time last month');
  });
});
