import { Temporal } from 'temporal-polyfill';
import { TEMPLATE_SEPARATOR } from '../../../src/support/reply/wording.ts';
import type { Source } from '../../../src/support/report/measure.ts';
import { MEASURE, MEASURES } from '../../../src/support/report/measures.ts';
import type { KeptFact } from '../../../src/support/report/page.ts';
import type { Period, Question, Result } from '../../../src/support/report/report.ts';

type Loose = KeptFact & Readonly<Record<string, unknown>>;

/** What facts come to by the same declarations, fact by fact and in the plainest way: what the fold over pages must say too. */
export function countOneByOne(question: Question, facts: readonly KeptFact[], now: number) {
  const all = facts as readonly Loose[];
  const of = (fact: Loose, types: readonly string[]) =>
    all.filter((one) => one.conversation === fact.conversation && types.includes(one.type));
  const traitOf = (fact: Loose, trait: 'category' | 'urgency') => {
    const last = of(fact, ['corrected'])
      .filter(({ field }) => field === trait)
      .toSorted((a, b) => a.at - b.at)
      .at(-1);
    return (last?.['to'] as string | undefined) ?? fact.about[trait];
  };
  const agentOf = (fact: Loose, { whose }: Source) =>
    (whose && (fact[whose] as string | undefined)) || fact.about.owner;

  const doubts = {
    out: (fact: Loose) => {
      const last = of(fact, ['set-aside', 'withdrawn', 'merged', 'brought-back'])
        .toSorted((a, b) => a.at - b.at)
        .at(-1);
      return last !== undefined && last.type !== 'brought-back';
    },
    reopened: (fact: Loose) => of(fact, ['reopened']).some(({ at }) => at > fact.at),
    'rated again': (fact: Loose) => of(fact, ['rated']).some(({ at }) => at > fact.at),
    'taken back': (fact: Loose) => {
      const last = of(fact, ['praise-changed'])
        .filter(({ message }) => message === fact['message'])
        .toSorted((a, b) => a.at - b.at)
        .at(-1);
      return last?.['stands'] === false;
    },
    'waits on': (fact: Loose) =>
      of(fact, ['delivery-failed']).some(
        ({ at, since }) => since === fact['since'] && at >= fact.at,
      ),
  };
  const settled = (fact: Loose) =>
    of(fact, ['recovery-settled'])
      .filter(({ at }) => at >= fact.at)
      .toSorted((a, b) => a.at - b.at)[0];
  const told = {
    'reopened or stands': (fact: Loose) => (doubts.reopened(fact) ? 'reopened' : 'stands'),
    'settled or open': (fact: Loose) => (settled(fact)?.['by'] as string | undefined) ?? 'open',
    'answered or not': (fact: Loose) =>
      of(fact, ['rated']).some(({ at }) => at >= fact.at) ? 'answered' : 'unanswered',
    'right or not': (fact: Loose) => {
      const said = of(fact, ['corrected'])
        .filter(({ field }) => field === 'category')
        .toSorted((a, b) => a.at - b.at);
      return said[0]?.['from'] === said.at(-1)?.['to'] ? 'right' : 'corrected';
    },
    score: (fact: Loose) =>
      fact['recovering'] && !settled(fact) ? 'in recovery' : String(fact['value']),
  };
  const value = (one: unknown) => (typeof one === 'boolean' ? Number(one) : one);
  const partOf = (fact: Loose, { part = '' }: Source): string => {
    if (typeof part === 'string') return part;
    if ('about' in part) return fact.about[part.about];
    if ('told' in part) return told[part.told](fact);
    return String(value(fact[part.field]) ?? '');
  };
  const counts = (fact: Loose, { type, where, needs, unless = [] }: Source) =>
    fact.type === type &&
    (!where || where.is.includes(value(fact[where.field]) as string)) &&
    (!needs || typeof fact[needs] === 'number') &&
    !unless.some((doubt) => doubts[doubt](fact));
  const asked = (fact: Loose, source: Source) =>
    Object.entries(question.only).every(([by, values]) =>
      values.includes(
        by === 'agent'
          ? agentOf(fact, source)
          : by === 'category' || by === 'urgency'
            ? traitOf(fact, by)
            : fact.about[by as 'channel'],
      ),
    );
  const keysOf = (fact: Loose, source: Source): string[] => {
    switch (question.by) {
      case undefined:
        return [];
      case 'agent':
        return [agentOf(fact, source)];
      case 'category':
      case 'urgency':
        return [traitOf(fact, question.by)];
      case 'hour':
        return [String(zoned(fact.at, question.period.zone).hour)];
      case 'template': {
        const template = fact['template'] as string | undefined;
        return template ? [...new Set(template.split(TEMPLATE_SEPARATOR))] : [];
      }
      default:
        return [fact.about[question.by]];
    }
  };

  /** @param key the group; undefined for the whole period */
  function resultsIn({ from, to }: Pick<Period, 'from' | 'to'>, key?: string) {
    const results: Record<string, Result> = {};
    for (const name of MEASURES) {
      const { how, unit } = MEASURE[name];
      if (how.is === 'standing') continue;
      const found = how.from.flatMap((source) => {
        const alone = source.agents === 'only';
        if (
          source.agents === 'never' &&
          (question.only.agent || (key !== undefined && question.by === 'agent'))
        )
          return [];
        if (alone && !question.only.agent && !(key !== undefined && question.by === 'agent'))
          return [];
        return all
          .filter((fact) => fact.at >= from && fact.at < to)
          .filter((fact) => counts(fact, source) && asked(fact, source))
          .filter((fact) => key === undefined || keysOf(fact, source).includes(key))
          .map((fact) => ({ fact, source }));
      });
      if (how.is === 'spread') {
        const fields = [how.of, ...(how.business ? [how.business] : [])];
        const timed = found.filter(({ fact }) =>
          fields.every((named) => typeof fact[named] === 'number'),
        );
        if (timed.length === 0) continue;
        const field = (named: string) => spread(timed.map(({ fact }) => fact[named] as number));
        results[name] = {
          n: timed.length,
          unit: 'seconds',
          ...field(how.of),
          ...(how.business ? { business: field(how.business) } : {}),
        };
        continue;
      }
      const parts = new Map<string, number>();
      for (const { fact, source } of found) {
        const part = partOf(fact, source);
        const amount = source.sum ? (fact[source.sum] as number) : 1;
        parts.set(part, (parts.get(part) ?? 0) + amount);
      }
      if (unit !== 'seconds' && (key === undefined || parts.size > 0)) {
        results[name] = { unit, ...how.say(parts) };
      }
    }
    return results;
  }

  const keys = new Set(
    all.flatMap((fact) =>
      MEASURES.flatMap((name) => {
        const { how } = MEASURE[name];
        return how.is === 'standing'
          ? []
          : how.from.flatMap((source) => (source.type === fact.type ? keysOf(fact, source) : []));
      }),
    ),
  );
  const { period } = question;
  const steps = stepsIn(period, now);
  return {
    results: resultsIn(period),
    before: resultsIn(question.before),
    course: steps.map((from, i) => ({
      from,
      results: resultsIn({ from, to: steps[i + 1] ?? period.to }),
    })),
    groups: new Map(
      [...keys]
        .map((key) => [key, resultsIn(period, key)] as const)
        .filter(([, results]) => Object.keys(results).length > 0),
    ),
  };
}

function spread(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)]!;
    return (low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place))) / 1000;
  };
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length / 1000;
  return { median: at(0.5), p90: at(0.9), mean };
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** Hour by hour up to a day of 25, day by day up to 92 days, else week by week from Monday. */
function stepsIn({ from, to, zone }: Period, now: number): number[] {
  const hours = (to - from) / 3_600_000;
  const steps = [from];
  for (;;) {
    const last = zoned(steps.at(-1)!, zone);
    const midnight = last.startOfDay();
    const next =
      hours <= 25
        ? last.add({ hours: 1 })
        : midnight.add({ days: Math.round(hours / 24) > 92 ? 8 - last.dayOfWeek : 1 });
    if (next.epochMilliseconds >= Math.min(to, now)) return steps;
    steps.push(next.epochMilliseconds);
  }
}
