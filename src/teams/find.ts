import type { Ref } from '../desk/ports.ts';
import { audienceOf, type Outgoing } from '../support/effects.ts';

/**
 * Whether an effect of which we do not know arrived. Teams lets a bot read nothing back: about what went to a customer
 * the agents are asked; what is only brought up to date, and what only the team sees, may stand there twice rather than not at all.
 */
export function find(effect: Outgoing): Ref | 'absent' | 'unknown' {
  if (effect.type === 'show-question') return 'absent';
  return audienceOf(effect) === 'customer' ? 'unknown' : 'absent';
}
