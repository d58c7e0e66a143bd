import { expect, it } from 'vitest';
import { openSqlite } from '../../src/desk/store/sqlite.ts';
import { claimTurn, lookAtTurn } from '../../src/desk/turns.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import type { Event } from '../../src/support/events.ts';
import type { KeptFact } from '../../src/support/report/page.ts';
import { ABOUT } from '../facts.ts';

const conversation = { id: 'c', place: { platform: 'slack' } } as Conversation;
const look = (id: string): Event => ({ type: 'presence.changed', id, at: 1, conversation: 'c' });
const assigned: KeptFact = {
  ...{ type: 'assigned', at: 1, conversation: 'c', agent: 'ada', how: 'round robin' },
  about: ABOUT,
};

it('lets one of two who give something to somebody at once choose again, and know of the other', async () => {
  await using store = openSqlite(':memory:');
  const choose = async (id: string) => {
    const turn = await lookAtTurn(store, look(id), conversation);
    return (facts: readonly KeptFact[]) => {
      const claims = claimTurn(turn, look(id), facts);
      return store.commit({ event: id, at: 1, claims, effects: [], raised: [], facts });
    };
  };
  const [one, two, idle] = [await choose('1'), await choose('2'), await choose('3')];
  expect(await one([assigned])).toBe('kept');
  expect(await two([assigned])).toBe('overtaken');
  expect(await idle([])).toBe('kept');
  expect(await (await choose('2'))([assigned])).toBe('kept');
});
