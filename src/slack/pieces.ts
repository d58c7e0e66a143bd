import { at, type Json, listAt, textAt } from '../support/json.ts';

/** Characters of a draft in one input: Slack takes 3000, and the agent needs room to write. */
const PIECE = 2_500;
/** Modals have many blocks; more pieces than this are never needed for a reply that may be sent. */
const MOST_PIECES = 20;

/** A long text in pieces that fit an input each, and what stood between them. */
export interface Pieces {
  readonly pieces: readonly string[];
  /** One fewer than pieces; putting it all together again gives the text, character for character. */
  readonly joints: readonly string[];
}

/** Cut where a line ends, else between words, else anywhere. */
export function toPieces(text: string): Pieces {
  const pieces: string[] = [];
  const joints: string[] = [];
  let rest = text;
  while (rest.length > PIECE && pieces.length < MOST_PIECES - 1) {
    const window = rest.slice(0, PIECE + 1);
    const line = window.lastIndexOf('\n');
    const cut = line > PIECE / 2 ? line : Math.max(line, window.lastIndexOf(' '));
    const end = cut > 0 ? cut : wholeCharacters(rest, PIECE);
    pieces.push(rest.slice(0, end));
    joints.push(cut > 0 ? rest[end]! : '');
    rest = rest.slice(cut > 0 ? end + 1 : end);
  }
  return { pieces: [...pieces, rest], joints };
}

/** What an agent made of the pieces, as one text. `metadata` is what `toPieces` gave when the dialog was opened. */
export function readPieces(values: Json, metadata: Json | undefined): string {
  const joints = listAt(metadata, 'joints').map((joint) =>
    joint === '\n' || joint === ' ' ? joint : '',
  );
  let text = '';
  for (let i = 0; i < MOST_PIECES && at(values, `reply-${i}`) !== undefined; i++) {
    text +=
      (i === 0 ? '' : (joints[i - 1] ?? '\n')) +
      textAt(values, `reply-${i}`, `reply-${i}`, 'value');
  }
  return text;
}

function wholeCharacters(text: string, limit: number): number {
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}
