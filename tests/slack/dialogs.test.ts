import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPieces, toPieces } from '../../src/slack/pieces.ts';
import { people, places } from '../fake-slack/cast.ts';
import { pressables, wordsOf } from '../fake-slack/reading.ts';
import type { View } from '../fake-slack/state.ts';
import { type OpenSlack, openSlack } from './open.ts';

describe('the dialogs behind the buttons', () => {
  let open: OpenSlack;
  beforeEach(async () => {
    open = await openSlack({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', 'My invoice 4411 was charged twice');
    await open.pass(30_000);
  });
  afterEach(() => open[Symbol.asyncDispose]());

  const draft = () =>
    open.slack
      .messages(places.triage)
      .findLast((m) => pressables(m.blocks).some((one) => one.actionId === 'send'))!;
  const dialog = async (): Promise<View> => {
    const view = () => [...open.slack.world.views.values()].at(-1);
    await vi.waitFor(() => expect(view()?.earlier.length).toBeGreaterThan(0));
    return view()!;
  };
  const press = (button: string, options = {}) =>
    open.slack.presses(people.ada, { channel: places.triage, ts: draft().ts }, button, options);
  const said = async () => (await open.rig.customerSees()).map((one) => one.text);

  it('open at once as a skeleton and are filled with the draft then', async () => {
    await press('edit');
    const view = await dialog();
    expect(wordsOf({ text: '', blocks: view.earlier[0]!['blocks'] as never })).toContain(
      'One moment',
    );
    const [input] = pressables(view.content.blocks);
    const [standing] = (await open.desk.waiting())[0]!.drafts;
    expect(input!.element['initial_value']).toBe(standing!.text);
    expect(wordsOf({ text: '', blocks: view.content.blocks })).toContain('4411');
  });

  it('ask for words when the reply was emptied, and send nothing', async () => {
    await press('edit');
    const { errors } = await open.slack.submits(people.ada, (await dialog()).id, {
      'reply-0': '  ',
    });
    expect(errors).toEqual({ 'reply-0': expect.stringContaining('Write a reply') });
    await open.settle();
    expect(await said()).toEqual([]);
  });

  it('hold hints on what an agent wrote, once, and then it is sent as it stands', async () => {
    const unkind = 'Sorry for the inconvenience, please DM us.';
    await press('edit');
    const { id } = await dialog();
    await open.slack.submits(people.ada, id, { 'reply-0': unkind });
    await open.settle();
    expect(await said()).toEqual([]);
    const { content } = open.slack.world.views.get(id)!;
    const words = wordsOf({ text: '', blocks: content.blocks });
    expect(words).toContain('only you see this');
    expect(words).toContain('dm us');
    expect(content).toMatchObject({ submit: { text: 'Send anyway' } });
    await open.slack.submits(people.ada, id);
    await open.settle();
    expect(await said()).toEqual([unkind]);
  });

  it('give no hints to an agent who switched them off, until they want them again', async () => {
    const unkind = 'Sorry for the inconvenience, please DM us.';
    await open.slack.commands(people.ada, places.triage, '/support hints off');
    await press('edit');
    const { id } = await dialog();
    await open.slack.submits(people.ada, id, { 'reply-0': unkind });
    await open.settle();
    expect(await said()).toEqual([unkind]);
  });

  it('say that the button must be pressed again when the trigger came too late', async () => {
    open.slack.misbehave({ method: 'views.open', how: { error: 'expired_trigger_id' } });
    expect((await press('edit')).ok).toBe(true);
    await vi.waitFor(() => expect(open.slack.world.ephemerals).toHaveLength(1));
    const [told] = open.slack.world.ephemerals;
    expect(told).toMatchObject({ user: people.ada, by: 'response_url' });
    expect(told!.text).toContain('press the button again');
    expect(open.slack.world.views.size).toBe(0);
    expect(await said()).toEqual([]);
  });

  it('open a long draft in several inputs and put it together again', async () => {
    const long = Array.from({ length: 26 }, (_, i) => `Line ${i}: ${'so it is. '.repeat(10)}`)
      .join('\n')
      .trim();
    open.slack.misbehave({
      method: 'chat.postMessage',
      how: { error: 'channel_not_found' },
      when: (args) => args['channel'] === places.support,
    });
    await press('edit');
    await open.slack.submits(people.ada, (await dialog()).id, { 'reply-0': long });
    await open.settle();
    await press('edit');
    await vi.waitFor(() => expect(open.slack.world.views.size).toBe(2));
    const { id, content } = await dialog();
    expect(pressables(content.blocks).map((one) => one.actionId)).toEqual(['reply-0', 'reply-1']);
    await open.slack.submits(people.ada, id);
    await open.settle();
    expect(await said()).toEqual([long]);
  });

  it('warn whoever opens a draft that cannot be sent any more', async () => {
    const stale = draft();
    await open.rig.presses('Sam Agent', 'send');
    await open.settle();
    await open.slack.presses(people.ada, { channel: places.triage, ts: stale.ts }, 'edit', {
      stale: true,
    });
    const { content } = await dialog();
    expect(wordsOf({ text: '', blocks: content.blocks })).toContain(
      'Sam Agent sent this reply already',
    );
  });

  it('offer for merging what the same customer wrote in the same channel, and nothing else', async () => {
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.slack.writes(people.nora, places.elsewhere, '<@U0WARMLINE1> it crashes elsewhere');
    await open.pass(open.handbook.policy.followUpWindow);
    await open.rig.writes('Nora Customer', 'The parcel of order 5512 has not arrived');
    await open.pass(30_000);
    await open.slack.presses(
      people.ada,
      { channel: places.triage, ts: (await open.rig.cards())[0]!.id },
      'merge',
    );
    const { content } = await dialog();
    const [select] = pressables(content.blocks);
    const offered = JSON.stringify(select!.element);
    expect(offered).toContain('5512');
    expect(offered).not.toContain('Ben Customer');
    expect(offered).not.toContain('elsewhere');
  });

  it('say so when there is nothing to merge with', async () => {
    await open.slack.presses(
      people.ada,
      { channel: places.triage, ts: (await open.rig.cards())[0]!.id },
      'merge',
    );
    const { content } = await dialog();
    expect(content['submit']).toBeUndefined();
    expect(wordsOf({ text: '', blocks: content.blocks })).toContain('no other conversation');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"conversation'],
    ['a list', '[]'],
    ['a number for a name', '{"conversation":5,"draft":1}'],
    ['a draft that is no number', '{"conversation":"slack:T:C:1","draft":"1"}'],
    ['a broken draft number', '{"conversation":"slack:T:C:1","draft":1.5}'],
    ['another platform', '{"conversation":"teams:x:y:z","draft":1}'],
    [
      'a name without end',
      JSON.stringify({ conversation: `slack:${'x'.repeat(1_900)}`, draft: 1 }),
    ],
    ['a conversation that is not there', '{"conversation":"slack:T0HOME00001:C0:1.1","draft":1}'],
    ['a prototype', '{"__proto__":{"conversation":"slack:a"},"draft":1}'],
  ])(
    'do and send nothing for a press whose value was tampered with: %s',
    async (_, overrideValue) => {
      for (const button of ['send', 'edit', 'not-a-request', 'regenerate']) {
        expect((await press(button, { overrideValue })).ok).toBe(true);
      }
      await open.settle();
      expect(await said()).toEqual([]);
      expect((await open.desk.waiting())[0]!.status).toBe('waiting');
    },
  );

  it.each(['pwn', 'constructor', '', 'show-card'])(
    'do nothing for a button nobody knows: %j',
    async (action_id) => {
      const payload = {
        type: 'block_actions',
        user: { id: people.ada, team_id: 'T0HOME00001' },
        team: { id: 'T0HOME00001' },
        trigger_id: `1.${action_id}`,
        actions: [
          { type: 'button', action_id, block_id: 'b', value: '{"conversation":"slack:a"}' },
        ],
      };
      expect((await open.slack.courier.send({ kind: 'interactive', payload })).ok).toBe(true);
      const view = { id: 'V1', callback_id: action_id, private_metadata: 'x', state: {} };
      const submitted = { ...payload, type: 'view_submission', view, actions: undefined };
      expect((await open.slack.courier.send({ kind: 'interactive', payload: submitted })).ok).toBe(
        true,
      );
      const shortcut = { ...payload, type: 'message_action', callback_id: action_id };
      expect((await open.slack.courier.send({ kind: 'interactive', payload: shortcut })).ok).toBe(
        true,
      );
      await open.settle();
      expect(await said()).toEqual([]);
      expect(await open.rig.cards()).toHaveLength(1);
    },
  );
});

describe('the shortcut "Draft a reply"', () => {
  it('drafts for a message that the desk had not taken up, and says where', async () => {
    await using open = await openSlack({ policy: { acknowledge: false } });
    const ts = await open.rig.writes('Nora Customer', 'Good morning everyone!');
    await open.pass(30_000);
    expect(await open.rig.cards()).toEqual([]);
    await open.slack.shortcuts(people.ada, 'draft_reply', { channel: places.support, ts });
    await open.settle();
    expect(await open.rig.cards()).toHaveLength(1);
    await vi.waitFor(() => expect(open.slack.world.ephemerals).toHaveLength(1));
    expect(open.slack.world.ephemerals[0]!.text).toContain(`<#${places.triage}>`);
  });

  it('does nothing for guests and colleagues, and tells a colleague why', async () => {
    await using open = await openSlack({ policy: { acknowledge: false } });
    const ts = await open.rig.writes('Nora Customer', 'Good morning everyone!');
    await open.slack.shortcuts(people.gus, 'draft_reply', { channel: places.support, ts });
    await open.slack.shortcuts(people.cole, 'draft_reply', { channel: places.support, ts });
    await open.pass(30_000);
    expect(await open.rig.cards()).toEqual([]);
    await vi.waitFor(() => expect(open.slack.world.ephemerals).not.toEqual([]));
    expect(open.slack.world.ephemerals.map((one) => one.user)).toEqual([people.cole]);
  });
});

describe('a draft cut into inputs', () => {
  it('is the same text again, character for character', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('\n', ' ', '😀', 'word '.repeat(200), 'x'.repeat(2_600)),
        ),
        { maxLength: 14 },
      )
      .map((parts) => parts.join('').slice(0, 12_000));
    fc.assert(
      fc.property(text, (whole) => {
        const { pieces, joints } = toPieces(whole);
        expect(pieces.every((piece) => piece.length <= 3_000)).toBe(true);
        const values = Object.fromEntries(
          pieces.map((value, i) => [`reply-${i}`, { [`reply-${i}`]: { value } }]),
        );
        expect(readPieces(values, { joints })).toBe(whole);
      }),
    );
  });
});
