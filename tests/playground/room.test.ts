import { describe, expect, it } from 'vitest';
import type { Shelf } from '../../src/desk/ports.ts';
import { CAST } from '../../src/playground/people.ts';
import { openRoom } from '../../src/playground/room.ts';
import type { RoomState } from '../../src/playground/state.ts';
import type { CardView } from '../../src/playground/views.ts';
import { manualClock } from '../clock.ts';

/** A shelf as a disk is: what is put there is a copy. */
function shelf(): Pick<Shelf<RoomState>, 'get' | 'set'> & { writes: number } {
  let kept: string | undefined;
  return {
    writes: 0,
    get: async () => (kept === undefined ? undefined : (JSON.parse(kept) as RoomState)),
    async set(_, value) {
      this.writes += 1;
      const text = JSON.stringify(value);
      await new Promise(setImmediate);
      kept = text;
    },
  };
}

const words = (text: string) => ({ channel: 'help', author: 'nora', text }) as const;

describe('the room of the playground', () => {
  it('is as it was left after a restart, and goes on counting', async () => {
    const disk = shelf();
    const before = await openRoom(disk, manualClock());
    const first = before.add(words('one'));
    await before.save();
    const after = await openRoom(disk, manualClock());
    expect(after.state.said).toEqual([first]);
    expect(Number(after.add(words('two')).id)).toBeGreaterThan(Number(first.id));
  });

  it('offers to send again what was on its way when the process ended', async () => {
    const disk = shelf();
    const before = await openRoom(disk, manualClock());
    before.add({ ...words('one'), delivery: 'sending' });
    await before.save();
    expect((await openRoom(disk, manualClock())).state.said[0]?.delivery).toBe('failed');
  });

  it('says that it is kept only when it is, and shares writes between many', async () => {
    const disk = shelf();
    const room = await openRoom(disk, manualClock());
    const saves = Array.from({ length: 50 }, async (_, n) => {
      const said = room.add(words(`line ${n}`));
      await room.save();
      const kept = (await disk.get('room'))!.said.map((one) => one.id);
      expect(kept).toContain(said.id);
    });
    await Promise.all(saves);
    expect(disk.writes).toBeLessThan(5);
  });

  it('forgets the oldest when it has grown beyond what a page can show', async () => {
    const room = await openRoom(shelf(), manualClock());
    for (let n = 0; n < 1_000; n++) room.add(words(`line ${n}`));
    expect(room.state.said.length).toBeLessThanOrEqual(400);
    expect(room.state.said.at(-1)?.text).toBe('line 999');
  });

  it('forgets no card of somebody who waits before those in which nobody does', async () => {
    const room = await openRoom(shelf(), manualClock());
    const show = (name: string, waitingSince?: number) =>
      room.showCard(name, { waitingSince } as CardView, name);
    show('waits', 1);
    for (let n = 0; n < 200; n++) show(`rests ${n}`);
    expect(room.card('waits')).toBeDefined();
    expect(room.card('rests 0')).toBeUndefined();
    expect(room.card('rests 199')).toBeDefined();
    for (let n = 0; n < 200; n++) show(`waits too ${n}`, 2);
    expect(room.card('waits')).toBeUndefined();
    expect(room.state.cards.length).toBe(60);
  });

  it('has the people and channels that it was given, also when it is cleared', async () => {
    const disk = shelf();
    const room = await openRoom(disk, manualClock());
    expect(room.state.channels).toEqual(['help']);
    room.plays(CAST.slice(0, 2), ['help', 'ext-nordwind']);
    room.clear();
    await room.save();
    const { state } = await openRoom(disk, manualClock());
    expect(state.cast).toEqual(CAST.slice(0, 2));
    expect(state.channels).toEqual(['help', 'ext-nordwind']);
  });
});
