import type { Instant } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import { gapsIn } from '../support/lessons/gaps.ts';
import { afterBehind, readBehind } from '../support/report/asking/behind.ts';
import { readQuestion } from '../support/report/asking.ts';
import { type BehindQuestion, findWaiting } from '../support/report/behind.ts';
import { reportCsv } from '../support/report/csv.ts';
import { reportJson } from '../support/report/json.ts';
import { MEASURE } from '../support/report/measures.ts';
import { examplesIn, namesIn } from '../support/report/names.ts';
import type { Question, Report } from '../support/report/report.ts';
import { standingNow } from '../support/report/standing.ts';
import { sheetOf } from '../support/report/telling.ts';
import { sheetBehind } from '../support/report/telling-behind.ts';
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

  const asker = (zone = handbook.policy.calendar.zone) => ({
    now: clock.now(),
    zone,
    known: { categories: labelsOf(handbook) },
  });
  const understand = (words: string, zone?: string) => readQuestion(words, asker(zone));

  const find = async (ids: readonly string[]) => {
    const found = await Promise.all(ids.map((id) => store.conversation(id)));
    return found.filter((conversation) => conversation !== undefined);
  };

  const standing = async (at: Instant) => {
    const [open, lessons] = await Promise.all([store.waiting(MOST_WAITING), store.lessons()]);
    return standingNow(open, gapsIn(lessons, handbook), handbook, at);
  };

  const report = async (question: Question): Promise<Report> => {
    const at = clock.now();
    return answer('report', { question, at, standing: await standing(at) });
  };

  const behind = async (asked: BehindQuestion) => {
    const { how } = MEASURE[asked.measure];
    const at = clock.now();
    const found =
      how.is === 'standing'
        ? findWaiting(asked, (await standing(at)).waiting, at)
        : await answer('behind', asked);
    const known = await find(found.first.map(({ conversation }) => conversation));
    const conversations = new Map(known.map((one) => [one.id, one]));
    return sheetBehind(asked, found, conversations, labelsOf(handbook));
  };

  return {
    report,
    async reportSheet(words, zone) {
      const number = afterBehind(words);
      if (number !== undefined) {
        const asked = readBehind(number, asker(zone));
        return 'problem' in asked ? asked : behind(asked);
      }
      const question = understand(words, zone);
      if ('problem' in question) return question;
      const made = await report(question);
      const names = namesIn(await find(examplesIn(made)));
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
