/** Characters that nobody sees: they part words for a machine alone. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** Letters of other scripts that look like Latin ones. */
const LOOKALIKES = new Map(
  [...'аеорсухівѕјԁһԛԝαοερντικ'].map((letter, i) => [letter, 'aeopcyxibsjdhqwaoepvtik'[i]!]),
);

/** Digits and signs that stand for letters. */
const LEET = new Map([...'0134578@$!'].map((sign, i) => [sign, 'oieastbasi'[i]!]));

const OTHER_SCRIPT = /[\u0370-\u052F]/;
const MIXED_SCRIPTS = /[a-z][\u0370-\u052F]|[\u0370-\u052F][a-z]/i;
const LEETSPEAK = /[a-z][013457][a-z]/i;
/** At least eight single letters in a row. */
const SPACED_OUT = /\b(?:[a-z][ .*_-]{1,3}){7,}[a-z]\b/gi;
const BASE64 = /\b[A-Za-z0-9+/]{24,4000}={0,2}/g;

/** Flags of parts of a country are written in tag characters, and honest. */
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007F}]{1,7}/gu;
const TAGS = /[\u{E0020}-\u{E007E}]/gu;

/** So many encoded words of a text are looked into. */
const MOST_ENCODED = 8;

/** The text without characters that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** What a text says in invisible tag characters, which are written for machines alone. */
export function invisibleText(text: string): string {
  const tags = text.replace(FLAG, '').match(TAGS) ?? [];
  return tags.map((tag) => String.fromCharCode(tag.codePointAt(0)! - 0xe0000)).join('');
}

/**
 * What a text may say once its disguises are taken off: letters of another script, digits for letters, letters set
 * apart, Base64. Empty for nearly every text.
 */
export function readingsBelow(text: string): string[] {
  const readings: string[] = [];
  if (OTHER_SCRIPT.test(text) && MIXED_SCRIPTS.test(text)) {
    readings.push(swapped(text.toLowerCase(), LOOKALIKES));
  }
  if (LEETSPEAK.test(text)) readings.push(swapped(text.toLowerCase(), LEET));
  const spaced = text.match(SPACED_OUT);
  if (spaced !== null) readings.push(spaced.map(closeUp).join('\n'));
  for (const encoded of text.match(BASE64)?.slice(0, MOST_ENCODED) ?? []) {
    const decoded = decode(encoded);
    if (decoded !== undefined) readings.push(decoded);
  }
  return readings;
}

function swapped(text: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join('');
}

/** Where more stands between two letters than between others, a word ends. */
function closeUp(spaced: string): string {
  const words = spaced.split(/[ .*_-]{2,3}/);
  return words.map((word) => word.replace(/[ .*_-]/g, '')).join(' ');
}

/** What Base64 says, if it is text at all. */
function decode(encoded: string): string | undefined {
  try {
    const decoded = atob(encoded);
    return /^[\x20-\x7E\s]+$/.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}
