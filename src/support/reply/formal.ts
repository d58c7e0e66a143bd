const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/^(?:Hi again|Hello again)\b/, 'Hello again'],
  [/^Hi\b/, 'Hello'],
  [/^Got it, ([^\n]*), thanks\./, 'Thank you, $1.'],
  [/\bThanks\b/g, 'Thank you'],
  [/\b(I)['’]m\b/g, '$1 am'],
  [/\b(I|you|we)['’]d\b/gi, '$1 would'],
  [/\b(you|we|they)['’]re\b/gi, '$1 are'],
  [/\b(I|you|we|they)['’]ve\b/gi, '$1 have'],
  [/\b(\w+)['’]ll\b/g, '$1 will'],
];

/** The same words without contractions, as a formal letter has them. */
export function formalise(text: string): string {
  return PLAIN.reduce((said, [casual, formal]) => said.replace(casual, formal), text);
}
