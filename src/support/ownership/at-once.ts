import type { Conversation, Instant } from '../conversation.ts';
import type { Outcome } from '../decide.ts';
import type { Intent } from '../effects.ts';
import type { DialogOpened } from '../events.ts';
import { mayAct, type Person } from '../roles.ts';

/** Milliseconds for which somebody who opened a dialog to write in is taken to be writing. */
const WRITES_FOR = 5 * 60_000;

/** Somebody who opened the dialog to write a reply, and when. */
export interface Writer {
  readonly person: Person;
  readonly at: Instant;
}

/** Those who may still be writing, without this person. */
export function othersAmong(
  writers: readonly Writer[],
  { id }: Person,
  at: Instant,
): readonly Writer[] {
  return writers.filter((one) => one.person.id !== id && one.at > at - WRITES_FOR);
}

/** Two agents at one reply learn of each other, alone. Nobody is held up by it. */
export function opened(conversation: Conversation, event: DialogOpened): Outcome {
  const { actor, button, others = [] } = event;
  if (!mayAct(actor)) return { ignored: `a ${actor.role} opened a dialog` };
  if (others.length === 0) return { ignored: 'nobody else is at it' };
  const does = button === 'edit' ? 'is writing a reply to this as well' : 'asks for another draft';
  const intents = others.flatMap((other): Intent[] => [
    {
      type: 'tell-agent',
      person: actor.id,
      text: `${nameOf(other)} is writing a reply to this as well.`,
    },
    { type: 'tell-agent', person: other.id, text: `${nameOf(actor)} ${does}.` },
  ]);
  return { conversation, intents };
}

function nameOf({ name }: Person): string {
  return name || 'A colleague';
}
