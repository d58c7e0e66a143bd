import { expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { people, places } from '../fake-slack/cast.ts';
import { directChannel } from '../fake-slack/state.ts';
import { openSlack } from './open.ts';

const HOUR = 3_600_000;
const daily = { report: 'yesterday by category', every: 'day', at: 540, to: 'leads' } as const;
const { policy } = await loadHandbook();
const team = (name: string, from: number, to: number, who: readonly string[]) => ({
  name,
  calendar: {
    ...policy.calendar,
    week: Array.from({ length: 7 }, () => [{ from: from * 60, to: to * 60 }]),
  },
  people: who,
  categories: ['billing'],
  speaks: [],
});

it('links to the cards, names who comes next and pings nobody, whatever people are called', async () => {
  const teams = [team('early', 6, 12, []), team('late <!here>', 12, 20, [people.sam, 'U0NOBODY'])];
  await using open = await openSlack({ policy: { teams } });
  await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
  await open.pass(2.5 * HOUR);
  const card = open.slack.roots(places.triage)[0]!;
  const note = open.slack
    .roots(places.triage)
    .find(({ text }) => text.includes('Hand-over from early'))!;
  const words = JSON.stringify(note.blocks);
  expect(words).toContain(`/archives/${places.triage}/p${card.ts.replace('.', '')}|Nora Customer>`);
  expect(words).toContain('Next: late &lt;!here&gt;, from <!date^');
  expect(words).toContain('Sam Agent');
  expect(words).not.toMatch(/<@|<!here|<!subteam/);
  expect(note.sentWith).toMatchObject({ link_names: 'false', parse: 'none' });
  expect(note.metadata).toMatchObject({
    event_payload: { effect: expect.stringMatching(/^desk\/slack\/shift-note\/\d+\/0$/) },
  });
});

it('is posted once though the connection broke after Slack had taken it', async () => {
  const months = { days: 100, minutes: 0 };
  const all = { p1: months, p2: months, p3: months, p4: months };
  const serviceLevels = [{ replyWithin: all, nextReplyWithin: all, resolveWithin: all }];
  await using open = await openSlack({ patience: 150, policy: { serviceLevels } });
  await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
  await open.pass(1.9 * HOUR);
  // Nothing but the reminder is posted from here on.
  open.slack.misbehave({ method: 'chat.postMessage', how: 'accept-then-drop' });
  await open.pass(HOUR);
  await expect.poll(() => open.store.depth()).toMatchObject({ effects: 0 });
  expect(await open.rig.notes()).toHaveLength(1);
  expect(open.log.lines).toContainEqual(
    expect.objectContaining({
      text: 'an attempt failed',
      facts: expect.objectContaining({ type: 'post-note' }),
    }),
  );
});

it('brings a lead their report and an agent their brief in direct messages, and customers neither', async () => {
  const channel = { ...daily, to: { id: places.support } };
  await using open = await openSlack({
    policy: {
      brief: true,
      reports: [daily, channel],
      teams: [team('all', 9, 17, [people.sam, 'somebody-elsewhere'])],
    },
  });
  await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice <!here>');
  await open.pass(24 * HOUR);
  const direct = (who: string) =>
    open.slack.messages(directChannel(open.slack.world, who).id).filter((one) => one.botId);
  const [report, ...others] = direct(people.lea);
  expect(others).toEqual([]);
  const words = JSON.stringify(report!.blocks);
  expect(words).toContain('Yesterday, by category');
  expect(words).toContain('“report yesterday by category”');
  expect(words).toContain('report-share');
  expect(report!.metadata).toMatchObject({
    event_payload: { effect: expect.stringMatching(/^desk\/slack\/reports\/\d+\/0$/) },
  });
  expect(direct(people.sam).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^☀️ Your shift begins · 1 /),
  ]);
  expect(JSON.stringify(direct(people.sam)[0]!.blocks)).toContain('Nora Customer>');
  expect(open.slack.messages(places.support).some(({ text }) => text.includes('Yesterday'))).toBe(
    false,
  );
  expect(open.log.lines).toMatchObject([{ text: 'an attempt failed' }, { text: 'gave up' }]);
});
