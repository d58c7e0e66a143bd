import { type Words, wordsOnly } from './words.ts';

/** Small words that nearly every sentence of a language has and other languages hardly do. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: `the and is are was my your you have has not what when where how why this that with for can cant dont do does please
    it its to of in on im ive been will would should from they there`,
  de: `der die das und ist nicht ich sie wir ein eine mein meine mit auf für wie was wann warum bitte kann habe haben
    wird wurde bei zu den dem auch noch kein keine seit ihr ihre geht danke hallo`,
  fr: `le la les des est pas je vous nous une mon ma mes avec pour dans que qui quoi comment pourquoi bonjour merci
    suis avez être plus sur votre cette depuis mais ne ça`,
  es: `el los las es una mi mis con para por que qué como cómo cuando dónde hola gracias estoy tengo puedo pero muy
    está sin desde no se lo del al ayuda`,
  it: `il lo gli che è non una mio mia con per come quando dove perché ciao grazie sono ho hanno posso ma molto
    della del nel questo anche ancora`,
  pt: `o os as é não uma meu minha com para por que como quando onde olá obrigado obrigada estou tenho posso mas
    muito da do em no na isso ainda você`,
  nl: `de het een is niet ik jij wij mijn met voor op hoe wat wanneer waarom graag kan heb hebben wordt bij aan ook
    nog geen sinds jullie bedankt hallo maar`,
  pl: `nie jest się na że to mam moje mój jak co kiedy gdzie dlaczego proszę dziękuję dzień dobry czy mogę już ale
    jestem od dla`,
  sv: `och är inte jag det att en ett min mitt mina med för hur vad när varför tack hej kan har men på av till`,
  tr: `bir ve bu ne için değil var yok nasıl neden merhaba teşekkürler ben siz çok ama daha olarak gibi`,
};

const sets = Object.entries(STOP_WORDS).map(
  ([language, words]) => [language, new Set(words.split(/\s+/))] as const,
);

/** Scripts that tell the language by themselves, or nearly. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґІЇЄҐ]/gu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
];

/** The language a message is written in; the desk's own unless the words clearly say otherwise. */
export function readLanguage(words: Words, usual: string): { language: string; because: string } {
  const letters = words.text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of SCRIPTS) {
    const share = (words.text.match(script)?.length ?? 0) / Math.max(1, letters);
    if (share > (language === 'ja' || language === 'uk' ? 0.05 : 0.4)) {
      return { language, because: 'by its script' };
    }
  }
  const plain = wordsOnly(words);
  const hits = sets
    .map(([language, set]) => ({ language, hits: plain.filter((word) => set.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const own = hits.find((h) => h.language === usual)?.hits ?? 0;
  const best = hits[0];
  const clear = best !== undefined && best.hits >= 2 && best.hits >= own * 1.5 + 1;
  if (clear && best.hits / Math.max(1, plain.length) >= 0.15) {
    return { language: best.language, because: 'by its small words' };
  }
  return { language: usual, because: "the desk's own" };
}
