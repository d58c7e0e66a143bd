import { describe, expect, it } from 'vitest';
import { sayDuration, sayMoney } from '../../../src/support/report/sheet/numbers.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

describe('a duration as people say it', () => {
  it.each([
    [0, 'under a minute'],
    [59, 'under a minute'],
    [60, '1 min'],
    [58.4 * MINUTE, '58 min'],
    [59.6 * MINUTE, '1 h'],
    [65 * MINUTE, '1 h 5 min'],
    [119.8 * MINUTE, '2 h'],
    [9.5 * HOUR, '9 h 30 min'],
    [26.4 * HOUR, '26 h'],
    [47.9 * HOUR, '48 h'],
    [2 * DAY, '2 days'],
    [76 * HOUR, '3 days 4 h'],
    [11.6 * DAY, '12 days'],
  ])('%d seconds', (seconds, words) => {
    expect(sayDuration(seconds)).toBe(words);
  });

  it('never counts opening time in days', () => {
    expect(sayDuration(76 * HOUR, 'business')).toBe('76 h');
  });
});

describe('money', () => {
  it.each([
    [0, '0.00'],
    [0.0123, '0.012'],
    [12.3, '12.30'],
  ])('%d', (money, words) => {
    expect(sayMoney(money)).toBe(words);
  });
});
