import { type FakeSlack, startFakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { pressables } from '../tests/fake-slack/reading.ts';
import type { Block } from '../tests/fake-slack/state.ts';
import type { Recorded } from '../tests/fake-slack/web-api.ts';
import { customers, places, setScene, supportChannels } from './scene.ts';
import { type Contestant, startServer } from './servers.ts';
import { quantile } from './statistics.ts';

const REQUEST = 'My invoice was charged twice this month and I need a refund please';
const WARM_UP = 10;
const GIVE_UP = 10_000;

export interface Journey {
  /** Milliseconds from a customer's message until card and draft were handed to Slack, Slack's own time left out. */
  readonly p50: number;
  readonly p99: number;
}

/** Lets customers write one after the other and times each until its draft is posted under its card. */
export async function timeJourneys(contestant: Contestant, times: number): Promise<Journey> {
  await using slack = await startFakeSlack({ echo: false });
  setScene(slack);
  await using server = await startServer(contestant, slack, { 'policy.yaml': 'burst pause: 0s\n' });
  slack.courier.botUrl = `http://127.0.0.1:${server.port}/slack/events`;
  const took: number[] = [];
  for (let i = 0; i < WARM_UP + times; i++) {
    const one = await timeJourney(slack, customers[i]!, supportChannels[i]!);
    if (i >= WARM_UP) took.push(one);
  }
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

async function timeJourney(slack: FakeSlack, customer: string, channel: string): Promise<number> {
  const from = slack.calls.length;
  const start = performance.now();
  const written = slack.writes(customer, channel, REQUEST);
  const draft = await untilDraft(slack, from, start + GIVE_UP);
  await written;
  await untilQuiet(slack);
  const before = slack.calls.slice(from).filter((call) => call.arrived < draft.arrived);
  return draft.arrived - start - busyTime(before, draft.arrived);
}

/** Whether a call puts a draft, with buttons to press, under a card. */
export function isDraft({ method, args }: Recorded): boolean {
  if (method !== 'chat.postMessage' || args['channel'] !== places.triage) return false;
  return (
    args['thread_ts'] !== undefined && pressables((args['blocks'] ?? []) as Block[]).length > 0
  );
}

async function untilDraft(slack: FakeSlack, from: number, limit: number): Promise<Recorded> {
  for (let next = from; performance.now() < limit; ) {
    for (; next < slack.calls.length; next++) {
      const call = slack.calls[next]!;
      if (isDraft(call)) return call;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('No draft was posted for a customer within 10 s.');
}

/** Until nothing more is asked of Slack for a while, so that one journey does not weigh on the next. */
async function untilQuiet(slack: FakeSlack): Promise<void> {
  for (let seen = -1; seen !== slack.calls.length; ) {
    seen = slack.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Milliseconds during which at least one of these calls was with Slack. */
function busyTime(calls: readonly Recorded[], end: number): number {
  let busy = 0;
  let covered = 0;
  for (const { arrived, answered = end } of calls) {
    const from = Math.max(arrived, covered);
    const to = Math.min(answered, end);
    if (to > from) busy += to - from;
    covered = Math.max(covered, to);
  }
  return busy;
}
