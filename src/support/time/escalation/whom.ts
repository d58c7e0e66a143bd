import type { Conversation, Instant } from '../../conversation.ts';
import type { Called } from '../../effects.ts';
import type { Policy } from '../../handbook.ts';
import { isOpenAt } from '../calendar.ts';
import { matterOf } from '../clocks.ts';
import type { EscalationTarget } from '../policy.ts';
import { teamsFor } from '../service-level.ts';
import { isOnShift, onShift } from '../shifts.ts';

/**
 * Whom a step of the ladder reaches at this moment, so that it never reaches nobody: an owner who is not there is whoever is,
 * and where nobody is, the leads. `everybody` is who reads the card's thread: where no team names its people, they cannot be
 * called by name.
 */
export function whomToCall(
  to: EscalationTarget,
  conversation: Conversation,
  policy: Policy,
  at: Instant,
): Called | 'everybody' {
  if (to === 'leads') return 'leads';
  if (to === 'owner')
    return ownerThere(conversation, policy, at) ?? there(conversation, policy, at);
  if (to === 'on shift') return there(conversation, policy, at);
  const team = policy.teams.find(({ name }) => name === to.team);
  return team && team.people.length > 0 && isOpenAt(team.calendar, at) ? team.people : 'leads';
}

function ownerThere(
  { owner, ownerAbsent }: Conversation,
  policy: Policy,
  at: Instant,
): Called | undefined {
  return owner && !ownerAbsent && isOnShift(policy, owner.id, at) ? [owner.id] : undefined;
}

/** Whoever is on shift: of the team that looks after the matter, or else of any. */
function there(conversation: Conversation, policy: Policy, at: Instant): Called | 'everybody' {
  const { office, people } = onShift(policy, at);
  const own = teamsFor(policy, matterOf(conversation))
    .filter(({ calendar }) => isOpenAt(calendar, at))
    .flatMap((team) => team.people);
  if (own.length > 0) return [...new Set(own)];
  if (people.length > 0) return people;
  return office ? 'everybody' : 'leads';
}
