import type { Conversation } from '../support/conversation.ts';
import { CALLED, calledIn } from '../support/report/asking/called.ts';
import { examplesIn, namesIn } from '../support/report/names.ts';
import type { Question, Report } from '../support/report/report.ts';
import type { Called } from './ports.ts';

/** Whoever had to do with the desk in so many milliseconds is known, however short a time is asked about. */
const REMEMBERED = 30 * 86_400_000;

/** How the people of a report are called, and those whom words may name. */
export function createNaming(parts: {
  readonly report: (question: Question) => Promise<Report>;
  readonly find: (ids: readonly string[]) => Promise<readonly Conversation[]>;
  readonly waiting: () => Promise<readonly Conversation[]>;
}) {
  const { report, find, waiting } = parts;

  const among = async (by: (typeof CALLED)[number], { period, before }: Question) => {
    const from = Math.min(period.from, period.to - REMEMBERED);
    const made = await report({ period: { ...period, from }, before, only: {}, by });
    const groups = made.groups ?? [];
    const known = new Map<string, string>();
    for (const { key } of groups) if (key !== '') known.set(key, '');
    if (by === 'channel') return known;
    const some = await find(examplesIn(made));
    const customers = by === 'customer' ? await waiting() : [];
    for (const { customer } of customers) known.set(customer.id, customer.name);
    for (const [id, name] of namesIn(some)) if (known.has(id)) known.set(id, name);
    return known;
  };

  return {
    /**
     * Those whom these words may call by a name, by their ids: whoever the facts of the time know, and whoever a door knows. Of what
     * nothing in the words asks for, there is nothing.
     */
    async called(words: string, question: Question, { agents, channels, customers }: Called = {}) {
      const byDoor = { agent: agents, channel: channels, customer: customers };
      const named = calledIn(words);
      const [agent, channel, customer] = await Promise.all(
        CALLED.map(async (by) => {
          if (!named.includes(by)) return byDoor[by];
          return new Map([...(await among(by, question)), ...(byDoor[by] ?? [])]);
        }),
      );
      return {
        ...(agent && { agents: agent }),
        ...(channel && { channels: channel }),
        ...(customer && { customers: customer }),
      } satisfies Called;
    },
  };
}
