import { conversationOf } from '../src/cli/told.ts';
import { loadHandbook } from '../src/handbook/handbook.ts';
import { compose } from '../src/support/reply/compose.ts';
import { type Check, checkStandards } from '../src/support/reply/standards.ts';
import { isUpset } from '../src/support/reply/upset.ts';
import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import { type Data, firstReply } from './sets.ts';

const SETS = ['twcs_conversations', 'ibm_twitter_care'];
/** A Monday, ten past ten in the morning, UTC. */
const AT = Date.parse('2026-11-23T10:10:00Z');

/**
 * Our template draft beside what a real agent answered first, by the service standards. These are our own, and drafts are written to
 * meet them, so the figure flatters us: it says which of the two holds to more of them, not which a customer would rather have read.
 * Only what the desk takes for a request is drafted for. Neither side knows the customer's name, nothing but the message is known to ours, and what agents knew beside it is in no set, so
 * that `grounded` is left out.
 */
export async function measureComparison(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  return SETS.flatMap((set): Figure[] => {
    const sides = data.rows(set).flatMap((row) => {
      const reply = firstReply(row);
      if (reply === '') return [];
      const conversation = conversationOf({ text: row.text }, handbook, AT);
      const draft = compose(conversation, handbook, AT);
      const { category, language, isRequest } = conversation.triage!;
      if (!isRequest) return [];
      const upset = isUpset(conversation.triage!);
      const praise = category === 'feedback_praise' && !upset;
      const customer = row.text;
      const judge = (text: string) =>
        checkStandards({ customer, reply: text, upset, category, praise, language });
      return [better(judge(draft.text), judge(reply))];
    });
    const n = sides.length;
    return [
      {
        set,
        what: 'ours holds to more standards',
        value: share(sides, (s) => s > 0),
        n,
        floor: 0.6,
        aim: 0.75,
      },
      { set, what: 'both hold to as many', value: share(sides, (s) => s === 0), n },
      { set, what: 'theirs holds to more', value: share(sides, (s) => s < 0), n },
    ];
  });
}

/** Above 0 where the first holds to more of what applies to either, by its share: what does not apply is no fault. */
function better(ours: readonly Check[], theirs: readonly Check[]): number {
  const held = (checks: readonly Check[]) =>
    share(
      checks.filter(({ name }) => name !== 'grounded'),
      ({ pass }) => pass,
    );
  return held(ours) - held(theirs);
}
