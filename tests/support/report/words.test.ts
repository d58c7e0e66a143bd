import { describe, expect, it } from 'vitest';
import { asksForReport, sayNoReport, wordsBehind } from '../../../src/support/report/words.ts';
import { leastCpu } from '../../cpu-time.ts';

describe('what is said to the bot among people', () => {
  it.each([
    'report',
    'Report 7d',
    'report last month by category channel:<#C1|help>',
    'report 2026-10-03..2026-10-09 category:"How to" by agent',
    'report behind first reply time 7d urgency:p1',
  ])('asks for a report: %s', (words) => {
    expect(asksForReport(words)).toBe(true);
  });

  it.each([
    'report says that it is fixed, Nora',
    'report it to the bank please',
    'reporting is down',
    'report lst month by category',
    'queue',
    '',
  ])('is meant for people: %j', (words) => {
    expect(asksForReport(words)).toBe(false);
  });

  it.each([
    'report '.repeat(6_000),
    `report ${'by '.repeat(13_000)}`,
    `report "${'<'.repeat(40_000)}`,
  ])('is told apart at once, however long it is', (words) => {
    expect(leastCpu(() => asksForReport(words))).toBeLessThan(20);
    expect(leastCpu(() => wordsBehind('csat', words))).toBeLessThan(20);
  });
});

it('asks behind a number without what the report was broken down by', () => {
  expect(wordsBehind('csat', '7d by agent channel:#by')).toBe('behind csat 7d  channel:#by');
  expect(wordsBehind('csat', 'PER hour')).toBe('behind csat');
});

it('repeats what the desk says of itself, and nothing else of what went wrong', () => {
  const busy = Object.assign(new Error('Ask again in a minute.'), { name: 'NoAnswer' });
  expect(sayNoReport(busy)).toBe('Ask again in a minute.');
  expect(sayNoReport(new Error('SQLITE_BUSY: /data/x.db'))).not.toContain('SQLITE');
});
