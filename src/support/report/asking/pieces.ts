/** What somebody asks, taken apart: `channel:"#help desk",#sales` is one piece. */
export type Piece =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'filter'; readonly name: string; readonly values: readonly string[] };

const OPENING = /["“”„«]/;
const CLOSING = /["“”«»]/;

/**
 * Takes words apart at spaces. What is quoted, or a mention such as `<#C1|help desk>`, stays whole; behind a name and a colon stand
 * values, with commas between them.
 */
export function takeApart(words: string): Piece[] {
  const pieces: Piece[] = [];
  const tokens = tokensOf(words.replace(/\s+/g, ' '));
  for (let i = 0; i < tokens.length; i++) {
    const [, name, first] = /^([a-z]+)[:=](.*)$/is.exec(tokens[i]!) ?? [];
    if (name === undefined) {
      const word = tokens[i]!.replace(/^,+|,+$/g, '');
      if (word !== '') pieces.push(mentioned(word) ?? { is: 'word', word });
      continue;
    }
    let said = first!;
    // "category: billing", "category:billing, refund".
    while ((said === '' || said.endsWith(',')) && i + 1 < tokens.length) said += tokens[++i]!;
    pieces.push({ is: 'filter', name: name.toLowerCase(), values: valuesIn(said) });
  }
  return pieces;
}

/** A channel or somebody of the team whose name stands there alone: "last week in #help". */
function mentioned(word: string): Piece | undefined {
  const [, sign] = /^<?([#@])./.exec(word) ?? [];
  if (sign === undefined) return undefined;
  return { is: 'filter', name: sign === '#' ? 'channel' : 'agent', values: [word] };
}

function tokensOf(words: string): string[] {
  return split(words, ' ').filter((token) => token !== '');
}

function valuesIn(said: string): string[] {
  return split(said, ',')
    .map((value) =>
      OPENING.test(value.slice(0, 1)) ? value.slice(1).replace(/["“”»]$/, '') : value,
    )
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** Splits where `at` stands outside of quotes and of angle brackets; one that is never closed reaches to the end. */
function split(words: string, at: string): string[] {
  const parts: string[] = [];
  let begun = 0;
  let until: RegExp | undefined;
  for (let i = 0; i < words.length; i++) {
    const sign = words[i]!;
    if (until) {
      if (until.test(sign)) until = undefined;
    } else if (OPENING.test(sign)) until = CLOSING;
    else if (sign === '<') until = />/;
    else if (sign === at) {
      parts.push(words.slice(begun, i));
      begun = i + 1;
    }
  }
  return [...parts, words.slice(begun)];
}
