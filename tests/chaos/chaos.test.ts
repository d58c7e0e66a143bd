import { describe, expect, it } from 'vitest';
import { hasRedis } from '../redis-server.ts';
import { planFaults, planStory } from './plan.ts';
import { chaosRun } from './run.ts';

const base = { seed: 2034, conversations: 8, lease: 4, beat: 0.25 };

describe.concurrent('a bad day in short', () => {
  it('loses nothing, sends nothing twice and shows nothing internal when the process on SQLite is killed and replaced', async () => {
    const toll = { kills: 1, pauses: 1, rolls: 1, storeRestarts: 0 };
    const { rows } = await chaosRun({ ...base, store: 'sqlite', replicas: 1, toll, brief: true });
    expect(rows.flatMap(({ broken }) => broken)).toEqual([]);
    expect(rows[0]!.count).toBeGreaterThan(10);
  }, 120_000);

  it.runIf(hasRedis)(
    'nor when replicas on Redis are killed and stand still beyond their lease, and Redis restarts',
    async () => {
      const toll = { kills: 1, pauses: 1, rolls: 0, storeRestarts: 1 };
      const { rows } = await chaosRun({ ...base, store: 'redis', replicas: 2, toll });
      expect(rows.flatMap(({ broken }) => broken)).toEqual([]);
      expect(rows[0]!.count).toBeGreaterThan(10);
    },
    120_000,
  );
});

describe('the plan of a bad day', () => {
  it('is the same for the same seed', () => {
    const toll = { kills: 9, pauses: 9, rolls: 2, storeRestarts: 3 };
    expect(planFaults(7, 100, 3, toll)).toEqual(planFaults(7, 100, 3, toll));
    expect(planFaults(7, 100, 3, toll)).toHaveLength(9 + 9 + 2 * 3 + 3);
    expect(planFaults(7, 100, 3, toll)).not.toEqual(planFaults(8, 100, 3, toll));
    expect(planStory(7, 12)).toEqual(planStory(7, 12));
  });
});
