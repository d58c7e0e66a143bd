import { describe, expect, it } from 'vitest';
import { areInOrder, pickLabels } from '../../src/charts/labels.ts';

function days(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10),
  );
}

const shown = (labels: readonly string[], apart: number) =>
  pickLabels(labels, 15, apart).map(({ text }) => text);

describe('labels under a chart', () => {
  it('say dates in short words', () => {
    expect(shown(days('2026-11-19', 3), 100)).toEqual(['19 Nov', '20 Nov', '21 Nov']);
    expect(shown(['2026-11', '2026-12', '2027-01'], 100)).toEqual(['Nov 2026', 'Dec', 'Jan 2027']);
  });

  it('tell a new year', () => {
    expect(shown(days('2026-12-31', 2), 100)).toEqual(['31 Dec', '1 Jan 2027']);
  });

  it('go by weeks where there are too many days', () => {
    expect(shown(days('2026-10-01', 31), 20)).toEqual([
      '1 Oct',
      '8 Oct',
      '15 Oct',
      '22 Oct',
      '29 Oct',
    ]);
  });

  it('go by weeks too where days are in words already', () => {
    const words = Array.from({ length: 30 }, (_, i) => `${i + 1} Nov`);
    expect(shown(words, 20)).toEqual(['1 Nov', '8 Nov', '15 Nov', '22 Nov', '29 Nov']);
  });

  it('leave out hours evenly', () => {
    const hours = Array.from({ length: 24 }, (_, i) => `${i}:00`);
    expect(shown(hours, 20)).toEqual([
      '0:00',
      '3:00',
      '6:00',
      '9:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
    ]);
  });

  it.each([
    [['Mon', 'Tue'], true],
    [['00–04', '04–08'], true],
    [['19 Nov', '20 Nov'], true],
    [['Billing', 'Refunds'], false],
    [['Monitoring', 'Maybe'], false],
    [['1st line', 'Others'], false],
  ])('are known as following each other or as names: %j', (labels, expected) => {
    expect(areInOrder(labels)).toBe(expected);
  });
});
