import { expect, it } from 'vitest';
import { MONDAY_MORNING } from '../clock.ts';
import { people, places } from '../fake-slack/cast.ts';
import { type OpenSlack, openSlack } from './open.ts';

const MINUTE = 60_000;

it.each([
  ['before', 2 * MINUTE],
  ['behind', -2 * MINUTE],
])('cards, drafts and replies come at once though Slack’s clock goes %s ours', async (_, by) => {
  let running: OpenSlack | undefined;
  const now = () => (running?.clock.now() ?? MONDAY_MORNING) + by;
  await using open = await openSlack({ fake: { clock: { now } } });
  running = open;
  await open.rig.writes('Nora Customer', 'My invoice is wrong');
  await open.settle();
  expect(await open.rig.cards()).toHaveLength(1);
  await open.pass(30_000);
  await open.rig.presses('Ada Agent', 'send');
  await open.settle();
  const [acknowledgement, reply, ...more] = await open.rig.customerSees();
  expect(acknowledgement!.text).toContain('Nora');
  expect(reply!.text).toContain('invoice');
  expect(more).toEqual([]);

  open.clock.advance(MINUTE);
  const root = open.slack.roots(places.support)[0]!.ts;
  await open.slack.writes(people.nora, places.support, 'And my parcel is lost, where is it?', {
    thread: root,
  });
  await open.pass(30_000);
  const under = await open.rig.under(0);
  expect(under.at(-1)!.text).toContain('Draft 2');
  expect(under.at(-1)!.buttons).toContain('send');
});
