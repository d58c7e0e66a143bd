import { expect, it } from 'vitest';
import type { Handbook, Policy } from '../../../src/support/handbook.ts';
import { acknowledge } from '../../../src/support/reply/acknowledgement.ts';
import { firstNameOf } from '../../../src/support/reply/name.ts';
import type { ServiceLevel } from '../../../src/support/time/policy.ts';
import { AT, conversation, handbook } from './stage.ts';

const EVENING = AT + 10 * 3_600_000;
const under = (policy: Partial<Policy>): Handbook => ({
  ...handbook,
  policy: { ...handbook.policy, ...policy },
});

it('a customer is told at once, in one line, that a person answers and by when', () => {
  const line = acknowledge(conversation(['The export fails']), handbook, AT);
  expect(line).toMatch(/Nora.*the support team.*by 2:15 pm today \(UTC\)/);
  expect(line).not.toContain('\n');
  expect(line).not.toMatch(/closed|Nobody/);
});

it('a customer who writes at night is told that we are closed', () => {
  const line = acknowledge(conversation(['The export fails']), handbook, EVENING);
  expect(line).toMatch(/closed|Nobody is in/);
  expect(line).toContain('by tomorrow, 1 pm (UTC)');
});

it('a customer whose matter is looked after day and night is promised that, at night too', () => {
  const always = under({ aroundTheClock: ['p1'] });
  const down = { ...conversation(['The export fails']) };
  const urgent = { ...down, triage: { ...down.triage!, urgency: 'p1' as const } };
  expect(acknowledge(urgent, handbook, EVENING)).toContain('by tomorrow, 9:30 am (UTC)');
  const line = acknowledge(urgent, always, EVENING);
  expect(line).toContain('by 8:45 pm today (UTC)');
  expect(line).not.toMatch(/closed|Nobody is in/);
});

it('a customer is promised what their team’s hours allow, on the office’s clock', () => {
  const nights = Array.from({ length: 7 }, () => [{ from: 1080, to: 1440 }]);
  const calendar = { zone: 'America/New_York', week: nights, holidays: [] };
  const matter = conversation(['The export fails']);
  const team = { name: 'bugs', calendar, people: [], speaks: [] };
  const bugs = under({ teams: [{ ...team, categories: [matter.triage!.category] }] });
  // From 6 pm in New York, four hours.
  expect(acknowledge(matter, bugs, AT)).toContain('by tomorrow, 3 am (UTC)');
});

it('a customer who was answered once is promised the time of a further reply', () => {
  const [{ replyWithin, resolveWithin }] = handbook.policy.serviceLevels as [ServiceLevel];
  const soon = { days: 0, minutes: 15 };
  const nextReplyWithin = { p1: soon, p2: soon, p3: soon, p4: soon };
  const quick = under({ serviceLevels: [{ replyWithin, nextReplyWithin, resolveWithin }] });
  const first = conversation(['The export fails']);
  const second = conversation(['The export fails', { agent: 'I am looking.' }, 'Any news?']);
  expect(acknowledge(first, quick, AT)).toContain('by 2:15 pm today (UTC)');
  expect(acknowledge(second, quick, AT)).toContain('by 10:30 am today (UTC)');
});

it('a customer without a name is not called by a gap', () => {
  const line = acknowledge(conversation(['The export fails'], 'user_12'), handbook, AT);
  expect(line).toMatch(/^(Thanks,|Thank you for writing\.) \w/);
  expect(line).not.toMatch(/,,| ,| \./);
});

it.each([
  ['Nora Customer', 'Nora'],
  ['nora', 'Nora'],
  ['ANNA SMITH', 'Anna'],
  ['Dr. Ana Maria', 'Ana'],
  ['Smith, John', 'John'],
  ['Jean-Luc P', 'Jean-Luc'],
  ['李雷', '李雷'],
  ['Nora (Acme)', 'Nora'],
  ['Nora | Acme', 'Nora'],
  ['user_99', ''],
  ['nora.customer', ''],
  ['@bob', ''],
  ['The Acme Office', ''],
  ['<!channel>', ''],
  ['', ''],
])('the first name in "%s" is "%s"', (shown, first) => {
  expect(firstNameOf(shown)).toBe(first);
});
