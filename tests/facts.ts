import { answerFrom } from '../src/desk/ledger/requests.ts';
import type { Store } from '../src/desk/store/store.ts';
import type { Fact } from '../src/support/facts.ts';
import type { About, KeptFact } from '../src/support/report/page.ts';

/** What a fact of a test is about, where that does not matter. */
export const ABOUT: About = {
  platform: 'playground',
  workspace: 'w',
  channel: 'help',
  customer: 'nora',
  category: 'billing',
  urgency: 'p3',
  language: 'en',
  owner: '',
};

/** What a store holds of these types since then, in order of time. */
export function factsIn(
  { ledger }: Pick<Store, 'ledger'>,
  types: readonly Fact['type'][],
  since = 0,
): Promise<readonly KeptFact[]> {
  return answerFrom(ledger)('facts', { types, since });
}
