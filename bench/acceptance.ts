import { drive } from './drive.ts';
import type { Words } from './event-bodies.ts';
import type { LoadResult, Voice } from './load.ts';
import type { RunningServer } from './servers.ts';

/** A server and what is said to it. */
export interface Entry {
  readonly label: string;
  readonly words: Words;
  /** Starts it afresh, with its platform behind it. */
  open(): Promise<Stage>;
}

/** A server, and whoever speaks to it. Disposing stops both. */
export interface Stage extends AsyncDisposable {
  readonly server: RunningServer;
  readonly voice: Voice;
  /** The process of its store, where that is another one. */
  readonly beside?: number;
}

export interface Round {
  /** 32 events in flight, always. */
  readonly saturated: LoadResult;
  /** 300 events a second, however soon it answers. */
  readonly paced: LoadResult;
}

export const RATE = 300;
export const CONNECTIONS = 32;
const WARM_UP = 1.5;
/** When somebody else had more than this part of the server's core, the measurement is taken again … */
const TOLERATED = 0.1;
/** … but no more often than this. */
const MOST_TRIES = 3;

/** Rounds in which all entries take turns, so that a slow spell of the machine hits them alike. */
export async function interleave(
  entries: readonly Entry[],
  rounds: number,
  seconds: number,
): Promise<Map<Entry, Round[]>> {
  const results = new Map<Entry, Round[]>(entries.map((entry) => [entry, []]));
  for (let round = 0; round < rounds; round++)
    for (const entry of entries) {
      const paced = await measure(entry, seconds, RATE);
      const saturated = await measure(entry, seconds);
      results.get(entry)!.push({ paced, saturated });
    }
  return results;
}

/** One server in a fresh process with an empty store; the quietest of the tries it took. */
async function measure(entry: Entry, seconds: number, rate?: number): Promise<LoadResult> {
  let best: LoadResult | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await using stage = await entry.open();
    const { beside } = stage;
    const load = {
      ...{ words: entry.words, connections: CONNECTIONS, warmUp: WARM_UP, seconds },
      ...(beside === undefined ? {} : { beside }),
    };
    const result = await drive(
      stage.server,
      stage.voice,
      rate === undefined ? load : { ...load, rate },
    );
    if (!best || !(result.disturbed >= best.disturbed)) best = result;
    if (!(best.disturbed > TOLERATED)) break;
  }
  return best!;
}
