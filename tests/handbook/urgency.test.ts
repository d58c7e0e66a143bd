import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/handbook/fault.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import { readUrgency } from '../../src/handbook/urgency.ts';

function read(text: string) {
  const faults: Fault[] = [];
  return { rules: readUrgency({ file: 'urgency.yaml', text }, faults), faults };
}

describe('an urgency rule', () => {
  it('holds phrases, of any language together or sorted by language', () => {
    const { rules, faults } = read(
      [
        '- rule: fire',
        '  urgency: p1',
        '  when: { en: "fire, it burns", de: es brennt }',
        '  unless: [fire drill, "fire sale, 404"]',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(rules).toEqual([
      {
        name: 'fire',
        urgency: 'p1',
        phrases: ['fire', 'it burns', 'es brennt'],
        unless: ['fire drill', 'fire sale', '404'],
      },
    ]);
  });

  it('may ask for people, waiting, unanswered requests and a VIP, and move by a step', () => {
    const { rules } = read(
      [
        '- { rule: many, urgency: one step up, people: 10 }',
        '- { rule: long, urgency: one step up, waited: 1h 30m }',
        '- { rule: again, urgency: p2, contacts: 3, when: any news }',
        '- { rule: first, urgency: one step up, vip: yes }',
      ].join('\n'),
    );
    expect(rules).toMatchObject([
      { urgency: 'one step up', phrases: [], people: 10 },
      { waited: 5_400_000 },
      { contacts: 3, phrases: ['any news'] },
      { vip: true },
    ]);
  });

  it('may take phrases from a list that another rule names', () => {
    const { rules } = read(
      [
        '- rule: one',
        '  urgency: p1',
        '  when: fire',
        '  unless: [&asked "what if, in case"]',
        '- rule: two',
        '  urgency: p2',
        '  when: water',
        '  unless: [*asked, drill]',
      ].join('\n'),
    );
    expect(rules?.[1]?.unless).toEqual(['what if', 'in case', 'drill']);
  });

  it.each([
    ['it never fires or always', '- rule: all\n  urgency: p1\n', /no condition.*when, waited/],
    ['it asks for nobody', '- rule: all\n  urgency: p1\n  vip: no\n', /no condition/],
    [
      'there is no such urgency',
      '- rule: x\n  when: x\n  urgency: two steps up\n',
      /"0 > urgency"/,
    ],
    ['the length of time is none', '- rule: x\n  urgency: p2\n  waited: soon\n', /length of time/],
    ['nobody is counted', '- rule: x\n  urgency: p2\n  people: some\n', /"0 > people"/],
    ['everybody has asked once', '- rule: x\n  urgency: p2\n  contacts: 1\n', /"0 > contacts"/],
    [
      'the condition is unknown',
      '- rule: x\n  urgency: p2\n  when: x\n  angry: yes\n',
      /"0 > angry" is not known/,
    ],
  ])('is refused when %s, with its line and a remedy', (_, text, said) => {
    const { rules, faults } = read(text);
    expect(rules).toBeUndefined();
    expect(faults).toHaveLength(1);
    const [{ file, line, what, remedy }] = faults as [Fault];
    expect(file).toBe('urgency.yaml');
    expect(line).toBeGreaterThan(0);
    expect(`${what} ${remedy}`).toMatch(said);
    expect(remedy).not.toBe('');
  });
});

describe('the shipped rules', () => {
  it('have names of their own, and the strongest of them phrases in eight languages', async () => {
    const { urgency } = await loadHandbook();
    expect(new Set(urgency.map(({ name }) => name)).size).toBe(urgency.length);
    const all = urgency
      .filter((rule) => rule.urgency === 'p1')
      .map(({ phrases }) => phrases.join());
    for (const [rule, phrases] of all.entries()) {
      expect(phrases, `rule ${rule}`).toMatch(/[ぁ-んァ-ン]/);
    }
  });

  it('count no phrase that two levels share', async () => {
    const { urgency } = await loadHandbook();
    const levels = urgency.filter(({ urgency: to }) => to.startsWith('p'));
    const seen = new Map<string, string>();
    for (const { name, phrases } of levels) {
      for (const phrase of phrases) {
        expect(seen.get(phrase) ?? name, phrase).toBe(name);
        seen.set(phrase, name);
      }
    }
  });
});
