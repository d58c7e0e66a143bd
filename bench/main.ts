// `npm run bench`: Warmline beside bare Bolt and the Chat SDK, in one run on this machine.
//   --quick   shorter and fewer rounds
//   --check   ends with 1 when a goal is missed

import { type Entry, interleave, RATE, type Round } from './acceptance.ts';
import { canPin, LOAD_CORE, stayOnCore } from './cores.ts';
import { fill, lookAtStart } from './footprint.ts';
import { installPeers } from './install-peers.ts';
import { timeJourneys } from './journey.ts';
import { bareBolt, boltDesk, chatSdk, warmline } from './servers.ts';
import { median, spread } from './statistics.ts';
import { printTable } from './table.ts';

/** At least so many times the acknowledgements of bare Bolt. */
const GOAL_RATIO = 2.5;
/** Milliseconds from message to draft, Slack's own time left out. */
const GOAL_JOURNEY = 50;

const quick = process.argv.includes('--quick');
const misses: string[] = [];

stayOnCore(LOAD_CORE);
installPeers();
console.log(
  `Node ${process.version}; ratios are to bare Bolt in the same round, median (least-most).`,
);
console.log('Absolute figures are those of this machine, at this moment.');
if (!canPin) console.log('Processes cannot be held to cores here: expect more noise.');

await compareAcceptance();
await compareJourneys();
await compareFootprints();

for (const miss of misses) console.log(`\nGoal missed: ${miss}`);
if (process.argv.includes('--check') && misses.length > 0) process.exitCode = 1;

async function compareAcceptance(): Promise<void> {
  const baseline: Entry = {
    label: 'bare Bolt 5, keeps nothing',
    contestant: bareBolt,
    words: 'small talk',
  };
  const ours: Entry = {
    label: 'Warmline, kept before the ack',
    contestant: warmline,
    words: 'small talk',
  };
  const working: Entry = {
    label: 'Warmline, every event a request',
    contestant: warmline,
    words: 'requests',
  };
  const peer: Entry = {
    label: 'Chat SDK, state in memory',
    contestant: chatSdk,
    words: 'small talk',
  };
  const [rounds, seconds] = quick ? [2, 2] : [3, 4];
  const results = await interleave([baseline, ours, working, peer], rounds, seconds);
  const of = (entry: Entry, read: (round: Round) => number) => results.get(entry)!.map(read);
  const toBaseline = (entry: Entry, read: (round: Round) => number) => {
    const base = of(baseline, read);
    return of(entry, read).map((value, round) => value / base[round]!);
  };
  const rate = (round: Round) => round.saturated.perSecond;
  const ackMedian = (round: Round) => round.paced.p50;
  const ms = (values: number[]) => median(values).toFixed(2);

  printTable(
    `Acknowledged events, one core, 32 connections, ${rounds} rounds of ${seconds} s`,
    ['', 'ratio', 'events/s', 'p50 ms', 'p99 ms'],
    [...results.keys()].map((entry) => [
      entry.label,
      spread(toBaseline(entry, rate)),
      spread(of(entry, rate), 0),
      ms(of(entry, (round) => round.saturated.p50)),
      ms(of(entry, (round) => round.saturated.p99)),
    ]),
  );
  printTable(
    `Time to the acknowledgement at ${RATE} events/s`,
    ['', 'ratio of p50', 'p50 ms', 'p99 ms'],
    [...results.keys()].map((entry) => [
      entry.label,
      spread(toBaseline(entry, ackMedian)),
      ms(of(entry, ackMedian)),
      ms(of(entry, (round) => round.paced.p99)),
    ]),
  );
  const ratio = median(toBaseline(ours, rate));
  if (!(ratio >= GOAL_RATIO))
    misses.push(`${ratio.toFixed(2)} times bare Bolt's acknowledgements, ${GOAL_RATIO} wanted.`);
  const [slow, base] = [median(of(ours, ackMedian)), median(of(baseline, ackMedian))];
  if (!(slow <= base))
    misses.push(`median acknowledgement ${slow.toFixed(2)} ms, bare Bolt ${base.toFixed(2)} ms.`);
}

async function compareJourneys(): Promise<void> {
  const times = quick ? 30 : 100;
  const base = await timeJourneys(boltDesk, times);
  const ours = await timeJourneys(warmline, times);
  printTable(
    `From a customer's message to card and draft in Slack (${times} customers in turn, Slack's own time left out)`,
    ['', 'ratio of p50', 'p50 ms', 'p99 ms'],
    [
      ['Bolt that posts two fixed texts', '1.00', base.p50.toFixed(1), base.p99.toFixed(1)],
      ['Warmline', (ours.p50 / base.p50).toFixed(2), ours.p50.toFixed(1), ours.p99.toFixed(1)],
    ],
  );
  if (!(ours.p50 < GOAL_JOURNEY))
    misses.push(`median ${ours.p50.toFixed(0)} ms to the draft, under ${GOAL_JOURNEY} ms wanted.`);
}

async function compareFootprints(): Promise<void> {
  const times = quick ? 2 : 5;
  const looks: { base: number[][]; ours: number[][] } = { base: [], ours: [] };
  for (let i = 0; i < times; i++) {
    const base = await lookAtStart(bareBolt);
    const ours = await lookAtStart(warmline);
    looks.base.push([base.coldStart, base.idle]);
    looks.ours.push([ours.coldStart, ours.idle]);
  }
  const conversations = quick ? 1_000 : 10_000;
  const full = await fill(warmline, conversations);
  const column = (rows: number[][], i: number) => median(rows.map((row) => row[i]!));
  const row = (label: string, rows: number[][]) => [
    label,
    (column(rows, 0) / column(looks.base, 0)).toFixed(2),
    column(rows, 0).toFixed(0),
    (column(rows, 1) / column(looks.base, 1)).toFixed(2),
    column(rows, 1).toFixed(0),
  ];
  printTable(
    `Start and memory (medians of ${times})`,
    ['', 'ratio', 'ready after ms', 'ratio', 'idle MB'],
    [row('bare Bolt 5', looks.base), row('Warmline', looks.ours)],
  );
  const counted = conversations.toLocaleString('en');
  console.log(
    `\nWith ${counted} open conversations, each with card and draft: ${full.resident.toFixed(0)} MB; filled at ${full.perSecond.toFixed(0)} conversations/s.`,
  );
}
