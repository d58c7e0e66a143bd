import type { Change } from '../../decide.ts';
import type { Intent } from '../../effects.ts';
import type { Event } from '../../events.ts';
import type { Handbook } from '../../handbook.ts';
import { sayWhoComes } from '../../reply/who-comes.ts';
import { mayAct } from '../../roles.ts';
import { openEscalations } from './escalation.ts';

const SAYS: ReadonlySet<Intent['type']> = new Set<Intent['type']>([
  'send-acknowledgement',
  'send-notice',
  'send-reply',
]);

/**
 * A customer who asked for a person learns who comes and by when: once, when they have finished writing, and not beside
 * another word of the desk's, which says it then. Where somebody of the team has the word, they tell it themselves.
 */
export function tellWhoComes(change: Change, event: Event, handbook: Handbook): Change {
  const { conversation } = change;
  const asked = openEscalations(conversation).find(
    ({ reason, told }) => reason === 'asked for a person' && told === undefined,
  );
  if (!asked || conversation.status !== 'waiting') return change;
  const { at } = event;
  const escalations = conversation.escalations?.map((one) =>
    one === asked ? { ...one, told: at } : one,
  );
  const ours = 'actor' in event && mayAct(event.actor);
  const silent =
    !handbook.policy.acknowledge ||
    conversation.humanSpoke ||
    ours ||
    change.intents.some(({ type }) => SAYS.has(type));
  const text = silent ? '' : sayWhoComes(conversation, handbook, at);
  const said: Intent[] =
    text === ''
      ? []
      : [{ type: 'send-notice', place: conversation.place, text, about: 'hand-over' }];
  return {
    ...change,
    conversation: escalations ? { ...conversation, escalations } : conversation,
    intents: [...said, ...change.intents],
  };
}
