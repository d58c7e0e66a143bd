import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { factsIn } from '../facts.ts';
import { makePlaygroundRig } from '../rigs/playground.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

/** After so long a message is another matter. */
const APART = 2 * 3_600_000;
const DAY = 24 * 3_600_000;

describe('a customer of many matters', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await openTestDesk(makePlaygroundRig);
  });
  afterEach(() => desk[Symbol.asyncDispose]());

  const matters = [
    'I was charged twice for invoice 4411',
    'The export fails with error 500',
    'I cannot log in, the reset link never arrives',
  ];
  const asked = () => factsIn(desk.store, ['survey-asked']);
  const openAll = async () => {
    for (const text of matters) {
      await desk.rig.writes('Nora Customer', text);
      await desk.pass(APART);
    }
    const cards = (await desk.rig.cards()).map((_, card) => card);
    expect(cards).toHaveLength(matters.length);
    const text = 'It is done.';
    for (const card of cards) await desk.rig.presses('Ada Agent', 'edit', { card, text });
    await desk.settle();
    return cards;
  };

  it('is asked about one of them where all are resolved at the same moment', async () => {
    const cards = await openAll();
    await Promise.all(cards.map((card) => desk.rig.presses('Ada Agent', 'resolve', { card })));
    await desk.pass(10 * DAY);
    expect(await asked()).toHaveLength(1);
  });

  it('is asked again once the time is over', async () => {
    for (const text of matters.slice(0, 2)) {
      await desk.rig.writes('Nora Customer', text);
      await desk.pass(APART);
      const card = (await desk.rig.cards()).length - 1;
      await desk.rig.presses('Ada Agent', 'edit', { card, text: 'It is done.' });
      await desk.settle();
      await desk.rig.presses('Ada Agent', 'resolve', { card });
      await desk.pass(40 * DAY);
    }
    expect(await asked()).toHaveLength(2);
  });
});
