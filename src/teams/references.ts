import type { Shelf } from '../desk/ports.ts';
import { type Json, textAt } from '../support/json.ts';
import { type Where, whereOf } from './activity.ts';

/** How to reach a conversation without being spoken to: kept from what Teams itself told us there. */
export interface Reference {
  /** Only ever from an authenticated activity, and on the allow-list: our token goes there. */
  readonly serviceUrl: string;
  readonly kind: Where['kind'];
  /** What the bot is called there, `28:…`. */
  readonly bot: string;
}

export interface References {
  /** Keeps what an authenticated activity tells of its conversation. */
  remember(activity: Json): Promise<void>;
  /** The reference of a conversation (its base id), else what is known of its neighbours. */
  of(base: string): Promise<Reference | undefined>;
}

/** Known before Teams has spoken to us anywhere: one service serves all of an organisation's conversations. */
const ANY = 'any';

/** What an authenticated activity tells of its conversation. */
export function referenceIn(activity: Json): Reference | undefined {
  const { kind } = whereOf(activity);
  const serviceUrl = textAt(activity, 'serviceUrl');
  const bot = textAt(activity, 'recipient', 'id');
  return serviceUrl === '' || bot === '' ? undefined : { serviceUrl, kind, bot };
}

export function createReferences(shelf: Shelf<Reference>): References {
  const known = new Map<string, Reference>();

  async function recall(key: string): Promise<Reference | undefined> {
    const found = known.get(key) ?? (await shelf.get(key));
    if (found) known.set(key, found);
    return found;
  }

  async function keep(key: string, reference: Reference): Promise<void> {
    const before = await recall(key);
    const { serviceUrl, kind, bot } = reference;
    if (before?.serviceUrl === serviceUrl && before.kind === kind && before.bot === bot) return;
    await shelf.set(key, reference);
    known.set(key, reference);
  }

  return {
    async remember(activity) {
      const { base } = whereOf(activity);
      const reference = referenceIn(activity);
      if (base === '' || !reference) return;
      await keep(base, reference);
      await keep(ANY, { ...reference, kind: 'channel' });
    },
    // Not from memory: another process may have heard since that it has moved.
    of: async (base) => (await shelf.get(base)) ?? (await shelf.get(ANY)),
  };
}
