import type { Instant } from '../conversation.ts';
import type { Policy } from '../handbook.ts';
import type { ScheduledReport } from '../time/policy.ts';
import type { Kind, Round, Telling } from './round.ts';
import { nextReport } from './schedule.ts';

/** Reports that come by themselves. One that was missed comes late, and once, however often it was. */
export const reports: Kind = {
  due: () => undefined,
  standing: {
    keep: ({ told }, at, { reports }) => sinceWhen(reports, told, at),
    due(told, policy) {
      const due = policy.reports.map(
        (one) => comesNext(one, told, policy) ?? Number.POSITIVE_INFINITY,
      );
      return Math.min(...due);
    },
  },
  tell(_, { told }, at, policy, { leads }) {
    const due = policy.reports.filter((one) => (comesNext(one, told, policy) ?? at + 1) <= at);
    const rest = Object.fromEntries(
      Object.entries(told).filter(([key]) => due.every((one) => keyOf(one) !== key)),
    );
    return {
      notes: due.flatMap((one) => tellingsOf(one, leads)),
      told: sinceWhen(policy.reports, rest, at),
    };
  },
};

/** What is told of each report is the instant from which it counts: its last coming, or when the policy first named it. */
function sinceWhen(
  all: readonly ScheduledReport[],
  told: Round['told'],
  at: Instant,
): Round['told'] {
  return Object.fromEntries(
    all.map((one) => [keyOf(one), told[keyOf(one)] ?? new Date(at).toISOString()]),
  );
}

function comesNext(
  one: ScheduledReport,
  told: Round['told'],
  { calendar }: Policy,
): Instant | undefined {
  const since = told[keyOf(one)];
  return since === undefined ? undefined : nextReport(one, calendar, Date.parse(since));
}

function keyOf({ report, every, at, to }: ScheduledReport): string {
  return JSON.stringify([report, every, at, typeof to === 'string' ? to : to.id]);
}

/** To each lead by themselves, so that whoever cannot be reached keeps nobody else from it. */
function tellingsOf({ report, to }: ScheduledReport, leads: readonly string[]): readonly Telling[] {
  const whom = to === 'leads' ? leads.map((id) => ({ id })) : [to];
  return whom.map((one) => ({ to: one, parts: [], report }));
}
