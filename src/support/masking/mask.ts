import { findAddresses } from './addresses.ts';
import { findEmails } from './emails.ts';
import { knownIn } from './known.ts';
import { findLabelled } from './labelled.ts';
import { findCards, findIbans, findIds } from './numbers.ts';
import { findPeople } from './people.ts';
import { PERSONAL, type Personal, type Span } from './personal.ts';
import { findPhones } from './phones.ts';
import { findSecrets } from './secrets.ts';

export interface Masked {
  /** With placeholders such as `[EMAIL 1]`. */
  readonly text: string;
  /** What was masked, in the text as it was: UTF-16 offsets, in order, apart from each other. */
  readonly spans: readonly Span[];
}

/** One numbering for all texts that are read together, and the way back. */
export interface Mask {
  /** The same value gets the same placeholder in every text. */
  mask(text: string): Masked;
  /** Puts back what this mask took out. Placeholders that it never gave stay as they are. */
  restore(text: string): string;
  /** What was taken out so far, without the values. */
  readonly placeholders: readonly { readonly placeholder: string; readonly type: Personal }[];
}

/** Somebody typed what looks like a placeholder. It is masked too, or it would be given another's value. */
const TYPED = 'TYPED';
const PLACEHOLDER = new RegExp(String.raw`\[(?:${[...PERSONAL, TYPED].join('|')}) \d{1,9}\]`, 'gi');

/** Masks one text. */
export function mask(
  text: string,
  told: { readonly names?: readonly string[] } = {},
): Masked & Pick<Mask, 'restore'> {
  const one = createMask(told);
  return { ...one.mask(text), restore: one.restore };
}

/**
 * Cards, e-mail addresses, phone numbers, ids of banks and governments, secrets, addresses, and names: those that are told,
 * and those by which people introduce themselves. What was found in one text is masked in every later one, wherever it stands.
 */
export function createMask({ names = [] }: { readonly names?: readonly string[] } = {}): Mask {
  const given = new Map<
    string,
    { readonly placeholder: string; readonly type: Personal | typeof TYPED }
  >();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();

  const placeholderFor = (value: string, type: Personal | typeof TYPED): string => {
    const known = given.get(value);
    if (known) return known.placeholder;
    const count = (counts.get(type) ?? 0) + 1;
    const placeholder = `[${type} ${count}]`;
    counts.set(type, count);
    given.set(value, { placeholder, type });
    values.set(placeholder, value);
    return placeholder;
  };

  return {
    mask(text) {
      const found = findPersonal(text, names);
      for (const { start, end, type } of found) placeholderFor(text.slice(start, end), type);
      const spans = join([...found, ...typedIn(text), ...knownIn(text, given)]);
      let masked = '';
      let at = 0;
      for (const { start, end, type } of spans) {
        masked += text.slice(at, start) + placeholderFor(text.slice(start, end), type);
        at = end;
      }
      return {
        text: masked + text.slice(at),
        spans: spans.flatMap(({ start, end, type }) =>
          type === TYPED ? [] : [{ start, end, type }],
        ),
      };
    },
    restore: (text) =>
      text.replace(
        PLACEHOLDER,
        (placeholder) => values.get(placeholder.toUpperCase()) ?? placeholder,
      ),
    get placeholders() {
      return [...given.values()].flatMap(({ placeholder, type }) =>
        type === TYPED ? [] : [{ placeholder, type }],
      );
    },
  };
}

/** What is personal in a text, in order and apart from each other. */
function findPersonal(text: string, names: readonly string[]): Span[] {
  const plain = asAscii(text);
  const spans: Span[] = [...findSecrets(plain), ...findEmails(plain), ...findPeople(plain, names)];
  if (/\d/.test(plain)) {
    for (const find of [findCards, findIbans, findLabelled, findIds, findPhones, findAddresses]) {
      spans.push(...find(plain));
    }
  }
  return join(spans);
}

/** Full-width signs, blanks and hyphens of every kind as the plain ones; each is one code unit, so places stay. */
function asAscii(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

function* typedIn(text: string): Generator<Span<typeof TYPED>> {
  for (const { index, 0: typed } of text.matchAll(PLACEHOLDER)) {
    yield { start: index, end: index + typed.length, type: TYPED };
  }
}

const RANK = new Map<string, number>([...PERSONAL, TYPED].map((type, i) => [type, i]));

/** Those that overlap become one: better too much is masked than a part left over. */
function join<Type extends string>(spans: readonly Span<Type>[]): Span<Type>[] {
  const joined: { start: number; end: number; type: Type }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (!last || span.start >= last.end) {
      joined.push({ ...span });
      continue;
    }
    last.end = Math.max(last.end, span.end);
    if (RANK.get(span.type)! < RANK.get(last.type)!) last.type = span.type;
  }
  return joined;
}
