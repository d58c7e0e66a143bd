import profile from '../triage/language-profile.json' with { type: 'json' };

/** Those that the triage can tell by their letters alone. */
const BY_SCRIPT = ['ja', 'ko', 'zh', 'he', 'hi', 'bn', 'th', 'el', 'uk', 'ru'];
const CODES = [...new Set([...profile.languages, ...BY_SCRIPT])];

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Codes by what languages are called in English and in their own words, in lower case. */
const NAMES: ReadonlyMap<string, string> = new Map(
  CODES.flatMap((code) => {
    const own = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
    return [sayLanguage(code), own, code].map((name) => [name.toLowerCase(), code] as const);
  }),
);

/** What a language is called in English; the code where that is not known. */
export function sayLanguage(code: string): string {
  try {
    return english.of(code) ?? code;
  } catch {
    // Facts may hold what is no code at all.
    return code;
  }
}

/** The code of "de", "German" or "Deutsch"; undefined where nobody calls a language so. */
export function languageIn(words: string): string | undefined {
  const said = words.toLowerCase();
  return (
    NAMES.get(said) ?? (/^[a-z]{2,3}$/.test(said) && sayLanguage(said) !== said ? said : undefined)
  );
}

/** What languages are called, for a "did you mean". */
export const LANGUAGE_NAMES: readonly string[] = CODES.map(sayLanguage);
