import { withoutAddresses } from './words.ts';

/** A line that a program wrote: of a stack trace, a log or a diff. */
const BY_A_PROGRAM =
  /^(?:at\s+[\w$.<>[\]]+[\s(:]|File ".{0,200}", line \d|Traceback\b|Caused by:|\.\.\. \d+ more|\$ |[\w$]+(?:\.[\w$]+)+:|[\w$.]+(?:Error|Exception):|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|[+-]{3} [ab]\/|@@ |[{}()[\];]+$)/;
/** A word of plain letters and signs that no language has: a path, a key, a name in a program, base64. */
const NO_WORD = /^(?=[!-~]*$)(?:.{30}|.*(?:[\d_/\\{}<>=@#|~^$%*[\]]|[a-z][A-Z]|\w\.\w))/;

/**
 * The sentences of a message in their order, at least `enough` characters of them where there are so many: without
 * code, logs, links, paths and keys.
 */
export function proseOf(text: string, enough: number): string {
  let prose = '';
  let fenced = false;
  for (const line of text.split('\n')) {
    const trimmed = line.trim().slice(0, 2 * enough);
    if (trimmed === '') continue;
    if (trimmed.startsWith('```')) {
      // One that closes on its own line encloses nothing below it.
      if (!/```.{0,400}```/.test(trimmed)) fenced = !fenced;
      continue;
    }
    if (fenced || BY_A_PROGRAM.test(trimmed)) continue;
    const words = withoutAddresses(trimmed.replace(/`[^`]{1,200}`/g, ' ')).split(/\s+/);
    prose += `${words.filter((word) => !NO_WORD.test(word)).join(' ')}\n`;
    if (prose.length >= enough) break;
  }
  return prose.trim();
}
