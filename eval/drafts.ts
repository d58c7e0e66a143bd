import { quantile } from '../bench/statistics.ts';
import { conversationOf } from '../src/cli/told.ts';
import { loadHandbook } from '../src/handbook/handbook.ts';
import { promiseFor } from '../src/support/reply/acknowledgement.ts';
import { compose } from '../src/support/reply/compose.ts';
import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import type { Data } from './sets.ts';

/** First messages of real support conversations. */
const SETS = ['twcs_conversations', 'ibm_twitter_care'];
/** A Monday, ten past ten in the morning, UTC. */
const AT = Date.parse('2026-11-23T10:10:00Z');
/** Milliseconds that composing one draft may take in the median. */
const BUDGET = 2;

/** A time, an amount or a pledge, in English: a draft may hold none but the calendar's time. */
const PROMISED =
  /\b(?:today|tonight|tomorrow|within|hours?|minutes?|days?|weeks?|soon|shortly|immediately|asap|guarantee\w*|promise|certainly|definitely|refunded|replaced|fixed|free|compensat\w*)\b|\d ?(?:am|pm)\b/i;

/** Milliseconds, of a few runs the least: the others are the machine's. */
function quickest(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...times);
}

/** What template drafts are worth by the service standards, on messages that nobody here wrote. */
export async function measureDrafts(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  return SETS.flatMap((set): Figure[] => {
    const drafts = data.rows(set).map(({ text }) => {
      const conversation = conversationOf({ text, name: 'Nora Lee' }, handbook, AT);
      const draft = compose(conversation, handbook, AT);
      const took = quickest(() => compose(conversation, handbook, AT));
      const { triage } = conversation;
      const by = promiseFor(conversation, triage!, handbook, AT, draft.language).words;
      // What stands in brackets is the customer's, checked for being so as every number is.
      const ours = draft.text.replaceAll(by, ' ').replace(/that [^.]*|to [^.]*/g, ' ');
      const numbers = draft.text.replaceAll(by, ' ').match(/\d[\d.,-]*\d|\d/g) ?? [];
      return {
        checks: draft.checks,
        invents: numbers.some((number) => !text.includes(number)),
        promises: PROMISED.test(ours),
        took,
      };
    });
    const checks = drafts.flatMap((draft) => draft.checks);
    const rows = { set, n: drafts.length };
    const none = { ...rows, floor: 0, aim: 0, less: true } as const;
    return [
      {
        set,
        what: 'service standards that apply and hold',
        n: checks.length,
        value: share(checks, ({ pass }) => pass),
        floor: 0.95,
        aim: 0.99,
      },
      {
        ...rows,
        what: 'drafts that hold to all of them',
        value: share(drafts, (draft) => draft.checks.every(({ pass }) => pass)),
      },
      { ...none, what: 'drafts with a number of nobody’s', value: share(drafts, (d) => d.invents) },
      { ...none, what: 'drafts that promise more', value: share(drafts, (d) => d.promises) },
      {
        ...rows,
        what: `time to compose one, median, of ${BUDGET} ms`,
        value:
          quantile(
            drafts.map((d) => d.took),
            0.5,
          ) / BUDGET,
        floor: 1,
        aim: 0.5,
        less: true,
      },
    ];
  });
}
