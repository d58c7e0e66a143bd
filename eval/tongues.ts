import { loadHandbook } from '../src/handbook/handbook.ts';
import { triage } from '../src/support/triage/triage.ts';
import type { Figure } from './figure.ts';
import { macroF1 } from './scores.ts';
import { type Data, type Row, rightCategories } from './sets.ts';

const SET = 'tickets_multilang_synth';
const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt'];

/** Who looks after what does not work. Requests and changes that they get may be about anything. */
const TECHNICIANS = ['Technical Support', 'Product Support', 'IT Support'];
const BROKEN = ['Incident', 'Problem'];

/** What is about as much of each language as the set holds: some 9 rows of billing and refunds, most of things broken. */
const FLOOR = 0.6;

/**
 * The category of tickets that say the same in several languages, by language. The queue tells it where it names a matter;
 * queues that only name who answers ("Human Resources") are dropped.
 */
export async function measureTongues(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  const mapping = data.mapping(SET);
  const right = (row: Row): string | undefined => {
    const queue = String(row['queue']);
    if (TECHNICIANS.includes(queue)) {
      return BROKEN.includes(String(row['type'])) ? 'bug_outage' : undefined;
    }
    const [category] = rightCategories(row, mapping);
    return category === 'other' ? undefined : category;
  };
  return LANGUAGES.map((language) => {
    const pairs = data.rows(SET).flatMap((row) => {
      const category = row['lang'] === language ? right(row) : undefined;
      if (category === undefined) return [];
      return [{ right: [category], said: triage(row.text, handbook).category }];
    });
    const { mean } = macroF1(pairs);
    return {
      set: SET,
      what: `categories in ${language}, macro-F1`,
      n: pairs.length,
      value: mean,
      floor: FLOOR,
    };
  });
}
