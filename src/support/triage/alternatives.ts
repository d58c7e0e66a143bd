/** Every phrase that a line such as `you {are a|} {fool|liar}` stands for. */
function expand(written: string): string[] {
  let phrases = [''];
  for (const [, plain, either] of written.trim().matchAll(/([^{}]+)|\{([^{}]*)\}/g)) {
    const pieces = plain === undefined ? either!.split('|') : [plain];
    phrases = phrases.flatMap((start) => pieces.map((piece) => start + piece));
  }
  return phrases;
}

/** The phrases of a list with one line for each. */
export function expandLines(lines: string): string[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(expand);
}
