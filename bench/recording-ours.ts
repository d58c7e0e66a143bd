// What it costs a decision that its facts are kept: whole conversations decided and kept, with their facts and without, in turn.

import { openSqlite } from '../src/desk/store/sqlite.ts';
import { loadHandbook } from '../src/handbook/handbook.ts';
import { type Conversation, openDraft } from '../src/support/conversation.ts';
import { decide } from '../src/support/decide.ts';
import type { Event } from '../src/support/events.ts';

/** What `recording-ours.ts` prints: microseconds of the processor's time a decision, by rounds. */
export interface RecordingTaken {
  readonly with: readonly number[];
  readonly without: readonly number[];
  readonly facts: number;
}

const ROUNDS = 24;
const CONVERSATIONS = 40;
const START = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const nora = { id: 'U0NORA00001', name: 'Nora Lind', role: 'customer' } as const;
const ada = { id: 'U0AGENT0001', name: 'Ada', role: 'agent' } as const;
const WORDS = [
  'I was charged twice for invoice 4411 this month and I need the second charge refunded, please',
  'How do I add a colleague to our workspace?',
  'Nobody of us can log in since this morning, the page says error 502. We launch today!',
];

const [file = ''] = process.argv.slice(2);
const handbook = await loadHandbook();
const store = openSqlite(file);
let facts = 0;
let decisions = 0;

const taken = { with: [] as number[], without: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  // Whoever goes first is not always the same.
  const order = round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const);
  for (const how of order) {
    const before = decisions;
    const began = process.cpuUsage();
    const all = Array.from({ length: CONVERSATIONS }, (_, n) =>
      live(`${how}-${round}-${n}`, n, how === 'with'),
    );
    await Promise.all(all);
    const { user, system } = process.cpuUsage(began);
    // The first rounds warm up.
    if (round >= ROUNDS / 4) taken[how].push((user + system) / (decisions - before));
  }
}
await store[Symbol.asyncDispose]();
const result: RecordingTaken = { ...taken, facts: (2 * facts) / decisions };
console.log(JSON.stringify(result));

/** A customer asks, is answered with the draft, says thanks, and it is closed. */
async function live(name: string, n: number, keepsFacts: boolean): Promise<void> {
  const root = `1772445621.${name}`;
  const place = {
    platform: 'slack',
    workspace: 'T0HOME00001',
    channel: 'C0SUPPORT01',
    thread: root,
  } as const;
  let at = START + n * MINUTE;
  let conversation: Conversation | undefined;
  const happens = async (event: Event) => {
    const decision = decide(conversation, event, handbook);
    if ('ignored' in decision) return;
    const { conversation: next, effects } = decision;
    decisions++;
    if (keepsFacts) facts += decision.facts.length;
    await store.commit({
      event: `${name}/${event.id}`,
      at: event.at,
      conversation: { before: conversation, next },
      claims: [],
      effects: effects.filter((effect) => effect.type !== 'raise'),
      raised: [],
      facts: keepsFacts ? decision.facts : [],
    });
    conversation = next;
  };
  const writes = async (id: string, text: string) => {
    const message = { id, author: nora, at, text, files: [] };
    await happens({ type: 'customer.wrote', id, at, place, message });
    at += MINUTE;
    const due = conversation?.timers.burst;
    if (due === undefined) return;
    await happens({
      type: 'timer.fired',
      id: `${id}/burst`,
      at,
      conversation: conversation!.id,
      name: 'burst',
      due,
    });
  };
  const presses = async (button: 'send' | 'resolve') => {
    at += 5 * MINUTE;
    const draft = conversation ? (openDraft(conversation)?.number ?? 0) : 0;
    const press = { conversation: conversation!.id, actor: ada, draft, button } as const;
    await happens({ type: 'agent.pressed', id: `${at}`, at, ...press });
    at += 1_000;
    if (button === 'send') {
      await happens({
        type: 'reply.delivered',
        id: `${at}`,
        at,
        conversation: conversation!.id,
        draft,
      });
    }
  };
  await writes(root, WORDS[n % WORDS.length]!);
  await presses('send');
  await writes(`${root}-2`, 'and could you tell me when that will be done?');
  await presses('send');
  await presses('resolve');
}
