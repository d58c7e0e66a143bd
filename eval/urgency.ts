import { loadHandbook } from '../src/handbook/handbook.ts';
import { triage, type Urgency } from '../src/support/triage/triage.ts';
import type { Figure } from './figure.ts';
import { auroc, quadraticKappa, share } from './scores.ts';
import type { Data, Row } from './sets.ts';

/** People who ask how things work, who chat or who are content: nobody of them is held up. */
const CALM: readonly {
  readonly set: string;
  readonly labels?: (data: Data) => readonly string[];
}[] = [
  { set: 'bankfaqs' },
  { set: 'stackfaq' },
  { set: 'techsupport_intents' },
  { set: 'airline_sentiment', labels: () => ['positive'] },
  { set: 'airline_sentiment', labels: () => ['neutral'] },
  { set: 'clinc150', labels: (data) => data.mapping('clinc150').chatter! },
];

/** Customers with and without trouble, for the shares of the levels alone. */
const MIXED = ['twcs_spotify_inbound', 'twcs_labelled_inbound', 'banking77', 'app_reviews'];

/** Higher is more urgent, to be set against what people chose. */
const LEVEL: Readonly<Record<Urgency, number>> = { p1: 4, p2: 3, p3: 2, p4: 1 };

/** False alarms among people whom nothing holds up, and how far levels agree with those that engineers set. */
export async function measureUrgency(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  const levelOf = (row: Row) => LEVEL[triage(row.text, handbook).urgency];
  const alarms = CALM.map(({ set, labels }): Figure => {
    const only = labels?.(data);
    const rows = data.rows(set).filter(({ label }) => only?.includes(label as string) ?? true);
    return {
      set: only?.length === 1 ? `${set}, ${only[0]}` : set,
      what: 'p1 or p2 by mistake',
      value: share(rows, (row) => levelOf(row) >= LEVEL.p2),
      n: rows.length,
      floor: 0.02,
      aim: 0.01,
      less: true,
    };
  });
  const mixed = MIXED.flatMap((set) => {
    const levels = data.rows(set).map(levelOf);
    return (['p1', 'p2', 'p3', 'p4'] as const).map((p): Figure => {
      const value = share(levels, (level) => level === LEVEL[p]);
      return { set, what: `share of ${p}`, value, n: levels.length };
    });
  });
  const priorities = data.mapping('hadoop_bug_priority').priority_map!;
  const bugs = data.rows('hadoop_bug_priority').flatMap((row) => {
    const priority = priorities[row.label as string];
    return priority === 'P3' ? [] : [{ right: priority !== 'P4', score: levelOf(row) }];
  });
  const tickets = data.rows('tickets_multilang_synth').map((row) => ({
    right: ['low', 'medium', 'high'].indexOf(row.label as string),
    said: Math.min(2, levelOf(row) - 1),
  }));
  return [
    ...alarms,
    {
      set: 'hadoop_bug_priority',
      what: 'blocker or critical above minor or trivial, AUC',
      value: auroc(bugs),
      n: bugs.length,
      floor: 0.7,
      aim: 0.78,
    },
    {
      set: 'tickets_multilang_synth',
      what: 'priority, quadratic kappa',
      value: quadraticKappa(tickets),
      n: tickets.length,
    },
    ...mixed,
  ];
}
