import { type Span, spansOf } from './personal.ts';

const PART = String.raw`(?:\p{Lu}['’]\p{Lu}|\p{Lu})[\p{L}\p{M}'’-]{0,30}`;
const NAME = `(?<value>${PART}(?: (?:(?:de la|van der|van den|de|del|della|di|da|dos|das|do|du|von|van|der|den|ter|bin|al|el|la|le|y|e) )?${PART}){0,3})`;
const LATIN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[Mm]y (?:full )?name is|[Mm]y name['’]s|[Tt]he name is|[Tt]he name['’]s|[Ii] am called|[Tt]his is(?= [\p{L}\p{M}'’-]{1,30}(?: [\p{L}\p{M}'’-]{1,30})? (?:from|calling|writing|here|at|of|again)(?!\p{L}))|[Mm]e llamo|[Mm]i nombre es|[Jj]e m['’]appelle|[Mm]on nom est|[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist|[Mm]eu nome (?:é|e)|[Mm]e chamo|[Cc]hamo-me|[Mm]i chiamo|[Ii]l mio nome è|[Ii]k heet|[Mm]ijn naam is):? ${NAME}`,
  'dgu',
);
/** "I'm" alone is said of much else: it takes a first name and a last one. */
const FULL =
  /(?<![\p{L}\p{N}])(?:I['’]m|I am|[Ii]ch bin|[Ss]oy|[Jj]e suis|[Ss]ono|[Ss]ou|[Ii]k ben) (?<value>\p{Lu}\p{Ll}[\p{L}'’-]{0,30}(?: \p{Lu}\.)?(?: (?:de|del|di|da|dos|von|van|van der|van den) )? ?\p{Lu}[\p{L}'’-]{1,30})(?=[,.!;)]| (?:from|and|with|here|at|of|aus|und|von|de|da|di|van|uit|et|y|e)(?!\p{L})|\s{0,8}$)/dgu;
const JAPANESE =
  /(?:私の)?名前は(?<value>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー ]{1,16}?)(?:です|と申します|といいます)|(?<![\p{Script=Han}])(?<value2>[\p{Script=Han}\p{Script=Katakana}ー]{1,12})と申します/dgu;
/** A name alone on the last line, under a closing. */
const SIGNED = new RegExp(
  String.raw`(?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Cc]heers|[Tt]hanks|[Tt]hank you|[Ss]aludos|[Cc]ordialement|[Gg]r[uü](?:ß|ss)en?|[Cc]umprimentos|[Ss]aluti|[Gg]roeten?)[,.!]?\s{0,4}\n\s{0,8}${NAME}\s{0,8}$`,
  'dgu',
);

/** Those who say their own name, and those whose names we were told. */
export function* findPeople(text: string, names: readonly string[]): Generator<Span> {
  yield* spansOf(text, LATIN, 'PERSON');
  yield* spansOf(text, FULL, 'PERSON', (name) => name.includes(' '));
  if (/名前は|と申します/.test(text)) {
    for (const { indices } of text.matchAll(JAPANESE)) {
      const [start, end] = indices!.groups!['value'] ?? indices!.groups!['value2']!;
      yield { start, end, type: 'PERSON' };
    }
  }
  // An end is sought once: a pattern would begin anew at every "thanks".
  const tail = Math.max(0, text.length - 200);
  for (const { start, end, type } of spansOf(text.slice(tail), SIGNED, 'PERSON')) {
    yield { start: tail + start, end: tail + end, type };
  }
  for (const name of partsOf(names)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (isWhole(text, at, at + name.length))
        yield { start: at, end: at + name.length, type: 'PERSON' };
    }
  }
}

/** Whole names however they are written, then each part by which somebody is called. */
function partsOf(names: readonly string[]): string[] {
  const whole = names.map((name) => name.trim()).filter((name) => name.length > 1);
  const parts = whole
    .flatMap((name) => name.split(/[\s,]+/))
    .filter((part) => part.length > 2 && /^\p{Lu}|^[^\p{Script=Latin}]/u.test(part));
  // "mark" and "will" alone are mostly no names.
  const written = whole.flatMap((name) => [
    name,
    name.toUpperCase(),
    ...(name.includes(' ') ? [name.toLowerCase()] : []),
  ]);
  const called = parts.flatMap((part) => [part, part.toUpperCase()]);
  return [...new Set([...written, ...called])];
}

/** Neither end of it is within a word of letters that has words. */
export function isWhole(text: string, start: number, end: number): boolean {
  const within = (at: number) =>
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{2}/u.test(
      text.slice(at - 1, at + 1),
    );
  return !within(start) && !within(end);
}
