import type { Conversation, Platform } from '../support/conversation.ts';
import type { Event } from '../support/events.ts';
import { KUDOS_DAYS, type Kudos } from '../support/praise/kudos.ts';
import { readPraise, teamOf } from '../support/praise/praise.ts';
import type { Person } from '../support/roles.ts';
import type { Clock } from './clock.ts';
import type { Answering } from './ledger/requests.ts';
import type { Desk } from './ports.ts';
import type { Store } from './store/store.ts';

const DAY = 24 * 3_600_000;

function settingsIn(store: Store) {
  return store.shelf<true>('named-in-kudos');
}

const keyOf = (platform: Platform, person: string) => `${platform}:${person}`;

/** Thanks that customers had for the team, and who wants to be named where they are shared. */
export function createKudos({
  store,
  clock,
  answer,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly answer: Answering;
}): Pick<Desk, 'kudos' | 'wantsKudos'> {
  const named = settingsIn(store);
  return {
    async kudos(platform, workspace, person) {
      const since = clock.now() - KUDOS_DAYS * DAY;
      const facts = await answer('facts', { types: ['praised'], since });
      const found: Kudos[] = [];
      for (const fact of facts.toReversed()) {
        if (fact.type !== 'praised') continue;
        if (person.role !== 'lead' && fact.agent !== person.id) continue;
        const conversation = await store.conversation(fact.conversation);
        const kudos = conversation && kudosIn(conversation, fact);
        const here =
          conversation?.place.platform === platform &&
          (workspace === undefined || conversation.place.workspace === workspace);
        if (kudos && here) found.push(kudos);
      }
      return found;
    },
    async wantsKudos(platform, { id }, wanted) {
      const key = keyOf(platform, id);
      await (wanted ? named.set(key, true) : named.delete(key));
    },
  };
}

/** As it stands: what the customer took back is no kudos any more. */
function kudosIn(
  conversation: Conversation,
  fact: { readonly at: number; readonly message: string; readonly agent?: string },
): Kudos | undefined {
  const message = conversation.messages.find(({ id }) => id === fact.message);
  if (!message || message.deleted) return undefined;
  const to = teamOf(conversation).find(({ id }) => id === fact.agent)?.name;
  return {
    on: new Date(fact.at).toISOString().slice(0, 10),
    customer: conversation.customer.name,
    ...(to ? { to } : {}),
    words: message.text,
  };
}

/** Those of the team whom a message may praise and who want to be named; nothing where it praises nobody. */
export async function namedIn(
  store: Store,
  event: Event,
  conversation: Conversation | undefined,
): Promise<readonly string[] | undefined> {
  if (event.type !== 'customer.wrote' || !conversation) return undefined;
  const praise = readPraise(event.message.text, teamOf(conversation));
  if (!praise?.of) return undefined;
  const { id }: Pick<Person, 'id'> = praise.of;
  const wants = await settingsIn(store).get(keyOf(event.place.platform, id));
  return wants ? [id] : [];
}
