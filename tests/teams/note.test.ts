import { expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { objectIds, people, places } from '../fake-teams/cast.ts';
import { openTeams } from './open.ts';

const { policy } = await loadHandbook();

it('links to the cards, names who comes next and pings nobody', async () => {
  const late = {
    name: 'late',
    calendar: {
      ...policy.calendar,
      week: Array.from({ length: 7 }, () => [{ from: 720, to: 1200 }]),
    },
    // As a policy names people: without their tenant.
    people: [objectIds.ada],
    categories: ['billing'],
    speaks: [],
  };
  const early = {
    ...late,
    name: 'early',
    people: [],
    calendar: { ...late.calendar, week: late.calendar.week.map(() => [{ from: 360, to: 720 }]) },
  };
  await using open = await openTeams({ policy: { teams: [early, late] } });
  await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
  await open.pass(30_000);
  await open.rig.presses('Ada Agent', 'take-over');
  await open.settle();
  await open.pass(2.5 * 3_600_000);
  const note = (await open.rig.notes()).find(({ text }) => text.includes('Hand-over from early'))!;
  expect(note.text).toMatch(/Next: late, from .*: Ada Agent/);
  expect(note.text).toContain('Open the card');
});

it('brings a lead their report and an agent their brief in their chats, and no other channel anything', async () => {
  const daily = { report: 'yesterday by category', every: 'day', at: 540 } as const;
  const all = {
    ...{ name: 'all', calendar: policy.calendar, speaks: [], categories: ['billing'] },
    people: [objectIds.ada],
  };
  await using open = await openTeams({
    policy: {
      brief: true,
      teams: [all],
      reports: [
        { ...daily, to: 'leads' },
        { ...daily, to: { id: places.elsewhere } },
      ],
    },
  });
  await open.rig.writes(
    'Nora Customer',
    'My invoice 4411 was charged twice [x](https://evil.example)',
  );
  await open.pass(30_000);
  await open.rig.presses('Ada Agent', 'take-over');
  await open.rig.presses('Lea Lead', 'why');
  await open.pass(24 * 3_600_000);
  const chat = (who: string) =>
    open.teams
      .posts(who)
      .map(({ words }) => JSON.stringify(words))
      .filter((words) => /Yesterday|Your shift/.test(words));
  expect(chat(people.lea)).toHaveLength(1);
  expect(chat(people.lea)[0]).toContain('report yesterday by category');
  expect(chat(people.ada)).toHaveLength(1);
  expect(chat(people.ada)[0]).toMatch(/Your shift begins · 1 .*Nora Customer.*Open the card/);
  expect(open.teams.posts(places.elsewhere)).toEqual([]);
  expect(open.log.lines).toMatchObject([{ text: 'an attempt failed' }, { text: 'gave up' }]);
});
