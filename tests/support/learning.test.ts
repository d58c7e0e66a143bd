import { describe, expect, it } from 'vitest';
import { measureAccuracy } from '../../src/support/accuracy.ts';
import { measureDrafts } from '../../src/support/drafts.ts';
import type { Fact } from '../../src/support/facts.ts';
import { sayLearning } from '../../src/support/learning.ts';
import type { OfferedLesson } from '../../src/support/lessons.ts';
import { likelyMeant } from '../../src/support/meant.ts';
import { ada, begin, sam } from './stage.ts';

const opened = (conversation: string): Fact => ({
  type: 'opened',
  at: 1,
  conversation,
  category: 'billing',
  urgency: 'p3',
});
const corrected = (
  conversation: string,
  field: 'category' | 'urgency' | 'isRequest',
  from: string,
  to: string,
): Fact => ({ type: 'corrected', at: 2, conversation, field, from, to, agent: 'ada' });

describe('how often the triage was right', () => {
  it.each([
    ['nothing happened', [], { corrections: 0, conversations: 0, opened: 0, right: 0 }],
    ['nobody corrected', [opened('a')], { corrections: 0, conversations: 0, opened: 1, right: 1 }],
    [
      'a category was another',
      [opened('a'), opened('b'), corrected('a', 'category', 'billing', 'refund')],
      { corrections: 1, conversations: 1, opened: 2, right: 1 },
    ],
    [
      'it was corrected and back again',
      [
        opened('a'),
        corrected('a', 'category', 'billing', 'refund'),
        corrected('a', 'category', 'refund', 'billing'),
      ],
      { corrections: 2, conversations: 1, opened: 1, right: 1 },
    ],
    [
      'other fields were corrected',
      [
        opened('a'),
        corrected('a', 'urgency', 'p3', 'p1'),
        corrected('a', 'isRequest', 'yes', 'no'),
      ],
      { corrections: 2, conversations: 1, opened: 1, right: 1 },
    ],
    [
      'it was opened before',
      [opened('a'), corrected('z', 'category', 'billing', 'refund')],
      { corrections: 1, conversations: 1, opened: 1, right: 1 },
    ],
  ] as const)('is counted when %s', (_, facts, accuracy) => {
    expect(measureAccuracy(facts)).toEqual(accuracy);
  });

  it.each([
    [{ corrections: 0, conversations: 0, opened: 0, right: 0 }, '2 accepted, 1 waiting.'],
    [
      { corrections: 0, conversations: 0, opened: 5, right: 5 },
      'agents corrected nothing; the category was right in 5 of 5.',
    ],
    [
      { corrections: 1, conversations: 1, opened: 5, right: 4 },
      'corrected the triage once, in 1 conversation; the category was right in 4 of 5.',
    ],
    [
      { corrections: 4, conversations: 3, opened: 60, right: 57 },
      'In the last 30 days agents corrected the triage 4 times, in 3 conversations; the category was right in 57 of 60.',
    ],
  ])('is said for %j', (accuracy, said) => {
    const lesson = {} as OfferedLesson;
    const lessons = { accepted: [lesson, lesson], waiting: [lesson] };
    const text = sayLearning({ lessons, accuracy, drafts: measureDrafts([]) });
    expect(text).toContain(said);
  });
});

describe('whoever asks without saying which conversation', () => {
  const first = begin('my invoice is wrong', 'm1').now;
  const second = {
    ...begin('I cannot log in', 'm2').now,
    lastCustomerAt: first.lastCustomerAt + 1,
  };
  const teams = { ...second, place: { ...second.place, platform: 'teams' as const } };

  it.each([
    ['the newest', [first, second], 'm2'],
    ['their own', [{ ...first, owner: ada }, second], 'm1'],
    ['not somebody else’s own', [{ ...first, owner: sam }, second], 'm2'],
    ['none of another platform', [first, { ...teams, lastCustomerAt: Infinity }], 'm1'],
  ])('means %s', (_, waiting, id) => {
    expect(likelyMeant(waiting, ada, 'slack')!.messages[0]!.id).toBe(id);
  });

  it('means none where none waits', () => {
    expect(likelyMeant([], ada, 'slack')).toBeUndefined();
  });
});
