import { people } from '../tests/fake-slack/cast.ts';
import type { FakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { pressables } from '../tests/fake-slack/reading.ts';
import type { Block } from '../tests/fake-slack/state.ts';
import type { Recorded } from '../tests/fake-slack/web-api.ts';
import { customers, places, supportChannels } from './scene.ts';

/** Milliseconds. */
const LOOK_EVERY = 2;
const PRESS_AGAIN = 5_000;
const GIVE_UP = 120_000;
/** When the card of a closed matter has been shown for the last time. */
const SHOWN_BY = 10_000;

const TEXTS = [
  'How can I download an invoice as a PDF? It is number',
  'I am in the billing settings and see the list, with invoice',
  'Do I need to be an administrator to download invoice',
];

/** What a desk has to know to answer these. */
export const HANDBOOK = {
  'policy.yaml': 'burst pause: 2s\nhours: 24/7\n',
  'articles/invoices.md':
    '# Download an invoice as a PDF\n\nOpen Settings, then Billing. Every invoice in the list has a Download PDF button; no administrator is needed.\n',
} as const;

/** How long one conversation had to wait, in milliseconds. */
export interface Conversed {
  /** For the acknowledgement of each message. */
  readonly acknowledged: readonly number[];
  /** From the agent's press until the customer had the reply. */
  readonly replied: number;
}

/** Whole conversations in a fake Slack, as many at once as one likes. Disposing stops looking. */
export interface Conversations extends Disposable {
  /**
   * A customer writes three times, an agent sends what is offered and closes the matter when it has arrived.
   * @param number each conversation's own: who writes where follows from it
   * @throws when something has not followed after two minutes
   */
  converse(number: number): Promise<Conversed>;
  /** How many calls the bot has made. */
  readonly calls: number;
}

/** What the bot has done about one conversation so far. */
interface Seen {
  card?: string;
  draft?: string;
  replied?: boolean;
  closed?: boolean;
}

/** Looks at what the bot does in Slack, and forgets it as it goes, so that hours of it take no memory. */
export function openConversations(slack: FakeSlack): Conversations {
  /** By their numbers, their cards and what customers said: however many there are, a call is of one. */
  const seen = new Map<string, Seen>();
  let calls = 0;
  let look = Promise.withResolvers<void>();
  const looking = setInterval(() => {
    const underWay = slack.calls.findIndex(({ answer }) => answer === undefined);
    const over = slack.calls.splice(0, underWay < 0 ? slack.calls.length : underWay);
    calls += over.length;
    for (const call of over) note(seen, call);
    look.resolve();
    look = Promise.withResolvers();
  }, LOOK_EVERY);
  const until = async (what: string, is: () => unknown, patience = GIVE_UP) => {
    const end = performance.now() + patience;
    while (!is() && performance.now() < end) await look.promise;
    if (!is() && patience === GIVE_UP) throw new Error(`After two minutes there was no ${what}.`);
  };

  return {
    get calls() {
      return calls;
    },
    async converse(number) {
      const channel = supportChannels[number % supportChannels.length]!;
      const customer = customers[Math.floor(number / supportChannels.length) % customers.length]!;
      const its: Seen = {};
      const acknowledged: number[] = [];
      const said: string[] = [];
      seen.set(`${number}`, its);
      for (const text of TEXTS) {
        const done = await slack.writes(customer, channel, `${text} ${number}.`);
        if (!done.ok)
          throw new Error(`A message was not acknowledged: ${JSON.stringify(done.acks[0])}`);
        acknowledged.push(done.acks[0]!.took);
        said.push(done.ts);
        seen.set(done.ts, its);
      }
      await until('draft', () => its.draft);
      const began = performance.now();
      while (!its.replied) {
        // A draft that was made before the last word is void: the next one is on its way.
        await press(slack, its.draft!, 'send');
        await until('reply', () => its.replied, PRESS_AGAIN);
        if (performance.now() - began > GIVE_UP) throw new Error('No reply reached the customer.');
      }
      const replied = performance.now() - began;
      while (!its.closed) {
        // Who closes a matter in which something is promised is asked first, and presses again.
        await press(slack, its.card!, 'resolve');
        await until('closed card', () => its.closed, PRESS_AGAIN);
        if (performance.now() - began > GIVE_UP) throw new Error('The matter was not closed.');
      }
      for (const name of [`${number}`, its.card!, ...said]) seen.delete(name);
      setTimeout(() => forget(slack, channel, [...said, its.card!]), SHOWN_BY).unref();
      return { acknowledged, replied };
    },
    [Symbol.dispose]: () => clearInterval(looking),
  };
}

/** Whose call it is, and what it has come to by it. */
function note(seen: Map<string, Seen>, { method, args, answer }: Recorded): void {
  const { channel, thread_ts: thread } = args;
  if (channel !== places.triage) {
    const its = method === 'chat.postMessage' ? seen.get(String(thread)) : undefined;
    if (its?.draft) its.replied = true;
    return;
  }
  const ts = String(answer?.['ts'] ?? args['ts']);
  if (method === 'chat.postMessage' && thread === undefined) {
    const [, number = ''] = /invoice[^"]* (\d+)\./.exec(JSON.stringify(args['blocks'])) ?? [];
    const its = seen.get(number);
    if (its && its.card === undefined) {
      its.card = ts;
      seen.set(ts, its);
    }
  }
  const its = seen.get(String(thread ?? ts));
  if (!its) return;
  const names = pressables((args['blocks'] ?? []) as Block[]).map(({ actionId }) => actionId);
  if (names.includes('send')) its.draft = ts;
  if (ts === its.card && its.replied && !names.includes('resolve')) its.closed = true;
}

async function press(slack: FakeSlack, ts: string, name: string): Promise<void> {
  // Somebody whose screen shows what is gone presses nothing.
  await slack.presses(people.ada, { channel: places.triage, ts }, name).catch(() => undefined);
}

/** What nobody will look at any more. */
function forget({ world, courier }: FakeSlack, channel: string, roots: readonly string[]): void {
  const gone = new Set(roots);
  for (const id of [channel, places.triage]) {
    const { messages } = world.channels.get(id)!;
    for (let i = messages.length - 1; i >= 0; i--) {
      if (gone.has(messages[i]!.threadTs ?? messages[i]!.ts)) messages.splice(i, 1);
    }
  }
  courier.sent.length = 0;
  world.triggers.clear();
  world.responseUrls.clear();
}
