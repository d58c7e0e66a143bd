import type { Instant } from '../support/conversation.ts';
import type { Handbook } from '../support/handbook.ts';
import { gapsIn } from '../support/lessons/gaps.ts';
import { afterBehind, readBehind } from '../support/report/asking/behind.ts';
import { readQuestion } from '../support/report/asking.ts';
import { type Behind, type BehindQuestion, findWaiting } from '../support/report/behind.ts';
import { behindCsv, reportCsv } from '../support/report/csv.ts';
import { behindJson, reportJson } from '../support/report/json.ts';
import { MEASURE } from '../support/report/measures.ts';
import { examplesIn, namesIn } from '../support/report/names.ts';
import type { Question, Report } from '../support/report/report.ts';
import type { Names } from '../support/report/sheet/breakdown.ts';
import { standingNow } from '../support/report/standing.ts';
import { sheetOf } from '../support/report/telling.ts';
import { sheetBehind } from '../support/report/telling-behind.ts';
import { labelsOf } from '../support/wording.ts';
import type { Clock } from './clock.ts';
import type { Answering } from './ledger/requests.ts';
import { createNaming } from './naming.ts';
import type { Called, Desk } from './ports.ts';
import type { Store } from './store/store.ts';

/** Those who wait, for a report: more are not told apart. */
const MOST_WAITING = 5_000;

/** What leads ask of the desk in words, and what they take away. */
export function createReports(parts: {
  readonly answer: Answering;
  readonly store: Pick<Store, 'conversation' | 'waiting' | 'lessons'>;
  readonly handbook: Handbook;
  readonly clock: Pick<Clock, 'now'>;
}): Pick<Desk, 'report' | 'reportSheet' | 'reportFile'> {
  const { answer, store, handbook, clock } = parts;

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

  const behind = async (asked: BehindQuestion): Promise<Behind> => {
    if (MEASURE[asked.measure].how.is !== 'standing') return answer('behind', asked);
    const at = clock.now();
    return findWaiting(asked, (await standing(at)).waiting, at);
  };

  const naming = createNaming({ report, find, waiting: () => store.waiting(MOST_WAITING) });

  /** What words ask, and how those are called whom they name: whom a door does not know, the facts may. */
  const understand = async (
    words: string,
    zone = handbook.policy.calendar.zone,
    byDoor: Called = {},
  ) => {
    const number = afterBehind(words);
    const read = (called: Called) => {
      const known = { categories: labelsOf(handbook), ...called };
      const asker = { now: clock.now(), zone, known };
      return number === undefined ? readQuestion(words, asker) : readBehind(number, asker);
    };
    const whomever = read({});
    if ('problem' in whomever) return whomever;
    const question = 'measure' in whomever ? whomever.question : whomever;
    const called = await naming.called(words, question, byDoor);
    const asked = read(called);
    if ('problem' in asked) return asked;
    const { agents = [], customers = [] } = called;
    return { asked, names: new Map([...agents, ...customers]) };
  };

  /** Conversations that know the customers whom a report calls at risk of leaving. */
  const ofLeaving = async ({ question, results }: Report) => {
    if (!results['churn-risk']?.n) return [];
    const { by: _, ...whole } = question;
    const { first } = await behind({ question: whole, measure: 'churn-risk' });
    return first.map(({ conversation }) => conversation);
  };

  const behindSheet = async (asked: BehindQuestion, called: Names['people']) => {
    const found = await behind(asked);
    const known = await find(found.first.map(({ conversation }) => conversation));
    const conversations = new Map(known.map((one) => [one.id, one]));
    const people = new Map([...called, ...namesIn(known)]);
    return sheetBehind(asked, found, conversations, { labels: labelsOf(handbook), people });
  };

  return {
    report,
    async reportSheet(words, zone, called) {
      const understood = await understand(words, zone, called);
      if ('problem' in understood) return understood;
      const { asked, names } = understood;
      if ('measure' in asked) return behindSheet(asked, names);
      const made = await report(asked);
      const knowing = [...examplesIn(made), ...(await ofLeaving(made))];
      const people = new Map([...names, ...namesIn(await find(knowing))]);
      return sheetOf(made, labelsOf(handbook), { names: people });
    },
    async reportFile(words, as, zone, called) {
      const understood = await understand(words, zone, called);
      if ('problem' in understood) return understood;
      const { asked } = understood;
      if ('measure' in asked) {
        const found = await behind(asked);
        const text = as === 'csv' ? behindCsv(found) : json(behindJson(asked, found));
        return { name: nameOf(`support-${asked.measure}`, asked.question, as), text };
      }
      const made = await report(asked);
      const text = as === 'csv' ? reportCsv(made) : json(reportJson(made));
      return { name: nameOf('support-report', asked, as), text };
    },
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function nameOf(what: string, { period }: Question, as: string): string {
  const [from, to] = [period.from, period.to - 1].map((at) =>
    new Date(at).toISOString().slice(0, 10),
  );
  return `${what}-${from}-to-${to}.${as}`;
}
