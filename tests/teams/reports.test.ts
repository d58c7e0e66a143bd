import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../src/desk/ports.ts';
import type { Chart, Sheet, Table } from '../../src/support/report/sheet.ts';
import { sheetCard } from '../../src/teams/reports/sheet.ts';
import { cardFaults, visit } from '../fake-teams/cards.ts';
import { people, places } from '../fake-teams/cast.ts';
import { FILE_INFO } from '../fake-teams/files.ts';
import { type Pressable, pingedBy, pressables, wordsOf } from '../fake-teams/reading.ts';
import type { Json, Post } from '../fake-teams/state.ts';
import { type OpenTeams, openTeams } from './open.ts';

const DRAWN = 'Chart.VerticalBar.Grouped';
const NOTHING = { names: new Map(), cards: new Map() };
/** Bytes that every client of Teams' shows. */
const KNOWN_TO_FIT = 28 * 1024;

const WEEK: Chart = {
  kind: 'line',
  title: 'First reply',
  alt: 'Median first reply: 12 min on Mon, 9 min on Tue.',
  unit: 'minutes',
  labels: ['Mon', 'Tue'],
  series: [{ name: 'median', values: [12, undefined] }],
};
const TABLE: Table = {
  title: 'By category',
  columns: [
    { title: 'Category', numbers: false },
    { title: 'Conversations', numbers: true },
  ],
  rows: [['Billing', '1\u202f214']],
  more: 3,
};

function sheetOf(...parts: Sheet['parts']): Sheet {
  const channel = { is: 'channel', id: '19:abcdefHELP@thread.tacv2' } as const;
  return { title: 'Last 7 days', about: ['19 to 25 Nov · only ', channel], parts };
}
const cardFor = (...parts: Sheet['parts']) =>
  sheetCard(sheetOf(...parts), NOTHING).card as unknown as Json;
const shownOn = (card: Json) =>
  wordsOf({
    text: '',
    textFormat: 'plain',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    entities: [],
  });
const elementOf = (card: Json, type: string) =>
  (card['body'] as Json[]).find((one) => String(one['type']).startsWith(type));
const typesOf = (node: unknown) => {
  const types = new Set<string>();
  visit(node, (one) => types.add(String(one['type'])));
  return types;
};

describe('a report as Teams shows it', () => {
  it('says beside each figure how it changed, in words beside the arrow, and what it rests on', () => {
    const change = '▲ up 12 % (was 58 min), worse';
    const figure = { name: 'First reply time', value: '1 h 5 min', change, n: 'n 214' };
    const card = cardFor({ is: 'figures', title: 'At a glance', figures: [figure] });
    expect(cardFaults(card)).toEqual([]);
    expect(shownOn(card)).toContain(`First reply time 1 h 5 min · n 214 · ${change}`);
    expect(shownOn(card)).toContain('19 to 25 Nov · only …efHELP');
  });

  it('has tables whose first row names the columns, with numbers to the right', () => {
    const card = cardFor({ is: 'table', table: TABLE });
    expect(cardFaults(card)).toEqual([]);
    expect(shownOn(card)).toContain('Category · Conversations\nBilling · 1\u202f214\nand 3 more');
    expect(elementOf(card, 'Table')).toMatchObject({
      firstRowAsHeaders: true,
      rows: [{}, { cells: [{}, { items: [{ horizontalAlignment: 'Right' }] }] }],
    });
  });

  it('draws a chart, says what it shows, and has its numbers where Teams draws none', () => {
    const card = cardFor({ is: 'chart', chart: WEEK });
    expect(cardFaults(card)).toEqual([]);
    expect(elementOf(card, 'Chart')).toMatchObject({
      type: 'Chart.Line',
      yAxisTitle: 'minutes',
      data: [{ legend: 'median', values: [{ x: 'Mon', y: 12 }] }],
      fallback: {
        facts: [
          { title: 'Mon', value: 'median 12' },
          { title: 'Tue', value: 'median –' },
        ],
      },
    });
    expect(shownOn(card)).toContain(WEEK.alt);
  });

  it('stacks what makes up a whole, and draws a row of bars in words for many days', () => {
    const labels = Array.from({ length: 30 }, (_, i) => `day ${i}`);
    const series = [{ name: 'new', values: labels.map((_, i) => i) }];
    const card = cardFor({ is: 'chart', chart: { ...WEEK, kind: 'stack', labels, series } });
    const chart = elementOf(card, 'Chart')!;
    expect(chart).toMatchObject({ type: 'Chart.VerticalBar.Grouped', stacked: true });
    expect(JSON.stringify(chart['fallback'])).toMatch(/▁+.*█.*day 0 to day 29, up to 29 minutes/);
  });

  it('shows fewer rows of what is too long for Teams, and says where the others are', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`${i} ${'x'.repeat(90)}`, '1']);
    const tables = [1, 2, 3].map(() => ({ is: 'table', table: { ...TABLE, rows } }) as const);
    const card = cardFor(...tables);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(KNOWN_TO_FIT);
    expect(shownOn(card)).toMatch(/and \d\d more, which do not fit here: the CSV has every number/);
    expect(shownOn(card)).not.toContain('parts');
  });

  it('keeps what was asked for, its first table, rather than what comes behind it', () => {
    const tableOf = (count: number) => {
      const rows = Array.from({ length: count }, (_, i) => [`row ${i} ${'x'.repeat(90)}`, '1']);
      return { is: 'table', table: { ...TABLE, rows, more: 0 } } as const;
    };
    const shown = shownOn(cardFor(tableOf(24), ...Array.from({ length: 12 }, () => tableOf(8))));
    expect(shown).toContain('row 23 ');
    expect(shown).toMatch(/and 3 more, which do not fit here[\s\S]*more parts did not fit here/);
  });

  it('leaves out whole parts where even that is too long, and says how many', () => {
    const notes = Array.from(
      { length: 60 },
      () => ({ is: 'note', text: 'ü'.repeat(900) }) as const,
    );
    const card = cardFor(...notes);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(KNOWN_TO_FIT);
    expect(/\d\d more parts did not fit here/.test(shownOn(card))).toBe(true);
  });
});

describe('reports in Teams', () => {
  let open: OpenTeams;
  let failure: Error | undefined;
  /** What a report waits for before it is counted. */
  let held: Promise<void> | undefined;

  beforeAll(async () => {
    const desk = (real: Desk): Desk => ({
      ...real,
      reportSheet: async (...asked) => {
        await held;
        if (failure) throw failure;
        return real.reportSheet(...asked);
      },
    });
    open = await openTeams({
      policy: { acknowledge: false },
      desk,
      config: { targetedMessages: true },
      fake: { targetedMessages: true },
    });
    await open.rig.writes('Nora Customer', 'My invoice {{DATE(x)}} was charged **twice**');
    await open.rig.writes('Ben Customer', 'I cannot log in to my account');
    await open.pass(10 * 60_000);
    await open.rig.presses('Ada Agent', 'send', { card: 0 });
    await open.pass(60_000);
  });
  afterAll(() => open[Symbol.asyncDispose]());
  afterEach(async () => {
    open.teams.behave();
    failure = undefined;
    held = undefined;
    // Not more messages at a time than Teams takes.
    await open.pass(60_000);
  });

  const ours = (where: string) =>
    open.teams.posts(where).filter((post) => post.from === open.teams.world.bot.id);
  /** What comes there once this is done. */
  const comesOf = async (where: string, done: () => Promise<unknown>, count = 1): Promise<Post> => {
    const before = ours(where).length;
    await done();
    await vi.waitFor(() => expect(ours(where).length).toBe(before + count), {
      timeout: 5_000,
      interval: 2,
    });
    return ours(where).at(-1)!;
  };
  const asks = (words: string) =>
    comesOf(people.lea, () => open.teams.writes(people.lea, people.lea, words));
  const does = (name: string) => (one: Pressable) => one.data['does'] === name;
  const presses = (who: string, post: Post, name: string, options = {}) =>
    open.teams.presses(who, post, does(name), options);

  it('come with tables and charts, and links to the cards of those who wait', async () => {
    const report = await asks('report 7d by category');
    const { content } = report.words.attachments[0]!;
    expect([...typesOf(content)]).toEqual(
      expect.arrayContaining(['FactSet', 'Table', DRAWN, 'Action.ShowCard']),
    );
    const card = open.teams.roots(places.triage).find((one) => wordsOf(one.words).includes('Ben'))!;
    expect(JSON.stringify(content)).toContain(
      `%40thread.tacv2/${card.id}?parentMessageId=${card.id}`,
    );
    expect(wordsOf(report.words)).toContain('Billing and payment · 1');
    expect((content as Json)['fallbackText']).toMatch(
      /^Last 7 days, by category. Waiting now: 1 customer waits, .*, Conversations: 2, /,
    );
  });

  it('are asked for in many words, and a sentence about a report is for people', async () => {
    const mention = { mention: true };
    const before = ours(places.triage).length;
    await open.teams.writes(people.lea, places.support, 'report says that it is fixed', mention);
    const words = 'report last 7 days by category';
    const report = await comesOf(places.triage, () =>
      open.teams.writes(people.lea, places.triage, words, mention),
    );
    expect(ours(places.triage)).toHaveLength(before + 1);
    expect(report.onlyFor).toBe(people.lea);
    expect(wordsOf(report.words)).toContain('Billing and payment');
  });

  it.each(['report 30d agent:ada', 'report 30d agent:"Ada Agent"', 'report 30d agent:@Ada'])(
    'are narrowed to somebody of the team by their name: %s',
    async (words) => {
      const said = wordsOf((await asks(words)).words);
      expect(said).toContain('only agent Ada Agent');
      expect(said).toContain('Conversations 1');
    },
  );

  it('are narrowed to whom they mention', async () => {
    const words = 'report last 30 days agent:<at>Ada Agent</at> by category';
    const report = await comesOf(places.triage, () =>
      open.teams.writes(people.lea, places.triage, words, { mention: true, also: [people.ada] }),
    );
    expect(wordsOf(report.words)).toMatch(/only agent Ada Agent[\s\S]*Billing and payment · 1/);
  });

  it('are narrowed to a channel by what reports call it, since Teams tells bots no names', async () => {
    const all = wordsOf((await asks('report today by channel')).words);
    expect(all).toContain('…Tsupp1 · 2');
    const one = wordsOf((await asks('report today channel:Tsupp1')).words);
    expect(one).toMatch(/only channel …Tsupp1[\s\S]*Conversations 2/);
    expect(wordsOf((await asks('report today channel:#help')).words)).toContain(
      'do not know the channel “#help” here',
    );
  });

  it('ask back about somebody whom nobody knows', async () => {
    expect(wordsOf((await asks('report 30d agent:@adda')).words)).toMatch(
      /do not know the agent “@adda” here. Did you mean agent:Ada/,
    );
  });

  it('go to the lead’s chat from among customers, who see nothing of it', async () => {
    const asked = () =>
      open.teams.writes(people.lea, places.support, '/report today', { targeted: true });
    let report!: Post;
    const note = await comesOf(places.support, async () => {
      report = await comesOf(people.lea, asked);
    });
    expect(note.onlyFor).toBe(people.lea);
    expect(wordsOf(note.words)).toContain('went to your direct messages with me');
    expect(wordsOf(report.words)).toContain('1 customer waits');
  });

  it('show nothing to a lead among customers whom the bot cannot write to', async () => {
    const how = { status: 403, code: 'Forbidden' };
    open.teams.misbehave({ operation: 'send', how });
    const note = await comesOf(places.support, () =>
      open.teams.writes(people.lea, places.support, 'report today', { mention: true }),
    );
    expect(wordsOf(note.words)).toContain('Open a chat with me first');
  });

  it('say so while the desk cannot look, and repeat what it says of itself', async () => {
    failure = new Error('the store is away');
    expect(wordsOf((await asks('report 7d')).words)).toContain('could not be made just now');
    expect(wordsOf((await asks('home')).words)).toMatch(
      /Today\nThe report could not be made[\s\S]*Waiting for us \(1\)/,
    );
    failure = Object.assign(new Error('That took longer than 30 s.'), { name: 'NoAnswer' });
    expect(wordsOf((await asks('report 7d')).words)).toBe('That took longer than 30 s.');
  });

  it('show the conversations behind a number, from a choice of those it has', async () => {
    const report = await asks('report today');
    const filling = { behind: 'first-reply' };
    let said: string | undefined;
    const behind = await comesOf(people.lea, async () => {
      ({ said } = await presses(people.lea, report, 'behind', { filling }));
    });
    expect(said).toBe('It is in your chat with me.');
    expect(wordsOf(behind.words)).toMatch(
      /Behind “First reply time”[\s\S]*Nora Customer: My invoice/,
    );
    // What Teams would read as a date of the card's own language is none.
    expect(wordsOf(behind.words)).toContain('{\u200b{DATE(x)}} was charged **tw');
    expect(wordsOf(behind.words)).not.toContain('Ben');
    const data = { does: 'behind', report: 'today', behind: '**x**' };
    const tampered = await presses(people.lea, report, 'share', { overrideData: data });
    expect(tampered.said).toContain('not known any more');
  });

  it('are shared with all that Teams draws, naming who shares, and pinging nobody', async () => {
    const report = await asks('report 7d');
    const shared = await comesOf(places.triage, () => presses(people.lea, report, 'share'));
    expect(shared).toMatchObject({ thread: undefined });
    expect(shared.onlyFor).toBeUndefined();
    expect(wordsOf(shared.words)).toMatch(/^📊 Lea Lead shares a report\nLast 7 days/);
    expect(pressables(shared.words).filter((one) => 'does' in one.data)).toEqual([]);
    expect(pingedBy(shared.words)).toEqual(new Set());
    expect([...typesOf(shared.words.attachments)]).toContain(DRAWN);
  });

  it('are done nothing with for others than leads, who are told what is theirs', async () => {
    const report = await asks('report 7d by urgency');
    const before = ours(places.triage).length;
    const card = open.teams.roots(places.triage)[0]!;
    for (const [who, words] of [
      [people.ada, 'Reports are for the leads'],
      [people.cole, 'Ask a lead to add you'],
      [people.nora, 'Write your question here'],
    ] as const) {
      for (const does of ['share', 'csv', 'json', 'show', 'behind']) {
        const data = { does, report: '7d', behind: 'volume' };
        const action = { type: 'Action.Execute', verb: `report-${does}`, data };
        const { said } = await open.teams.invokes(who, 'adaptiveCard/action', { action }, card);
        expect(said).toContain(words);
      }
    }
    expect(ours(places.triage)).toHaveLength(before);
    expect((await presses(people.lea, report, 'share')).said).toContain('channel now');
  });

  it('can be shared from a Teams that knows the old buttons alone', async () => {
    const report = await asks('report today');
    const told = await comesOf(people.lea, () =>
      comesOf(places.triage, () => presses(people.lea, report, 'share', { old: true })),
    );
    expect(wordsOf(told.words)).toContain('in the triage channel now');
  });

  it('that take long are told of at once, and come later', async () => {
    const report = await asks('report 7d by agent');
    let go!: () => void;
    held = new Promise((resolve) => {
      go = resolve;
    });
    const pressed = presses(people.lea, report, 'share');
    let said: string | undefined;
    void pressed.then((answer) => {
      ({ said } = answer);
    });
    await vi.waitFor(
      () => {
        open.clock.advance(100);
        expect(said).toContain('One moment');
      },
      { interval: 5 },
    );
    const told = await comesOf(people.lea, async () => go());
    expect(wordsOf(told.words)).toContain('in the triage channel now');
  });

  describe('as files', () => {
    const offered = async () => {
      const report = await asks('report today');
      return comesOf(people.lea, () => presses(people.lea, report, 'csv'));
    };
    const becomes = (post: Post) =>
      vi.waitFor(() => expect(post.earlier).toHaveLength(1), { timeout: 5_000, interval: 2 });

    it('go to the OneDrive of a lead who accepts, and stand where they were offered', async () => {
      const offer = await offered();
      const { name, content } = offer.words.attachments[0]!;
      expect(name).toMatch(/\.csv$/);
      expect(content).toMatchObject({ description: expect.stringContaining('“today”') });
      await open.teams.consents(people.lea, offer, 'accept');
      await becomes(offer);
      expect(offer.words.attachments).toMatchObject([{ contentType: FILE_INFO, name }]);
      const drive = [...open.teams.world.drives.values()].at(-1)!;
      expect(drive).toMatchObject({ user: people.lea, name });
      expect(drive.content!.length).toBe((content as Json)['sizeInBytes']);
    });

    it('are not stored when they are declined', async () => {
      const offer = await offered();
      await open.teams.consents(people.lea, offer, 'decline');
      await becomes(offer);
      expect(wordsOf(offer.words)).toBe('The file was not taken.');
    });

    it.each([
      'https://evil.example/upload',
      'https://acme.sharepoint.com.evil.example/upload',
      'http://acme.sharepoint.com/upload',
      'https://user@acme.sharepoint.com/upload',
    ])('are not put where Teams makes no room: %s', async (uploadUrl) => {
      const offer = await offered();
      await open.teams.consents(people.lea, offer, 'accept', { uploadUrl });
      await becomes(offer);
      expect(wordsOf(offer.words)).toContain('an address that is not OneDrive’s');
    });

    it('say so when OneDrive does not take them', async () => {
      const offer = await offered();
      const uploadUrl = `${open.teams.url}/drive/gone`;
      await open.teams.consents(people.lea, offer, 'accept', { uploadUrl });
      await becomes(offer);
      expect(wordsOf(offer.words)).toContain(
        'OneDrive did not take it (HTTP 404). Ask for it again.',
      );
    });

    it('are given to nobody but a lead, whatever is sent', async () => {
      const offer = (await offered()).words.attachments[0]!.content as Json;
      const help = await comesOf(people.ada, () =>
        open.teams.writes(people.ada, people.ada, 'help'),
      );
      const uploadInfo = { uploadUrl: `${open.teams.url}/drive/ada`, name: 'x.csv' };
      open.teams.world.drives.set('ada', { user: people.ada, name: 'x.csv' });
      const value = { action: 'accept', context: offer['acceptContext'], uploadInfo };
      await open.teams.invokes(people.ada, 'fileConsent/invoke', value, help);
      await becomes(help);
      expect(wordsOf(help.words)).toContain('Reports are for the leads');
      expect(open.teams.world.drives.get('ada')!.content).toBeUndefined();
    });
  });

  it('stand in a lead’s home as of today, before those who wait', async () => {
    const home = await asks('home');
    expect(wordsOf(home.words)).toMatch(/^Today[\s\S]*1 customer waits[\s\S]*Waiting for us \(1\)/);
    const report = await comesOf(people.lea, () =>
      open.teams.presses(people.lea, home, '30 days by category'),
    );
    expect(wordsOf(report.words)).toContain('Last 30 days, by category');
  });

  it('are no part of an agent’s home, which has their thanks', async () => {
    const home = await open.rig.asks('Ada Agent', 'home');
    expect(home).toMatch(/Yours \(1\)[\s\S]*Nora Customer[\s\S]*Waiting for us \(1\)/);
    expect(home).not.toContain('Today');
    expect(home).toContain('What customers thanked for\nNo customer has thanked you by name');
    expect(await open.rig.asks('Cole Colleague', 'home')).toContain('Ask a lead');
  });

  it('say what a number counts, to agents as well', async () => {
    const said = await open.rig.asks('Ada Agent', 'define first reply time');
    expect(said).toMatch(/^First reply time \(first-reply\): From the customer’s first message/);
    expect(await open.rig.asks('Ada Agent', 'define')).toContain('• csat:');
  });
});
