import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePlaygroundRig } from '../rigs/playground.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

const PAUSE = 21_000;
const DAYS = 24 * 3_600_000;

describe('what the desk learns', () => {
  let desk: TestDesk;
  let heard = 0;
  beforeEach(async () => {
    heard = 0;
    desk = await openTestDesk(makePlaygroundRig);
    desk.desk.onLearning(() => heard++);
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  const corrected = async () => {
    const root = await desk.rig.writes('Nora Customer', 'I was charged twice for invoice 4411');
    await desk.pass(PAUSE);
    await desk.rig.presses('Ada Agent', 'correct-category', { value: 'refund' });
    await desk.settle();
    return root;
  };
  const accepted = async () => {
    const root = await corrected();
    await desk.rig.asks('Lea Lead', 'learn');
    await desk.rig.judges('Lea Lead', 'learn');
    await desk.settle();
    return root;
  };

  it('is told to whoever listens when a lead accepts something, and not before', async () => {
    await corrected();
    expect(heard).toBe(0);
    await desk.rig.asks('Lea Lead', 'learn');
    await desk.rig.judges('Lea Lead', 'decline-learning');
    await desk.settle();
    expect(heard).toBe(0);
  });

  it('is told once for each change, repeats of the press included', async () => {
    await accepted();
    expect(heard).toBe(1);
    await desk.rig.redelivers(7);
    await desk.settle();
    expect(heard).toBe(1);
  });

  it('is told again when the customer takes their words back', async () => {
    const root = await accepted();
    await desk.rig.deletes('Nora Customer', root);
    await desk.settle();
    expect(heard).toBe(2);
    expect(await desk.desk.lessons()).toEqual({ accepted: [], waiting: [] });
  });

  it('follows the messages into the conversation that they are merged into', async () => {
    await desk.rig.writes('Nora Customer', 'My invoice is wrong, please look');
    await desk.pass(PAUSE);
    await desk.pass(desk.handbook.policy.followUpWindow);
    const root = await desk.rig.writes('Nora Customer', 'I was charged twice for invoice 4411');
    await desk.pass(PAUSE);
    await desk.rig.presses('Ada Agent', 'correct-category', { card: 1, value: 'refund' });
    await desk.settle();
    await desk.rig.presses('Ada Agent', 'merge', { card: 1, into: 0 });
    await desk.pass(PAUSE);
    const [into] = await desk.desk.waiting();
    const { waiting } = await desk.desk.lessons();
    expect(waiting).toMatchObject([
      { conversation: into!.id, text: expect.stringContaining('4411') },
    ]);
    expect(into!.triage!.category).toBe('refund');
    await desk.rig.deletes('Nora Customer', root);
    await desk.settle();
    expect((await desk.desk.lessons()).waiting).toEqual([]);
  });

  it('counts the corrections of so many days', async () => {
    await corrected();
    expect((await desk.desk.learning(30)).accuracy).toEqual({
      corrections: 1,
      conversations: 1,
      opened: 1,
      right: 0,
    });
    await desk.pass(31 * DAYS);
    const { accuracy } = await desk.desk.learning(30);
    expect(accuracy).toMatchObject({ corrections: 0, opened: 0 });
  });

  it('finds a conversation by its thread, by a message in it and by what was posted of it', async () => {
    const root = await corrected();
    const further = await desk.rig.writes('Nora Customer', 'it is 40 euros', { thread: root });
    await desk.settle();
    const [conversation] = await desk.desk.waiting();
    const place = { platform: 'playground', workspace: 'local', channel: 'help' } as const;
    const [card] = await desk.rig.cards();
    for (const where of [
      { ...place, thread: root },
      { ...place, thread: further },
      { ...place, channel: 'triage', thread: card!.id },
    ]) {
      expect((await desk.desk.inThread(where))?.id).toBe(conversation!.id);
    }
    for (const where of [
      place,
      { ...place, thread: '1' },
      { ...place, channel: 'x', thread: root },
    ]) {
      expect(await desk.desk.inThread(where)).toBeUndefined();
    }
  });
});
