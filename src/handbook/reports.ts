import { z } from 'zod';
import type { Policy } from '../support/handbook.ts';
import { readQuestion } from '../support/report/asking.ts';
import { WEEKDAYS } from '../support/report/period/dates.ts';
import { REPORT_DAYS, type ScheduledReport } from '../support/time/policy.ts';
import type { Labels } from '../support/wording.ts';
import type { Fault } from './fault.ts';
import { faultAt, type Layers } from './layers.ts';
import { meant, oneOf } from './times.ts';
import { ids, refuse } from './values.ts';

const DAY = 86_400_000;
const RECEIVERS = ['leads', 'triage'] as const;

/** "09:00", in minutes after midnight. */
const timeOfDay = z.string().transform((written, context): number => {
  const [, hours, minutes] = written.match(/^\s*(\d\d?):(\d\d)\s*$/) ?? [];
  const at = Number(hours) * 60 + Number(minutes);
  if (at < 1440 && Number(minutes) < 60) return at;
  return refuse(
    context,
    `"${written}" is not on the clock.`,
    'Write a time of day, such as "09:00".',
  );
});

const receiver = z.union([z.string(), z.number()]).transform((written, context) => {
  const word = String(written).trim();
  const known = RECEIVERS.find((one) => one === word);
  if (known) return known;
  // Ids of people and channels hold digits: what is letters alone is a word that was mistyped.
  if (/^[\p{L} ]+$/u.test(word)) {
    const remedy = `${meant(word, RECEIVERS).replace(/\.$/, '')}, or the id of a person or channel of your team.`;
    return refuse(context, `"${word}" is nobody.`, remedy);
  }
  const read = ids.safeParse([word]);
  if (read.success) return { id: read.data[0]! };
  const [issue] = read.error.issues;
  const remedy = issue?.code === 'custom' ? String(issue.params?.['remedy'] ?? '') : '';
  return refuse(context, issue?.message ?? '', remedy);
});

export const reports = z.array(
  z.strictObject({
    report: z.string().trim(),
    every: oneOf(REPORT_DAYS),
    at: timeOfDay,
    to: receiver,
  }),
);

/** Every report can be made, is another one each time, and comes on a day on which it is read. */
export function faultsOfReports(
  { reports, calendar }: Policy,
  categories: Labels,
  layers: Layers,
  now = Date.now(),
): Fault[] {
  const { zone } = calendar;
  const read = (words: string, at: number) =>
    readQuestion(words, { now: at, zone, known: { categories } });
  return reports.flatMap(({ report, every }, index) => {
    const fault = (key: keyof ScheduledReport, what: string, remedy: string) =>
      faultAt(layers, ['reports', index, key], what, remedy);
    const [today, later] = [read(report, now), read(report, now + 800 * DAY)];
    return [
      ...('problem' in today
        ? [fault('report', `"${report}" is no report.`, today.problem)]
        : 'period' in later && later.period.from === today.period.from
          ? [
              fault(
                'report',
                `"${report}" is the same every time.`,
                'Write a period that moves, such as "last week" or "30d by category".',
              ),
            ]
          : []),
      ...(calendar.week[WEEKDAYS.indexOf(every)]?.length === 0
        ? [
            fault(
              'every',
              `nobody works on a ${every}: it would always come on another day.`,
              'Choose a day with hours, or day for every working day.',
            ),
          ]
        : []),
    ];
  });
}
