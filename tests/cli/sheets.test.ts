import { describe, expect, it } from 'vitest';
import { sheetText } from '../../src/cli/report/text.ts';
import type { Sheet } from '../../src/support/report/sheet.ts';

const figure = {
  name: 'First reply',
  value: '58 min',
  n: 'n 214',
  change: '▲ up 12 % (was 52 min), worse',
};
const sheet: Sheet = {
  title: 'Last 7 days',
  about: ['19 to 26 Nov 2026, only ', { is: 'channel', id: 'C1' }],
  parts: [
    {
      is: 'figures',
      title: 'At a glance',
      figures: [
        { ...figure, better: false },
        { name: 'Opened', value: '9', n: 'n 9', change: '' },
      ],
    },
    {
      is: 'table',
      table: {
        title: 'By agent',
        columns: [
          { title: 'Agent', numbers: false },
          { title: 'Opened', numbers: true },
        ],
        rows: [
          [{ is: 'person', id: 'U1', name: '山田' }, '12'],
          [{ is: 'person', id: 'U2', name: '' }, '5'],
          [{ is: 'instant', at: Date.parse('2026-10-02T21:05:00Z') }, '1'],
        ],
        more: 3,
      },
    },
    {
      is: 'chart',
      chart: {
        kind: 'bar',
        title: 'Opened and resolved',
        alt: 'Opened: 12 in all.',
        unit: 'conversations',
        labels: ['19 Nov', '20 Nov', '21 Nov'],
        series: [
          { name: 'opened', values: [0, 4, 8] },
          { name: 'resolved', values: [4, undefined, 4] },
        ],
      },
    },
    { is: 'note', text: 'Under 5, a middle would say nothing.' },
  ],
};

describe('a sheet on the terminal', () => {
  it('stands in columns, numbers to the right, with charts as blocks of one scale', () => {
    expect(
      sheetText(sheet, { colour: false, columns: 80, zone: 'Asia/Tokyo' }).split('\n'),
    ).toEqual([
      'Last 7 days',
      '19 to 26 Nov 2026, only C1',
      '',
      'At a glance',
      '  First reply  58 min  n 214  ▲ up 12 % (was 52 min), worse',
      '  Opened       9         n 9',
      '',
      'By agent',
      '  Agent             Opened',
      '  山田                  12',
      '  U2                     5',
      '  2026-10-03 06:05       1',
      '  and 3 more',
      '',
      'Opened and resolved',
      '  opened    ▁▅█',
      '  resolved  ▅ ▅',
      '            19 Nov to 21 Nov, 0 to 8 conversations',
      '  Opened: 12 in all.',
      '',
      'Under 5, a middle would say nothing.',
      '',
    ]);
  });

  it('is as wide as the window, and tells every number of it', () => {
    const wide: Sheet = {
      ...sheet,
      parts: [
        ...sheet.parts,
        {
          is: 'table',
          table: {
            title: 'Who waits now',
            columns: [
              { title: 'Customer', numbers: false },
              { title: 'Waits', numbers: true },
              { title: 'About', numbers: false },
            ],
            rows: [['Nora Lind: I was charged twice', '44 h', 'Billing and payment, P3']],
            more: 0,
          },
        },
        {
          is: 'chart',
          chart: {
            kind: 'line',
            title: 'Opened',
            alt: 'Opened: 1 275 in all.',
            unit: 'conversations',
            labels: Array.from({ length: 51 }, (_, day) => `day ${day}`),
            series: [{ name: 'opened', values: Array.from({ length: 51 }, (_, day) => day) }],
          },
        },
      ],
    };
    const text = sheetText(wide, { colour: false, columns: 56, zone: 'Asia/Tokyo' });
    const lines = text.split('\n');
    expect(lines.filter((line) => line.length > 56)).toEqual([]);
    expect(text).toContain(
      '  First reply  58 min  n 214\n               ▲ up 12 % (was 52 min), worse\n',
    );
    expect(text).toContain(
      [
        '  Customer                  Waits',
        '  Nora Lind: I was charge…   44 h',
        '',
        '  Customer                  About',
        '  Nora Lind: I was charge…  Billing and payment, P3',
      ].join('\n'),
    );
    expect(text).toMatch(/day 0 to day 25, [\s\S]*day 26 to day 50, /);
  });

  it('says in colour what is worse only where somebody looks', () => {
    expect(sheetText(sheet, { colour: true, columns: 80, zone: 'Asia/Tokyo' })).toContain(
      '\u001b[31m▲ up 12 % (was 52 min), worse\u001b[39m',
    );
  });
});
