import { describe, expect, it } from 'vitest';
import type { Report, Results } from '../../../src/support/report/report.ts';
import type { Cell, Part, Sheet } from '../../../src/support/report/sheet.ts';
import { sheetOf } from '../../../src/support/report/telling.ts';
import { labels, NOW, reportOf, results, waiting } from './reports.ts';

const sheet = (words: string, parts: Partial<Report> = {}, names = new Map<string, string>()) =>
  sheetOf(reportOf(words, parts), labels, { names });

const tables = ({ parts }: Sheet) =>
  parts.flatMap((part) => (part.is === 'table' ? [part.table] : []));
const charts = ({ parts }: Sheet) =>
  parts.flatMap((part) => (part.is === 'chart' ? [part.chart] : []));
const notes = ({ parts }: Sheet) =>
  parts.flatMap((part) => (part.is === 'note' ? [part.text] : []));
const said = (cell: Cell) => (typeof cell === 'string' ? cell : { ...cell });
const tableOf = (one: Sheet, title: string) => tables(one).find((table) => table.title === title);
const figure = ({ parts }: Sheet, name: string) =>
  parts
    .flatMap((part) => (part.is === 'figures' ? part.figures : []))
    .find((figure) => figure.name === name);

const empty = { results: {}, before: {}, course: [], waiting: { first: [], count: 0 } };
const share = (n: number, value: number) => ({ n, unit: 'share', value }) as const;

describe('a sheet', () => {
  it('begins with who waits, how many came, how soon they were answered, and whether they were content', () => {
    const [first] = sheet('7d').parts;
    expect(first?.is === 'figures' && first.figures.map(({ name }) => name)).toEqual([
      ...[
        'Waiting now',
        'Conversations',
        'First reply time',
        'Resolution time',
        'Service level met',
        'Satisfaction (CSAT)',
      ],
    ]);
  });

  it('says of when it is, against what, and of what only', () => {
    const { title, about } = sheet(
      'by agent last month channel:C1,C2 category:billing language:de',
    );
    expect(title).toBe('Last month, by agent');
    expect(about.map(said)).toEqual([
      '1 to 31 Oct 2026 (Europe/Berlin), compared with the month before',
      ...[' · only channel ', { is: 'channel', id: 'C1' }, ' or ', { is: 'channel', id: 'C2' }],
      ...[' · only ', 'Billing and payment', ' · only language ', 'German'],
    ]);
  });

  it('says since when there are numbers, where that is too late for anything to compare with', () => {
    const since = Date.parse('2026-10-20T00:00:00Z');
    const one = sheet('30d', { before: {}, since });
    expect(one.about).toEqual([
      'Since 27 Oct 2026, 10:00 (Europe/Berlin), not compared with the 30 days before: numbers begin on 20 Oct 2026',
    ]);
    expect(figure(one, 'Conversations')?.change).toBe('');
  });

  it.each([
    ['7d', 'Since 19 Nov 2026, 10:00 (Europe/Berlin), compared with the 7 days before'],
    ['today', '26 Nov 2026 (Europe/Berlin), compared with the same part of yesterday'],
  ])('says since when it is where that is no beginning of a day: %s', (words, about) => {
    expect(sheet(words).about).toEqual([about]);
  });

  it('says UTC as people know it', () => {
    const { question } = reportOf('today');
    const period = { ...question.period, zone: 'Etc/UTC' };
    const one = sheet('today', { question: { ...question, period } });
    expect(one.about.join('')).toContain('(UTC)');
  });

  it('tells each number with how many it rests on, and opening time beside the clock on the wall', () => {
    expect(figure(sheet('7d'), 'First reply time')).toEqual({
      name: 'First reply time',
      value: '1 h 5 min (40 min in opening hours)',
      change: '▲ up 12 % (was 58 min), worse',
      better: false,
      n: 'n 198',
    });
    expect(tableOf(sheet('7d'), 'How long it took')?.rows).toEqual([
      ['First reply time', '1 h 5 min', '3 h 15 min', '1 h 31 min', '198'],
      ['… in opening hours', '40 min', '2 h', '56 min', ''],
      ['Resolution time', '26 h', '3 days 6 h', '36 h', '150'],
    ]);
  });

  it.each<
    [string, keyof Results, Results[keyof Results], Results[keyof Results], string, boolean?]
  >([
    ['more came', 'volume', count(214), count(190), '▲ up 13 % (was 190)'],
    ['a few more came', 'volume', count(6), count(3), '▲ up (was 3)'],
    ['as many came', 'volume', count(6), count(6), 'unchanged (6)'],
    ['some came, and nobody before', 'volume', count(6), count(0), '▲ up (was 0)'],
    [
      'more was met',
      'sla-met',
      share(50, 0.93),
      share(50, 0.9),
      '▲ up 3 points (was 90 %), better',
      true,
    ],
    [
      'a point less was met',
      'sla-met',
      share(50, 0.89),
      share(50, 0.9),
      '▼ down 1 point (was 90 %), worse',
      false,
    ],
    ['hardly less was met', 'sla-met', share(50, 0.899), share(50, 0.9), 'unchanged (90 %)'],
    [
      'more was met, by what stands there',
      'sla-met',
      share(96, 0.8958),
      share(96, 0.8646),
      '▲ up 4 points (was 86 %), better',
      true,
    ],
    [
      'customers liked it less, by what stands there',
      'csat',
      { n: 50, unit: 'score', value: 3.76 },
      { n: 50, unit: 'score', value: 3.94 },
      '▼ down 0.1 (was 3.9), worse',
      false,
    ],
    ['hardly more came', 'volume', count(1001), count(1000), 'about the same (was 1 000)'],
    [
      'fewer were reopened',
      'reopened',
      share(50, 0.02),
      share(50, 0.1),
      '▼ down 8 points (was 10 %), better',
      true,
    ],
    ['few answered before', 'csat', score(9, 4), score(2, 5), 'too few before to compare'],
    ['nobody answered before', 'csat', score(9, 4), score(0, 0), ''],
    ['they are happier', 'csat', score(9, 4.5), score(9, 4.2), '▲ up 0.3 (was 4.2), better', true],
  ])('compares with the period before: %s', (_, name, is, was, change, better) => {
    const one = sheet('7d', { results: { ...results, [name]: is }, before: { [name]: was } });
    const names: Partial<Record<keyof Results, string>> = {
      volume: 'Conversations',
      'sla-met': 'Service level met',
      reopened: 'Reopened',
      csat: 'Satisfaction (CSAT)',
    };
    const told = figure(one, names[name]!);
    expect([told?.change, told?.better]).toEqual([change, better]);
  });

  it('does not say what rests on fewer than five, but how many there were', () => {
    const few = sheet('7d', { results: { ...results, csat: score(3, 1) } });
    expect(figure(few, 'Satisfaction (CSAT)')).toMatchObject({
      value: 'too few to say',
      n: 'n 3',
      change: '',
    });
    expect(notes(few).at(-1)).toContain('under 5');
    expect(notes(sheet('7d', { results: { volume: count(9) } }))).toEqual([]);
  });

  it('lists who waits, the longest first, with a link to each', () => {
    const one = sheet('7d', {
      waiting: {
        first: [
          waiting('a', 125),
          waiting('b', 7, { owner: { id: 'U1', name: 'Ada', role: 'agent' } }),
        ],
        count: 9,
      },
    });
    const table = tableOf(one, 'Who waits now, the longest first');
    expect(table?.rows).toEqual([
      [
        { is: 'conversation', id: 'a', text: 'Nora: I was charged twice for the same invoice' },
        ...['2 h 5 min', 'Billing and payment, P2 soon', 'nobody’s yet'],
      ],
      [
        expect.objectContaining({ id: 'b' }),
        ...['7 min', 'Billing and payment, P2 soon'],
        { is: 'person', id: 'U1', name: 'Ada' },
      ],
    ]);
    expect(table?.more).toBe(7);
    expect(figure(one, 'Waiting now')?.value).toBe('9 customers wait, the longest 2 h 5 min');
  });

  it('lists agents by how much they did and by name, never by speed, nor how long they took', () => {
    const group = (key: string, n: number, seconds: number) => ({
      key,
      example: 'x',
      results: { volume: count(n), 'first-reply': times(seconds), resolution: times(seconds) },
    });
    const groups = [group('U3', 8, 60), group('U1', 8, 9000), group('U2', 30, 7200)];
    const names = new Map([
      ['U1', 'Ada'],
      ['U3', 'Zoe'],
    ]);
    const one = sheet('7d by agent', { groups }, names);
    const table = tableOf(one, 'By agent');
    expect(table?.rows.map(([cell]) => cell)).toEqual([
      { is: 'person', id: 'U2', name: '' },
      { is: 'person', id: 'U1', name: 'Ada' },
      { is: 'person', id: 'U3', name: 'Zoe' },
    ]);
    expect(table?.columns.map(({ title }) => title)).toEqual([
      'Agent',
      'Conversations',
      'First reply time',
    ]);
    expect(notes(one).join()).toContain('not of speed');
  });

  it('has the largest group first, with a nought where nobody came, and says how to read it', () => {
    const groups = [
      { key: 'U1', example: 'x', results: { drafts: share(9, 0.5), 'sla-met': share(8, 0.5) } },
      { key: 'U2', example: 'x', results: { volume: count(3), drafts: share(2, 0.5) } },
    ];
    const one = tableOf(sheet('7d by customer', { groups }), 'By customer');
    expect(one?.rows.map(([customer, ...rest]) => [said(customer!), ...rest])).toEqual([
      [{ is: 'person', id: 'U2', name: '' }, '3', ''],
      [{ is: 'person', id: 'U1', name: '' }, '0', '50 % (n 8)'],
    ]);
    expect(notes(sheet('7d by hour', { groups })).join()).toContain('written at night');
    expect(notes(sheet('7d by urgency', { groups })).join()).toContain('P3 may be answered as P2');
  });

  it.each([
    ['category', 'billing', 'Billing and payment'],
    ['category', 'old_stuff', 'Old stuff'],
    ['language', 'de', 'German'],
    ['urgency', 'p1', 'P1 urgent'],
    ['urgency', '', 'not told'],
    ['channel', 'C1', { is: 'channel', id: 'C1' }],
    ['customer', 'U9', { is: 'person', id: 'U9', name: '' }],
    ['template', 'en/refund/2', 'en/refund/2'],
    ['hour', '9', '09:00'],
  ])('names the groups of a breakdown as people call them: %s %s', (by, key, cell) => {
    const groups = [{ key, results, example: 'x' }];
    const [table] = tables(sheet(`7d by ${by}`, { groups }));
    expect(table?.rows[0]?.[0]).toEqual(cell);
  });

  it('draws how it went, and says the numbers of every picture', () => {
    const [volume, reply] = charts(sheet('7d'));
    expect(volume).toMatchObject({
      title: 'Opened and resolved',
      alt: 'Opened: 203 in all, the most on 25 Nov (38), the fewest on 19 Nov (20). Resolved: 147 in all, the most on 25 Nov (24), the fewest on 19 Nov (18).',
      labels: ['19 Nov', '20 Nov', '21 Nov', '22 Nov', '23 Nov', '24 Nov', '25 Nov'],
    });
    // What rests on too few is a gap.
    expect(reply?.series[0]?.values).toEqual([50, 51, undefined, 53, 54, 55, 56]);
    expect(reply?.unit).toBe('minutes');
  });

  it('does not call a day the fewest that was cut off, by now or by when the period begins', () => {
    const from = (local: string) => Date.parse(`2026-11-${local}+01:00`);
    const days = ['19T10:00', '20T00:00', '21T00:00', '22T00:00', '23T00:00', '24T00:00'];
    const course = [...days, '25T00:00', '26T00:00'].map((day, i) => ({
      from: from(day),
      results: { volume: count([1, 9, 9, 4, 9, 9, 9, 0][i]!) },
    }));
    const [volume] = charts(sheet('7d', { course }));
    expect(volume?.alt).toBe(
      'Opened: 50 in all, the most on 20 Nov (9), the fewest on 22 Nov (4).',
    );
  });

  it('does not call an hour the fewest that is still to come', () => {
    const groups = Array.from({ length: 24 }, (_, hour) => ({
      ...{ key: String(hour), example: '' },
      results: { volume: count(hour < 10 ? 3 + (hour % 3) : 0) },
    }));
    const alt = (words: string) => charts(sheet(words, { groups })).at(-1)?.alt;
    expect(alt('today by hour')).toContain('the fewest at 00:00 (3)');
    expect(alt('7d by hour')).toContain('the fewest at 10:00 (0)');
  });

  it('draws the hours of the day', () => {
    const groups = [8, 9, 17].map((hour) => ({
      key: String(hour),
      results: { volume: count(hour) },
      example: 'x',
    }));
    const chart = charts(sheet('7d by hour', { groups })).at(-1);
    expect(chart?.labels).toHaveLength(24);
    expect(chart?.alt).toContain('the most at 17:00 (17)');
  });

  it('says why people were called in as whoever is called reads it, and no jargon', () => {
    const reasons = ['churn', 'vip', 'what-was-once'].map((name, i) => ({ name, n: 9 - i }));
    const escalations = { ...count(24), parts: reasons };
    const table = tableOf(sheet('7d', { results: { escalations } }), 'Why people were called in');
    expect(table?.rows.map(([reason]) => reason)).toEqual([
      ...['Speaks of leaving', 'Comes first', 'What was once'],
    ]);
  });

  it('leaves out what is empty, and says kindly that there is nothing, and what to do', () => {
    expect(sheet('7d', empty).parts).toEqual([
      { is: 'note', text: expect.stringContaining('such as 30d') },
    ]);
    expect(notes(sheet('7d category:billing', empty)).join()).toContain('leave out what narrows');
    const waits = sheet('7d', { ...empty, waiting: { first: [waiting('a', 3)], count: 1 } });
    expect(waits.parts.map(({ is }: Part) => is)).toEqual(['figures', 'note', 'table']);
  });

  it('is short enough for one message', () => {
    const full = Object.fromEntries(
      Object.keys(results).map((name) => [
        name,
        { ...results.escalations, parts: many(40, 'part') },
      ]),
    );
    const groups = many(60, 'group').map(({ name }) => ({ key: name, results, example: 'x' }));
    const first = many(50, 'one').map(({ name }) => waiting(name, 9));
    const one = sheet('7d by customer', { results: full, groups, waiting: { first, count: 50 } });
    expect(one.parts.length).toBeLessThanOrEqual(20);
    expect(tables(one).reduce((rows, table) => rows + table.rows.length, 0)).toBeLessThanOrEqual(
      60,
    );
    expect(tables(one).every(({ rows, more }) => rows.length <= 15 && more >= 0)).toBe(true);
  });

  it('measures a wait by when the report was made', () => {
    const one = sheet('7d', { at: NOW + 3_600_000 });
    expect(figure(one, 'Waiting now')?.value).toContain('the longest 3 h 5 min');
  });
});

function count(n: number) {
  return { n, unit: 'count', value: n } as const;
}
function score(n: number, value: number) {
  return { n, unit: 'score', value } as const;
}
function times(seconds: number) {
  return { n: 9, unit: 'seconds', median: seconds, p90: seconds, mean: seconds } as const;
}
function many(n: number, name: string) {
  return Array.from({ length: n }, (_, i) => ({ name: `${name} ${i}`, n: n - i }));
}
