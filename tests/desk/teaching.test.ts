import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenHandbook, openHandbook } from '../../src/handbook/open.ts';
import { makePlaygroundRig } from '../rigs/playground.ts';
import { openTestDesk, type TestDesk, testLog } from '../test-desk.ts';

const PAUSE = 21_000;
const SAID = 'and say plainly what happened';
const BETTER = 'with a full answer';

describe('agents who teach the desk, from what they do to what it says next', () => {
  let book: OpenHandbook;
  let desk: TestDesk;
  beforeEach(async () => {
    book = await openHandbook(undefined, [], testLog());
    desk = await openTestDesk(makePlaygroundRig, { handbook: book.handbook });
    desk.desk.onLearning(async () => book.learn((await desk.desk.lessons()).accepted));
  });
  afterEach(async () => {
    await desk[Symbol.asyncDispose]();
    await book[Symbol.asyncDispose]();
  });

  const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });
  /** As after a restart: only what the store holds is known. */
  const restarted = async () => {
    const accepted = (await desk.store.lessons()).filter(({ state }) => state === 'accepted');
    await using again = await openHandbook(undefined, accepted, testLog());
    const { replies, knowledge } = again.handbook;
    return { replies, knowledge };
  };
  let cards = 0;
  beforeEach(() => {
    cards = 0;
  });
  /** A customer asks, and a draft stands. */
  const asked = async (text: string) => {
    await desk.pass(desk.handbook.policy.followUpWindow);
    const who = cards % 2 === 0 ? 'Nora Customer' : 'Ben Customer';
    const root = await desk.rig.writes(who, text);
    await desk.pass(PAUSE);
    const newest = (await desk.desk.waiting()).find(({ messages }) => messages[0]!.id === root)!;
    return { who, root, card: cards++, draft: newest.drafts.at(-1)! } as const;
  };
  const accepts = async () => {
    const list = await desk.rig.asks('Lea Lead', 'learn');
    await desk.rig.judges('Lea Lead', 'learn');
    await desk.settle();
    return list;
  };

  it('reword a template three times, and the next draft says it their way', async () => {
    const doubled = async (n: number) =>
      asked(`Invoice 44${n} was charged twice, please look into it`);
    for (let edits = 0, n = 10; edits < 3; n++) {
      const { draft, card } = await doubled(n);
      const text = draft.text.replace(SAID, BETTER);
      if (text === draft.text) await desk.rig.presses('Ada Agent', 'send', { card });
      else
        await desk.rig.presses(edits++ === 0 ? 'Sam Agent' : 'Ada Agent', 'edit', { card, text });
      await desk.settle();
    }
    expect(await accepts()).toMatch(
      /0 accepted, 1 waiting[\s\S]*edited \(\d\d % of the words kept\)/,
    );
    const billing = () => book.handbook.replies['en']!['billing']!.map(({ text }) => text).join();
    await soon(() => expect(billing()).toContain(`{by} ${BETTER}.`));
    expect(billing()).not.toContain(SAID);
    for (let said = false, n = 60; !said; n++) {
      const { draft } = await doubled(n);
      expect(draft.text).not.toContain(SAID);
      said = draft.text.includes(BETTER);
    }
    expect(JSON.stringify((await restarted()).replies['en']!['billing'])).toContain(BETTER);
    expect(await desk.rig.asks('Lea Lead', 'learn')).toContain('1 accepted, 0 waiting');
  });

  it('answer what no article says, and the next who asks is answered with it, cited', async () => {
    const first = await asked('Hello, how do I export my invoices as CSV?');
    expect(first.draft.answered).toBeUndefined();
    expect(await desk.rig.asks('Lea Lead', 'gaps')).toMatch(
      /export my invoices as CSV.*\(once, en\)/,
    );
    const { root: thread } = first;
    const answer = 'Open Settings, choose Billing and press “Export as CSV”.';
    await desk.rig.writes('Sam Agent', `Hi Nora,\n${answer} Does that help?\nSam`, { thread });
    await desk.rig.writes('Nora Customer', 'Thanks, that worked!', { thread });
    await desk.settle();
    const shown = (await desk.rig.under(first.card)).map(({ text }) => text);
    expect(shown.at(-1)).toMatch(/What Sam Agent answered may become an article/);
    const list = await accepts();
    expect(list).toContain(`→ ${answer}\n`);
    await soon(() => expect(book.handbook.knowledge.shelves).toHaveLength(1));
    const next = await asked('How can I export my invoices as a CSV file?');
    expect(next.draft.text).toContain(answer);
    expect(next.draft.citations).toMatchObject([
      { id: expect.stringMatching(/^learnt\/playground:/), title: expect.stringMatching(/export/) },
    ]);
    expect(await desk.rig.asks('Lea Lead', 'gaps')).toContain('Nothing was asked');
    expect((await restarted()).knowledge.shelves).toHaveLength(1);

    await desk.rig.deletes('Nora Customer', first.root);
    await desk.settle();
    await soon(() => expect(book.handbook.knowledge.shelves).toEqual([]));
    expect((await restarted()).knowledge.shelves).toEqual([]);
  });
});
