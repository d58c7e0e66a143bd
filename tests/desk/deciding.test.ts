import { expect, it } from 'vitest';
import { decideEvent } from '../../src/desk/deciding.ts';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import type { Store } from '../../src/desk/store/store.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { Event } from '../../src/support/events.ts';
import { MONDAY_MORNING } from '../clock.ts';
import { testLog } from '../test-desk.ts';

const handbook = await loadHandbook();

const wrote: Event = {
  type: 'customer.wrote',
  id: 'm1',
  at: MONDAY_MORNING,
  place: { platform: 'playground', workspace: 'w', channel: 'help' },
  message: {
    id: 'm1',
    at: MONDAY_MORNING,
    author: { id: 'nora', name: 'Nora', role: 'customer' },
    text: 'My invoice is wrong, please help',
    files: [],
  },
};

it('hears a ring that meant nothing when it was read, and does when it is kept', async () => {
  await using store = openSqlite(':memory:');
  const decide = (on: Store, event: Event, source: object) =>
    decideEvent(on, handbook, testLog(), event, source, false, async (known) => known);
  const save = (before: Conversation, next: Conversation) =>
    store.commit({
      event: `${next.version}`,
      at: MONDAY_MORNING,
      conversation: { before, next },
      claims: [],
      effects: [],
      raised: [],
      facts: [],
    });
  await decide(store, wrote, {});
  const [gathering] = await store.waiting(1);
  const { id: conversation, timers } = gathering!;
  const due = timers.burst!;
  const [timer] = await store.claimTimers(due, due + 1_000, 1);
  const calm = { ...gathering!, version: 2, timers: {} };
  await save(gathering!, calm);

  // Somebody sets it again, to the same time, between our reading and our writing.
  let meanwhile: unknown = 'nothing';
  const shared: Store = {
    ...store,
    async commit(commit) {
      if (meanwhile === 'nothing') meanwhile = await save(calm, { ...calm, version: 3, timers });
      return store.commit(commit);
    },
  };
  const ring = {
    type: 'timer.fired',
    id: 'ring',
    at: due,
    conversation,
    name: 'burst',
    due,
  } as const;
  await decide(shared, ring, { timer });
  expect(meanwhile).toBe('kept');
  expect(await store.conversation(conversation)).toMatchObject({
    version: 4,
    drafts: [{ number: 1 }],
  });
});
