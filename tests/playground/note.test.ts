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
  const { notes, whispers } = await readRoom(url);
  const [brief] = notes.filter(({ to }) => to !== undefined);
  expect(brief).toMatchObject({ to: 'ada' });
  expect(brief!.lists).toMatchObject([
    {
      title: expect.stringMatching(/^☀️ Your shift begins · 1 /),
      lines: [{ who: 'Nora Customer' }],
    },
  ]);
  const [report] = whispers;
  expect(report).toMatchObject({ to: 'lea', report: { words: 'yesterday by category' } });
  expect(report!.text).toMatch(/^Yesterday, by category\n/);
  const opened = await fetch(`${url}/playground/report?id=${report!.id}`);
  expect(await opened.json()).toMatchObject({ title: 'Yesterday, by category' });
  expect(open.log.lines).toEqual([]);
});
