import type { Calendar } from '../src/support/handbook.ts';
import { findPromises } from '../src/support/time/promises/promise.ts';
import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import type { Data, Row } from './sets.ts';

const day = [{ from: 9 * 60, to: 17 * 60 }];
const OFFICE: Calendar = {
  zone: 'America/New_York',
  week: [day, day, day, day, day, [], []],
  holidays: [],
};
/** A Monday, mid-morning there. */
const AT = Date.parse('2026-11-23T15:00:00Z');

/**
 * How often agents in public support promise something, and how seldom they say by when. No set is labelled for it: the sentences
 * that are found and that are not were read by eye, and the shares here are held so that a change of the words is seen.
 */
export function measurePromises(data: Data): Figure[] {
  return ['twcs_conversations', 'ibm_twitter_care'].flatMap((set) => {
    const found = data
      .rows(set)
      .flatMap(saidByAgents)
      .map((text) => findPromises(text, 'en', { at: AT, calendar: OFFICE, zone: OFFICE.zone }));
    const promising = found.filter((promises) => promises.length > 0);
    const all = promising.flat();
    return [
      {
        set,
        what: 'replies that promise something',
        n: found.length,
        value: share(found, (one) => one.length > 0),
      },
      {
        set,
        what: 'of promises: with a time',
        n: all.length,
        value: share(all, ({ due }) => due !== undefined),
      },
      {
        set,
        what: 'of promises: waiting for something',
        n: all.length,
        value: share(all, ({ because }) => because.includes('waits')),
      },
    ];
  });
}

function saidByAgents(row: Row): string[] {
  const turns = (row['turns'] ?? []) as readonly { role: string; text: string }[];
  const said = turns.filter(({ role }) => role === 'agent').map(({ text }) => text);
  const last = row['agent_reply'];
  return typeof last === 'string' ? [...said, last] : said;
}
