import { z } from 'zod';
import type { Category, Policy } from '../support/handbook.ts';
import { nearest } from '../support/nearest.ts';
import type { Fault } from './fault.ts';
import { lineOf, readYaml, type Source } from './source.ts';
import { amount, date, duration, ids, level, milliseconds, week, yesOrNo, zone } from './values.ts';

const within = z.strictObject({
  p1: duration.optional(),
  p2: duration.optional(),
  p3: duration.optional(),
  p4: duration.optional(),
});

const language = z.string().regex(/^[a-z]{2}$/, 'is not a language; write two letters such as en');

/** policy.yaml as a team writes it. Every key may be left out: the shipped one holds then. */
const schema = z.strictObject({
  team: z.string().trim().min(1).optional(),
  language: language.optional(),
  languages: z.record(z.string(), language).nullable().optional(),
  zone: zone.optional(),
  hours: week.optional(),
  holidays: z.array(date).nullable().optional(),
  'reply within': within.optional(),
  'burst pause': duration.optional(),
  'follow-up window': duration.optional(),
  acknowledge: yesOrNo.optional(),
  'label replies': yesOrNo.optional(),
  automation: z
    .strictObject({
      default: level.optional(),
      categories: z.record(z.string(), level).nullable().optional(),
      channels: z.record(z.string(), level).nullable().optional(),
      hours: z.enum(['always', 'open', 'closed']).optional(),
    })
    .optional(),
  vip: ids.nullable().optional(),
  model: z
    .strictObject({
      'tokens per day': amount.optional(),
      'tokens per conversation': amount.optional(),
      'money per day': amount.optional(),
      'price per million': z
        .strictObject({
          input: amount.optional(),
          cached: amount.optional(),
          output: amount.optional(),
        })
        .optional(),
    })
    .optional(),
});

type Written = z.output<typeof schema>;

/** The policy of the shipped handbook with the team's own laid over it, key by key. */
export function readPolicy(
  shipped: Source,
  own: Source | undefined,
  faults: Fault[],
): Policy | undefined {
  const base = readYaml(shipped, schema, faults);
  const over = own === undefined ? {} : readYaml(own, schema, faults);
  if (base === undefined || over === undefined) return undefined;
  const written = {
    ...base,
    ...over,
    'reply within': { ...base['reply within'], ...over['reply within'] },
    automation: { ...base.automation, ...over.automation },
    model: { ...base.model, ...over.model },
  } as { [K in keyof Written]-?: NonNullable<Written[K]> };
  const days = written.hours;
  const minutes = (key: keyof z.output<typeof within>) => {
    const { days: whole, rest } = written['reply within'][key] ?? { days: 0, rest: 0 };
    return whole * workingDay(days) + rest / 60_000;
  };
  const price = (of: 'input' | 'cached' | 'output') =>
    written.model['price per million']?.[of] ?? 0;
  return {
    team: written.team,
    language: written.language,
    languages: written.languages ?? {},
    calendar: { zone: written.zone, week: days, holidays: written.holidays ?? [] },
    replyWithin: {
      p1: minutes('p1'),
      p2: minutes('p2'),
      p3: minutes('p3'),
      p4: minutes('p4'),
    },
    burstPause: milliseconds(written['burst pause']),
    followUpWindow: milliseconds(written['follow-up window']),
    acknowledge: written.acknowledge,
    labelReplies: written['label replies'],
    automation: {
      default: written.automation.default ?? 'suggest',
      categories: written.automation.categories ?? {},
      channels: written.automation.channels ?? {},
      hours: written.automation.hours ?? 'always',
    },
    vip: written.vip ?? [],
    model: {
      tokensPerDay: written.model['tokens per day'] ?? 0,
      tokensPerConversation: written.model['tokens per conversation'] ?? 0,
      moneyPerDay: written.model['money per day'] ?? 0,
      prices: { input: price('input'), cached: price('cached'), output: price('output') },
    },
  };
}

/** A level for a category that there is not would never be looked at. */
export function checkAutomation(
  { automation }: Policy,
  own: Source | undefined,
  categories: readonly Category[],
  faults: Fault[],
): void {
  const names = categories.map(({ name }) => name);
  for (const name of Object.keys(automation.categories)) {
    if (own === undefined || names.includes(name)) continue;
    const meant = nearest(name, names);
    faults.push({
      file: own.file,
      line: lineOf(own, ['automation', 'categories', name]),
      what: `"automation > categories": there is no category "${name}".`,
      remedy: meant ? `Write ${meant}.` : `Write one of ${names.join(', ')}.`,
    });
  }
}

/** Minutes of the average day on which the team works at all: what "1d" means in a promise. */
function workingDay(days: Policy['calendar']['week']): number {
  const open = days
    .map((spans) => spans.reduce((sum, { from, to }) => sum + to - from, 0))
    .filter((length) => length > 0);
  return Math.round(open.reduce((sum, length) => sum + length, 0) / Math.max(1, open.length));
}
