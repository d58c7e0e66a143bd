import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { historyOfAWeek } from '../../bench/history.ts';
import { run } from '../../src/cli/replay.ts';
import { answersOf } from './answers.ts';

/** Clocks, follow-ups, promises and escalations have tests of their own: here it is what people write and press. */
const TOLD = new Set(
  `opened reopened acknowledgement draft draft-withdrawn reply told-agent told-lead took-over answered-directly
   resolved set-aside merged split corrected`.split(/\s+/),
);

const replay = async (lines: readonly (object | string)[], ...args: string[]) => {
  const { answers, ...rest } = await answersOf(run, lines, args);
  return { ...rest, answers: answers.filter(({ type, error }) => error || TOLD.has(String(type))) };
};

/** A time on Monday, 2 March 2026, UTC. */
const at = (time: string) => `2026-03-02T${time}Z`;
const nora = { type: 'message', channel: 'C1', author: 'nora', role: 'customer' };
const ada = { author: { id: 'ada', name: 'Ada Moreau' }, role: 'agent' };
const press = { type: 'press', ...ada, of: 'm1' };
const charged = {
  ...nora,
  id: 'm1',
  at: at('10:00:00'),
  text: 'I was charged twice for invoice 88',
};
const conversation = 'replay:history:C1:m1';

/** What came out, without the words. */
const brief = (answers: { at: string; type: string; to: unknown }[]) =>
  answers.map((one) => [one.at?.slice(11, 19), one.type, one.to]);

afterEach(() => vi.unstubAllEnvs());

describe('warmline replay', () => {
  it('lets a message open a conversation, and its burst pause pass before it is acknowledged and drafted', async () => {
    const { code, answers } = await replay([
      charged,
      { ...nora, id: 'm2', at: at('10:00:10'), text: 'please refund the second one today' },
    ]);
    expect(code).toBe(0);
    expect(brief(answers)).toEqual([
      ['10:00:00', 'opened', null],
      ['10:00:30', 'acknowledgement', 'customer'],
      ['10:00:30', 'draft', 'triage'],
    ]);
    expect(answers.map((one) => one.conversation)).toEqual(Array(3).fill(conversation));
    expect(answers[0]).toMatchObject({ because: 'category billing, urgency p2' });
    expect(answers[2]).toMatchObject({
      at: '2026-03-02T10:00:30.000Z',
      text: expect.stringContaining('invoice 88'),
      because: expect.stringMatching(/^from en\//),
    });
  });

  it('sends what an agent approves once, and tells the second agent', async () => {
    const { answers } = await replay(
      [
        charged,
        { ...press, at: at('10:05:00'), button: 'send' },
        { ...press, at: at('10:05:00'), author: 'sam', button: 'send' },
        { ...press, at: at('10:09:00'), button: 'resolve' },
      ],
      '--until',
      at('11:00:00'),
    );
    expect(brief(answers).slice(3)).toEqual([
      ['10:05:00', 'reply', 'customer'],
      ['10:05:00', 'told-agent', 'agent'],
      ['10:09:00', 'resolved', null],
    ]);
    expect(answers[3].text).toBe(answers[2].text);
    expect(answers[4].text).toContain('Ada Moreau already sent this reply');
  });

  it('asks a customer how it was, takes what they press, and makes amends', async () => {
    const rates = { ...press, author: 'nora', role: 'customer', button: 'rate', value: '2' };
    const { answers } = await answersOf(
      run,
      [
        charged,
        { ...press, at: at('10:05:00'), button: 'edit', text: 'It is done.' },
        { ...press, at: at('10:09:00'), button: 'resolve' },
        { ...rates, at: at('12:00:00') },
        { ...rates, at: at('12:00:01') },
      ],
      ['--until', at('12:01:00')],
    );
    const told = answers.flatMap(({ type, to }) => (to === null ? type : []));
    for (const type of ['survey-asked', 'rated', 'recovery-opened']) {
      expect(told.filter((one) => one === type)).toHaveLength(1);
    }
    const draft = answers.findLast(({ type }) => type === 'draft');
    expect(draft.because).toContain('en/after-rating/');
  });

  it('sends the words of an agent who edited, withdraws a draft that a human overtook, and tells who took over', async () => {
    const { answers } = await replay([
      charged,
      { ...press, at: at('10:01:00'), button: 'take-over' },
      { ...press, at: at('10:02:00'), button: 'edit', text: 'It is on its way back.' },
      { ...nora, id: 'm2', thread: 'm1', at: at('11:00:00'), text: 'It is still not there' },
      { ...nora, ...ada, id: 'm3', thread: 'm1', at: at('11:05:00'), text: 'I look into it' },
    ]);
    expect(brief(answers).slice(3)).toEqual([
      ['10:01:00', 'took-over', null],
      ['10:02:00', 'reply', 'customer'],
      ['11:00:20', 'draft', 'triage'],
      ['11:05:00', 'answered-directly', null],
      ['11:05:00', 'draft-withdrawn', 'triage'],
    ]);
    expect(answers[4].text).toBe('It is on its way back.');
    expect(answers[7].because).toBe('human answered');
  });

  it('tells a lead as a lead, and lets nobody else press', async () => {
    const { answers } = await replay([
      charged,
      { ...press, at: at('10:01:00'), author: 'lea', role: 'lead', button: 'why' },
      { ...press, at: at('10:02:00'), author: 'cole', role: 'colleague', button: 'send' },
      { ...press, at: at('10:03:00'), author: 'nora', role: 'customer', button: 'send' },
    ]);
    expect(brief(answers).slice(3)).toEqual([
      ['10:01:00', 'told-lead', 'lead'],
      ['10:02:00', 'told-agent', 'agent'],
    ]);
  });

  it('merges and splits by the ids of messages', async () => {
    const { answers } = await replay([
      charged,
      { ...nora, id: 'm2', thread: 'm2', at: at('12:00:00'), text: 'How do I add a colleague?' },
      { ...press, of: 'm2', into: 'm1', at: at('12:10:00'), button: 'merge' },
      { ...press, messages: ['m2'], at: at('12:20:00'), button: 'split' },
    ]);
    const types = answers.map((one) => one.type);
    expect(types).toContain('merged');
    expect(types).toContain('split');
  });

  it('tells what was promised, by when, and what became of it', async () => {
    const { answers } = await answersOf(run, [
      charged,
      {
        type: 'message',
        channel: 'C1',
        ...ada,
        id: 'm2',
        thread: 'm1',
        at: at('10:05:00'),
        text: 'I’ll check with billing and get back to you by 3 pm.',
      },
      {
        type: 'message',
        channel: 'C1',
        ...ada,
        id: 'm3',
        thread: 'm1',
        at: at('14:50:00'),
        text: 'Billing has refunded the second charge.',
      },
      { ...press, at: at('15:30:00'), button: 'resolve' },
    ]);
    const promises = answers.filter((one) => one.type.startsWith('promise'));
    expect(brief(promises)).toEqual([
      ['10:05:00', 'promised', null],
      ['10:05:00', 'promise', 'triage'],
      ['13:46:15', 'promise-warned', null],
      ['14:50:00', 'promise-kept', null],
    ]);
    expect(promises[1]).toMatchObject({
      text: expect.stringContaining('get back to you by 3 pm'),
      because: expect.stringContaining('due 2026-03-02T15:00:00.000Z'),
    });
  });

  it('goes as far as it is asked to', async () => {
    const lines = [charged, { ...press, at: at('10:05:00'), button: 'send' }];
    const until = async (time: string) => brief((await replay(lines, '--until', at(time))).answers);
    expect(await until('10:00:19')).toEqual([['10:00:00', 'opened', null]]);
    expect(await until('10:00:20')).toHaveLength(3);
    expect(await until('10:05:00')).toHaveLength(4);
    expect(await until('09:00:00')).toEqual([]);
    const ms = String(Date.parse(at('10:00:20')));
    expect((await replay(lines, '--until', ms)).answers).toHaveLength(3);
  });

  it('takes milliseconds for a date and time, and repeats for what they are', async () => {
    const ms = Date.UTC(2026, 2, 2, 10);
    const { code, answers } = await replay([
      { ...charged, at: ms },
      { ...charged, at: ms },
    ]);
    expect(code).toBe(0);
    expect(answers).toEqual((await replay([charged])).answers);
  });

  it('goes by the team’s own handbook', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-replay-'));
    writeFileSync(join(folder, 'policy.yaml'), 'burst pause: 3m\nacknowledge: no\n');
    vi.stubEnv('HANDBOOK_DIR', folder);
    const { answers } = await replay([charged]);
    expect(brief(answers)).toEqual([
      ['10:00:00', 'opened', null],
      ['10:03:00', 'draft', 'triage'],
    ]);
    rmSync(folder, { recursive: true });
  });

  it('says what is wrong with a line, and goes on', async () => {
    const { code, answers } = await replay([
      charged,
      'nonsense',
      { ...charged, id: undefined },
      { ...charged, id: 'm2', at: at('09:59:59') },
      { ...charged, id: 'm3', at: 'soon' },
      { ...charged, id: 'm4', at: 9e15 },
      { ...charged, id: 'm5', role: 'wizard' },
      { ...charged, id: 'm6', type: 'sneeze' },
      { ...charged, id: 'm7', text: 'x'.repeat(40_001) },
      { ...charged, id: 'm8'.repeat(200) },
      { ...press, at: at('10:00:00'), button: '__proto__' },
      { ...press, at: at('10:05:00'), button: 'send', of: 'm99' },
      { ...press, at: at('10:05:00'), button: 'merge', into: 'm98' },
      'null',
      '[]',
      `{"id":"long","text":"${'y'.repeat(5_000_000)}"}`,
      { ...press, at: at('10:05:00'), button: 'send' },
    ]);
    expect(code).toBe(1);
    const faults = answers.filter((one) => 'error' in one);
    expect(faults).toEqual([
      { line: 2, error: 'The line is not JSON.' },
      { line: 3, error: expect.stringContaining('id') },
      { id: 'm2', error: expect.stringContaining('sort the lines by time') },
      { id: 'm3', error: expect.stringContaining('at') },
      { id: 'm4', error: expect.stringContaining('1970 to 9999') },
      { id: 'm5', error: expect.stringContaining('role') },
      { id: 'm6', error: expect.stringContaining('"message" or "press"') },
      { id: 'm7', error: expect.stringContaining('40000') },
      { id: expect.any(String), error: expect.stringContaining('200') },
      { line: 11, error: expect.stringContaining('there is no button "__proto__"') },
      { line: 12, error: expect.stringContaining('"m99"') },
      { line: 13, error: expect.stringContaining('"m98"') },
      { line: 14, error: expect.any(String) },
      { line: 15, error: expect.any(String) },
      { line: 16, error: expect.stringContaining('longer than') },
    ]);
    expect(answers.filter((one) => one.type === 'reply')).toMatchObject([{ to: 'customer' }]);
  });

  it.each([
    [['--until', 'tomorrow'], '--until is no ISO date and time'],
    [
      ['--until', '2026-03-02T17:00:00Z', '--report', 'todya'],
      '--report: I do not know what “todya” means here. Did you mean “today”?',
    ],
    [['--backwards'], 'Usage: replay'],
  ])('says how it is called when it is called otherwise: %j', async (args, said) => {
    await expect(replay([], ...args)).rejects.toThrow(said);
  });

  it.each([
    ['today', ['--until', at('12:00:00')], at('00:00:00'), at('12:00:00')],
    ['2026-03', [], '2026-03-01T00:00:00Z', '2026-03-04T11:09:00Z'],
  ])('ends with a report in numbers: %s', async (period, until, from, to) => {
    const { answers } = await answersOf(
      run,
      [
        charged,
        { ...press, at: at('10:05:00'), button: 'send' },
        { ...press, at: at('10:09:00'), button: 'resolve' },
      ],
      [...until, '--report', period],
    );
    expect(answers.filter(({ type }) => type === 'report')).toEqual([answers.at(-1)]);
    expect(answers.at(-1)).toMatchObject({
      period: { from, to, zone: 'Etc/UTC' },
      measures: {
        volume: { n: 1, value: 1 },
        'first-reply': { n: 1, unit: 'seconds', median: 300, p90: 300, mean: 300 },
      },
      waiting: { count: 0 },
    });
  });

  it('says the same of the same history, in order of time, and nothing twice', async () => {
    const lines = historyOfAWeek(20);
    const { code, answers } = await replay(lines);
    expect(code).toBe(0);
    expect((await replay(lines)).answers).toEqual(answers);
    const times = answers.map((one) => one.at);
    expect(times).toEqual(times.toSorted());
    // Where a human has spoken there is no draft to send, and the agent is told.
    const approved = answers.filter((one) => ['reply', 'told-agent'].includes(one.type));
    const pressed = lines.filter((line) => /"button":"(?:send|edit)"/.test(line));
    expect(approved).toHaveLength(pressed.length);
    const resolved = answers.filter((one) => one.type === 'resolved');
    expect(new Set(resolved.map((one) => one.conversation)).size).toBe(20);
    expect(resolved).toHaveLength(20);
  });
});

describe('what comes by itself in a replay', () => {
  it('is a line for each report and brief, and ends when nothing else is to come', async () => {
    const own = mkdtempSync(join(tmpdir(), 'warmline-'));
    writeFileSync(
      join(own, 'policy.yaml'),
      `brief: on
reports: [{ report: yesterday by category, every: day, at: "09:00", to: leads }]`,
    );
    vi.stubEnv('HANDBOOK_DIR', own);
    const { code, answers } = await answersOf(
      run,
      [charged, { ...press, at: at('10:01:00'), button: 'take-over' }],
      [],
    );
    rmSync(own, { recursive: true });
    expect(code).toBe(0);
    const told = answers.filter(({ type }) => type === 'brief' || type === 'scheduled-report');
    expect(told.slice(0, 2)).toMatchObject([
      { at: '2026-03-03T09:00:00.000Z', conversation: null, type: 'scheduled-report', to: 'lead' },
      { at: '2026-03-03T09:00:00.000Z', conversation, type: 'brief', to: 'agent' },
    ]);
    expect(told.length).toBeLessThan(40);
  });
});
