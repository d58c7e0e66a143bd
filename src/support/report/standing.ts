import type { Conversation, Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import type { Gap } from '../lessons/gaps.ts';
import { paceOf } from '../time/pace.ts';
import { takenBy } from '../time/taken.ts';
import { aboutOf } from './about.ts';
import { spreadOf } from './quantiles.ts';
import type { Breakdown, Question, Results } from './report.ts';

/** Whose customer waits now. */
export interface Waiting {
  readonly conversation: Conversation;
  /** Since when, and how much opening time that was. */
  readonly since: Instant;
  readonly working: number;
}

/** How it stands at the moment of a report, which no fact tells. */
export interface Standing {
  /** Whoever waits, the longest first. */
  readonly waiting: readonly Waiting[];
  readonly gaps: readonly Gap[];
}

/**
 * @param open conversations that may wait for us
 */
export function standingNow(
  open: readonly Conversation[],
  gaps: readonly Gap[],
  handbook: Handbook,
  at: Instant,
): Standing {
  const waiting = open.flatMap((conversation): Waiting[] => {
    const { status, waitingSince: since } = conversation;
    if ((status !== 'waiting' && status !== 'gathering') || since === undefined) return [];
    return [{ conversation, since, working: takenBy(conversation, since, at, handbook).working }];
  });
  return { waiting: waiting.toSorted((a, b) => a.since - b.since), gaps };
}

/** Those that a question asks about. */
export function waitingFor({ only }: Question, waiting: readonly Waiting[]): readonly Waiting[] {
  const asked = Object.entries(only) as [keyof Question['only'], readonly string[]][];
  return waiting.filter(({ conversation }) =>
    asked.every(([of, values]) => values.includes(keyOf(conversation, of))),
  );
}

/** What a conversation is in a breakdown; the hour and the wordings are facts', and no conversation has one. */
export function keyOf(
  conversation: Conversation,
  by: Exclude<Breakdown, 'hour' | 'template'>,
): string {
  const about = aboutOf(conversation);
  return by === 'agent' ? about.owner : about[by];
}

/** What those who wait come to. */
export function standingResults(waiting: readonly Waiting[], at: Instant): Results {
  const n = waiting.length;
  const paces = waiting.flatMap(({ conversation }) => paceOf(conversation)?.is ?? []);
  const risk = (['breached', 'at risk'] as const)
    .map((name) => ({ name, n: paces.filter((is) => is === name).length }))
    .filter((part) => part.n > 0);
  const spread = (values: readonly number[]) => spreadOf(Float64Array.from(values));
  return {
    waiting: { n, unit: 'count', value: n },
    ...(n === 0
      ? {}
      : {
          'backlog-age': {
            n,
            unit: 'seconds',
            ...spread(waiting.map(({ since }) => at - since)),
            business: spread(waiting.map(({ working }) => working)),
          },
        }),
    'sla-at-risk': {
      n: paces.length,
      unit: 'count',
      value: risk.reduce((sum, part) => sum + part.n, 0),
      parts: risk.toSorted((a, b) => b.n - a.n),
    },
  };
}

/** What nobody has written an article for, whatever a report is asked about. */
export function gapResults(gaps: readonly Gap[]): Results {
  return {
    gaps: {
      n: gaps.reduce((sum, { count }) => sum + count, 0),
      unit: 'count',
      value: gaps.length,
      parts: gaps.map(({ question, count }) => ({ name: question, n: count })),
    },
  };
}
