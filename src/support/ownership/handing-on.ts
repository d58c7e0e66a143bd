import { tell, withDeed } from '../agent.ts';
import type { Conversation, Instant } from '../conversation.ts';
import type { Outcome } from '../decide.ts';
import type { Pressed } from '../events.ts';
import { sumUp } from '../hand-over-summary.ts';
import type { Handbook } from '../handbook.ts';
import { mayAct } from '../roles.ts';
import { sayWhen } from '../time/words.ts';
import { absenceOf } from './presence.ts';
import type { Absence } from './staff.ts';
import { sayAbsence } from './words.ts';

/**
 * An agent hands a conversation to somebody, who is told in private what it is about. Only to agents and leads, by the door's own
 * roster; and to somebody who is not there only by a lead, who knows why.
 */
export function handOn(conversation: Conversation, event: Pressed, handbook: Handbook): Outcome {
  const { actor, receiver, away, at } = event;
  const { status, owner } = conversation;
  const { policy } = handbook;
  const refuse = (because: string) => tell(conversation, event, `${because} Nothing was changed.`);
  if (status === 'resolved' || status === 'merged' || status === 'set-aside') {
    return refuse('This conversation is closed, so there is nothing to hand on.');
  }
  if (!receiver) return refuse('Choose whom to hand it to.');
  const name = receiver.name || 'This person';
  if (!mayAct(receiver)) {
    return refuse(`${name} is not one of the agents, whom a lead appoints.`);
  }
  if (receiver.id === owner?.id) return refuse(`${name} has it already.`);
  if (receiver.id === actor.id) return refuse('Press Take over to have it yourself.');
  const absence = absenceOf(receiver, away, policy, at);
  if (absence && actor.role !== 'lead') {
    const back = sayBack(absence, policy.calendar.zone, at);
    return refuse(
      `${name} ${sayAbsence(absence)}${back}. Choose somebody who is there, or ask a lead, who may hand it over all the same.`,
    );
  }
  const next = withDeed({ ...conversation, owner: receiver }, event, 'handed-on', receiver.name);
  const text = `${actor.name || 'Somebody'} hands you a conversation.\n${sumUp(conversation, handbook, at)}`;
  return {
    conversation: next,
    intents: [
      { type: 'show-card' },
      { type: 'call', whom: [receiver.id], by: 'direct message', text },
    ],
    facts: [
      {
        type: 'assigned',
        at,
        conversation: conversation.id,
        agent: receiver.id,
        how: 'handed on',
      },
    ],
  };
}

function sayBack({ until }: Absence, zone: string, at: Instant): string {
  return until === undefined ? '' : ` and back ${sayWhen(until, at, zone)}`;
}
