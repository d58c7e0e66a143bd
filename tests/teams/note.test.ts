import { expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { objectIds } from '../fake-teams/cast.ts';
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
