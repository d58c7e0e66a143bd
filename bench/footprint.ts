import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startFakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { drive } from './drive.ts';
import { isDraft } from './journey.ts';
import { setScene } from './scene.ts';
import { type Contestant, startServer } from './servers.ts';
import { slackVoice } from './slack-stage.ts';

export interface Footprint {
  /** Milliseconds from the start of the process until it was ready. */
  readonly coldStart: number;
  /** Megabytes resident, a second after the start. */
  readonly idle: number;
}

/** Starts a server once and looks at it. */
export async function lookAtStart(contestant: Contestant): Promise<Footprint> {
  await using slack = await startFakeSlack({ echo: false });
  setScene(slack);
  await using server = await startServer(contestant, slack);
  await pause(1000);
  return { coldStart: server.startedIn, idle: residentMegabytes(server.pid) };
}

export interface Loaded {
  /** Megabytes resident once every conversation has its card and its draft. */
  readonly resident: number;
  /** Conversations a second, from the first message to the last draft, the fake Slack on the other core. */
  readonly perSecond: number;
}

/**
 * Fills a desk with open conversations, each with card and draft.
 * @throws when they are not all drafted within five minutes.
 */
export async function fill(contestant: Contestant, conversations: number): Promise<Loaded> {
  await using slack = await startFakeSlack({ echo: false });
  setScene(slack);
  await using server = await startServer(contestant, slack, { 'policy.yaml': 'burst pause: 0s\n' });
  const began = performance.now();
  const all = { words: 'requests', count: conversations } as const;
  await drive(server, slackVoice(slack), { ...all, connections: 4, warmUp: 0, seconds: 0 });
  let drafts = 0;
  for (let seen = 0; drafts < conversations; await pause(20)) {
    for (; seen < slack.calls.length; seen++) if (isDraft(slack.calls[seen]!)) drafts += 1;
    if (performance.now() - began > 300_000)
      throw new Error(`Only ${drafts} of ${conversations} conversations had a draft in time.`);
  }
  const took = (performance.now() - began) / 1000;
  await pause(2000);
  return { resident: residentMegabytes(server.pid), perSecond: conversations / took };
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
