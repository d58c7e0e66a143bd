import { afterAll, describe, expect, it } from 'vitest';
import { openCharts } from '../../src/charts/charts.ts';
import type { Chart } from '../../src/support/report/sheet.ts';

const charts = openCharts();
afterAll(() => charts[Symbol.asyncDispose]());

const WEEK: Chart = {
  kind: 'line',
  title: 'New conversations',
  alt: 'Most came on Wednesday & few on "Friday".',
  unit: 'conversations',
  labels: ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
  series: [{ name: 'all', values: [31, 40, undefined, 52, 12] }],
};

/** What is read in a picture, in the order of its marks. */
function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
}

describe('a chart', () => {
  it('says its title, what is counted, its days and where it ended', async () => {
    const texts = textsIn(await charts.drawSvg(WEEK, 'light'));
    expect(texts).toEqual(
      expect.arrayContaining(['New conversations', 'conversations', '16 Nov', '12']),
    );
  });

  it('tells those who do not see it what it shows', async () => {
    expect(await charts.drawSvg(WEEK, 'light')).toContain(
      'role="img" aria-label="Most came on Wednesday &#38; few on &#34;Friday&#34;."',
    );
  });

  it('has a gap where there was nothing, and not a zero', async () => {
    const svg = await charts.drawSvg(WEEK, 'light');
    expect(svg.match(/<path[^>]*stroke-width="2.5"/g)).toHaveLength(2);
  });

  it('is drawn for light and for dark', async () => {
    expect(await charts.drawSvg(WEEK, 'light')).toContain('fill="#ffffff"');
    expect(await charts.drawSvg(WEEK, 'dark')).toContain('fill="#1b1f26"');
  });

  it('is a PNG of 1,440 pixels', async () => {
    const png = Buffer.from(await charts.drawPng(WEEK));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1_440);
  });

  it.each<[string, Partial<Chart>]>([
    ['has no labels', { labels: [], series: [] }],
    ['has nothing but gaps', { series: [{ name: 'all', values: [undefined, undefined] }] }],
    ['has bars without any', { kind: 'bar', series: [{ name: 'all', values: [] }] }],
  ])('that %s says so', async (_, part) => {
    const texts = textsIn(await charts.drawSvg({ ...WEEK, ...part }, 'light'));
    expect(texts).toContain('Nothing to show for this time.');
  });

  it.each(['line', 'bar', 'stack'] as const)(
    'of one point or of zeros is drawn: %s',
    async (kind) => {
      const one = { ...WEEK, kind, labels: ['2026-11-16'], series: [{ name: 'a', values: [0] }] };
      expect(textsIn(await charts.drawSvg(one, 'light'))).toContain('0');
    },
  );

  it('tells the sum of a stack, and names its parts', async () => {
    const stack: Chart = {
      ...WEEK,
      kind: 'stack',
      labels: ['#help', '#sales'],
      series: [
        { name: 'bot', values: [3, 4] },
        { name: 'agents', values: [5, undefined] },
      ],
    };
    const texts = textsIn(await charts.drawSvg(stack, 'light'));
    expect(texts).toEqual(expect.arrayContaining(['bot', 'agents', '#help', '#sales', '8', '4']));
  });
});

describe('what an outsider typed', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '"><image href="http://x/"/>',
    "{signal: 'width'}",
    'datum.x + width',
    "$' $& $`",
    '&lt;b&gt; &#60;i&#62;',
    ']]><!--\u0000\ud800\uffff',
  ];

  it.each(['line', 'bar', 'stack'] as const)(
    'is text in a picture and nothing else: %s',
    async (kind) => {
      const hostile: Chart = {
        kind,
        title: HOSTILE[0]!,
        alt: HOSTILE.join(' '),
        unit: HOSTILE[1]!,
        labels: HOSTILE,
        series: HOSTILE.map((name, i) => ({ name, values: HOSTILE.map((_, k) => i + k) })),
      };
      const svg = await charts.drawSvg(hostile, 'light');
      const tags = [...svg.matchAll(/<\/?([a-z]+)((?: [\w:-]+="[^"<>]*")*)\/?>/g)];
      const elements = new Set(tags.map(([, name]) => name));
      const attributes = new Set(tags.flatMap(([, , all]) => all!.match(/[\w:-]+(?==")/g) ?? []));
      expect([...elements].filter((name) => !/^(svg|g|rect|path|text|line)$/.test(name!))).toEqual(
        [],
      );
      expect([...attributes].filter((name) => /href|^on|^style$/.test(name))).toEqual([]);
      expect(tags.reduce((rest, [tag]) => rest.replace(tag, ''), svg)).not.toContain('<');
      expect(textsIn(svg)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      // It is well-formed, or this would throw.
      expect(await charts.drawPng(hostile)).toBeInstanceOf(Uint8Array);
    },
  );
});

describe('what draws charts', () => {
  it('serves several who ask at once, each with their own', async () => {
    const titles = ['First', 'Second', 'Third'];
    const svgs = await Promise.all(
      titles.map((title) => charts.drawSvg({ ...WEEK, title }, 'light')),
    );
    expect(svgs.map((svg) => titles.filter((title) => svg.includes(`>${title}<`)))).toEqual(
      titles.map((title) => [title]),
    );
  });

  it('says which picture there is not when it takes too long, and lets the next one try', async () => {
    const hasty = openCharts({ patience: 1 });
    const late = 'There is no picture "New conversations": it took longer than 1 ms';
    await expect(hasty.drawPng(WEEK)).rejects.toThrow(late);
    await expect(hasty.drawPng(WEEK)).rejects.toThrow(late);
    await hasty[Symbol.asyncDispose]();
  });

  it('goes home when nobody asks, and comes back when somebody does', async () => {
    const restful = openCharts({ idle: 0 });
    await restful.drawSvg(WEEK, 'light');
    await new Promise((resolve) => setTimeout(resolve));
    expect(await restful.drawSvg(WEEK, 'light')).toContain('New conversations');
    await restful[Symbol.asyncDispose]();
  });

  it('tells those who wait that the desk closed', async () => {
    const closing = openCharts();
    const waiting = Promise.allSettled([closing.drawPng(WEEK), closing.drawPng(WEEK)]);
    await closing[Symbol.asyncDispose]();
    for (const one of await waiting)
      expect(String((one as PromiseRejectedResult).reason)).toContain('the desk is closed');
  });
});
