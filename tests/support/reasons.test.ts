import { describe, expect, it } from 'vitest';
import { explain, sayShortly, sayWhy } from '../../src/support/reasons.ts';
import { labelsOf } from '../../src/support/wording.ts';
import { ada, begin, handbook, type Scene, sam } from './stage.ts';

const labels = labelsOf(handbook);
const TWICE = 'I was charged twice for invoice 4411, this is terrible, let me talk to a human';
const words = ({ now }: Scene, about: string) =>
  explain(now, labels).lines.find((line) => line.about === about)?.words;

describe('why a conversation is sorted as it is', () => {
  it('is told field by field, each with its reason', () => {
    const scene = begin(TWICE);
    expect(words(scene, 'Category')).toMatch(
      /^Billing and payment \((?:sure|fairly sure|not sure|a guess), \d+ %\), says "charged twice"/,
    );
    expect(words(scene, 'Urgency')).toMatch(/^P\d \w+, .+/);
    expect(words(scene, 'Mood')).toMatch(/^unhappy, frustration \d+ %, "terrible"/);
    expect(words(scene, 'Wants a person')).toMatch(/^yes, .+/);
    expect(words(scene, 'A request')).toMatch(/^yes, .+/);
    expect(words(scene, 'Language')).toMatch(/^English, .+/);
    expect(words(scene, 'Abusive')).toBe('no');
    expect(words(scene, 'Tries to instruct a model')).toBe('no');
    expect(words(scene, 'Wants')).toMatch(/^a person, .+/);
  });

  it.each([
    [0.9, 'sure, 90 %'],
    [0.7, 'fairly sure, 70 %'],
    [0.5, 'not sure, 50 %'],
    [0.2, 'a guess, 20 %'],
  ])('says of a confidence of %d that it is %s', (confidence, said) => {
    const { now } = begin(TWICE);
    const line = explain({ ...now, triage: { ...now.triage!, confidence } }, labels).lines[0];
    expect(line!.words).toContain(`(${said})`);
  });

  it('names the other candidates, and what would settle it, where that is known', () => {
    const { now } = begin(TWICE);
    const candidates = [
      { category: 'billing', confidence: 0.5 },
      { category: 'refund', confidence: 0.314 },
    ];
    const triage = { ...now.triage!, candidates, wish: 'refund' } as const;
    const said = sayWhy({ ...now, triage }, labels);
    expect(said).toContain('; else Refund or return 31 %');
    expect(said).toContain('Wants: their money back');
  });

  it('says every rule that holds, where several do', () => {
    const { now } = begin(TWICE);
    const reasons = [
      { field: 'urgency', because: 'nobody can work' },
      { field: 'urgency', because: 'money is at risk' },
    ] as const;
    const triage = { ...now.triage!, reasons };
    expect(sayShortly({ ...now, triage })).toBe('nobody can work; money is at risk');
  });

  it('says who corrected what, and what had been read', () => {
    const scene = begin(TWICE)
      .presses(ada, 'correct-category', { value: 'refund' })
      .presses(sam, 'correct-urgency', { value: 'p1' });
    expect(words(scene, 'Category')).toMatch(
      /^Refund or return, corrected by Ada; read as Billing and payment \d+ %/,
    );
    expect(explain(scene.now, labels).corrections.map((one) => one.words)).toEqual([
      'Ada corrected the category to Refund or return; it was read as Billing and payment',
      expect.stringMatching(/^Sam corrected the urgency to P1 urgent; it was read as P\d/),
    ]);
    expect(sayShortly(scene.now)).toBe('category corrected by Ada; urgency corrected by Sam');
  });

  it('quotes nobody who took their words back', () => {
    const said = sayWhy(begin(TWICE).deletes('m1').now, labels);
    expect(said).toContain('took their words back');
    expect(said).not.toContain('charged');
  });

  it('is told to an agent who asks, and to nobody else', () => {
    const scene = begin(TWICE);
    expect(scene.presses(ada, 'why').told).toContain('charged twice');
    expect(scene.presses({ ...ada, role: 'colleague' }, 'why').told).toContain('Only the support');
    expect(scene.presses({ ...ada, role: 'customer' }, 'why').told).toBeUndefined();
  });
});
