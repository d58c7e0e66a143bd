import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/support/report/asking.ts';
import { leastCpu } from '../../cpu-time.ts';

/** Thursday, ten in the morning in Berlin. */
const asker = { now: Date.parse('2026-11-26T09:00:00Z'), zone: 'Europe/Berlin' };
const known = {
  categories: new Map([
    ['billing', 'Billing and payment'],
    ['how_to', 'How to'],
    ['refund', 'Refund or return'],
  ]),
  channels: new Map([
    ['C123', 'help'],
    ['C456', 'sales desk'],
  ]),
  agents: new Map([
    ['U1', 'Ada'],
    ['U2', 'Sam Reed'],
    ['U3', 'Sam Poe'],
    ['U4', 'Lea Lind'],
    ['U5', 'Lea Lind'],
    ['wren', ''],
  ]),
};

const ask = (words: string) => readQuestion(words, { ...asker, known });
const asked = (words: string) => {
  const read = ask(words);
  if ('problem' in read) throw new Error(read.problem);
  const { period, by, only } = read;
  return { period: period.words, ...(by && { by }), ...only };
};
const problemOf = (words: string) => {
  const read = ask(words);
  return 'problem' in read ? read.problem : `understood as ${read.period.words}`;
};

describe('what a lead asks', () => {
  it('is of the last seven days where nobody says of when', () => {
    expect(asked('')).toEqual({ period: 'the last 7 days' });
  });

  it.each([
    ['7d by agent', { period: 'the last 7 days', by: 'agent' }],
    ['by category last month', { period: 'last month', by: 'category' }],
    ['per channels for the last 7 days, please', { period: 'the last 7 days', by: 'channel' }],
    ['By Priority Yesterday', { period: 'yesterday', by: 'urgency' }],
    ['urgency:p1 october by hour', { period: 'October 2026', by: 'hour', urgency: ['p1'] }],
  ])('is understood in any order: %s', (words, question) => {
    expect(asked(words)).toEqual({ ...question });
  });

  it.each([
    ['channel:#help', { channel: ['C123'] }],
    ['channel:help', { channel: ['C123'] }],
    ['channel:"#sales desk"', { channel: ['C456'] }],
    ['channel:<#C777|help desk>', { channel: ['C777'] }],
    ['channel:<#C777>', { channel: ['C777'] }],
    ['channel:19:abc@thread.tacv2', { channel: ['19:abc@thread.tacv2'] }],
    ['agent:@ada', { agent: ['U1'] }],
    ['agent:<@U5>', { agent: ['U5'] }],
    ['owner:<@U5|sam>', { agent: ['U5'] }],
    ['agent:ADA', { agent: ['U1'] }],
    ['agent:"sam  reed"', { agent: ['U2'] }],
    ['agent:U4,wren', { agent: ['U4', 'wren'] }],
    ['agent:reed', { agent: ['U2'] }],
    ['agent:WREN', { agent: ['wren'] }],
    ['agent:U77', { agent: ['U77'] }],
    ['customer:@nora', { customer: ['nora'] }],
    ['for <@U5> in #help', { agent: ['U5'], channel: ['C123'] }],
    ['@ada, <#C777|help desk>', { agent: ['U1'], channel: ['C777'] }],
    ['category:billing', { category: ['billing'] }],
    ['category:"How to"', { category: ['how_to'] }],
    ['category:“billing and payment”', { category: ['billing'] }],
    ['category:how-to, refund', { category: ['how_to', 'refund'] }],
    ['category: refund category:billing,refund', { category: ['refund', 'billing'] }],
    ['language:de', { language: ['de'] }],
    ['language:German,deutsch', { language: ['de'] }],
    ['lang:日本語', { language: ['ja'] }],
    ['urgency:urgent', { urgency: ['p1'] }],
    ['priority:"P2 soon",p3', { urgency: ['p2', 'p3'] }],
  ])('is narrowed to what is named: %s', (words, only) => {
    expect(asked(words)).toEqual({ period: 'the last 7 days', ...only });
  });

  it('takes an id as it stands where no names are known', () => {
    const read = readQuestion('channel:#help', { ...asker, known: { categories: new Map() } });
    expect(read).toMatchObject({ only: { channel: ['help'] } });
  });

  it.each([
    ['lsat week', 'Did you mean “last week”?'],
    ['yesturday by agent', 'Did you mean “yesterday”?'],
    ['7d octobre', 'Did you mean “october”?'],
    ['by catgory', 'Did you mean “by category”?'],
    ['category', 'Did you mean “by category”?'],
    ['refund', 'Did you mean “category:refund”?'],
    ['chanel:#help', 'Did you mean “channel:”?'],
    ['channel:#hlep', 'Did you mean channel:help?'],
    ['agent:@adda', 'Did you mean agent:Ada?'],
    ['agent:wrem', 'Did you mean agent:wren?'],
    ['agent:"Sam Red"', 'Did you mean agent:“Sam Reed”?'],
    ['agent:zoe', 'I do not know the agent “zoe” here. Known here: “Ada”, “Sam Reed”'],
    ['agent:sam', 'More than one agent is called “sam”: “Sam Reed” (U2) and “Sam Poe” (U3).'],
    ['agent:@Lea', 'Say the whole name, or the id: agent:U4.'],
    ['category:biling', 'Did you mean category:billing?'],
    ['language:Germn', 'Did you mean German?'],
  ])('is met with what was likely meant: %s', (words, guess) => {
    expect(problemOf(words)).toContain(guess);
  });

  it.each([
    ['next week', 'Next week has not begun yet'],
    ['tomorrow by agent', 'Tomorrow has not begun yet'],
    ['3/10/2026', 'Is that 2026-10-03 or 2026-03-10?'],
    ['13/2026', 'There is no month 13'],
    ['by', 'can be broken down by category, agent'],
    ['by agent by channel', 'by one at a time'],
    ['template:x', 'There is “by template”'],
    ['urgency:p9', 'There is no urgency “p9”. There are P1 urgent'],
    ['agent:', 'What agent?'],
    ['7d last month', 'I found two'],
    ['2026-12', 'December 2026 has not begun yet'],
    ['2026-02-30', 'There is no day 30 in February 2026: it has 28.'],
    ['2026-10-09..2026-10-03', 'Did you mean “2026-10-03 to 2026-10-09”?'],
    ['2000d', 'two years at most'],
    ['25 months', 'two years at most'],
    ['0d', 'no time at all'],
    ['2019..2025', 'two years at most'],
    [`7d ${'x'.repeat(600)}`, 'more than I can read at once'],
    [`category:${'x'.repeat(90)}`, 'too long to be a category'],
    [`agent:${'a,b'.repeat(30)}`, '20 at most'],
  ])('is refused with what is wrong: %s', (words, problem) => {
    expect(problemOf(words)).toContain(problem);
  });

  it('is given back cut to sixty letters on one line', () => {
    const hostile = `<script>\u202e\u0000alert(1)</script>\n!channel ${'x'.repeat(200)}`;
    const [, quote = ''] = /“([^”]*)”/.exec(problemOf(hostile)) ?? [];
    expect([...quote].length).toBeLessThanOrEqual(60);
    expect(quote).toMatch(/^<script>[^\p{C}]*…$/u);
  });

  it('makes nothing throw, whatever somebody writes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        ...'7d last past week month october 3 2026-10-31 0000-00-00 9999-12-31 .. to since by agent "'.split(
          ' ',
        ),
        ...['channel:', 'category:"', '<#C1|', 'language:', '99999999999d', 'from', '31', ','],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const read = ask(pieces.join(' '));
        if ('problem' in read) expect(read.problem).not.toBe('');
        else {
          expect(read.period.from).toBeLessThan(read.period.to);
          expect(read.before.from).toBeLessThan(read.before.to);
          expect(read.before.to).toBeLessThanOrEqual(read.period.from);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    'a'.repeat(40_000),
    'by '.repeat(13_000),
    'category:"'.repeat(4_000),
    'to '.repeat(160),
    'x..'.repeat(160),
    'october '.repeat(60),
    '3 '.repeat(12),
  ])('is read in no time: %s', (words) => {
    expect(leastCpu(() => ask(words))).toBeLessThan(20);
  });
});
