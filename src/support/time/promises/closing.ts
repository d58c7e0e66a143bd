import type { Conversation } from '../../conversation.ts';
import type { Outcome } from '../../decide.ts';
import type { Pressed } from '../../events.ts';
import type { Handbook } from '../../handbook.ts';
import { sayExactly } from '../words.ts';
import { promisesOwed } from './given.ts';
import { isAnswerOnItsWay } from './keep-promises.ts';
import { quoted } from './saying.ts';

/** Who presses again within so many milliseconds has read why they were asked. */
const REMEMBERED = 10 * 60_000;

/**
 * Who closes a matter in which something is promised is asked first, in private: pressed once more, it closes. Undefined where
 * nothing keeps it open.
 * @param what what the button does: "Resolve it"
 * @param label the button's own words
 */
export function doubtClosing(
  conversation: Conversation,
  { actor, at, meant }: Pressed,
  { policy }: Handbook,
  what: string,
  label: string,
): Outcome | undefined {
  const owed = promisesOwed(conversation).filter((one) => !isAnswerOnItsWay(one, conversation));
  const [first] = owed;
  if (!first || meant) return undefined;
  const { doubted } = conversation;
  const asked = doubted?.by === actor.id && at - doubted.at <= REMEMBERED;
  if (asked && owed.every(({ madeAt }) => madeAt <= doubted.at)) return undefined;
  const when = sayExactly(first.due, Math.min(at, first.due), policy.calendar.zone);
  const more = owed.length > 1 ? `, and ${owed.length - 1} more` : '';
  const text = `${first.by.name || 'The team'} promised ${when}: ${quoted(first.quote)}${more}. ${what} all the same? Then press ${label} again.`;
  return {
    conversation: { ...conversation, doubted: { by: actor.id, at } },
    intents: [{ type: 'tell-agent', person: actor.id, text }],
  };
}
