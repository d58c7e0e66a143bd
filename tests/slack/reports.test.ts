import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Charts, Desk } from '../../src/desk/ports.ts';
import { chartsToDraw, renderSheet } from '../../src/slack/reports/sheet.ts';
import type { Chart, Sheet, Table } from '../../src/support/report/sheet.ts';
import { install, people, places } from '../fake-slack/cast.ts';
import { pressables, wordsOf } from '../fake-slack/reading.ts';
import { type Block, directChannel, type Message } from '../fake-slack/state.ts';
import { type OpenSlack, openSlack } from './open.ts';

const BOT = `<@${install.botUser}>`;
const NOTHING = { names: new Map(), cards: new Map(), pictures: new Map() };
/** What stands in for a drawing, which takes a second. */
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

const WEEK: Chart = {
  kind: 'line',
  title: 'First reply',
  alt: 'Median first reply: 12 min on Mon, 9 min on Tue.',
  unit: 'minutes',
  labels: ['Mon', 'Tue'],
  series: [{ name: 'median', values: [12, 9] }],
};
const TABLE: Table = {
  title: 'By category',
  columns: [
    { title: 'Category', numbers: false },
    { title: 'Conversations', numbers: true },
    { title: 'First reply time', numbers: true },
  ],
  rows: [
    ['Billing', '1\u202f214', '12 min (n 30)'],
    ['Refunds', '9', ''],
  ],
  more: 3,
};

function sheetOf(...parts: Sheet['parts']): Sheet {
  return {
    title: 'Last 7 days',
    about: ['19 to 25 Nov · only ', { is: 'channel', id: 'C0HELP' }],
    parts,
  };
}
const typesOf = (blocks: readonly { type: string }[]) => blocks.map(({ type }) => type);
const inNative = (sheet: Sheet) => renderSheet(sheet, { ...NOTHING, showing: 'native' });

describe('a report as Slack shows it', () => {
  it('says beside each figure how it changed, in words beside the arrow, and what it rests on', () => {
    const change = '▲ up 12 % (was 58 min), worse';
    const figure = {
      name: 'First reply time',
      value: '1 h 5 min',
      change,
      n: 'n 214',
      better: false,
    };
    const { text, blocks } = inNative(
      sheetOf({ is: 'figures', title: 'At a glance', figures: [figure] }),
    );
    expect(wordsOf({ text, blocks: blocks as never })).toContain(`*1 h 5 min*  n 214\n${change}`);
    expect(text).toContain(`First reply time: 1 h 5 min, n 214, ${change}`);
  });

  it('draws a table whose numbers can be sorted, and says what it left out', () => {
    const { blocks } = inNative(sheetOf({ is: 'table', table: TABLE }));
    expect(typesOf(blocks)).toEqual(['header', 'context', 'section', 'data_table', 'context']);
    const [, [, count, none]] = (blocks[3] as unknown as { rows: [unknown, unknown[]] }).rows;
    expect(count).toEqual({ type: 'raw_number', value: 1214, text: '1\u202f214' });
    expect(none).toEqual({ type: 'raw_text', text: '12 min (n 30)' });
    expect(JSON.stringify(blocks[4])).toContain('and 3 more');
  });

  it('tells in words what is more than the tables of one message may hold', () => {
    const wide = { ...TABLE, rows: Array.from({ length: 90 }, () => ['x'.repeat(60), '1', '2']) };
    const { blocks } = inNative(
      sheetOf(...[TABLE, wide, wide].map((table) => ({ is: 'table', table }) as const)),
    );
    expect(typesOf(blocks).filter((type) => type === 'data_table')).toHaveLength(2);
    expect(JSON.stringify(blocks)).toContain('• *xxx');
  });

  it('says which parts had no room', () => {
    const parts = Array.from({ length: 60 }, () => ({ is: 'note', text: 'a note' }) as const);
    const { blocks } = inNative(sheetOf(...parts));
    expect(blocks.length).toBeLessThan(47);
    expect(JSON.stringify(blocks.at(-1))).toContain('18 more parts did not fit');
  });

  it('lets Slack draw two charts, whole and small, and has pictures for the others', () => {
    const labels = ['Mon', 'Tue', 'Wed', 'Thu'];
    const gap = { ...WEEK, labels, series: [{ name: 'median', values: [12, undefined, 9, 8] }] };
    const days = Array.from({ length: 30 }, (_, i) => i);
    const many = { ...WEEK, labels: days.map(String), series: [{ name: 'median', values: days }] };
    const stack = { ...WEEK, kind: 'stack' } as const;
    const all = [gap, many, stack, WEEK, { ...WEEK }, { ...WEEK }];
    const sheet = sheetOf(...all.map((chart) => ({ is: 'chart', chart }) as const));
    expect(chartsToDraw(sheet, 'native')).toEqual([gap, many, stack, all[5]]);
    expect(chartsToDraw(sheet, 'pictures')).toEqual(all);
    expect(chartsToDraw(sheet, 'words')).toEqual([]);
  });

  it('lets Slack draw a chart up to where it has values', () => {
    const begun = { ...WEEK, labels: ['Mon', 'Tue', 'Wed'] };
    const chart = { ...begun, series: [{ name: 'median', values: [12, 9, undefined] }] };
    const { blocks } = inNative(sheetOf({ is: 'chart', chart }));
    expect(wordsOf({ text: '', blocks: blocks as never })).toContain('median, Mon: 12, Tue: 9\n');
  });

  it('tells a chart in words where there is neither', () => {
    const { blocks } = renderSheet(sheetOf({ is: 'chart', chart: WEEK }), {
      ...NOTHING,
      showing: 'words',
    });
    expect(wordsOf({ text: '', blocks: blocks as never })).toContain(
      '*First reply*\n█▆  median\nMon to Tue, up to 12 minutes\nMedian first reply: 12 min on Mon',
    );
  });
});

describe('reports in Slack', () => {
  let open: OpenSlack;
  let failure: Error | undefined;
  const charts: Charts = { drawPng: async () => PNG, drawSvg: async () => '' };

  beforeAll(async () => {
    const desk = (real: Desk): Desk => ({
      ...real,
      reportSheet: async (...asked) => {
        if (failure) throw failure;
        return real.reportSheet(...asked);
      },
    });
    open = await openSlack({ policy: { acknowledge: false }, charts, desk });
    await open.rig.writes('Nora Customer', 'My invoice <!channel> was charged twice');
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(10 * 60_000);
    await open.rig.presses('Ada Agent', 'send', { card: 0 });
    await open.pass(60_000);
  });
  afterAll(() => open[Symbol.asyncDispose]());
  afterEach(() => {
    open.slack.behave();
    open.slack.world.unknownBlocks.clear();
    open.log.lines.length = 0;
    failure = undefined;
  });

  const asks = (words: string) => open.rig.reports!.asks('Lea Lead', words);
  const newest = () => open.slack.world.ephemerals.at(-1)!;
  const typesNow = () => typesOf(newest().blocks);
  const direct = () =>
    open.slack.messages(directChannel(open.slack.world, people.lea).id).filter((one) => one.botId);
  /** What comes to the lead directly once this is done. */
  const comesOf = async (done: () => Promise<unknown>): Promise<Message> => {
    const before = direct().length;
    await done();
    await vi.waitFor(() => expect(direct().length).toBeGreaterThan(before), { timeout: 5_000 });
    return direct().at(-1)!;
  };

  it('come with tables and charts that Slack draws itself, seen by the lead alone', async () => {
    await asks('7d by category');
    expect(newest()).toMatchObject({ user: people.lea, by: 'response_url' });
    expect(typesNow()).toContain('data_table');
    expect(typesNow()).toContain('data_visualization');
    expect(open.slack.world.uploads.size).toBe(0);
    expect(newest().text).toContain('Last 7 days, by category');
  });

  it.each([
    ['today agent:@ada', /only agent [\s\S]*Ada Agent/],
    ['today by category customer:"Ben Customer"', /only customer [\s\S]*Ben Customer/],
  ])('are narrowed to whoever is called so: %s', async (words, about) => {
    const said = await asks(words);
    expect(said).toMatch(/Conversations[\s\S]*\b1\b/);
    expect(said).toMatch(about);
  });

  it('ask back about somebody whom nobody knows', async () => {
    expect(await asks('7d agent:adda')).toContain('Did you mean agent:Ada?');
  });

  it('link who waits to their cards', async () => {
    await asks('today');
    const table = newest().blocks.find((one) => JSON.stringify(one).includes('Ben Customer'))!;
    const card = open.slack.roots(places.triage).find((one) => wordsOf(one).includes('Ben'))!;
    const link = `https://acme.slack.com/archives/${places.triage}/p${card.ts.replace('.', '')}`;
    expect(JSON.stringify(table)).toContain(link);
  });

  it('have a picture where Slack cannot draw so many days, with what it shows in words', async () => {
    await asks('30d');
    const image = newest().blocks.find(({ type }) => type === 'image')!;
    const { id } = image['slack_file'] as { id: string };
    expect(open.slack.world.files.get(id)!.content).toEqual(PNG);
    expect(image['alt_text']).toMatch(/^Opened\. Opened: 2 in all/);
  });

  it('have pictures and words where Slack does not know its newest blocks yet', async () => {
    for (const type of ['data_table', 'data_visualization']) {
      open.slack.world.unknownBlocks.add(type);
    }
    const words = await asks('7d by category');
    expect(typesNow()).toContain('image');
    expect(typesNow()).not.toContain('data_table');
    expect(words).toContain('• *Billing and payment* · Conversations 1');
  });

  it('wait for a picture that Slack has not looked at yet', async () => {
    const before = new Set(open.slack.world.files.keys());
    const asked = asks('30d');
    await vi.waitFor(
      () => {
        const made = [...open.slack.world.files.values()].find(({ id }) => !before.has(id));
        expect(made).toBeDefined();
        made!.unready ??= 1;
      },
      { interval: 1 },
    );
    const end = open.clock.now() + 10_000;
    await vi.waitFor(() => {
      open.clock.advance(100);
      expect(open.slack.world.ephemerals.at(-1)!.text).toContain('Last 30 days');
    });
    expect(open.clock.now()).toBeLessThan(end);
    await asked;
    expect(typesNow()).toContain('image');
  });

  it('tell the charts in words where files cannot be uploaded', async () => {
    open.slack.misbehave({ method: 'files.getUploadURLExternal', how: { error: 'missing_scope' } });
    expect(await asks('30d')).toMatch(/▁+█ {2}opened/);
    expect(open.log.lines.map(({ text }) => text)).toContain(
      'a chart has no picture and is told in words',
    );
  });

  it('answer a typo with what was likely meant', async () => {
    expect(await asks('lst month')).toContain('Did you mean “last month”?');
    expect(pressables(newest().blocks)).toEqual([]);
  });

  it('say so while the desk cannot look, and repeat what it says of itself', async () => {
    failure = new Error('the store is away');
    expect(await asks('7d')).toBe(
      'The report could not be made just now. Please try again in a minute.',
    );
    failure = Object.assign(new Error('That took longer than 30 s.'), { name: 'NoAnswer' });
    expect(await asks('7d')).toBe('That took longer than 30 s.');
  });

  it('are asked for by mention in many words, and a sentence about a report is for people', async () => {
    const before = open.slack.world.ephemerals.length;
    await open.slack.writes(
      people.lea,
      places.support,
      `${BOT} report says that it is fixed, Nora`,
    );
    await open.slack.writes(
      people.lea,
      places.triage,
      `${BOT} report last 7 days by category channel:<#${places.support}|support>`,
    );
    await vi.waitFor(() => expect(open.slack.world.ephemerals.length).toBe(before + 1));
    expect(newest()).toMatchObject({ user: people.lea, channel: places.triage, by: 'api' });
    expect(wordsOf(newest())).toContain('Billing and payment');
    expect(newest().blocks[1]).toMatchObject({
      elements: [{ text: expect.stringContaining(`only channel <#${places.support}>`) }],
    });
  });

  it('come in the direct messages with the app when they are asked for in others', async () => {
    const { channels } = open.slack.world;
    const ours = directChannel(open.slack.world, people.lea);
    channels.set('D0OTHER0001', { ...ours, id: 'D0OTHER0001', messages: [] });
    const report = await comesOf(() =>
      open.slack.commands(people.lea, 'D0OTHER0001', '/support report today'),
    );
    channels.delete('D0OTHER0001');
    expect(wordsOf(report)).toContain('1 customer waits');
  });

  it('are asked for in a direct message', async () => {
    const report = await comesOf(() => open.slack.writes(people.lea, people.lea, 'report today'));
    expect(wordsOf(report)).toContain('1 customer waits');
    expect(report.sentWith).toMatchObject({ unfurl_links: 'false' });
  });

  it('show the conversations behind a number, from a choice of those it has', async () => {
    await asks('today by category');
    const report = newest();
    const choice = pressables(report.blocks).find(({ actionId }) => actionId === 'report-behind')!;
    const offered = (choice.element['options'] as { value: string }[]).map(({ value }) => value);
    expect(offered).toEqual(expect.arrayContaining(['volume', 'first-reply']));
    await open.slack.presses(people.lea, report, 'report-behind', { option: 'first-reply' });
    await vi.waitFor(() => expect(newest()).not.toBe(report));
    const words = wordsOf(newest());
    expect(words).toContain('Behind “First reply time”');
    expect(words).toMatch(/Nora Customer: My invoice .*10 min/);
    expect(words).not.toContain('Ben');
    expect(JSON.stringify(newest().blocks)).toContain(
      'https://acme.slack.com/archives/C0TRIAGE001/p',
    );
  });

  it.each([
    ['a choice that was never offered', 'report-behind', { overrideOption: '<!channel> x' }],
    ['a value that is none of ours', 'report-csv', { overrideValue: '{"report":7}' }],
  ])('do nothing for %s', async (_, button, tampered) => {
    await asks('today');
    const report = newest();
    const sent = direct().length;
    const ack = await open.slack.presses(people.lea, report, button, tampered);
    expect(ack.status).toBe(200);
    await open.slack.courier.settled();
    expect(newest()).toBe(report);
    expect(direct()).toHaveLength(sent);
  });

  it('are not shared where people of other organisations read along', async () => {
    await asks('today');
    const { channels } = open.slack.world;
    const triage = channels.get(places.triage)!;
    const turns = async (shared: boolean) => {
      channels.set(places.triage, { ...triage, shared });
      const type = shared ? 'channel_shared' : 'channel_unshared';
      await open.slack.deliver({ type, channel: places.triage });
    };
    await turns(true);
    expect(await open.rig.reports!.shares('Lea Lead')).toContain(
      'shared with another organisation',
    );
    await turns(false);
    expect(await open.rig.notes()).toEqual([]);
  });

  it('are shared with all that Slack draws, naming who shares, and pinging nobody', async () => {
    await asks('7d');
    expect(await open.rig.reports!.shares('Lea Lead')).toContain('channel now');
    const shared = open.slack.roots(places.triage).at(-1)!;
    expect(wordsOf(shared)).toContain('*Lea Lead* shares a report');
    expect([...shared.notified]).toEqual([]);
    expect(pressables(shared.blocks)).toEqual([]);
    expect(typesOf(shared.blocks)).toContain('data_visualization');
  });

  it('are shared once, however quickly it is pressed, and by whomever in the same minutes', async () => {
    await asks('30d by language');
    const report = newest();
    const before = open.slack.roots(places.triage).length;
    await asks('30d  BY language');
    const other = newest();
    const told = open.slack.world.ephemerals.length;
    await Promise.all(
      [report, report, other].map((one) => open.slack.presses(people.lea, one, 'report-share')),
    );
    await vi.waitFor(() => expect(open.slack.world.ephemerals.length).toBe(told + 3));
    expect(open.slack.roots(places.triage)).toHaveLength(before + 1);
    const said = open.slack.world.ephemerals.slice(told).map(({ text }) => text);
    expect(said.filter((text) => text.includes('already'))).toHaveLength(2);
    expect(said.filter((text) => text.includes('channel now'))).toHaveLength(1);
  });

  it('are not taken to be shared where there was nothing to share', async () => {
    await asks('30d by urgency');
    const report = newest();
    const pressed = async (tampered: object) => {
      const told = newest();
      await open.slack.presses(people.lea, report, 'report-share', tampered);
      await vi.waitFor(() => expect(newest()).not.toBe(told));
      return newest().text;
    };
    const unknown = { overrideValue: '{"report":"30d by mood"}' };
    expect(await pressed(unknown)).toContain('cannot break a report down by “mood”');
    expect(await pressed(unknown)).toContain('cannot break a report down by “mood”');
    expect(await pressed({})).toContain('channel now');
  });

  it('say what a number counts, to agents as well', async () => {
    const said = await open.rig.asks('Ada Agent', 'define first reply time');
    expect(said).toMatch(/^First reply time \(first-reply\): From the customer’s first message/);
    expect(await open.rig.asks('Ada Agent', 'define')).toContain('• csat:');
    expect(await open.rig.asks('Cole Colleague', 'define csat')).toContain('Ask a lead');
  });

  const home = (user: string) => open.slack.world.homes.get(user);
  const homeWords = (content: unknown) =>
    wordsOf({ text: '', blocks: (content as { blocks: Block[] }).blocks });

  it('stand in a lead’s home as of today, after the queue which waits for nothing', async () => {
    await open.slack.opensHome(people.lea);
    await vi.waitFor(() => expect(home(people.lea)?.earlier).toHaveLength(1));
    const { earlier, content } = home(people.lea)!;
    expect(homeWords(earlier[0])).toMatch(/being counted[\s\S]*Waiting for us \(1\)/);
    expect(homeWords(content)).toMatch(/Today[\s\S]*1 customer waits[\s\S]*Waiting for us \(1\)/);
    const report = await comesOf(() =>
      open.slack.pressesInView(people.lea, home(people.lea)!.id, 'report-show-2'),
    );
    expect(wordsOf(report)).toContain('Last 30 days, by category');
  });

  it('say in the home when today could not be counted', async () => {
    failure = new Error('the store is away');
    await open.slack.opensHome(people.lea);
    await vi.waitFor(() =>
      expect(homeWords(home(people.lea)?.content)).toContain('could not be made just now'),
    );
    expect(homeWords(home(people.lea)!.content)).toContain('Waiting for us (1)');
  });

  it('are no part of an agent’s home', async () => {
    await open.slack.opensHome(people.ada);
    await vi.waitFor(() => expect(home(people.ada)).toBeDefined());
    await open.slack.courier.settled();
    expect(homeWords(home(people.ada)!.content)).not.toMatch(/Today|counted/);
    expect(homeWords(home(people.ada)!.content)).toMatch(
      /Yours \(1\)[\s\S]*Nora Customer[\s\S]*Waiting for us \(1\)/,
    );
    expect(pressables(home(people.ada)!.content.blocks)).toEqual([]);
  });
});
