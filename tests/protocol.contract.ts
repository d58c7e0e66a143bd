import { describe, it } from 'vitest';
import type { Store } from '../src/desk/store/store.ts';
import { manualClock } from './clock.ts';
import { words } from './protocol/explore.ts';
import { explored, SCENE_NAMES, SCENES } from './protocol/scenes.ts';
import { setStage } from './protocol/stage.ts';
import { walks } from './protocol/walks.ts';
import type { Step } from './protocol/world.ts';

/** What workers and platform have to do with each other leaves the store as it is. */
const ELSEWHERE: ReadonlySet<Step['do']> = new Set(['arrive', 'vanish', 'look', 'hear', 'break']);
/** Milliseconds: far more than it takes, where a machine has little else to do. */
const PATIENCE = 90_000;

/**
 * Has a real store, and the real outbox, do what the model of the commit protocol does, and compares them after every step.
 * `open` gives an empty store. Of the schedules one in so many is walked, where all of them take too long.
 */
export function describeProtocol(name: string, open: () => Promise<Store>, oneIn = 1): void {
  describe(`the commit protocol on ${name}`, () => {
    it.each(SCENE_NAMES)('is that of the model when %s', { timeout: PATIENCE }, async (scene) => {
      await using store = await open();
      const parts = { store, clock: manualClock() };
      const ways = walks(explored(scene)).filter((_, i) => i % oneIn === 0);
      for (const [i, way] of ways.entries()) {
        const stage = await setStage(parts, `c${i}`, SCENES[scene]);
        for (const [done, step] of way.entries()) {
          try {
            await stage.act(step, way[done - 1]?.next ?? SCENES[scene]);
            if (!ELSEWHERE.has(step.do)) await stage.agree(step.next);
          } catch (cause) {
            const until = way
              .slice(0, done + 1)
              .map(words)
              .join(', ');
            throw new Error(`${cause}\nafter ${until}`, { cause });
          }
        }
      }
      console.log(`${name}, ${scene}: ${ways.length} schedules, ${ways.flat().length} steps`);
    });
  });
}
