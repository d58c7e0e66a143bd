import { isWhole } from './people.ts';
import type { Span } from './personal.ts';

/** Shorter ones mean too many other things. */
const TELLING = /^(?!\d{3}$)[\s\S]{3}/;

/**
 * Where values that are known already stand in a text, though nothing around them gives them away there. The time goes with the
 * text and with how many lengths the values have, not with their number.
 */
export function* knownIn<Type extends string>(
  text: string,
  values: ReadonlyMap<string, { readonly type: Type }>,
): Generator<Span<Type>> {
  const lengths = new Set<number>();
  const firsts = new Set<string>();
  for (const value of values.keys()) {
    if (!TELLING.test(value)) continue;
    lengths.add(value.length);
    firsts.add(value[0]!);
  }
  if (lengths.size === 0) return;
  const longestFirst = [...lengths].sort((a, b) => b - a);
  for (let start = 0; start < text.length; start++) {
    if (!firsts.has(text[start]!)) continue;
    for (const length of longestFirst) {
      if (start + length > text.length) continue;
      const type = values.get(text.slice(start, start + length))?.type;
      if (!type || !isWhole(text, start, start + length)) continue;
      yield { start, end: start + length, type };
      start += length - 1;
      break;
    }
  }
}
