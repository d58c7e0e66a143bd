import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { CAST } from '../../src/playground/people.ts';
import { perform } from '../../src/playground/perform.ts';
import { openRoom } from '../../src/playground/room.ts';
import type { Conversation } from '../../src/support/conversation.ts';
import { manualClock } from '../clock.ts';

const handbook = await loadHandbook();
const nora = { id: 'nora', name: 'Nora Lind', role: 'customer' } as const;

function conversationOf(id: string): Conversation {
  return {
    ...{ id, version: 1, status: 'waiting', openedAt: 1, waitingSince: 1, lastCustomerAt: 1 },
    place: { platform: 'playground', workspace: 'local', channel: 'ext-nordwind' },
    customer: nora,
    messages: [{ id: 'm1', author: nora, at: 1, text: 'Wo ist mein Paket?', files: [] }],
    ...{ drafts: [], humanSpoke: false, timers: {}, deeds: [] },
  };
}

describe('what the playground shows', () => {
  const open = async () => {
    const shelf = { get: async () => undefined, set: async () => {}, delete: async () => {} };
    const room = await openRoom(shelf as never as Parameters<typeof openRoom>[0], manualClock());
    return { room, stageSet: { room, handbook, cast: CAST } };
  };

  it('stands in the channel in which the customer wrote', async () => {
    const { room, stageSet } = await open();
    const conversation = conversationOf('c1');
    const { place } = conversation;
    const text = 'Wir sehen nach.';
    const effect = { type: 'send-acknowledgement', id: 'c1/1/0', place, text } as const;
    const ref = await perform(stageSet, effect, { conversation });
    expect(ref?.channel).toBe('ext-nordwind');
    expect(room.state.said).toMatchObject([{ channel: 'ext-nordwind', text }]);
  });

  it('comes with its card once more where that had to make room for others', async () => {
    const { room, stageSet } = await open();
    const conversation = conversationOf('c1');
    const card = await perform(stageSet, { type: 'show-card', id: 'c1/1/0' }, { conversation });
    for (let n = 0; n < 100; n++) {
      const other = conversationOf(`other ${n}`);
      await perform(stageSet, { type: 'show-card', id: `${n}` }, { conversation: other });
    }
    expect(room.card('c1')).toBeUndefined();
    const note = { type: 'show-note', id: 'c1/2/0', text: 'Somebody must look' } as const;
    await perform(stageSet, note, { conversation, card: card! });
    expect(room.card('c1')!.items).toMatchObject([{ view: { is: 'note', text: note.text } }]);
    expect(room.card('c1')!.view.said).toBe('Wo ist mein Paket?');
  });
});
