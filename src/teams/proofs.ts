import type { Clock } from '../desk/clock.ts';
import { textAt } from '../support/json.ts';
import type { BotFramework } from './botbuilder.ts';

/** Milliseconds. Far less than the five minutes by which a token may be over anyway. */
const LIFE = 60_000;
const MOST = 1_000;

/**
 * The same proof, asked for once a minute: Teams sends many activities with one token, and it is the same question when
 * the token, the service's address and the channel are the same. Only what was authentic is remembered.
 */
export function rememberProofs(
  authenticate: BotFramework['authenticate'],
  clock: Clock,
): BotFramework['authenticate'] {
  const proved = new Map<string, number>();
  return async (activity, authorization) => {
    const asked = JSON.stringify([
      authorization,
      textAt(activity, 'serviceUrl'),
      textAt(activity, 'channelId'),
    ]);
    const until = proved.get(asked);
    if (until !== undefined && clock.now() < until) return 'authentic';
    const verdict = await authenticate(activity, authorization);
    proved.delete(asked);
    if (verdict === 'authentic') proved.set(asked, clock.now() + LIFE);
    if (proved.size > MOST) proved.delete(proved.keys().next().value!);
    return verdict;
  };
}
