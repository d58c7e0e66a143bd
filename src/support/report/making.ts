import type { Conversation, Instant } from '../conversation.ts';
import type { Page } from './page.ts';
import type { Period, Question, Report, Results } from './report.ts';
import { spreadOf } from './spread.ts';

/** What facts do not say. */
export interface Present {
  readonly at: Instant;
  readonly waiting: { readonly first: readonly Conversation[]; readonly count: number };
}

/** Replies of one agent. */
interface Replies {
  count: number;
  after: Float64Array;
  example: string;
}

/** Counts what was opened and how soon it was replied to, by agent. */
export function makeReport(question: Question, pages: Iterable<Page>, present: Present): Report {
  const { period, before } = question;
  const [now, then] = [openTally(period), openTally(before)];
  for (const page of pages) {
    now.count(page);
    then.count(page);
  }
  const groups = question.by === 'agent' ? { groups: now.groups() } : {};
  return {
    question,
    ...present,
    results: now.results(),
    before: then.results(),
    ...groups,
    course: [],
  };
}

function openTally({ from, to }: Period) {
  const replies = new Map<string, Replies>();
  let opened = 0;

  const of = (agent: string) => {
    const known = replies.get(agent) ?? { count: 0, after: new Float64Array(64), example: '' };
    replies.set(agent, known);
    return known;
  };

  const results = (all: Float64Array): Results => ({
    volume: { n: opened, unit: 'count', value: opened },
    ...(all.length > 0
      ? { 'first-reply': { n: all.length, unit: 'seconds', ...spreadOf(all) } as const }
      : {}),
  });

  return {
    count(page: Page) {
      for (const at of page.table('opened')?.at ?? []) if (at >= from && at < to) opened++;
      const table = page.table('replied');
      const agents = table?.words('agent');
      const after = table?.numbers('after');
      if (!table || !agents || !after) return;
      const byCode = agents.dictionary.map(of);
      const { at } = table;
      for (let row = 0; row < table.rows; row++) {
        if (at[row]! < from || at[row]! >= to) continue;
        const agent = byCode[agents.codes[row]!]!;
        if (agent.count === agent.after.length) agent.after = doubled(agent.after);
        agent.after[agent.count++] = after[row]!;
        if (agent.example === '') agent.example = page.matters.conversation(table.matter[row]!);
      }
    },
    results(): Results {
      const all = new Float64Array(
        [...replies.values()].reduce((sum, { count }) => sum + count, 0),
      );
      let end = 0;
      for (const { after, count } of replies.values()) {
        all.set(after.subarray(0, count), end);
        end += count;
      }
      return results(all);
    },
    groups: () =>
      [...replies]
        .filter(([, { count }]) => count > 0)
        .sort(([, a], [, b]) => b.count - a.count)
        .map(([key, { after, count, example }]) => ({
          key,
          results: {
            'first-reply': {
              n: count,
              unit: 'seconds',
              ...spreadOf(after.slice(0, count)),
            } as const,
          },
          example,
        })),
  };
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(values.length * 2);
  more.set(values);
  return more;
}
