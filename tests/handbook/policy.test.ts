import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/handbook/fault.ts';
import { readPolicy } from '../../src/handbook/policy.ts';
import { faultsOfReports } from '../../src/handbook/reports.ts';
import { faultsOfCategories } from '../../src/handbook/teams.ts';
import type { Policy } from '../../src/support/handbook.ts';
import { ESCALATIONS } from '../../src/support/time/policy.ts';
import { serviceLevelFor } from '../../src/support/time/service-level.ts';
import { CATEGORIES } from '../../src/support/triage/triage.ts';

const shipped = {
  file: 'shipped/policy.yaml',
  text: readFileSync(new URL('../../src/handbook/policy.yaml', import.meta.url), 'utf8'),
};

async function readWith(text: string): Promise<{ policy: Policy | undefined; faults: Fault[] }> {
  const faults: Fault[] = [];
  const layers = { shipped, own: { file: 'own/policy.yaml', text } };
  const policy = await readPolicy(layers, faults);
  if (policy) {
    faults.push(...faultsOfCategories(policy, CATEGORIES, layers));
    faults.push(...faultsOfReports(policy, new Map(), layers));
  }
  return { policy, faults };
}

async function read(text: string): Promise<Policy> {
  const { policy, faults } = await readWith(text);
  expect(faults).toEqual([]);
  return policy!;
}

/** Each fault as "line: what remedy". */
async function faultsOf(text: string): Promise<string[]> {
  const { faults } = await readWith(text);
  return faults.map(({ line, what, remedy }) => `${line}: ${what} ${remedy}`);
}

describe('the shipped policy of time', async () => {
  const policy = await read('');

  it('has steps for every reason to call somebody, none sooner than the one before', () => {
    for (const reason of ESCALATIONS) expect(policy.escalation[reason], reason).not.toEqual([]);
  });

  it('is what its comments say', () => {
    expect(policy).toMatchObject({
      aroundTheClock: [],
      warnAt: 0.75,
      teams: [],
      assign: 'by hand',
      followUp: {
        silentAfter: [172_800_000, 345_600_000],
        closeAfter: 259_200_000,
        wakingHours: { from: 540, to: 1200 },
        perWeek: 3,
        remindAgentsEvery: { days: 0, minutes: 120 },
      },
      survey: { ask: 'csat', after: 3_600_000 },
    });
    expect(policy.praiseChannel).toBeUndefined();
    expect(policy.serviceLevels).toHaveLength(1);
    const due = serviceLevelFor(policy, { urgency: 'p2', ids: [] });
    expect(due).toMatchObject({ firstReply: 120, nextReply: 120, resolution: 960 });
  });
});

describe('a policy of time of the team', () => {
  it('gives channels and customers times of their own, and leaves out what is as for everybody', async () => {
    const policy = await read(`
vip: [U7]
reply within: { p2: 1h }
next reply within: { p3: 30m }
service levels:
  - { for: [C1, VIP], reply within: { p1: 10m }, resolve within: { p1: 2h } }
`);
    expect(policy.serviceLevels[0]?.for).toEqual(['C1', 'U7']);
    const level = (urgency: 'p1' | 'p2' | 'p3', id: string) => {
      const due = serviceLevelFor(policy, { urgency, ids: [id] });
      return [due.firstReply, due.nextReply, due.resolution];
    };
    expect(level('p1', 'u7')).toEqual([10, 10, 120]);
    expect(level('p1', 'U8')).toEqual([30, 30, 480]);
    expect(level('p2', 'C1')).toEqual([60, 60, 960]);
    expect(level('p3', 'C1')).toEqual([240, 30, 2400]);
  });

  it('gives groups hours of their own; what they leave out is as in the office', async () => {
    const policy = await read(`
zone: Europe/Berlin
hours: { mon-fri: 09:00-17:00 }
holidays: [2026-12-24]
teams:
  money: { people: [U1, U2], categories: [billing, refund], speaks: [de, en] }
  nights: { hours: { mon-sun: 22:00-06:00 }, holidays: [] }
  overseas: { zone: America/New_York }
`);
    const [money, nights, overseas] = policy.teams;
    expect(money).toMatchObject({ people: ['U1', 'U2'], categories: ['billing', 'refund'] });
    expect(money?.calendar).toBe(policy.calendar);
    expect(nights?.calendar).toMatchObject({ zone: 'Europe/Berlin', holidays: [] });
    expect(nights?.calendar.week[6]).toEqual([{ from: 1320, to: 1800 }]);
    expect(overseas?.calendar).toEqual({ ...policy.calendar, zone: 'America/New_York' });
  });

  it('calls other people for one reason, and nobody for another', async () => {
    const { escalation } = await read(`
teams: { law: { people: [U1] } }
escalation:
  legal: [{ to: law, by: direct message }, { to: leads, by: mention, after: 1d }]
  churn: []
`);
    expect(escalation.legal).toEqual([
      { to: { team: 'law' }, by: 'direct message', after: { days: 0, minutes: 0 } },
      { to: 'leads', by: 'mention', after: { days: 1, minutes: 0 } },
    ]);
    expect(escalation.churn).toEqual([]);
    expect(escalation.vip).not.toEqual([]);
  });

  it('may be the example of the README, or the one that the shipped file leaves out', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, example = ''] =
      readme.match(/### Hours and clocks[\s\S]*?```yaml\n([\s\S]*?)```/) ?? [];
    expect((await read(example)).teams[0]?.people).toHaveLength(2);
    const [, teams = ''] = shipped.text.match(/^teams: \{\}.*\n((?:# .*\n)+)/m) ?? [];
    const own = await read(`teams:\n${teams.replaceAll(/^#/gm, '')}`);
    expect(own.teams[0]).toMatchObject({ name: 'billing', speaks: ['en', 'es'] });
  });

  it('may never close, ask, check in or remind', async () => {
    const { followUp, survey, praiseChannel } = await read(`
follow up: { silent after: [], close after: never, did that work after: never, check in after: never, per week: 0 }
survey: { ask: off, remind after: never }
praise: { channel: C9 }
`);
    expect(followUp).toMatchObject({ silentAfter: [], perWeek: 0, reopenWithin: 604_800_000 });
    expect(followUp).not.toHaveProperty('closeAfter');
    expect(followUp).not.toHaveProperty('didThatWorkAfter');
    expect(followUp).not.toHaveProperty('checkInAfter');
    expect(survey.ask).toBe('off');
    expect(survey).not.toHaveProperty('remindAfter');
    expect(praiseChannel).toBe('C9');
  });
});

describe('a policy that cannot be meant', () => {
  it.each([
    [
      'around the clock: [p5]',
      '1: "around the clock > 0": "p5" is not known here. Did you mean p1? Write p1, p2, p3 or p4.',
    ],
    [
      'reply within: { p1: 0m }',
      '1: "reply within > p1": it is no time at all. Write how long, such as 4h.',
    ],
    [
      'resolve within: { p1: 999d }',
      '1: "resolve within > p1": it is longer than a year. Write a time that somebody would wait, such as 30m, 4h or 10d.',
    ],
    [
      'warn at: 0%',
      '1: "warn at": a warning at 0% is always there. Write a share of the time that is more than 0% and less than 100%, such as 75%.',
    ],
    [
      'warn at: 100%',
      '1: "warn at": a warning at 100% is too late to help. Write a share of the time that is more than 0% and less than 100%, such as 75%.',
    ],
    [
      'warn at: 75',
      '1: "warn at": "75" is not a share. Write a share of the time that is more than 0% and less than 100%, such as 75%.',
    ],
    [
      'reply within: { p2: 4h }\nresolve within:\n  p2: 3h',
      '3: "resolve within > p2": 3h is shorter than the 4h of "reply within > p2" (policy.yaml:1). Give at least as long to resolve a matter as to answer it.',
    ],
    [
      'reply within:\n  p1: 1d 1h',
      /^\d+: "resolve within > p1": 8h is shorter than the 1d 1h of "reply within > p1" \(policy\.yaml:2\)\. /,
    ],
    [
      'service levels:\n  - for: [C1]\n    resolve within: { p1: 20m }',
      /^3: "service levels > 0 > resolve within > p1": 20m is shorter than the 30m of "reply within > p1" \(the shipped policy\.yaml:\d+\)\. /,
    ],
    [
      'around the clock: [p1]\nreply within: { p1: 1d }\nresolve within: { p1: 20h }',
      '3: "resolve within > p1": 20h is shorter than the 1d of "reply within > p1" (policy.yaml:2), counted day and night. Give at least as long to resolve a matter as to answer it.',
    ],
    [
      'resolve within: { p4: 9h }\nteams: { us: { hours: { mon: 08:00-20:00 } } }',
      /^1: "resolve within > p4": 9h is shorter than the 1d of "reply within > p4" \(the shipped policy\.yaml:\d+\), counted in the days of the team "us"\. /,
    ],
    [
      'service levels: [{ for: [Acme Corp] }]',
      /^1: "service levels > 0 > for": "Acme Corp" is not an id\. Copy the id/,
    ],
    [
      'teams: { a: { zone: Europe/Berlyn } }',
      '1: "teams > a > zone": "Europe/Berlyn" is not a time zone. Write an IANA name, such as Europe/Berlin, America/New_York or Etc/UTC.',
    ],
    [
      'teams: { a: { hours: { mon: 09:00-09:00 } } }',
      /^1: "teams > a > hours": "09:00-09:00" ends as it begins\. Write 09:00-17:00/,
    ],
    [
      'teams: { a: { hours: { mon: 17:00-09:00 } } }',
      /^1: "teams > a > hours": "17:00-09:00" ends before it begins, and is too long for a night\. Write/,
    ],
    [
      'teams:\n  a:\n    categories: [billing, refunds]',
      '3: "teams > a > categories > 1": there is no category "refunds". Did you mean refund? Write billing, refund, delivery_order, account_access, bug_outage, how_to, cancellation_churn, complaint, feedback_praise, feature_request, security_privacy or other.',
    ],
    [
      'teams: { a: { speaks: [en, xq] } }',
      '1: "teams > a > speaks > 1": "xq" is not a language. Write its two letters (ISO 639-1), such as en or de.',
    ],
    [
      'teams: { leads: {} }',
      /^1: "teams > leads": "leads" is the name of others in an escalation\. Name the team otherwise/,
    ],
    [
      'assign: round robbin',
      '1: "assign": "round robbin" is not known here. Did you mean round robin? Write by hand, round robin or least loaded.',
    ],
    [
      'escalation: { legl: [] }',
      /^1: "escalation > legl": it is no reason to call anybody\. Did you mean legal\? Write asked for a person, urgent, /,
    ],
    [
      'escalation:\n  legal:\n    - { to: laywers, by: card }\nteams: { lawyers: {} }',
      '3: "escalation > legal > 0 > to": there is no team "laywers". Did you mean lawyers? Write owner, on shift, leads or lawyers.',
    ],
    [
      'escalation: { legal: [{ to: leads, by: pigeon }] }',
      '1: "escalation > legal > 0 > by": "pigeon" is not known here. Write card, mention or direct message.',
    ],
    [
      'escalation:\n  legal:\n    - { to: owner, by: card, after: 1h }\n    - { to: leads, by: mention, after: 30m }',
      '4: "escalation > legal > 1 > after": 30m is sooner than the 1h of the step above it (policy.yaml:3). Put the steps in the order in which they are taken.',
    ],
    [
      'follow up: { silent after: [1d, 2d, 3d] }',
      /^1: "follow up > silent after": a silent customer is asked twice at most\. Write one time or two/,
    ],
    [
      'follow up: { silent after: [2d, 1d] }',
      '1: "follow up > silent after > 1": 1d is not after the 2d before it. Put the times in order, such as [2d, 4d].',
    ],
    [
      'follow up:\n  silent after: [1d, 5d]\n  close after: 3d',
      '3: "follow up > close after": 3d, counted from the nudge at 1d, closes the matter before the customer is asked at 5d ("follow up > silent after", policy.yaml:2). Close after more than 4d, or ask sooner.',
    ],
    [
      'follow up:\n  close after: 1d 12h',
      /^2: "follow up > close after": 1d 12h closes the matter before the customer is asked at 2d \("follow up > silent after", the shipped policy\.yaml:\d+\)\. Close after more than 2d, or ask sooner\.$/,
    ],
    [
      'follow up: { waking hours: closed }',
      '1: "follow up > waking hours": nobody is ever awake. Write one span of a day, such as 09:00-20:00.',
    ],
    [
      'follow up: { waking hours: 20:00-06:00 }',
      '1: "follow up > waking hours": it goes on past midnight. Write one span of a day, such as 09:00-20:00.',
    ],
    [
      'follow up: { waking hours: "08:00-12:00, 14:00-20:00" }',
      '1: "follow up > waking hours": it is more than one span. Write one span of a day, such as 09:00-20:00.',
    ],
    [
      'follow up: { per week: 1.5 }',
      '1: "follow up > per week": it is no number of messages. Write a whole number, such as 3; with 0 nobody is ever nudged.',
    ],
    [
      'follow up: { remind agents every: 0 }',
      '1: "follow up > remind agents every": it is no time at all. Write how long, such as 4h.',
    ],
    [
      'follow up: { close after: nevre }',
      /^1: "follow up > close after": "nevre" is not a length of time\. Write a number and s, m, h or d, such as 20s, 30m or 1h 30m, or never\.$/,
    ],
    [
      'survey: { ask: scat }',
      '1: "survey > ask": "scat" is not known here. Did you mean csat? Write csat, ces, nps or off.',
    ],
    ['praise: { channel: "#thanks" }', /^1: "praise > channel": "#thanks" is not an id\. /],
    [
      'holidays: [2026-02-30]',
      '1: "holidays > 0": "2026-02-30" is not a date. Write it as year-month-day (2026-12-25), or a country or region as de or de-by.',
    ],
    [
      'holidays:\n  - de\n  - uk',
      '3: "holidays > 1": "uk" is not a country whose public holidays are known. Did you mean gb (United Kingdom) or ua (Ukraine)? Write the two letters of ISO 3166, such as de or us, or list the dates.',
    ],
    [
      'teams: { a: { holidays: [ca-qb] } }',
      /^1: "teams > a > holidays > 0": "ca-qb" is not a region of "ca"\. Did you mean ca-ab \(Alberta\).*There are /,
    ],
    [
      `hours: { mon: 09:00-10:00 }\nholidays: [${Array.from({ length: 60 }, (_, i) => nextMonday(i)).join(', ')}]`,
      '2: "holidays": it never opens within a year: the holidays leave no day. Take some of the holidays out, or add hours.',
    ],
  ])('%s', async (policy, fault) => {
    const faults = await faultsOf(policy);
    expect(faults).toHaveLength(1);
    if (typeof fault === 'string') expect(faults[0]).toBe(fault);
    else expect(faults[0]).toMatch(fault);
  });
});

/** The Monday of this week or of one that follows. */
function nextMonday(weeks: number): string {
  const now = new Date();
  const days = now.getUTCDate() - ((now.getUTCDay() + 6) % 7) + weeks * 7;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), days))
    .toISOString()
    .slice(0, 10);
}

describe('reports that come by themselves', () => {
  it('are none until a team names some, and nobody is briefed', async () => {
    expect(await read('')).toMatchObject({ reports: [], brief: false });
  });

  it('are read with their day, time and receiver', async () => {
    const { reports, brief } = await read(`
brief: on
reports:
  - { report: last week by category, every: monday, at: "09:00", to: leads }
  - { report: yesterday, every: day, at: 8:30, to: C0123456789 }
`);
    expect(brief).toBe(true);
    expect(reports).toEqual([
      { report: 'last week by category', every: 'monday', at: 540, to: 'leads' },
      { report: 'yesterday', every: 'day', at: 510, to: { id: 'C0123456789' } },
    ]);
  });

  it('are refused with what to write instead', async () => {
    const faults = await faultsOf(`
reports:
  - { report: lst week by category, every: monday, at: "09:00", to: leads }
  - { report: last week, every: mnday, at: "25:00", to: lead }
  - { report: last week, every: sunday, at: "09:00", to: triage }
  - { report: "2026-03-02", every: day, at: "09:00", to: "#general" }
`);
    expect(faults.join('\n')).toMatchInlineSnapshot(`
      "4: "reports > 1 > every": "mnday" is not known here. Did you mean monday? Write day, monday, tuesday, wednesday, thursday, friday, saturday, sunday or month.
      4: "reports > 1 > at": "25:00" is not on the clock. Write a time of day, such as "09:00".
      4: "reports > 1 > to": "lead" is nobody. Did you mean leads? Write leads or triage, or the id of a person or channel of your team.
      6: "reports > 3 > to": "#general" is not an id. Copy the id from the platform: in Slack it stands at the very end of a person's, channel's or workspace's details (U024BE7LH), in Teams it is an Entra object or tenant id or 19:…@thread.tacv2."
    `);
    const sound = await faultsOf(`
reports:
  - { report: lst week by category, every: monday, at: "09:00", to: leads }
  - { report: last week, every: sunday, at: "09:00", to: triage }
  - { report: "2026-03-02", every: day, at: "09:00", to: leads }
`);
    expect(sound.join('\n')).toMatchInlineSnapshot(`
      "3: "reports > 0 > report": "lst week by category" is no report. I do not know what “lst week” means here. Did you mean “last week”? For example: “report last month by category channel:#help”.
      4: "reports > 1 > every": nobody works on a sunday: it would always come on another day. Choose a day with hours, or day for every working day.
      5: "reports > 2 > report": "2026-03-02" is the same every time. Write a period that moves, such as "last week" or "30d by category"."
    `);
  });
});
