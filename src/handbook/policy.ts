import { z } from 'zod';
import type { Policy } from '../support/handbook.ts';
import { ASSIGNMENTS } from '../support/time/policy.ts';
import { escalation, escalationOf, faultsOfEscalation } from './escalation.ts';
import type { Fault } from './fault.ts';
import { faultsOfFollowUp, followUp, followUpOf, praise, survey, surveyOf } from './follow-up.ts';
import { holidays, holidaysOf } from './holidays.ts';
import type { Layers } from './layers.ts';
import { reports } from './reports.ts';
import {
  aroundTheClock,
  contradictionsOf,
  levelKeys,
  levelsOf,
  serviceLevels,
} from './service-levels.ts';
import { readYaml } from './source.ts';
import { faultsOfCalendars, teams, teamsOf } from './teams.ts';
import { oneOf, share } from './times.ts';
import {
  amount,
  duration,
  ids,
  languageCode,
  level,
  milliseconds,
  week,
  yesOrNo,
  zone,
} from './values.ts';

/** policy.yaml as a team writes it. Every key may be left out: the shipped one holds then. */
const schema = z.strictObject({
  team: z.string().trim().min(1).optional(),
  language: languageCode.optional(),
  languages: z.record(z.string(), languageCode).nullable().optional(),
  zone: zone.optional(),
  hours: week.optional(),
  holidays: holidays.nullable().optional(),
  'around the clock': aroundTheClock.nullable().optional(),
  ...levelKeys,
  'warn at': share.optional(),
  'service levels': serviceLevels.nullable().optional(),
  teams: teams.nullable().optional(),
  assign: oneOf(ASSIGNMENTS).optional(),
  escalation: escalation.optional(),
  'follow up': followUp.optional(),
  survey: survey.optional(),
  reports: reports.nullable().optional(),
  brief: yesOrNo.optional(),
  praise: praise.optional(),
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

const WITHIN = ['reply within', 'next reply within', 'resolve within'] as const;
/** Keys that hold further ones, each of which may be left out by itself. */
const NESTED = [
  ...WITHIN,
  'escalation',
  'follow up',
  'survey',
  'praise',
  'automation',
  'model',
] as const;

/** The policy of the shipped handbook with the team's own laid over it, key by key. */
export async function readPolicy(layers: Layers, faults: Fault[]): Promise<Policy | undefined> {
  const base = readYaml(layers.shipped, schema, faults);
  const over = layers.own === undefined ? {} : readYaml(layers.own, schema, faults);
  if (base === undefined || over === undefined) return undefined;
  const nested = NESTED.map((key) => [key, { ...base[key], ...over[key] }]);
  const written = { ...base, ...over, ...Object.fromEntries(nested) } as Complete;
  const policy = await policyOf(written, layers, faults);
  faults.push(
    ...faultsOfCalendars(policy, layers),
    ...contradictionsOf(policy, written['service levels'] ?? [], layers),
    ...faultsOfEscalation(policy, layers),
    ...faultsOfFollowUp(policy.followUp, layers),
  );
  return policy;
}

/** The shipped file holds every key. */
type Complete = { [K in keyof Written]-?: NonNullable<Written[K]> } & {
  [K in 'follow up' | 'survey']: Required<NonNullable<Written[K]>>;
};

async function policyOf(written: Complete, layers: Layers, faults: Fault[]): Promise<Policy> {
  const none = { dates: [], regions: [] };
  const calendar = {
    zone: written.zone,
    week: written.hours,
    ...(await holidaysOf(written.holidays ?? none, ['holidays'], layers, faults)),
  };
  const price = (of: 'input' | 'cached' | 'output') =>
    written.model['price per million']?.[of] ?? 0;
  const vip = written.vip ?? [];
  return {
    team: written.team,
    language: written.language,
    languages: written.languages ?? {},
    calendar,
    aroundTheClock: written['around the clock'] ?? [],
    serviceLevels: levelsOf(written, written['service levels'] ?? [], vip),
    warnAt: written['warn at'],
    teams: await teamsOf(written.teams ?? {}, calendar, layers, faults),
    assign: written.assign,
    escalation: escalationOf(written.escalation),
    followUp: followUpOf(written['follow up']),
    survey: surveyOf(written.survey),
    reports: written.reports ?? [],
    brief: written.brief,
    ...(written.praise.channel && { praiseChannel: written.praise.channel }),
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
    vip,
    model: {
      tokensPerDay: written.model['tokens per day'] ?? 0,
      tokensPerConversation: written.model['tokens per conversation'] ?? 0,
      moneyPerDay: written.model['money per day'] ?? 0,
      prices: { input: price('input'), cached: price('cached'), output: price('output') },
    },
  };
}
