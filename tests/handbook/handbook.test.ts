import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { HandbookError } from '../../src/handbook/fault.ts';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Policy } from '../../src/support/handbook.ts';
import { serviceLevelFor } from '../../src/support/time/service-level.ts';
import { CATEGORIES } from '../../src/support/triage/triage.ts';

const made: string[] = [];
afterEach(async () => {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true, force: true });
});

/** A team's own handbook folder with these files. */
async function folder(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'handbook-'));
  made.push(dir);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return dir;
}

/** Minutes of opening time until the first reply, by urgency. */
function firstReplies(policy: Policy): number[] {
  const urgencies = ['p1', 'p2', 'p3', 'p4'] as const;
  return urgencies.map((urgency) => serviceLevelFor(policy, { urgency, ids: [] }).firstReply);
}

async function faultsOf(files: Record<string, string>): Promise<HandbookError> {
  const error = await loadHandbook(await folder(files)).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(HandbookError);
  return error as HandbookError;
}

describe('the shipped handbook', () => {
  it('knows the twelve categories and has several wordings for each', async () => {
    const { categories, replies } = await loadHandbook();
    expect(categories.map(({ name }) => name)).toEqual([...CATEGORIES]);
    for (const name of CATEGORIES) expect(replies['en']?.[name]?.length, name).toBeGreaterThan(1);
  });

  it('is frozen through and through', async () => {
    const handbook = await loadHandbook();
    expect(() => {
      (handbook.policy.calendar.week[0] as unknown[]).push({ from: 0, to: 1 });
    }).toThrow(TypeError);
  });

  it('gives every wording an id of its own', async () => {
    const { replies } = await loadHandbook();
    const ids = Object.values(replies['en'] ?? {}).flatMap((list) => list.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a policy of the team', () => {
  it('changes the keys it holds and leaves the others as shipped', async () => {
    const own =
      'team: Acme Care\nburst pause: 5s\nreply within: { p1: 15m }\nacknowledge: no\nlabel replies: yes\n';
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': own }));
    expect(policy).toMatchObject({ team: 'Acme Care', burstPause: 5_000, acknowledge: false });
    expect(policy.labelReplies).toBe(true);
    expect((await loadHandbook()).policy.labelReplies).toBe(false);
    expect(firstReplies(policy)).toEqual([15, 120, 240, 480]);
    expect(policy.followUpWindow).toBe(30 * 60_000);
  });

  it('says what Warmline may do of its own accord, by category and channel', async () => {
    const own =
      'automation:\n  categories: { how_to: answer, billing: OFF }\n  channels: { C1: off, direct: answer }\n';
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': own }));
    expect(policy.automation).toEqual({
      default: 'suggest',
      categories: { how_to: 'answer', billing: 'off' },
      channels: { C1: 'off', direct: 'answer' },
      hours: 'always',
    });
    expect((await loadHandbook()).policy.automation.categories).toEqual({});
  });

  it.each([
    ['default: yes', 2, '"yes" is no level', 'Write off, suggest, acknowledge, answer.'],
    ['categories: { howto: answer }', 2, 'there is no category "howto"', 'Did you mean how_to?'],
    ['hours: night', 2, 'automation > hours', 'Write it as in the handbook that is shipped.'],
    ['channel: { C1: off }', 2, '"automation > channel" is not known here', 'Correct its spelling'],
  ])('names the line of a fault in its automation: %s', async (line, at, what, remedy) => {
    const { faults } = await faultsOf({ 'policy.yaml': `automation:\n  ${line}\n` });
    const [fault, ...more] = faults;
    expect(more).toEqual([]);
    expect(fault!.line).toBe(at);
    expect(fault!.what).toContain(what);
    expect(fault!.remedy).toContain(remedy);
  });

  it.each([
    ['mon-fri: 09:00-12:00, 13:00-17:00', [540, 720, 780, 1020], 5],
    ['sat-mon: 10:00-14:30', [600, 870], 3],
    ['mon: 13:00-21:00, 07:00-15:00', [420, 1260], 1],
    ['fri: 22:00-06:00', [1320, 1800], 1],
    ['"mon, wed": 00:00-24:00', [0, 1440], 2],
  ])('reads opening hours written as %s', async (hours, minutes, days) => {
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': `hours:\n  ${hours}\n` }));
    const open = policy.calendar.week.filter((spans) => spans.length > 0);
    expect(open).toHaveLength(days);
    expect(open[0]?.flatMap(({ from, to }) => [from, to])).toEqual(minutes);
  });

  it('counts a day of a promise as one working day of the calendar', async () => {
    const own =
      'hours: { mon-fri: "09:00-12:00, 13:00-16:00" }\nreply within: { p4: 2d, p3: 1h 30m }\n';
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': own }));
    expect(firstReplies(policy).slice(2)).toEqual([90, 720]);
    const round = await loadHandbook(await folder({ 'policy.yaml': 'hours: 24/7\n' }));
    expect(firstReplies(round.policy)[3]).toBe(1440);
  });

  it('lists who comes first by their ids', async () => {
    const own = 'vip: [U024BE7LH, "19:acme@thread.tacv2", 4711]\n';
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': own }));
    expect(policy.vip).toEqual(['U024BE7LH', '19:acme@thread.tacv2', '4711']);
    expect((await loadHandbook()).policy.vip).toEqual([]);
    expect((await loadHandbook(await folder({ 'policy.yaml': 'vip:\n' }))).policy.vip).toEqual([]);
  });

  it('knows the language of a channel', async () => {
    const own = 'languages: { C0123456789: de, "19:abc@thread.tacv2": fr }\n';
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': own }));
    expect(policy.languages).toEqual({ C0123456789: 'de', '19:abc@thread.tacv2': 'fr' });
    expect((await loadHandbook()).policy.languages).toEqual({});
    const { faults } = await faultsOf({ 'policy.yaml': 'languages: { C1: German }\n' });
    expect(faults.map(({ remedy, what }) => `${what} ${remedy}`).join()).toContain('two letters');
  });

  it('limits what a model may cost, key by key', async () => {
    const own =
      'model: { tokens per day: "1,000,000", money per day: 2.5, price per million: { output: 3 } }\n';
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': own }));
    expect(policy.model).toEqual({
      tokensPerDay: 1_000_000,
      tokensPerConversation: 100_000,
      moneyPerDay: 2.5,
      prices: { input: 0, cached: 0, output: 3 },
    });
    const { faults } = await faultsOf({ 'policy.yaml': 'model: { tokens per day: many }\n' });
    expect(faults.map(({ what }) => what).join()).toContain('"many" is not an amount');
  });

  it('holds holidays as dates', async () => {
    const own = 'holidays: [2026-12-25, "2027-01-01"]\n';
    const { policy } = await loadHandbook(await folder({ 'policy.yaml': own }));
    expect(policy.calendar.holidays).toEqual(['2026-12-25', '2027-01-01']);
  });
});

describe('a faulty handbook', () => {
  it('is one error with every fault, its file, its line and what to do', async () => {
    const { faults, message } = await faultsOf({
      'policy.yaml': [
        'team: Acme',
        'zone: Europe/Berlyn',
        'burst pause: 20 parsecs',
        'hours:',
        '  mon-fri: 17:00-09:00',
        'holidays: [2026-02-30]',
        'acknowlege: yes',
        '',
      ].join('\n'),
      'urgency.yaml': '- rule: fire\n  urgency: p9\n  when: [fire]\n',
    });
    const lines = faults.map(({ file, line }) => `${file.split('/').at(-1)}:${line}`);
    expect(lines.sort()).toEqual([
      'policy.yaml:2',
      'policy.yaml:3',
      'policy.yaml:4',
      'policy.yaml:6',
      'policy.yaml:7',
      'urgency.yaml:2',
    ]);
    expect(message).toContain('6 faults');
    for (const { what, remedy } of faults) {
      expect(what.length).toBeGreaterThan(10);
      expect(remedy.length).toBeGreaterThan(10);
    }
  });

  it('names an unknown placeholder and the line it stands in', async () => {
    const { faults } = await faultsOf({
      'replies/en.md': '# Ours\n\n## greeting\n\n- Hi {name},\n- Dear {firstname},\n',
    });
    const fault = faults.find(({ what }) => what.includes('{firstname}'));
    expect(fault).toMatchObject({ line: 6 });
    expect(fault?.remedy).toContain('{name}');
  });

  it.each(['Hi {name', 'Hi name},', 'Hi {{name}'])(
    'is told of a brace too few: "%s"',
    async (text) => {
      const { faults } = await faultsOf({ 'replies/en.md': `## greeting\n\n- ${text}\n` });
      expect(faults[0]).toMatchObject({ line: 3, what: expect.stringContaining('brace') });
    },
  );

  it('says which situations have no wording, and which no situation knows', async () => {
    const { faults } = await faultsOf({
      'replies/sv.md': '## next\n\n- Vi svarar {by}.\n',
      'replies/en.md': '## greetings\n\n- Hi\n',
    });
    const said = faults.map(({ what }) => what).join('\n');
    expect(said).toContain('no wording for "greeting"');
    expect(said).toContain('no wording for "other"');
    expect(said).toContain('"## greetings" is no situation');
    expect(said).not.toContain('no wording for "next"');
  });

  it('wants the question for a detail that a category of the team needs', async () => {
    const { faults } = await faultsOf({
      'categories.yaml':
        'lease: { label: Leasing, problem: your lease, needs: unit, phrases: { 3: lease } }\nother: { label: Other, problem: your message }\n',
    });
    expect(faults.map(({ what }) => what).join()).toMatch(/^There is no wording for "ask-unit"/);
  });

  it('names a slot in a problem that nobody fills', async () => {
    const { faults } = await faultsOf({
      'categories.yaml': 'other:\n  label: Other\n  problem: your {gadget}\n',
    });
    expect(faults[0]).toMatchObject({ line: 3, remedy: expect.stringContaining('{about}') });
  });

  it.each([
    ['nobody ever works', 'hours: {}\n', /nobody ever works/],
    [
      'hours are written the wrong way round',
      'hours: { mon: 17:00-09:00 }\n',
      /too long for a night/,
    ],
    ['there is no such weekday', 'hours: { someday: 09:00-10:00 }\n', /weekdays/],
    ['a VIP has a name instead of an id', 'vip: [Acme Corp]\n', /"Acme Corp" is not an id.*Copy/],
    ['a VIP is mentioned', 'vip: ["@nora"]\n', /"@nora" is not an id/],
    ['it is not YAML', 'team: [a\n', /not valid YAML/],
    ['the language has no replies', 'language: sv\n', /no replies in the language "sv"/],
  ])('is refused when %s', async (_, policy, said) => {
    expect((await faultsOf({ 'policy.yaml': policy })).message).toMatch(said);
  });

  it('is refused when its folder is not there', async () => {
    await expect(loadHandbook('/nowhere/at/all')).rejects.toThrow(/HANDBOOK_DIR/);
  });

  it('is refused when a file is there but cannot be read', async () => {
    const { message } = await faultsOf({ 'policy.yaml/folder': 'not a file' });
    expect(message).toMatch(/policy\.yaml {2}It cannot be read/);
  });
});

describe('replies of the team', () => {
  it('stand in place of the shipped ones of the same situation, and the others stay', async () => {
    const { replies } = await loadHandbook(
      await folder({ 'replies/en.md': '## greeting\n\n- Ahoy {name},\n' }),
    );
    expect(replies['en']?.['greeting']?.map(({ text }) => text)).toEqual(['Ahoy {name},']);
    expect(replies['en']?.['refund']?.length).toBeGreaterThan(1);
  });

  it('need none for a category of its own: it is answered as any other matter is', async () => {
    const { replies } = await loadHandbook(
      await folder({
        'categories.yaml':
          'lease: { label: Leasing, problem: your lease, phrases: { 3: lease } }\nother: { label: Other, problem: your message }\n',
      }),
    );
    expect(replies['en']?.['lease']).toEqual(replies['en']?.['other']);
  });
});

describe('a file at the wrong place', () => {
  it.each([
    ['policy.yml', 'policy.yaml'],
    ['en.md', 'replies/en.md'],
    ['replys/en.md', 'replies'],
    ['replies/english.md', 'replies/en.md'],
    ['category.yaml', 'categories.yaml'],
  ])('%s is a fault that names the right one', async (path, right) => {
    const { faults } = await faultsOf({ [path]: 'team: Us\n' });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.remedy).toContain(right);
  });

  it('is told of an empty folder', async () => {
    expect((await faultsOf({})).message).toContain('folder is empty');
  });

  it('is not what editors and notes leave beside', async () => {
    const beside = { 'policy.yaml': 'team: Us\n', 'README.md': '# Ours\n', '.git/HEAD': 'x' };
    expect((await loadHandbook(await folder(beside))).policy.team).toBe('Us');
  });
});
