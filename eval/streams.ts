import type { Said } from '../src/support/grouping/hearing.ts';
import type { Data } from './sets.ts';

/** A piece of a channel's public talk, and which conversation each message is of by people's judgement. */
export interface Stream {
  readonly id: string;
  /** The document it was cut from: pieces of one are never on both sides of a test. */
  readonly document: string;
  readonly messages: readonly { readonly said: Said; readonly right: string }[];
}

interface Line {
  readonly user: string;
  readonly text: string;
  readonly [key: string]: unknown;
}

/** Chat streams with hand-made reply links (Kummerfeld et al., 2019); times are minutes of a day. */
export function ircStreams(data: Data): Stream[] {
  return data.rows('irc_threads_gold').map((row) => {
    const lines = row['messages'] as Line[];
    const times = minutesOf(lines.map((line) => String(line['time'])));
    return {
      id: row.id,
      document: String(row['doc']),
      messages: lines.map((line, i) => ({
        said: saidBy(line, `${line['i']}`, times[i]! * 60_000),
        right: String(line['thread']),
      })),
    };
  });
}

/** Streams of public Slack channels, taken apart by a program of their collectors: no gold, only silver. */
export function slackStreams(data: Data): Stream[] {
  return data.rows('slack_streams').map((row) => ({
    id: row.id,
    document: String(row['channel']),
    messages: (row['messages'] as Line[]).map((line, i) => ({
      said: saidBy(line, `${i}`, Date.parse(`${line['ts']}Z`)),
      right: String(line['conv']),
    })),
  }));
}

function saidBy({ user, text }: Line, id: string, at: number): Said {
  return { id, author: { id: user, name: '' }, at, text };
}

/** "HH:MM" as minutes that go on past midnight. */
function minutesOf(times: readonly string[]): number[] {
  let days = 0;
  let before = 0;
  return times.map((time) => {
    const [hours, minutes] = time.split(':').map(Number);
    const now = hours! * 60 + minutes!;
    if (now < before - 720) days++;
    before = now;
    return days * 1440 + now;
  });
}
