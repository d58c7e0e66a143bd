import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../../src/support/report/csv.ts';
import { reportJson } from '../../../src/support/report/json.ts';
import { reportOf, results } from './reports.ts';

const linesOf = (csv: string) => csv.split('\r\n');

describe('a report for a spreadsheet', () => {
  it('has a row for each measure, and for each of each group', () => {
    const groups = [{ key: 'billing', results: { csat: results.csat! }, example: 'x' }];
    const [head, ...rows] = linesOf(reportCsv(reportOf('2026-10 by category', { groups })));
    const time = '2026-09-30T22:00:00Z,2026-10-31T23:00:00Z';
    expect(head).toMatch(/^period_from,period_to,by,group,measure,unit,n,value,median/);
    expect(rows).toContain(`${time},,,first-reply,seconds,198,,3900,11700,5460,2400,7200,3360`);
    expect(rows).toContain(`${time},,,sla-met,share,180,0.93,,,,,,`);
    expect(rows).toContain(`${time},category,billing,csat,score,41,4.6,,,,,,`);
    expect(rows.at(-1)).toBe('');
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝SUM(A1)', "'＝SUM(A1)"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['\tx', "'\tx"],
    ['a,b', '"a,b"'],
    ['line\nbreak', '"line\nbreak"'],
  ])('has nothing in it that acts: %j', (key, cell) => {
    const groups = [{ key, results: { csat: results.csat! }, example: 'x' }];
    expect(reportCsv(reportOf('7d by customer', { groups }))).toContain(`,customer,${cell},csat,`);
  });

  it('keeps a number below nought a number', () => {
    const csv = reportCsv(
      reportOf('7d', { results: { nps: { n: 9, unit: 'score', value: -42 } } }),
    );
    expect(csv).toContain(',nps,score,9,-42,');
  });
});

describe('a report for other programs', () => {
  it('has its measures by name, durations in seconds on both clocks', () => {
    expect(reportJson(reportOf('2026-10'))).toMatchObject({
      period: { from: '2026-09-30T22:00:00Z', to: '2026-10-31T23:00:00Z' },
      measures: {
        volume: { n: 214, unit: 'count', value: 214 },
        'first-reply': {
          n: 198,
          unit: 'seconds',
          median: 3900,
          p90: 11_700,
          mean: 5460,
          business: { median: 2400, p90: 7200, mean: 3360 },
        },
      },
      before: { measures: { volume: { n: 190 } } },
      waiting: { count: 3 },
    });
  });

  it('says null of what rests on nothing', () => {
    const nothing = {
      n: 0,
      unit: 'seconds',
      median: Number.NaN,
      p90: Number.NaN,
      mean: Number.NaN,
    } as const;
    const json = JSON.stringify(
      reportJson(
        reportOf('7d', {
          results: { 'first-reply': nothing, csat: { n: 0, unit: 'score', value: undefined } },
        }),
      ),
    );
    expect(json).toContain(
      '"first-reply":{"n":0,"unit":"seconds","median":null,"p90":null,"mean":null}',
    );
    expect(json).toContain('"csat":{"n":0,"unit":"score","value":null}');
  });
});
