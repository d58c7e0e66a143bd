import { isSaid } from '../support/effects.ts';
import { channelKey } from '../support/grouping.ts';
import type { Pending } from './store/store.ts';

/** Where a platform counts what comes: the channel of a customer, whoever else a note is for, or where the team is. */
export function placeOf(pending: Pending): string {
  const { effect } = pending;
  if (isSaid(effect)) return channelKey(effect.place);
  const isForOne = effect.type === 'post-note' && effect.to !== 'triage';
  return `${platformOf(pending)}/${isForOne ? effect.to.id : 'triage'}`;
}

/** Who must answer before it is done: the workspace of a customer, or the team's own. */
export function answererOf(pending: Pending): string {
  const { effect } = pending;
  return isSaid(effect)
    ? `${effect.place.platform}/${effect.place.workspace}`
    : platformOf(pending);
}

function platformOf({ effect, conversation }: Pending): string {
  // Ids of conversations begin with it.
  return effect.type === 'post-note'
    ? effect.platform
    : conversation.slice(0, conversation.indexOf(':'));
}
