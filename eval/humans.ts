import { readsWantsHuman } from '../src/support/triage/human.ts';
import { readWords } from '../src/support/triage/words.ts';
import type { Figure } from './figure.ts';
import { detection, share } from './scores.ts';
import type { Data } from './sets.ts';

/** Nobody asks for a person in these, but for a row here and there. */
const WITHOUT = ['banking77', 'clinc150', 'bankfaqs', 'hwu64'];

/** Whether a customer asks for a person: a yes must mostly be right, and hardly one may be missed. */
export function measureHumans(data: Data): Figure[] {
  const wants = (text: string) => readsWantsHuman(readWords(text)).wantsHuman;
  const against = (set: string, precise: number, floor: number, aim: number): Figure[] => {
    const pairs = data
      .rows(set)
      .map((row) => ({ right: row['wants_human'] === true, said: wants(row.text) }));
    const { precision, recall } = detection(pairs);
    const n = pairs.filter(({ right }) => right).length;
    return [
      { set, what: 'wants a human: precision', n: pairs.length, value: precision, floor: precise },
      { set, what: 'wants a human: recall', n, value: recall, floor, aim },
    ];
  };
  const praise = data.rows('airline_sentiment').filter(({ label }) => label === 'positive');
  const without = [
    ...WITHOUT.map((set) => ({ set, rows: data.rows(set) })),
    { set: 'airline_sentiment, positive', rows: praise },
  ];
  return [
    ...against('nlupp', 0.8, 0.85, 0.93),
    ...against('bitext_cs27', 0.8, 0.95, 0.99),
    ...without.map(
      ({ set, rows }): Figure => ({
        set,
        what: 'false alarms',
        n: rows.length,
        value: share(rows, (row) => wants(row.text)),
        floor: 0.01,
        aim: 0.002,
        less: true,
      }),
    ),
  ];
}
