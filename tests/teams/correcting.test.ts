import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visit } from '../fake-teams/cards.ts';
import { people, places } from '../fake-teams/cast.ts';
import { type Pressable, pressables, wordsOf } from '../fake-teams/reading.ts';
import type { Json, Post } from '../fake-teams/state.ts';
import { type OpenTeams, openTeams } from './open.ts';

const TWICE = 'I was charged twice for invoice 4411';
const PAUSE = 21_000;

describe('correcting in Teams', () => {
  let open: OpenTeams;
  beforeEach(async () => {
    open = await openTeams({ policy: { acknowledge: false } });
    await open.rig.writes('Nora Customer', TWICE);
    await open.pass(PAUSE);
  });
  afterEach(async () => {
    expect(open.log.lines.filter((line) => line.level === 'error')).toEqual([]);
    await open[Symbol.asyncDispose]();
  });

  const card = () => open.teams.roots(places.triage)[0]!;
  const at = ({ conversation, id }: Post) => ({ conversation, id });
  const named = (button: string) => (one: Pressable) => one.data['button'] === button;
  const triage = async () => (await open.desk.waiting())[0]!.triage!;
  const bot = (where: string) =>
    open.teams.posts(where).filter((post) => post.from === open.teams.world.bot.id);
  const choices = (dialog: Json) => {
    const found: Json[] = [];
    visit(dialog, (node) => {
      if (node['type'] === 'Input.ChoiceSet') found.push(node);
    });
    return found;
  };

  it('stands in a row of its own beside the reasons, so that the card’s buttons stay six', () => {
    const content = card().words.attachments[0]!.content as { body: Json[]; actions: Json[] };
    const row = content.body.find((one) => one['type'] === 'ActionSet')!;
    expect((row['actions'] as Json[]).map((one) => one['title'])).toEqual([
      'Category…',
      'Urgency…',
      'Why?',
      'Snooze…',
      'Hand to…',
    ]);
    expect(content.actions.length).toBeLessThanOrEqual(6);
  });

  it('opens on what it is now, with the handbook’s words', async () => {
    const ref = at(card());
    const category = await open.teams.presses(people.ada, ref, named('correct-category'));
    expect(choices(category.dialog!.value['card'] as Json)).toMatchObject([
      {
        value: 'billing',
        choices: expect.arrayContaining([{ title: 'Refund or return', value: 'refund' }]),
      },
    ]);
    const urgency = await open.teams.presses(people.ada, ref, named('correct-urgency'));
    expect(choices(urgency.dialog!.value['card'] as Json)).toMatchObject([
      { value: (await triage()).urgency },
    ]);
  });

  it.each([people.nora, people.gus, people.cole])('opens nothing for %s', async (who) => {
    for (const button of ['correct-category', 'correct-urgency', 'why']) {
      const { dialog, said } = await open.teams.presses(who, at(card()), named(button));
      expect(dialog).toBeUndefined();
      expect(said).toContain('Only the support team');
    }
  });

  it('says why in a dialog with nothing to hand in', async () => {
    const { dialog } = await open.teams.presses(people.ada, at(card()), named('why'));
    const content = JSON.stringify(dialog!.value);
    expect(content).toContain('charged twice');
    expect(content).not.toContain('Action.Submit');
  });

  it.each([
    [{ category: 'nonsense' }],
    [{ category: '' }],
    [{ category: 7 }],
    [{ category: 'x'.repeat(9_000) }],
    [{ value: 'refund' }],
    [{ urgency: 'p1' }],
  ])('comes to nothing when somebody tampered with it: %j', async (made) => {
    const { id } = (await open.desk.waiting())[0]!;
    const before = await triage();
    const data = { button: 'correct-category', conversation: id, ...made };
    for (const name of ['task/submit', 'adaptiveCard/action']) {
      const value = name === 'task/submit' ? { data } : { action: { data } };
      await open.teams.invokes(people.ada, name, value, at(card()));
    }
    await open.settle();
    expect(await triage()).toEqual(before);
  });

  it('stands in the cards where there are no dialogs, and why is told alone', async () => {
    await using flat = await openTeams({ policy: { acknowledge: false }, dialogs: false });
    await flat.rig.writes('Nora Customer', TWICE);
    await flat.pass(PAUSE);
    const root = flat.teams.roots(places.triage)[0]!;
    const { said } = await flat.teams.presses(people.ada, at(root), named('why'));
    expect(said).toContain('told alone');
    await flat.settle();
    expect((await flat.rig.told('Ada Agent')).at(-1)).toContain('charged twice');
    await flat.teams.presses(people.ada, at(root), named('correct-urgency'), {
      filling: { urgency: 'p1' },
      old: true,
    });
    await flat.settle();
    expect((await flat.desk.waiting())[0]!.triage!.urgency).toBe('p1');
  });

  /** What the bot answers this person in private. */
  const answer = async (who: string, ask: () => Promise<unknown>) => {
    const before = bot(who).length;
    await ask();
    const end = performance.now() + 5_000;
    while (bot(who).length === before) {
      if (performance.now() > end) throw new Error('No answer came.');
      await new Promise((resolve) => setImmediate(resolve));
    }
    return bot(who).at(-1)!;
  };

  it('says why under the card, in the customer’s thread and for a link, to the asker alone', async () => {
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(PAUSE);
    const root = (await open.desk.waiting())[0]!.messages[0]!.id;
    const words = async (ask: () => Promise<unknown>) =>
      wordsOf((await answer(people.ada, ask)).words);
    const say = (where: string, text: string, more = {}) =>
      open.teams.writes(people.ada, where, text, more);
    for (const [where, thread] of [
      [places.triage, card().id],
      [places.support, root],
    ] as const) {
      const said = await words(() => say(where, 'why', { mention: true, thread }));
      expect(said).toContain('charged twice');
      expect(said).not.toContain('log in');
    }
    expect(await words(() => say(people.ada, 'why'))).toContain('log in');
    const channel = encodeURIComponent(places.triage);
    const link = `https://teams.microsoft.com/l/message/${channel}/${card().id}?parentMessageId=${card().id}`;
    expect(await words(() => say(people.ada, `why ${link}`))).toContain('charged twice');
    expect(
      await words(() => say(people.ada, 'why https://teams.microsoft.com/l/message/19%3ax/1')),
    ).toContain('do not know which');
    expect(await open.rig.customerSees()).toEqual([]);
  });

  it('shows a lead the list without what they have judged, in its place', async () => {
    await open.rig.writes('Ben Customer', 'My parcel 77 has not arrived');
    await open.pass(PAUSE);
    for (const [n, value] of ['refund', 'complaint'].entries()) {
      await open.rig.presses('Ada Agent', 'correct-category', { card: n, value });
      await open.settle();
    }
    const list = await answer(people.lea, () => open.teams.writes(people.lea, people.lea, 'learn'));
    const learn = named('learn');
    expect(pressables(list.words).filter(learn)).toHaveLength(2);
    const pressed = await open.teams.presses(people.lea, at(list), learn);
    const left = JSON.stringify(pressed.card);
    expect(left).toContain('1 accepted, 1 waiting');
    expect(left).toContain('parcel 77');
    expect(left).not.toContain('4411');
    await open.settle();
    await open.teams.presses(people.lea, at(list), learn, { old: true });
    await open.settle();
    expect((await open.desk.lessons()).accepted).toHaveLength(2);
    const other = await open.teams.presses(people.sam, at(list), learn);
    expect(other.card).toBeUndefined();
    expect(other.said).toContain('for the leads');
  });
});
