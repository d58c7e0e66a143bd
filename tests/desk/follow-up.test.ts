import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { makePlaygroundRig } from '../rigs/playground.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ANSWER = 'I have refunded it, the money is on its way to your card.';

const { policy } = await loadHandbook();
let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk(makePlaygroundRig, {
    policy: { followUp: { ...policy.followUp, perWeek: 1 } },
  });
});
afterEach(() => desk[Symbol.asyncDispose]());

const unasked = async () =>
  (await desk.rig.customerSees()).filter(({ buttons }) => buttons.includes('Not yet'));

it('two matters of one customer that would speak at the same moment speak once, as the week allows', async () => {
  const first = await desk.rig.writes('Nora Customer', 'I was charged twice for invoice 4411');
  await desk.pass(HOUR);
  const second = await desk.rig.writes(
    'Nora Customer',
    'My parcel 77 has not arrived, where is it?',
  );
  await desk.pass(HOUR);
  expect(await desk.rig.cards()).toHaveLength(2);
  await desk.rig.writes('Ada Agent', ANSWER, { thread: first });
  await desk.rig.writes('Ada Agent', ANSWER, { thread: second });
  await desk.settle();
  // Both are postponed to the same moment, when the customer wakes.
  desk.clock.advance(2 * DAY);
  await desk.settle();
  expect(await unasked()).toHaveLength(1);
});

it('whoever asked for quiet in one matter gets it in the others', async () => {
  const first = await desk.rig.writes('Nora Customer', 'I was charged twice for invoice 4411');
  await desk.pass(HOUR);
  await desk.rig.writes('Nora Customer', 'And please stop messaging me', { thread: first });
  await desk.pass(HOUR);
  const second = await desk.rig.writes(
    'Nora Customer',
    'My parcel 77 has not arrived, where is it?',
  );
  await desk.pass(HOUR);
  await desk.rig.writes('Ada Agent', ANSWER, { thread: second });
  await desk.pass(10 * DAY);
  expect(await unasked()).toEqual([]);
  expect((await desk.rig.cards())[1]!.text).toContain('Resolved');
});
