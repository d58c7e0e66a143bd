import { expect, it } from 'vitest';
import { factsIn } from '../facts.ts';
import { places } from '../fake-slack/cast.ts';
import { openSlack } from './open.ts';

const PAUSE = 30_000;
const WORDS = 'Thanks to Ada, she was <!channel> *wonderful*';

/** A customer's thanks, and what stands at the top of the channel where they are to be shared. */
async function thanksSharedIn(channel: string) {
  await using open = await openSlack({ policy: { praiseChannel: channel } });
  const root = await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
  await open.pass(PAUSE);
  await open.rig.presses('Ada Agent', 'send');
  await open.settle();
  await open.rig.writes('Nora Customer', WORDS, { thread: root });
  await open.settle();
  expect(await factsIn(open.store, ['praised'])).toHaveLength(1);
  return open.slack.roots(channel).filter(({ text, botId }) => botId && text.includes('💐'));
}

it('shares thanks in a channel of the team’s own, and nothing in them is markup', async () => {
  const [shared, ...more] = await thanksSharedIn(places.triage);
  expect(more).toEqual([]);
  expect(shared!.text).toContain('somebody of the team');
  expect(shared!.text).toContain('&lt;!channel&gt;');
  expect([...shared!.notified]).toEqual([]);
});

it('shares nothing with other organisations', async () => {
  expect(await thanksSharedIn(places.elsewhere)).toEqual([]);
});
