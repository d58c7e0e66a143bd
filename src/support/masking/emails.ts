import { type Span, spansOf } from './personal.ts';

export const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu;
/** As people write it who fear robots: "nora (at) example dot org". */
const SPELT =
  /(?<![\w.+-])[\w.+-]{1,64}\s?(?:\(at\)|\[at\]|\{at\}|\sat\s)\s?(?:[\w-]{1,63}\s?(?:\(dot\)|\[dot\]|\{dot\}|\sdot\s)\s?){1,4}[a-z]{2,24}\b/giu;

export function* findEmails(text: string): Generator<Span> {
  if (text.includes('@')) yield* spansOf(text, EMAIL, 'EMAIL');
  if (/\bdot\b/i.test(text)) yield* spansOf(text, SPELT, 'EMAIL');
}
