import type { Conversation } from '../conversation.ts';
import type { About } from './page.ts';

/** What this conversation is now, for the facts of the decision that made it so. */
export function aboutOf({ place, customer, triage, owner }: Conversation): About {
  return {
    platform: place.platform,
    workspace: place.workspace,
    channel: place.channel,
    customer: customer.id,
    category: triage?.category ?? '',
    urgency: triage?.urgency ?? '',
    language: triage?.language ?? '',
    owner: owner?.id ?? '',
  };
}
