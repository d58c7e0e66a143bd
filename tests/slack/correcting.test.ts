import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderCard } from '../../src/slack/card.ts';
import { install, people, places } from '../fake-slack/cast.ts';
import { pressables, wordsOf } from '../fake-slack/reading.ts';
import type { Json, Message } from '../fake-slack/state.ts';
import { aConversation } from './cast.ts';
import { type OpenSlack, openSlack } from './open.ts';

const BOT = `<@${install.botUser}>`;
const WHERE = { url: 'https://acme.slack.com/', channel: places.support };

describe('what stands beside the triage on a Slack card', () => {
  const labels = new Map([
    ['billing', 'Billing and payment'],
    ['refund', 'Refund or return'],
  ]);
  const row = (conversation = aConversation(), named = labels) => {
    const { blocks } = renderCard(conversation, WHERE, named);
    return blocks.find((block) => JSON.stringify(block).includes('"why"')) as unknown as {
      block_id?: string;
      elements: Json[];
    };
  };

  it('is a choice of categories and one of urgencies, as they are now, and the question why', () => {
    const { elements } = row();
    expect(elements.map((one) => one['action_id'])).toEqual([
      'correct-category',
      'correct-urgency',
      'why',
    ]);
    expect(elements[0]).toMatchObject({
      options: [{ value: 'billing' }, { value: 'refund' }],
      initial_option: { text: { text: 'Billing and payment' }, value: 'billing' },
    });
    expect(elements[1]).toMatchObject({ initial_option: { value: 'p2' } });
  });

  it('is another block after each decision, or Slack would go on showing what was chosen', () => {
    const before = row();
    const after = row({ ...aConversation(), version: 4 });
    expect(before.block_id).not.toBe(after.block_id);
    expect(before.elements).toEqual(after.elements);
  });

  it('shows nothing as chosen that cannot be chosen any more', () => {
    const [category] = row(aConversation(), new Map([['refund', 'Refund or return']])).elements;
    expect(category).not.toHaveProperty('initial_option');
  });

  it.each([
    ['merged', []],
    ['set-aside', ['why']],
    ['resolved', ['correct-category', 'correct-urgency', 'why']],
  ] as const)('is less where the conversation is %s', (status, names) => {
    const { blocks } = renderCard({ ...aConversation(), status }, WHERE, labels);
    const ours = ['correct-category', 'correct-urgency', 'why'];
    const shown = pressables(blocks as never).map((one) => one.actionId);
    expect(shown.filter((name) => ours.includes(name))).toEqual(names);
  });
});

describe('correcting in Slack', () => {
  let open: OpenSlack;
  beforeEach(async () => {
    open = await openSlack({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'I was charged twice for invoice 4411');
    await open.pass(30_000);
  });
  afterEach(async () => {
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
    await open[Symbol.asyncDispose]();
  });

  const card = () => open.slack.roots(places.triage)[0]!;
  const triage = async () => (await open.desk.waiting())[0]!.triage!;
  const press = (action: Json) => {
    const payload = {
      type: 'block_actions',
      user: { id: people.ada, team_id: 'T0HOME00001' },
      team: { id: 'T0HOME00001' },
      trigger_id: open.slack.newTrigger(people.ada),
      actions: [{ type: 'static_select', action_id: 'correct-category', ...action }],
    };
    return open.slack.courier.send({ kind: 'interactive', payload });
  };
  const ephemerals = () => open.slack.world.ephemerals;

  it('takes one choice and no dialog', async () => {
    const ref = { channel: places.triage, ts: card().ts };
    await open.slack.presses(people.ada, ref, 'correct-category', { option: 'refund' });
    await open.settle();
    expect((await triage()).category).toBe('refund');
    expect(open.slack.world.views.size).toBe(0);
    const [select] = pressables(card().blocks);
    expect(select!.element['initial_option']).toMatchObject({ value: 'refund' });
    expect(ephemerals()).toEqual([]);
  });

  const chosen = { selected_option: { value: 'refund' } };
  it.each([
    ['no block', chosen],
    ['a block that is no JSON', { block_id: '{"conversation', ...chosen }],
    ['a block of another platform', { block_id: '{"conversation":"teams:a"}', ...chosen }],
    [
      'a block without end',
      { block_id: JSON.stringify({ conversation: `slack:${'x'.repeat(400)}` }), ...chosen },
    ],
    ['a conversation that is not there', { block_id: '{"conversation":"slack:T:C:1"}', ...chosen }],
    ['a choice that is no text', { block_id: 'OURS', selected_option: { value: 7 } }],
    ['a choice without end', { block_id: 'OURS', selected_option: { value: 'x'.repeat(5_000) } }],
    ['no choice', { block_id: 'OURS', selected_option: null }],
    ['a prototype', { block_id: 'OURS', selected_option: { __proto__: { value: 'refund' } } }],
  ])('comes to nothing with %s', async (_, action: Json) => {
    const { blockId } = pressables(card().blocks)[0]!;
    const ours = action['block_id'] === 'OURS' ? { block_id: blockId } : {};
    const before = await triage();
    expect((await press({ ...action, ...ours })).ok).toBe(true);
    await open.settle();
    expect(await triage()).toEqual(before);
  });

  it('says why in a dialog with nothing to submit', async () => {
    const ref = { channel: places.triage, ts: card().ts };
    await open.slack.presses(people.ada, ref, 'why');
    await vi.waitFor(() =>
      expect([...open.slack.world.views.values()].at(-1)?.earlier.length).toBeGreaterThan(0),
    );
    const { content, user } = [...open.slack.world.views.values()].at(-1)!;
    expect(user).toBe(people.ada);
    expect(content['submit']).toBeUndefined();
    expect(content['title']).toMatchObject({ text: 'Why it is sorted so' });
    expect(wordsOf({ text: '', blocks: content.blocks })).toContain('charged twice');
  });

  const asks = async (channel: string, words: string, where: { thread?: string } = {}) => {
    const before = ephemerals().length;
    await open.slack.writes(people.ada, channel, `${BOT} ${words}`, where);
    await vi.waitFor(() => expect(ephemerals().length).toBeGreaterThan(before));
    return ephemerals().at(-1)!;
  };

  it('says why under the card and in the customer’s thread, to whoever asked there alone', async () => {
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(30_000);
    const root = (await open.desk.waiting())[0]!.messages[0]!.id;
    for (const [channel, thread] of [
      [places.triage, card().ts],
      [places.support, root],
    ] as const) {
      const said = await asks(channel, 'why', { thread });
      expect(said).toMatchObject({ user: people.ada, channel, threadTs: thread });
      expect(wordsOf(said)).toContain('charged twice');
      expect(wordsOf(said)).not.toContain('log in');
    }
    expect(await open.rig.customerSees()).toEqual([]);
  });

  it('says that it knows no conversation in a thread that is none', async () => {
    const { ts } = await open.slack.writes(people.sam, places.triage, 'lunch?');
    expect(wordsOf(await asks(places.triage, 'why', { thread: ts }))).toContain(
      'do not know which',
    );
  });

  it('says why of the conversation that a link names, of a card or of a message', async () => {
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(30_000);
    const ask = async (words: string) => {
      await open.slack.commands(people.ada, places.triage, `/support ${words}`);
      return wordsOf(ephemerals().at(-1)!);
    };
    expect(await ask('why')).toContain('log in');
    const root = (await open.desk.waiting())[0]!.messages[0]!.id;
    const link = (channel: string, ts: string) =>
      `https://acme.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
    expect(await ask(`why ${link(places.triage, card().ts)}`)).toContain('charged twice');
    expect(await ask(`why <${link(places.support, root)}?thread_ts=${root}&cid=C1>`)).toContain(
      'charged twice',
    );
    expect(await ask(`why ${link(places.support, '1111111111.000001')}`)).toContain('do not know');
  });

  it('shows a lead the list without what they have judged, in its place', async () => {
    await open.rig.writes('Ben Customer', 'My parcel 77 has not arrived');
    await open.pass(30_000);
    for (const [n, value] of ['refund', 'complaint'].entries()) {
      await open.rig.presses('Ada Agent', 'correct-category', { card: n, value });
      await open.settle();
    }
    await open.rig.asks('Lea Lead', 'learn');
    const list = () => ephemerals().at(-1)! as unknown as Message;
    const left = () => pressables(list().blocks).filter((one) => one.actionId === 'learn').length;
    expect(left()).toBe(2);
    await open.rig.judges('Lea Lead', 'learn');
    await vi.waitFor(() => expect(left()).toBe(1));
    expect(wordsOf(list())).toContain('1 accepted, 1 waiting');
    expect(wordsOf(list())).not.toContain('4411');
    expect(ephemerals()).toHaveLength(1);
  });

  it('does not show the list to an agent who presses in a lead’s', async () => {
    await open.rig.presses('Ada Agent', 'correct-category', { value: 'refund' });
    await open.settle();
    await open.rig.asks('Lea Lead', 'learn');
    const before = JSON.stringify(ephemerals().at(-1)!.blocks);
    await open.rig.judges('Sam Agent', 'learn', { of: 'Lea Lead' });
    await open.settle();
    expect(JSON.stringify(ephemerals()[0]!.blocks)).toBe(before);
    expect((await open.rig.told('Sam Agent')).at(-1)).toContain('Only leads');
    expect((await open.desk.lessons()).waiting).toHaveLength(1);
  });

  it('leaves lessons of another platform’s customers to be judged there', async () => {
    await open.rig.presses('Ada Agent', 'correct-category', { value: 'refund' });
    await open.settle();
    const { waiting } = await open.desk.lessons();
    const desk = await openSlack({
      desk: (real) => ({
        ...real,
        learning: async (days) => ({
          ...(await real.learning(days)),
          lessons: { accepted: [], waiting: [{ ...waiting[0]!, conversation: 'teams:t:c:1' }] },
        }),
      }),
    });
    const words = await desk.rig.asks('Lea Lead', 'learn');
    expect(words).toContain('1 more can be judged where their customers wrote');
    expect(words).not.toContain('4411');
    await desk[Symbol.asyncDispose]();
  });
});
