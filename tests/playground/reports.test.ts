import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetView } from '../../src/playground/sheet-view.ts';
import { makePlayground, readRoom } from '../rigs/playground.ts';
import { openTestDesk, type TestDesk } from '../test-desk.ts';

describe('reports in the playground', () => {
  let desk: TestDesk;
  let url: string;
  let down = false;

  beforeAll(async () => {
    desk = await openTestDesk(async (parts) => {
      const whenUp =
        <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
        async (...args: A) => {
          if (down) throw new Error('disk I/O error');
          return call(...args);
        };
      const { reportSheet, reportFile } = parts.desk;
      const reached = {
        ...parts.desk,
        reportSheet: whenUp(reportSheet),
        reportFile: whenUp(reportFile),
      };
      const rig = await makePlayground({ ...parts, desk: reached });
      url = rig.url;
      return rig;
    });
    await desk.rig.writes('Nora Customer', 'My invoice 4411 <b>is</b> wrong, please look');
    await desk.pass(30_000);
    await desk.rig.presses('Ada Agent', 'send');
    await desk.settle();
    await desk.rig.writes('Ben Customer', 'The export to CSV has empty columns');
    await desk.pass(60_000);
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const ask = async (by: string, text: string, more: object = {}) => {
    const response = await fetch(`${url}/playground/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        do: 'command',
        id: crypto.randomUUID(),
        by,
        text: `/support ${text}`,
        ...more,
      }),
    });
    const answer = (await response.json()) as { report?: string; error?: string };
    return { status: response.status, ...answer };
  };
  const get = (path: string, query: Record<string, string>) =>
    fetch(`${url}/playground/${path}?${new URLSearchParams(query)}`);
  const sheetOf = async (id: string | undefined) =>
    (await (await get('report', { id: id ?? '' })).json()) as SheetView & { error?: string };
  const told = async (who: Parameters<TestDesk['rig']['told']>[0]) =>
    (await desk.rig.told(who)).at(-1);

  it('are for the lead who asks, in the zone of the page, with who waits as links to their cards', async () => {
    const { report } = await ask('lea', 'report today by channel', { zone: 'Asia/Tokyo' });
    const { title, about, parts, definitions } = await sheetOf(report);
    expect(title).toBe('Today, by channel');
    expect(about.join('')).toContain('(Asia/Tokyo)');
    const [glance] = parts;
    expect(glance).toMatchObject({ is: 'figures', title: 'At a glance' });
    expect(definitions['First reply time']?.definition).toContain('first reply of a human');
    const tables = parts.flatMap((part) => (part.is === 'table' ? [part.table] : []));
    expect(tables.find((one) => one.title === 'By channel')?.rows[0]?.[0]).toBe('#help');
    const { cards } = await readRoom(url);
    const ben = cards.find((card) => card.view.customer === 'Ben Customer');
    const waits = tables.find((one) => one.title.startsWith('Who waits'));
    expect(waits?.rows[0]?.[0]).toMatchObject({ card: ben?.id });
    expect(await told('Lea Lead')).toMatch(/^Today, by channel\n.*\n\nWaiting now: 1 customer/);
  });

  it('are narrowed to whom they name', async () => {
    const { report } = await ask('lea', 'report today customer:ben channel:#help');
    expect((await sheetOf(report)).about.join('')).toMatch(/only customer Ben.*only channel #help/);
    expect((await ask('lea', 'report today agent:adda')).report).toBeUndefined();
    expect(await told('Lea Lead')).toContain('Did you mean agent:Ada?');
  });

  it('list the conversations behind a number', async () => {
    const { report } = await ask('lea', 'report behind first reply today');
    const { title, parts } = await sheetOf(report);
    expect(title).toContain('First reply time');
    expect(JSON.stringify(parts)).toContain('Nora Customer: My invoice 4411 <b>is</b>');
  });

  it.each([
    ['Ada Agent', 'ada', 'Reports are for the leads'],
    ['Cole Colleague', 'cole', 'Only the support team'],
    ['Nora Customer', 'nora', 'Write in #help'],
  ] as const)('are not for %s', async (who, by, answer) => {
    expect(await ask(by, 'report 7d')).toEqual({ status: 200 });
    expect(await told(who)).toContain(answer);
  });

  it('say what was not understood, and what a number means', async () => {
    expect((await ask('lea', 'report lsat week')).report).toBeUndefined();
    expect(await told('Lea Lead')).toContain('Did you mean “last week”?');
    await ask('lea', 'reprot last week');
    expect(await told('Lea Lead')).toContain('Did you mean /support report?');
    await ask('lea', 'define first reply time');
    expect(await told('Lea Lead')).toContain('First reply time (first-reply)');
    expect((await ask('lea', 'report 7d', { zone: 'Mars/Olympus' })).status).toBe(400);
  });

  it('have pictures that are nothing but pictures, for light and for dark', async () => {
    const { report } = await ask('lea', 'report today');
    const { parts } = await sheetOf(report);
    const part = parts.findIndex((one) => one.is === 'chart');
    const query = { id: report!, part: String(part) };
    const [light, dark] = await Promise.all([
      get('report/chart', { ...query, look: 'light' }),
      get('report/chart', { ...query, look: 'dark' }),
    ]);
    expect(light.headers.get('content-type')).toBe('image/svg+xml');
    expect(light.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(await light.text()).toMatch(/^<svg/);
    expect(await dark.text()).toContain('fill="#1b1f26"');
    expect((await get('report/chart', { ...query, part: '99' })).status).toBe(404);
  });

  it('can be taken away as CSV and as JSON, with the same numbers', async () => {
    const { report } = await ask('lea', 'report today');
    const csv = await get('report/file', { id: report!, as: 'csv' });
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="support-report-[\w-]+\.csv"$/,
    );
    expect(await csv.text()).toContain(',volume,count,2,2');
    const json = await get('report/file', { id: report!, as: 'json' });
    expect(await json.json()).toMatchObject({ measures: { volume: { n: 2, value: 2 } } });
  });

  it('are nobody’s to open who was not answered with one', async () => {
    const { whispers } = await readRoom(url);
    const others = whispers.filter((one) => !one.report).map((one) => one.id);
    for (const id of [...others.slice(0, 3), '1', '__proto__', '']) {
      for (const path of ['report', 'report/chart', 'report/file']) {
        expect((await get(path, { id })).status, `${path} ${id}`).toBe(404);
      }
    }
  });

  it('are shown to the team when a lead shares one, once, and by nobody else', async () => {
    await ask('lea', 'report today');
    const shares = desk.rig.reports!.shares;
    expect(await shares('Ada Agent')).toContain('Reports are for the leads');
    expect(await desk.rig.notes()).toEqual([]);
    expect(await shares('Lea Lead')).toBe('It stands in #triage now.');
    expect(await shares('Lea Lead')).toBe('It stands in #triage already.');
    const [note, ...more] = await desk.rig.notes();
    expect(note?.text).toMatch(/^📊 Lea Lead shares a report\nToday\n.*\n\nWaiting now/);
    expect(more).toEqual([]);
  });

  it('say so when the store is down, and are there again when it is back', async () => {
    const { report } = await ask('lea', 'report today');
    down = true;
    const asked = await ask('lea', 'report today');
    expect(asked).toMatchObject({
      status: 503,
      error: expect.stringContaining('could not be made'),
    });
    expect((await get('report/file', { id: report!, as: 'csv' })).status).toBe(503);
    // What was made is remembered.
    expect((await sheetOf(report)).title).toBe('Today');
    down = false;
    expect((await ask('lea', 'report today')).report).toBeDefined();
  });
});
