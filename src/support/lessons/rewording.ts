import type { Handbook, Wording } from '../handbook.ts';

/** A sentence of a wording as agents keep changing it, both with the wording's placeholders. */
export interface Rewording {
  /** The wording's id: `en/billing/2`. */
  readonly wording: string;
  readonly from: string;
  /** What stands in its place; empty where it goes. */
  readonly text: string;
}

type Replies = Handbook['replies'];

/** The whole wording as it reads with the change; undefined where it does not say so any more, or nothing would be left to say. */
export function applied(rewording: Rewording, replies: Replies): string | undefined {
  const [language = '', situation = ''] = rewording.wording.split('/');
  const wordings = replies[language]?.[situation] ?? [];
  const wording = wordings.find(({ id }) => id === rewording.wording);
  if (wording === undefined) return undefined;
  const text = reworded(wording, rewording);
  return text === '' && wordings.length === 1 ? undefined : text;
}

/** The handbook's replies with the changes that leads accepted, the oldest first. One that does not fit any more is left out. */
export function reword(replies: Replies, rewordings: readonly Rewording[]): Replies {
  let next = replies;
  for (const rewording of rewordings) {
    const text = applied(rewording, next);
    if (text === undefined) continue;
    const [language = '', situation = ''] = rewording.wording.split('/');
    const wordings = next[language]![situation]!.flatMap((one) =>
      one.id !== rewording.wording ? [one] : text === '' ? [] : [{ ...one, text }],
    );
    next = { ...next, [language]: { ...next[language], [situation]: wordings } };
  }
  return next;
}

function reworded({ text }: Wording, { from, text: to }: Rewording): string | undefined {
  if (!text.includes(from)) return undefined;
  return text
    .replace(from, () => to)
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
