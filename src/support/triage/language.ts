import { remembering } from '../remembering.ts';
import { indexHashes, placeOf, spread } from '../sorting/hashing.ts';
import { cutGrams } from './language-grams.ts';
import profile from './language-profile.json' with { type: 'json' };
import { proseOf } from './prose.ts';
import { isPlain, type Words } from './words.ts';

/** Characters that are looked at: more tell nothing new. */
const ENOUGH = 400;

/**
 * By how much another language must fit better than the usual one. A piece of a word (language-grams.ts) weighs about
 * 100, so it takes more than two that are at home nowhere else: "login", "status?" and "Adidas" stay in the usual
 * language, "wo ist mein Paket" does not. Of some 7,000 English messages of up to three words, 0.2 % leave English;
 * at 120 it is 6 %.
 */
const CLEARLY = 240;

/**
 * Words that customers send alone or nearly, and that are at home in one language: each weighs as much as it takes.
 */
const TELLING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    es: 'hola gracias ayuda adiós buenas buenos factura pedido cuenta contraseña devolución',
    fr: 'bonjour bonsoir merci salut aidez marche commande facture compte remboursement annuler colis',
    de: `danke bitte guten hilfe tschüss moin servus geht rechnung bestellung passwort rückerstattung kündigen kündigung
      lieferung dringend`,
    pt: 'olá obrigado obrigada ajuda bom boa fatura senha conta encomenda estorno',
    it: 'ciao grazie buongiorno buonasera aiuto aiutatemi fattura ordine rimborso annullare funziona spedizione',
    nl: 'bedankt goedemorgen goedemiddag hulp werkt factuur bestelling wachtwoord terugbetaling opzeggen',
    pl: 'cześć dziękuję dzięki pomocy zamówienie zwrot',
    tr: 'merhaba teşekkürler teşekkür yardım sipariş',
    fi: 'kiitos',
    cs: 'ahoj děkuji',
    hu: 'köszönöm szia',
    ro: 'mulțumesc bună',
  }).flatMap(([language, words]) => words.split(/\s+/).map((word) => [word, language] as const)),
);

/** The languages written in a script, and how many Latin letters one of its letters is worth. */
interface Script {
  readonly letters: RegExp;
  readonly weight: number;
  readonly languages: readonly string[];
}

const SCRIPTS: readonly Script[] = [
  { letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, weight: 3, languages: [] },
  { letters: /\p{Script=Hangul}/gu, weight: 3, languages: ['ko'] },
  { letters: /\p{Script=Cyrillic}/gu, weight: 1, languages: ['ru', 'uk'] },
  { letters: /\p{Script=Arabic}/gu, weight: 1, languages: ['ar', 'fa'] },
  { letters: /\p{Script=Hebrew}/gu, weight: 1, languages: ['he'] },
  { letters: /\p{Script=Devanagari}/gu, weight: 1, languages: ['hi'] },
  { letters: /\p{Script=Bengali}/gu, weight: 1, languages: ['bn'] },
  { letters: /\p{Script=Thai}/gu, weight: 1, languages: ['th'] },
  { letters: /\p{Script=Greek}/gu, weight: 1, languages: ['el'] },
];
const FOREIGN = /[^\P{L}\p{Script=Latin}]/u;

const OF_SCRIPTS = SCRIPTS.flatMap(({ languages }) => languages);
const LATIN = profile.languages.filter((language) => !OF_SCRIPTS.includes(language));

const NUMBERS = new Map(profile.languages.map((language, number) => [language, number]));
const pieces = indexHashes(new Uint32Array(unpack(profile.hashes)).map(spread));
const scores = new Uint16Array(unpack(profile.scores));
const LAST = 0x8000;
const starts = startsOf(scores);

/**
 * The language of a message, ISO 639-1: told by its script, and where languages share one, by the pieces of its words.
 * The usual one unless another fits clearly better, so always where the words are few.
 */
export function readLanguage(
  { text }: Pick<Words, 'text'>,
  usual: string,
): { language: string; because: string } {
  return languageIn(text, usual);
}

const languageIn = remembering((text, usual: string) => {
  const prose = proseOf(text, ENOUGH).slice(0, ENOUGH);
  const script = scriptOf(prose);
  if (script === undefined) return byWords(prose, LATIN, usual);
  if (script.languages.length > 1) return byWords(prose, script.languages, usual);
  const language = script.languages[0] ?? eastAsian(prose, usual);
  return { language, because: language === usual ? USUAL : 'by its script' };
});

const USUAL = 'the usual one here';

/** The script that most is written in; undefined where that is Latin, or nothing. */
function scriptOf(prose: string): Script | undefined {
  if (/^[\n -~]*$/.test(prose) || !FOREIGN.test(prose)) return undefined;
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const counts = SCRIPTS.map((script) => prose.match(script.letters)?.length ?? 0);
  const latin = letters - counts.reduce((a, b) => a + b, 0);
  const [most] = SCRIPTS.map((script, i) => ({ script, worth: counts[i]! * script.weight })).sort(
    (a, b) => b.worth - a.worth,
  );
  return most !== undefined && most.worth > latin ? most.script : undefined;
}

/** No Japanese sentence is without kana, though a few words may be. */
function eastAsian(prose: string, usual: string): string {
  const kana = prose.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  return kana * 8 > han || (usual === 'ja' && han <= 6) ? 'ja' : 'zh';
}

function byWords(
  prose: string,
  among: readonly string[],
  usual: string,
): { language: string; because: string } {
  const written = prose.match(isPlain(prose) ? PLAIN_WORD : WORD) ?? [];
  const plain = written.map((word) => word.replace(/[’´`]/g, "'").toLowerCase());
  const sums = weigh(plain);
  const told = plain.flatMap((word) => TELLING.get(word) ?? NOTHING);
  for (const language of told) sums[NUMBERS.get(language)!]! += CLEARLY;
  const sum = (language: string) => sums[NUMBERS.get(language) ?? sums.length] ?? 0;
  const best = among.reduce((a, b) => (sum(b) > sum(a) ? b : a));
  // Against a usual language of another script there is nothing to weigh: it takes more to leave it.
  const needed = among.includes(usual) ? sum(usual) + CLEARLY : 2 * CLEARLY;
  const named =
    told.length === 0 &&
    written.length <= 3 &&
    written.every((word) => /^\p{Lu}\P{Lu}/u.test(word));
  const other = best !== usual && sum(best) >= needed && !named;
  if (!other) return { language: usual, because: USUAL };
  return { language: best, because: 'by its words' };
}

const WORD = /[\p{L}\p{M}'’´`]+/gu;
/** The same of text without accents and other scripts. */
const PLAIN_WORD = /[a-z'`]+/gi;
const NOTHING: readonly string[] = [];

/** How well the words fit each language of the profile. */
function weigh(words: readonly string[]): Float64Array {
  const sums = new Float64Array(profile.languages.length);
  for (const gram of cutGrams(words)) {
    const piece = placeOf(pieces, spread(gram));
    if (piece < 0) continue;
    for (let at = starts[piece]!; ; at++) {
      const score = scores[at]!;
      sums[(score & ~LAST) >> 8]! += score & 0xff;
      if (score & LAST) break;
    }
  }
  return sums;
}

/** Where the scores of each piece begin. */
function startsOf(all: Uint16Array): Uint32Array {
  const begin = [0];
  for (const [at, score] of all.entries()) if (score & LAST) begin.push(at + 1);
  return Uint32Array.from(begin);
}

/** Numbers as train/language.ts packs them: in the byte order of every machine that Node runs on. */
function unpack(base64: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(base64, 'base64')).buffer;
}
