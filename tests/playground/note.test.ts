import { expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { makePlayground, readRoom } from '../rigs/playground.ts';
import { openTestDesk } from '../test-desk.ts';

const { policy } = await loadHandbook();

it('shows a lead their report and an agent their brief, each in their own seat', async () => {
  let url = '';
  const team = { name: 'all', calendar: policy.calendar, speaks: [], categories: ['billing'] };
  await using open = await openTestDesk(
    async (parts) => {
      const rig = await makePlayground(parts);
      ({ url } = rig);
      return rig;
    },
    {
      policy: {
        brief: true,
        teams: [{ ...team, people: ['ada'] }],
        reports: [{ report: 'yesterday by category', every: 'day', at: 540, to: 'leads' }],
      },
    },
  );
  await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
  await open.pass(24 * 3_600_000);
  const { notes } = await readRoom(url);
  const alone = notes.filter(({ to }) => to !== undefined);
  expect(alone.map(({ to, lists }) => [to, lists[0]!.title]).toSorted()).toEqual([
    ['ada', expect.stringMatching(/^☀️ Your shift begins · 1 /)],
    ['lea', 'Yesterday, by category'],
  ]);
  const lines = alone.flatMap(({ lists }) => lists.flatMap((list) => list.lines));
  expect(lines).toContainEqual(expect.objectContaining({ who: 'Nora Customer' }));
  expect(lines).toContainEqual({ who: 'Conversations', says: expect.stringMatching(/^1\b/) });
  expect(open.log.lines).toEqual([]);
});
