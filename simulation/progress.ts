import type { Instant } from '../src/support/conversation.ts';
import { partOf, type Span } from './rhythm.ts';

const WIDTH = 30;
/** A line a tenth, where nobody sees a bar grow. */
const LINES = 10;

/** Where it is told: standard error. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** How far it has come, on a line that is written over; where it is no terminal, on a few lines. */
export interface Progress {
  show(until: Instant, conversations: number): void;
  close(): void;
}

export function openProgress(output: Output, span: Span): Progress {
  let said = 0;
  return {
    show(until, conversations) {
      const part = partOf(span, until);
      const day = new Date(until).toISOString().slice(0, 10);
      const many = `${day}  ${conversations.toLocaleString('en')} conversations`;
      if (output.isTTY) {
        const full = Math.round(part * WIDTH);
        const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
        output.write(`\r${bar} ${String(Math.round(part * 100)).padStart(3)} %  ${many} `);
      } else if (Math.floor(part * LINES) > said) {
        said = Math.floor(part * LINES);
        output.write(`${String(Math.round(part * 100)).padStart(3)} %  ${many}\n`);
      }
    },
    close() {
      if (output.isTTY) output.write('\n');
    },
  };
}
