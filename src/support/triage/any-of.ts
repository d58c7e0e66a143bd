/**
 * One expression out of alternatives, one a line, each whole words. An alternative that begins with `^` must begin the
 * text, one that ends with `$` must end it.
 */
export function anyOf({ raw }: TemplateStringsArray): RegExp {
  const lines = raw
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return new RegExp(`(?:^|\\b)(?:${lines.join('|')})(?!\\w)`);
}
