import { expect, it } from 'vitest';
import { factsIn } from '../facts.ts';
import { places } from '../fake-teams/cast.ts';
import { openTeams } from './open.ts';

const PAUSE = 30_000;

it('shares thanks in a channel of the team’s own, and nothing in them is markup', async () => {
  await using open = await openTeams({ policy: { praiseChannel: places.triage } });
  const root = await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
  await open.pass(PAUSE);
  await open.rig.presses('Ada Agent', 'send');
  await open.settle();
  const words = 'Thanks to Ada, she was **wonderful** [x](https://evil.example)';
  await open.rig.writes('Nora Customer', words, { thread: root });
  await open.settle();
  const shared = (await open.rig.cards()).filter(({ text }) => text.includes('💐'));
  expect(shared).toHaveLength(1);
  expect(shared[0]!.text).toContain('**wonderful** [x](https://evil.example)');
});

it('has room for every number of a scale, six in a row at most', async () => {
  await using open = await openTeams();
  const { survey } = open.handbook.policy;
  await using asked = await openTeams({ policy: { survey: { ...survey, ask: 'nps' } } });
  await asked.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
  await asked.pass(PAUSE);
  await asked.rig.presses('Ada Agent', 'edit', { text: 'It is done.' });
  await asked.settle();
  // What the reply promises is asked about first.
  await asked.rig.presses('Ada Agent', 'resolve');
  await asked.settle();
  await asked.rig.presses('Ada Agent', 'resolve');
  await asked.pass(24 * 3_600_000);
  const { buttons } = (await asked.rig.customerSees()).at(-1)!;
  expect(buttons).toEqual(Array.from({ length: 11 }, (_, n) => String(n)));
  await asked.rig.answers('Nora Customer', '9');
  await asked.settle();
  expect(await factsIn(asked.store, ['rated'])).toMatchObject([{ scale: 'nps', value: 9 }]);
});
