import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people, places } from '../fake-slack/cast.ts';
import type { Parcel } from '../fake-slack/courier.ts';
import { type OpenSlack, openSlack } from './open.ts';

const { support, triage } = places;

/** What happens in Slack is kept back from here on, to be delivered in whatever order. */
function keepBack({ slack }: OpenSlack): Parcel[] {
  const kept: Parcel[] = [];
  slack.courier.send = async (parcel) => {
    kept.push(parcel);
    return { ok: true, status: 200, body: '', took: 0 };
  };
  return kept;
}

/** Whom a message stands with, and how it reads there. */
async function standing({ desk, slack }: OpenSlack, ts: string) {
  const found = await Promise.all(
    [people.nora, people.ben].map((one) => desk.ofCustomer('slack', slack.world.team.id, one)),
  );
  const conversations = new Map(found.flat().map((one) => [one.id, one]));
  return [...conversations.values()].flatMap((one) =>
    one.messages.filter((message) => message.id === ts && !message.deleted),
  );
}

describe('what Slack delivers in the wrong order', () => {
  it('leaves the newest words of a message that was edited twice', async () => {
    await using open = await openSlack();
    const ts = await open.rig.writes('Nora Customer', 'My invoice is wrong');
    const kept = keepBack(open);
    await open.slack.edits(people.nora, { channel: support, ts }, 'My invoice 1 is wrong');
    open.clock.advance(1_000);
    await open.slack.edits(people.nora, { channel: support, ts }, 'My invoice 2 is wrong');
    for (const parcel of kept.reverse()) await open.slack.courier.carry(parcel);
    await open.settle();
    expect(await standing(open, ts)).toMatchObject([{ text: 'My invoice 2 is wrong' }]);
  });

  it('never brings back the first message of a thread that was deleted before it came', async () => {
    await using open = await openSlack();
    const kept = keepBack(open);
    const { ts: root } = await open.slack.writes(people.nora, support, 'Gone: my order is lost');
    const answer = 'The same for me, please help';
    await open.slack.writes(people.ben, support, answer, { thread: root });
    await open.slack.deletes(people.nora, { channel: support, ts: root });
    const [first, reply, deletion] = kept;
    for (const parcel of [deletion, reply, first]) await open.slack.courier.carry(parcel!);
    await open.pass(60_000);
    expect(await standing(open, root)).toEqual([]);
    expect(JSON.stringify(open.slack.messages(triage))).not.toContain('Gone');
  });

  it('comes to the same end, each delivered one to five times', async () => {
    const what = fc.record({
      do: fc.constantFrom('write', 'write', 'reply', 'edit', 'edit', 'delete'),
      of: fc.nat(20),
      order: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(what, { minLength: 3, maxLength: 10 }), async (deeds) => {
        await using open = await openSlack({ policy: { acknowledge: false } });
        const kept = keepBack(open);
        const reads = new Map<string, { by: string; root: string; text: string | undefined }>();
        const deliveries: { parcel: Parcel; at: number }[] = [];
        for (const [i, deed] of deeds.entries()) {
          const text = `words-${i} about my invoice, please help`;
          const known = [...reads][deed.of % (reads.size || 1)];
          open.clock.advance(1_000);
          if (deed.do === 'write' || deed.do === 'reply' || !known) {
            const by = deed.of % 2 === 0 ? people.nora : people.ben;
            const thread = deed.do === 'reply' && known ? { thread: known[1].root } : {};
            const { ts } = await open.slack.writes(by, support, text, thread);
            reads.set(ts, { by, root: thread.thread ?? ts, text });
          } else if (known[1].text !== undefined) {
            const [ts, { by, root }] = known;
            const message = { channel: support, ts };
            if (deed.do === 'edit') await open.slack.edits(by, message, text);
            else await open.slack.deletes(by, message);
            reads.set(ts, { by, root, text: deed.do === 'edit' ? text : undefined });
          }
          const [parcel] = kept.splice(0);
          if (parcel) deliveries.push(...deed.order.map((at) => ({ parcel, at })));
        }
        for (const { parcel } of deliveries.toSorted((a, b) => a.at - b.at)) {
          await open.slack.courier.carry(parcel);
        }
        await open.pass(60_000);
        for (const [ts, { text }] of reads) {
          const found = await standing(open, ts);
          expect(found.map((message) => message.text)).toEqual(text === undefined ? [] : [text]);
        }
        expect(open.log.lines).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
