import type { Handbook } from '../support/handbook.ts';
import { gapsIn } from '../support/lessons/gaps.ts';
import { readQuestion } from '../support/report/asking.ts';
import { reportCsv } from '../support/report/csv.ts';
import { reportJson } from '../support/report/json.ts';
import { examplesIn, namesIn } from '../support/report/names.ts';
import type { Question, Report } from '../support/report/report.ts';
import { standingNow } from '../support/report/standing.ts';
import { sheetOf } from '../support/report/telling.ts';
import { labelsOf } from '../support/wording.ts';
import type { Clock } from './clock.ts';
import type { Answering } from './ledger/requests.ts';
import type { Desk } from './ports.ts';
import type { Store } from './store/store.ts';

/** Those who wait, for a report: more are not told apart. */
const MOST_WAITING = 5_000;

/** What leads ask of the desk in words, and what they take away. */
export function createReports(parts: {
  readonly answer: Answering;
  readonly store: Store;
  readonly handbook: Handbook;
  readonly clock: Clock;
}): Pick<Desk, 'report' | 'reportSheet' | 'reportFile'> {
  const { answer, store, handbook, clock } = parts;

  const understand = (words: string, zone = handbook.policy.calendar.zone) =>
    readQuestion(words, { now: clock.now(), zone, known: { categories: labelsOf(handbook) } });

  const report = async (question: Question): Promise<Report> => {
    const at = clock.now();
    const [open, lessons] = await Promise.all([store.waiting(MOST_WAITING), store.lessons()]);
    const standing = standingNow(open, gapsIn(lessons, handbook), handbook, at);
    return answer('report', { question, at, standing });
  };

  return {
    report,
    async reportSheet(words, zone) {
      const question = understand(words, zone);
      if ('problem' in question) return question;
      const made = await report(question);
      const known = await Promise.all(examplesIn(made).map((id) => store.conversation(id)));
      const names = namesIn(known.filter((conversation) => conversation !== undefined));
      return sheetOf(made, labelsOf(handbook), { names });
    },
    async reportFile(words, as, zone) {
      const question = understand(words, zone);
      if ('problem' in question) return question;
      const made = await report(question);
      const [from, to] = [made.question.period.from, made.question.period.to - 1].map((at) =>
        new Date(at).toISOString().slice(0, 10),
      );
      const text = as === 'csv' ? reportCsv(made) : JSON.stringify(reportJson(made), null, 2);
      return { name: `support-report-${from}-to-${to}.${as}`, text };
    },
  };
}
