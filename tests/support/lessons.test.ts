import { describe, expect, it } from 'vitest';
import { decide } from '../../src/support/decide.ts';
import type { Event } from '../../src/support/events.ts';
import type { Lesson } from '../../src/support/lessons.ts';
import { ada, begin, handbook, lea, nora, person, type Scene, sam } from './stage.ts';

const TWICE = 'I was charged twice for invoice 4411';
const corrects = (scene: Scene, value: string, who = ada) =>
  scene.presses(who, 'correct-category', { value });
const lessons = ({ now }: Scene): readonly Lesson[] => now.lessons ?? [];
const judges = (scene: Scene, button: 'learn' | 'decline-learning', nth = 0, who = lea) =>
  scene.presses(who, button, { value: lessons(scene)[nth]?.id ?? '' });

describe('what a corrected category may teach', () => {
  it('is the customer’s words and what the agent said, for a lead to judge', () => {
    const [lesson, ...more] = lessons(corrects(begin(TWICE), 'refund'));
    expect(more).toEqual([]);
    expect(lesson).toMatchObject({
      text: TWICE,
      from: 'billing',
      category: 'refund',
      by: ada,
      messages: ['m1'],
      state: 'waiting',
    });
  });

  it('is the last word where agents correct each other, and nothing where they come back to what was read', () => {
    const twice = corrects(corrects(begin(TWICE), 'refund'), 'complaint', sam);
    expect(lessons(twice)).toMatchObject([{ from: 'billing', category: 'complaint', by: sam }]);
    expect(lessons(corrects(twice, 'billing'))).toEqual([]);
  });

  it('is no more than 500 characters, with no half of one', () => {
    const [lesson] = lessons(corrects(begin(`${'x'.repeat(499)}😀 my invoice is wrong`), 'refund'));
    expect(lesson!.text).toBe('x'.repeat(499));
  });

  it.each([
    ['holds a password', 'my password is hunter2!! and I cannot log in'],
    ['has no words', ''],
  ])('is nothing when it %s', (_, text) => {
    const message = { id: 'm1', at: 1, author: nora, text, files: [] };
    const scene = begin('hi').happens({ type: 'draft.requested', actor: ada, message });
    expect(lessons(corrects(scene, 'refund'))).toEqual([]);
  });

  it('is nothing for an urgency', () => {
    expect(lessons(begin(TWICE).presses(ada, 'correct-urgency', { value: 'p1' }))).toEqual([]);
  });
});

describe('a lead who judges it', () => {
  it('accepts it once, in the same write as the fact', () => {
    const accepted = judges(corrects(begin(TWICE), 'refund'), 'learn');
    expect(lessons(accepted)).toMatchObject([{ state: 'accepted', judge: lea }]);
    expect(accepted.facts).toMatchObject([
      { type: 'learnt', lesson: lessons(accepted)[0]!.id, category: 'refund', lead: 'lea' },
    ]);
    expect(accepted.effects).toEqual([]);
    const again = judges(accepted, 'learn');
    expect(again.told).toContain('You accepted this already');
    expect(again.facts).toEqual([]);
    expect(judges(accepted, 'decline-learning', 0, person('Max', 'lead')).told).toContain(
      'Lea accepted this already',
    );
  });

  it('declines it, and it is not asked for again', () => {
    const declined = judges(corrects(begin(TWICE), 'refund'), 'decline-learning');
    expect(lessons(declined)).toMatchObject([{ state: 'declined' }]);
    expect(declined.facts).toMatchObject([{ type: 'declined' }]);
    expect(judges(declined, 'learn').told).toContain('declined this already');
  });

  it.each(['agent', 'colleague', 'customer', 'bot'] as const)('is no %s', (role) => {
    const scene = corrects(begin(TWICE), 'refund');
    const judged = judges(scene, 'learn', 0, person('Eve', role));
    expect(lessons(judged)).toEqual(lessons(scene));
    expect(judged.facts).toEqual([]);
    if (role === 'agent') expect(judged.told).toContain('Only leads');
  });

  it.each(['', 'constructor', 'slack:T:C:m1/99'])(
    'cannot accept what is not there: %j',
    (value) => {
      const judged = corrects(begin(TWICE), 'refund').presses(lea, 'learn', { value });
      expect(judged.told).toContain('Ask for the list again');
      expect(lessons(judged)).toMatchObject([{ state: 'waiting' }]);
    },
  );

  it('cannot accept a category that the handbook has no more', () => {
    const scene = corrects(begin(TWICE), 'refund');
    const event: Event = {
      type: 'agent.pressed',
      id: 'e',
      at: 1,
      conversation: scene.now.id,
      actor: lea,
      button: 'learn',
      value: lessons(scene)[0]!.id,
    };
    const categories = handbook.categories.filter(({ name }) => name !== 'refund');
    const decision = decide(scene.now, event, { ...handbook, categories });
    expect(decision).toMatchObject({
      effects: [{ type: 'tell-agent', text: expect.stringContaining('Decline it instead') }],
    });
  });

  it('who accepts other words on the same message lets go of the first', () => {
    const first = judges(corrects(begin(TWICE), 'refund'), 'learn');
    const second = corrects(first, 'complaint', sam);
    expect(lessons(second).map(({ state }) => state)).toEqual(['accepted', 'waiting']);
    expect(lessons(judges(second, 'learn', 1))).toMatchObject([
      { category: 'complaint', state: 'accepted' },
    ]);
    expect(lessons(judges(second, 'decline-learning', 1))).toMatchObject([
      { category: 'refund', state: 'accepted' },
      { state: 'declined' },
    ]);
  });
});

describe('words that their author', () => {
  const waiting = corrects(begin(TWICE), 'refund');
  it.each([
    ['deleted', 'waiting', waiting.deletes('m1')],
    ['deleted', 'accepted', judges(waiting, 'learn').deletes('m1')],
    ['changed', 'waiting', waiting.edits('m1', 'forget it')],
    ['changed', 'accepted', judges(waiting, 'learn').edits('m1', 'forget it')],
  ])('%s teach nothing, though the lesson was %s', (_what, _state, scene) => {
    expect(scene.now.lessons).toBeUndefined();
    expect(scene.now.corrections?.category ?? { to: 'refund' }).toMatchObject({ to: 'refund' });
  });

  it('take back long after so many more came that the desk remembers them no longer teach nothing either', () => {
    let scene = judges(waiting, 'learn');
    const lesson = lessons(scene);
    for (let n = 0; n < 3; n++) scene = scene.writes('and another thing is wrong');
    const [first, ...others] = scene.now.messages;
    const decision = (event: Event) => decide({ ...scene.now, messages: others }, event, handbook);
    expect(lesson[0]!.messages).toEqual([first!.id]);
    const place = scene.now.place;
    const deleted = decision({ type: 'customer.deleted', id: 'd', at: 9e12, place, message: 'm1' });
    const message = { ...first!, text: 'never mind' };
    const edited = decision({ type: 'customer.edited', id: 'e', at: 9e12, place, message });
    for (const one of [deleted, edited]) {
      expect((one as { conversation: Scene['now'] }).conversation.lessons).toBeUndefined();
    }
  });

  it('deleted are gone from all that is kept of the conversation', () => {
    const { now } = judges(waiting, 'learn').deletes('m1');
    expect(JSON.stringify({ ...now, drafts: [] })).not.toContain('4411');
  });
});

describe('when messages move', () => {
  const two = () => begin(TWICE).writes('and I cannot log in to my account', 'm2');
  const raised = (scene: Scene) => {
    const effect = scene.effects.find(({ type }) => type === 'raise') as { event: Event };
    return effect.event;
  };
  const arrive = (event: Event) =>
    (decide(undefined, event, handbook) as { conversation: Scene['now'] }).conversation;

  it('a lesson of what was two matters is dropped', () => {
    const scene = judges(corrects(two(), 'refund'), 'learn').presses(ada, 'split', {
      messages: ['m2'],
    });
    expect(scene.now.lessons).toBeUndefined();
    expect(arrive(raised(scene)).lessons).toBeUndefined();
    expect(scene.now.triage!.category).toBe('refund');
    expect(arrive(raised(scene)).corrections).toBeUndefined();
  });

  it('a lesson goes with its messages, or stays with them', () => {
    const judged = judges(corrects(begin(TWICE), 'refund'), 'learn');
    const scene = judged.writes('and I cannot log in to my account', 'm2');
    const stays = scene.presses(ada, 'split', { messages: ['m2'] });
    expect(lessons(stays)).toMatchObject([{ state: 'accepted' }]);
    const goes = scene.presses(ada, 'split', { messages: ['m1'] });
    expect(goes.now.lessons).toBeUndefined();
    expect(arrive(raised(goes)).lessons).toMatchObject([{ text: TWICE, state: 'accepted' }]);
  });

  it('what was corrected and taught goes along into the conversation that it is merged into', () => {
    const from = corrects(begin(TWICE), 'refund').presses(sam, 'correct-urgency', { value: 'p1' });
    const merged = from.presses(ada, 'merge', { into: 'slack:T:C:m9' });
    expect(merged.now.lessons).toBeUndefined();
    expect(merged.now.corrections).toBeUndefined();
    const into = corrects(begin('my bill is too high, charged again', 'm9'), 'complaint');
    const now = into.happens({ ...raised(merged) });
    expect(now.now.corrections).toMatchObject({
      category: { to: 'complaint' },
      urgency: { to: 'p1', by: sam },
    });
    expect(now.now.triage).toMatchObject({ category: 'complaint', urgency: 'p1' });
    expect(lessons(now).map(({ category }) => category)).toEqual(['complaint', 'refund']);
  });
});
