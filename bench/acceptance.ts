import { startFakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { drive } from './drive.ts';
import type { Words } from './event-bodies.ts';
import type { LoadResult } from './load.ts';
import { setScene } from './scene.ts';
import { type Contestant, startServer } from './servers.ts';

/** A server and what is said to it. */
export interface Entry {
  readonly label: string;
  readonly server: Contestant;
  readonly words: Words;
}

export interface Round {
  /** As many events as it takes, 32 at a time. */
  readonly saturated: LoadResult;
  /** 300 events a second, however it answers. */
  readonly paced: LoadResult;
}

const CONNECTIONS = 32;
export const RATE = 300;

/** One server in a fresh process: how fast it acknowledges at 300 events a second, and at most. */
async function measure(entry: Entry, seconds: number): Promise<Round> {
  await using slack = await startFakeSlack({ echo: false });
  setScene(slack);
  await using server = await startServer(entry.server, slack);
  const load = { words: entry.words, connections: CONNECTIONS, seconds };
  const paced = await drive(server, slack, { ...load, warmUp: 1.5, rate: RATE });
  const saturated = await drive(server, slack, { ...load, warmUp: 1.5 });
  return { paced, saturated };
}

/** Rounds in which all entries take turns, so that a slow spell of the machine hits them alike. */
export async function interleave(
  entries: readonly Entry[],
  rounds: number,
  seconds: number,
): Promise<Map<Entry, Round[]>> {
  const results = new Map<Entry, Round[]>(entries.map((entry) => [entry, []]));
  for (let round = 0; round < rounds; round++)
    for (const entry of entries) results.get(entry)!.push(await measure(entry, seconds));
  return results;
}
