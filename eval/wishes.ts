import { loadHandbook } from '../src/handbook/handbook.ts';
import { triage } from '../src/support/triage/triage.ts';
import type { Wish } from '../src/support/triage/wish.ts';
import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import { type Data, labelsOf } from './sets.ts';

/** Labels that say by themselves what the writer would call resolved. No set is labelled for it, so this is a part only. */
const TELLING: readonly { set: string; label: string; wish: Wish }[] = [
  { set: 'bitext_cs27', label: 'get_refund', wish: 'refund' },
  { set: 'bitext_cs27', label: 'track_refund', wish: 'refund' },
  { set: 'banking77', label: 'Refund_not_showing_up', wish: 'refund' },
  { set: 'banking77', label: 'request_refund', wish: 'refund' },
  { set: 'banking77', label: 'transaction_charged_twice', wish: 'refund' },
  { set: 'nlupp', label: 'refund', wish: 'refund' },
  { set: 'bitext_cs27', label: 'check_refund_policy', wish: 'information' },
  { set: 'bitext_cs27', label: 'delivery_period', wish: 'information' },
  { set: 'banking77', label: 'card_delivery_estimate', wish: 'information' },
  { set: 'nlupp', label: 'how', wish: 'information' },
  { set: 'nlupp', label: 'when', wish: 'information' },
  { set: 'nlupp', label: 'how_much', wish: 'information' },
  { set: 'bitext_cs27', label: 'contact_human_agent', wish: 'person' },
];
/** Sets whose other rows hardly want money back. */
const REFUNDS = ['bitext_cs27', 'banking77', 'nlupp'];

/** What the customer would call resolved, where a label tells it. */
export async function measureWishes(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  const wishOf = (text: string) => triage(text, handbook).wish;
  return [
    ...TELLING.map(({ set, label, wish }) => {
      const mapping = data.mapping(set);
      const rows = data.rows(set).filter((row) => labelsOf(row, mapping).includes(label));
      const value = share(rows, (row) => wishOf(row.text) === wish);
      return { set, what: `${label}: ${wish}`, n: rows.length, value };
    }),
    ...REFUNDS.map((set) => {
      const mapping = data.mapping(set);
      const said = data.rows(set).filter((row) => wishOf(row.text) === 'refund');
      const value = share(said, (row) =>
        labelsOf(row, mapping).some((label) => /refund|charged_twice/i.test(label)),
      );
      return { set, what: 'said to want money back: precision', n: said.length, value };
    }),
  ];
}
