import { type Json, listAt, textAt } from '../support/json.ts';
import type { People } from './people.ts';

/** Activities after which something we remember is no longer so. */
export const UPKEEP: ReadonlySet<string> = new Set(['conversationUpdate', 'installationUpdate']);

/**
 * Somebody came or went, a channel was shared, or the app was installed: in whichever way Teams says so, rosters
 * and the people named are looked up again.
 */
export async function keepUp(
  activity: Json,
  { people }: { readonly people: People },
): Promise<void> {
  const concerned = [...listAt(activity, 'membersAdded'), ...listAt(activity, 'membersRemoved')];
  await people.forget(concerned.map((member) => textAt(member, 'id')).filter(Boolean));
}
