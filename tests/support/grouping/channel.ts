import { hear, peopleIn, type Speaker } from '../../../src/support/grouping/hearing.ts';
import { place } from '../../../src/support/grouping/placing.ts';
import type { Placed } from '../../../src/support/grouping/scene.ts';
import { MONDAY_MORNING } from '../../clock.ts';

const HALF_HOUR = 30 * 60_000;

/** Who writes in these channels. */
const PEOPLE: Readonly<Record<string, Speaker>> = {
  Nora: { id: 'U1', name: 'Nora Bauer', role: 'customer' },
  Ben: { id: 'U2', name: 'Ben Ito', role: 'customer' },
  Mia: { id: 'U3', name: 'Mia Sand', role: 'customer' },
  Sam: { id: 'A1', name: 'Sam Reed', role: 'agent' },
  Ada: { id: 'A2', name: 'Ada Holm', role: 'agent' },
  Cole: { id: 'A3', name: 'Cole Park', role: 'colleague' },
};

interface Line {
  readonly label: string;
  readonly at: number;
  readonly who: string;
  readonly text: string;
}

/**
 * A channel as it is written down in these tests: a line is the label of the conversation that it should be part of, the
 * seconds since the first, who writes, and what.
 */
export function linesOf(channel: string): Line[] {
  return channel
    .trim()
    .split('\n')
    .map((line) => {
      const [, label, seconds, who, text] = /^\s*(\w+)\s+(\d+)\s+(\w+): (.*)$/.exec(line)!;
      return { label: label!, at: MONDAY_MORNING + Number(seconds) * 1000, who: who!, text: text! };
    });
}

/** The labels of the conversations in which the lines of a channel are put, in the words of the channel's own labels. */
export function groupLines(lines: readonly Line[], staffed = true): string[] {
  const stream: Placed[] = [];
  for (const [i, { at, who, text, label }] of lines.entries()) {
    const author = staffed ? PEOPLE[who]! : { id: who, name: who };
    const heard = hear({ id: `${i}`, author, at, text }, peopleIn(stream));
    const { conversation } = place(heard, stream, { staffed, window: HALF_HOUR });
    // What begins takes the label that it should have, unless another one has it already.
    const taken = stream.some((placed) => placed.conversation === label);
    stream.push({ ...heard, conversation: conversation ?? (taken ? `${label}*` : label) });
  }
  return stream.map(({ conversation }) => conversation);
}
