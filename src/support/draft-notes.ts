import type { Draft } from './conversation.ts';
import type { Citation } from './knowledge/citing.ts';

/** Characters of what a model found, as a card shows it. */
const LONGEST_FINDINGS = 1500;
const LONGEST_REASON = 200;

/** What agents should know of an open draft beside its words: where they come from, and what a model made of it. Plain text. */
export function notesOn(draft: Draft): string[] {
  const { held = [] } = draft;
  const because = held.length === 0 ? [] : [`Not sent by itself, because ${held.join('; ')}.`];
  return [...because, ...sourcesOf(draft)];
}

function sourcesOf({ citations = [], answered, model }: Draft): string[] {
  const rests = answered !== undefined || model?.is === 'wrote';
  const places = citations.map(sayCitation).join('; ');
  const from = places === '' ? [] : [`${rests ? 'From' : 'May help you:'} ${places}`];
  switch (model?.is) {
    case undefined:
      return from;
    case 'wrote': {
      const unread =
        model.masked === 0
          ? ''
          : ` It did not get to read ${model.masked === 1 ? 'one personal detail' : `${model.masked} personal details`}.`;
      return [...from, `Written by the model: ${reason(model.because)}.${unread}`];
    }
    case 'found':
      return [
        ...from,
        `The model found no full answer, so this draft is from the handbook. What it found, for you alone:\n${model.text.slice(0, LONGEST_FINDINGS)}`,
      ];
    case 'no-better':
      return [...from, `The model had nothing better: ${reason(model.because)}.`];
    case 'unavailable':
      return [...from, `The model was not available: ${reason(model.because)}.`];
    default:
      return model satisfies never;
  }
}

function sayCitation({ title, heading, stale }: Citation): string {
  const place = heading === undefined || heading === title ? title : `${title} › ${heading}`;
  return stale ? `${place} (may be out of date)` : place;
}

function reason(because: string): string {
  const plain = because.trim().replace(/[.\s]+$/, '');
  return plain.length > LONGEST_REASON ? `${plain.slice(0, LONGEST_REASON)}…` : plain;
}
