import type { Clock } from '../desk/clock.ts';
import type { Shelf } from '../desk/ports.ts';
import type { ModelBudget } from '../support/handbook.ts';
import { priceOf, type Usage } from '../support/reply/writing.ts';

const DAY = 86_400_000;
/** How long what a conversation has cost is remembered after its last question. */
const REMEMBERED = 30 * DAY;

interface Spent {
  readonly tokens: number;
  readonly money: number;
}
const NOTHING: Spent = { tokens: 0, money: 0 };

/**
 * What the model may still cost, by the day (UTC) and by conversation. It outlives the process where the shelf does. Replicas and
 * questions at the same moment may go over it by what they ask just then.
 */
export interface Budget {
  /** Why nothing more may be asked, in words for agents; undefined where it may. `tokens` is what is about to be read and written. */
  refuses(conversation: string, tokens: number): Promise<string | undefined>;
  spend(conversation: string, usage: Usage): Promise<void>;
  /** Today, by this process and those that share its shelf. */
  today(): Promise<Spent>;
}

/** @param limits as the handbook has them at that moment. */
export function createBudget(
  limits: () => ModelBudget,
  shelf: Pick<Shelf<Spent>, 'get' | 'set'>,
  clock: Pick<Clock, 'now'>,
): Budget {
  const ofDay = () => `day ${new Date(clock.now()).toISOString().slice(0, 10)}`;
  const ofConversation = (id: string) => `conversation ${id}`;
  const read = async (key: string) => (await shelf.get(key)) ?? NOTHING;
  let last: Promise<unknown> = Promise.resolve();

  async function add(key: string, more: Spent, ttl: number): Promise<void> {
    const { tokens, money } = await read(key);
    await shelf.set(key, { tokens: tokens + more.tokens, money: money + more.money }, ttl);
  }

  return {
    async refuses(conversation, tokens) {
      const { tokensPerDay, tokensPerConversation, moneyPerDay } = limits();
      const day = await read(ofDay());
      if (tokensPerDay > 0 && day.tokens + tokens > tokensPerDay) {
        return 'today’s tokens for the model are used up';
      }
      if (moneyPerDay > 0 && day.money >= moneyPerDay) {
        return 'today’s money for the model is used up';
      }
      const one = await read(ofConversation(conversation));
      if (tokensPerConversation > 0 && one.tokens + tokens > tokensPerConversation) {
        return 'this conversation’s tokens for the model are used up';
      }
      return undefined;
    },
    spend(conversation, usage) {
      const spent = { tokens: usage.input + usage.output, money: priceOf(usage, limits().prices) };
      // The shelf has no addition: one after the other.
      const adding = last.then(async () => {
        await add(ofDay(), spent, 2 * DAY);
        await add(ofConversation(conversation), spent, REMEMBERED);
      });
      last = adding.catch(() => {});
      return adding;
    },
    today: () => read(ofDay()),
  };
}
