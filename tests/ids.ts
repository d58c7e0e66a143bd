import { people as slack } from './fake-slack/cast.ts';
import { objectIds as teams } from './fake-teams/cast.ts';
import type { Actor } from './rig.ts';

/** The ids of these people on every platform: a policy names them all, and each door knows its own. */
export function idsOf(...actors: readonly Actor[]): string[] {
  return actors.flatMap((actor) => {
    const name = actor.split(' ')[0]!.toLowerCase() as keyof typeof teams;
    return [slack[name], teams[name], name];
  });
}
