// A process of its own, so that making the load never waits for anything else: `node bench/load.ts '<Load as JSON>'`
// prints one LoadResult as JSON.
import { SERVER_CORE } from './cores.ts';
import { usageOf } from './cpu.ts';
import { createRequests, type Words } from './event-bodies.ts';
import { type Connection, openConnection } from './raw-client.ts';
import { quantile } from './statistics.ts';
import { createActivityRequests, type TeamsVoice } from './teams-activities.ts';

export interface Load {
  readonly port: number;
  /** The server's process. */
  readonly pid: number;
  /** The process of its store, where that is another one. */
  readonly beside?: number;
  readonly voice: Voice;
  readonly words: Words;
  /** Makes event ids unique among runs. */
  readonly run: string;
  readonly connections: number;
  /** Seconds before anything counts. */
  readonly warmUp: number;
  /** Seconds measured; ignored when `count` is given. */
  readonly seconds: number;
  /** Events a second, whatever the answers; without it each connection sends as soon as it was answered. */
  readonly rate?: number;
  /** This many events and no more. */
  readonly count?: number;
}

/** Who speaks, and how it proves that it does. */
export type Voice = { readonly platform: 'slack'; readonly secret: string } | TeamsVoice;

export interface LoadResult {
  readonly answered: number;
  /** Answers that were no 2xx, or never came. */
  readonly failed: number;
  readonly perSecond: number;
  /** Milliseconds; in a paced run from when the event was due. */
  readonly p50: number;
  readonly p99: number;
  /** Seconds of processor time the server used meanwhile. */
  readonly cpu: number;
  /** The same of its store's, and of the load itself. */
  readonly besideCpu: number;
  readonly loadCpu: number;
  /** Which part of the server's core somebody else had meanwhile, 0 to 1. */
  readonly disturbed: number;
}

if (process.argv[2]) console.log(JSON.stringify(await runLoad(JSON.parse(process.argv[2]))));

async function runLoad(load: Load): Promise<LoadResult> {
  const opening = Array.from({ length: load.connections }, () => openConnection(load.port));
  const connections = await Promise.all(opening);
  const nextRequest = requestsOf(load);
  const begin = performance.now() + load.warmUp * 1000;
  const end = load.count === undefined ? begin + load.seconds * 1000 : Number.POSITIVE_INFINITY;
  const usage = () => ({
    ...usageOf(load.pid, SERVER_CORE),
    beside: load.beside === undefined ? 0 : usageOf(load.beside, SERVER_CORE).process,
    load: usageOf(process.pid, SERVER_CORE).process,
  });
  let before = usage();
  setTimeout(() => {
    before = usage();
  }, load.warmUp * 1000);
  const took: number[] = [];
  let failed = 0;
  const note = (from: number, status: number) => {
    const now = performance.now();
    if (status < 200 || status > 299) failed += 1;
    if (now >= begin && now < end) took.push(now - from);
  };
  if (load.rate === undefined) await saturate(connections, nextRequest, end, load.count, note);
  else await pace(connections, nextRequest, end, load.rate, note);
  const measured = (Math.min(performance.now(), end) - begin) / 1000;
  const after = usage();
  const cpu = after.process - before.process;
  for (const connection of connections) connection.close();
  return {
    answered: took.length,
    failed,
    perSecond: took.length / measured,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    cpu,
    besideCpu: after.beside - before.beside,
    loadCpu: after.load - before.load,
    disturbed: (after.core - before.core - cpu) / measured,
  };
}

function requestsOf({ voice, words, port, run }: Load): () => string {
  const host = `127.0.0.1:${port}`;
  return voice.platform === 'slack'
    ? createRequests(words, voice.secret, host, run)
    : createActivityRequests(words, voice, host);
}

type Note = (from: number, status: number) => void;

/** One request in flight on each connection, always. */
async function saturate(
  connections: Connection[],
  nextRequest: () => string,
  end: number,
  count = Number.POSITIVE_INFINITY,
  note: Note,
): Promise<void> {
  let sent = 0;
  const keepAsking = (connection: Connection) =>
    new Promise<void>((resolve) => {
      const ask = () => {
        const from = performance.now();
        if (from >= end || sent >= count) return resolve();
        sent += 1;
        connection.ask(nextRequest(), (status) => {
          note(from, status);
          if (status === 0) resolve();
          else ask();
        });
      };
      ask();
    });
  await Promise.all(connections.map(keepAsking));
}

/** Events leave when they are due; one that finds no free connection waits, and its waiting counts. */
async function pace(
  connections: Connection[],
  nextRequest: () => string,
  end: number,
  rate: number,
  note: Note,
): Promise<void> {
  const free = [...connections];
  const gap = 1000 / rate;
  let due = performance.now() + gap;
  await new Promise<void>((resolve) => {
    const turn = () => {
      const now = performance.now();
      if (now >= end) return resolve();
      while (due <= now && free.length > 0) {
        const connection = free.pop()!;
        const from = due;
        due += gap;
        connection.ask(nextRequest(), (status) => {
          note(from, status);
          free.push(connection);
        });
      }
      // Timers are a millisecond coarse: sleep only while there is time for it.
      if (due - now > 2) setTimeout(turn, 1);
      else setImmediate(turn);
    };
    turn();
  });
}
