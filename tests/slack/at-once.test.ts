import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Conversation } from '../../src/support/conversation.ts';
import type { Button } from '../../src/support/events.ts';
import { people, places } from '../fake-slack/cast.ts';
import type { Parcel } from '../fake-slack/courier.ts';
import { type OpenSlack, openSlack } from './open.ts';

const { support } = places;
const customers = [people.nora, people.ben];
const team = [people.ada, people.sam, people.lea, people.ada, people.sam, people.cole, people.nora];
const hour = 3_600_000;

interface Press {
  readonly by: string;
  readonly button: Button;
  readonly on: Conversation;
  readonly draft?: number | undefined;
  readonly into?: Conversation | undefined;
  readonly leaving?: readonly string[];
}

let serial = 0;

/** The press as Slack sends it: a button, or the dialog behind it as it was submitted. */
function parcel(
  { slack }: OpenSlack,
  { by, button, on, draft, into, leaving = [] }: Press,
): Parcel {
  const named = JSON.stringify({ conversation: on.id, ...(draft === undefined ? {} : { draft }) });
  const id = `${++serial}`;
  const who = { user: { id: by }, team: { id: slack.world.team.id }, trigger_id: id };
  const values: Partial<Record<Button, object>> = {
    edit: { 'reply-0': { 'reply-0': { value: `Hello, ${id}` } } },
    regenerate: { hint: { hint: { value: 'shorter' } } },
    split: {
      'messages-0': { 'messages-0': { selected_options: leaving.map((value) => ({ value })) } },
    },
    merge: { into: { into: { selected_option: { value: into?.id } } } },
  };
  const view = {
    id,
    hash: 'h',
    callback_id: button,
    private_metadata: named,
    state: { values: values[button] },
  };
  const press = { action_id: button, value: named, action_ts: `${slack.world.clock.now() / 1000}` };
  const payload = values[button]
    ? { type: 'view_submission', ...who, view }
    : { type: 'block_actions', ...who, channel: { id: places.triage }, actions: [press] };
  return { kind: 'interactive', payload };
}

async function conversations({ desk, slack }: OpenSlack): Promise<Conversation[]> {
  const found = await Promise.all(
    customers.map((one) => desk.ofCustomer('slack', slack.world.team.id, one)),
  );
  return [...new Map(found.flat().map((one) => [one.id, one])).values()];
}

/** What one customer wrote stands in one conversation, and customers saw what was approved, once each. */
async function nothingIsLostOrDoubled(open: OpenSlack): Promise<void> {
  const all = await conversations(open);
  const live = all.filter(({ status }) => status !== 'merged');
  const written = open.slack.messages(support).filter((message) => message.botId === undefined);
  for (const { ts } of written) {
    expect(live.filter(({ messages }) => messages.some(({ id }) => id === ts))).toHaveLength(1);
  }
  const drafts = all.flatMap((one) => one.drafts);
  const sent = drafts.filter(({ state }) => state.is === 'sent');
  expect(drafts.filter(({ state }) => state.is === 'approved' || state.is === 'failed')).toEqual(
    [],
  );
  const seen = (await open.rig.customerSees()).map(({ text }) => text);
  expect(seen.toSorted()).toEqual(sent.map(({ text }) => text).toSorted());
  expect(open.log.lines).toEqual([]);
}

it('sends nothing from another conversation’s draft when the card was merged meanwhile', async () => {
  await using open = await openSlack({ policy: { acknowledge: false } });
  await open.rig.writes('Nora Customer', 'My invoice is wrong');
  await open.pass(hour);
  await open.rig.writes('Nora Customer', 'My invoice is charged twice');
  await open.pass(30_000);
  const [second, first] = await conversations(open);
  await Promise.all([
    open.slack.courier.carry(
      parcel(open, { by: people.ada, button: 'merge', on: second!, into: first! }),
    ),
    open.slack.courier.carry(
      parcel(open, { by: people.sam, button: 'send', on: second!, draft: 1 }),
    ),
  ]);
  await open.pass(30_000);
  await open.slack.courier.carry(
    parcel(open, { by: people.sam, button: 'send', on: second!, draft: 2 }),
  );
  await open.settle();
  expect(await open.rig.customerSees()).toEqual([]);
  expect((await open.rig.told('Sam Agent')).join()).toContain('Nothing was sent');
});

it('finds everything again that was split, merged there and merged back', async () => {
  await using open = await openSlack({ policy: { acknowledge: false } });
  await open.rig.writes('Nora Customer', 'My invoice is wrong');
  const other = await open.rig.writes('Nora Customer', 'And my parcel is lost');
  await open.pass(30_000);
  const by = people.ada;
  const press = async (deed: Omit<Press, 'by'>) => {
    await open.slack.courier.carry(parcel(open, { by, ...deed }));
    await open.pass(30_000);
  };
  const live = async () => (await conversations(open)).filter((one) => one.status !== 'merged');
  const [begun] = await live();
  await press({ button: 'split', on: begun!, leaving: [other] });
  const left = (await live()).find((one) => one.id !== begun!.id);
  await press({ button: 'merge', on: begun!, into: left });
  await press({ button: 'split', on: left!, leaving: [other] });
  await press({ button: 'merge', on: left!, into: begun });
  expect((await live()).map(({ id }) => id)).toContain(begun!.id);
  await nothingIsLostOrDoubled(open);
});

it('loses and doubles nothing, whatever a team presses at once', async () => {
  const press = fc.record({
    by: fc.constantFrom(...team),
    button: fc.constantFrom<Button>(
      'send',
      'edit',
      'arrived',
      'regenerate',
      'not-a-request',
      'take-over',
      'resolve',
      'split',
      'split',
      'merge',
      'merge',
    ),
    on: fc.nat(9),
    draft: fc.option(fc.nat(4)),
    into: fc.nat(9),
    leaving: fc.array(fc.nat(5), { maxLength: 3 }),
    times: fc.integer({ min: 1, max: 3 }),
  });
  const round = fc.record({ presses: fc.array(press, { maxLength: 6 }), pause: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
      await using open = await openSlack({ policy: { acknowledge: false } });
      for (const n of [0, 1, 2, 3, 4, 5]) {
        const words = `Case ${n}: my invoice is wrong, please help`;
        await open.slack.writes(customers[n % 2]!, support, words);
        await open.pass(n === 2 || n === 3 ? hour : 1_000);
      }
      await open.pass(30_000);
      for (const { presses, pause } of rounds) {
        const known = await conversations(open);
        const parcels = presses.flatMap(({ on, into, leaving, draft, times, ...rest }) => {
          const conversation = known[on % known.length]!;
          const own = known.filter(({ customer }) => customer.id === conversation.customer.id);
          const { messages, drafts } = conversation;
          const one = parcel(open, {
            ...rest,
            on: conversation,
            draft: draft ?? drafts.at(-1)?.number,
            into: own[into % own.length],
            leaving: leaving.flatMap((n) => messages[n]?.id ?? []),
          });
          return Array.from({ length: times }, () => one);
        });
        await Promise.all(parcels.map((one) => open.slack.courier.carry(one)));
        await (pause ? open.pass(30_000) : open.settle());
      }
      await open.pass(60_000);
      await nothingIsLostOrDoubled(open);
    }),
    { numRuns: 30 },
  );
});
