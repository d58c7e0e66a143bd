import { expect, it } from 'vitest';
import { acknowledge } from '../../../src/support/reply/acknowledgement.ts';
import { firstNameOf } from '../../../src/support/reply/name.ts';
import { AT, conversation, handbook } from './stage.ts';

const EVENING = AT + 10 * 3_600_000;

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
