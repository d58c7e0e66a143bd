import type { Handbook } from '../src/support/handbook.ts';
import { languageOf } from '../src/support/knowledge/languages.ts';
import { readTermWords } from '../src/support/knowledge/terms.ts';
import { factsIn, sayable } from '../src/support/reply/facts.ts';
import { vocabularyOf } from '../src/support/reply/vocabularies.ts';

/** What a draft says that nobody told it, by kind. */
export interface Invention {
  readonly what: 'fact' | 'promise' | 'word';
  readonly said: string;
}

/** Where a draft may have its words from. */
export interface Sources {
  readonly language: string;
  /** The conversation, the customer's name, the team's. */
  readonly told: string;
  /** The time that policy and calendar allow, in words. */
  readonly promised: string;
  readonly handbook: Handbook;
}

/** Pledges in the languages of the drafts: the calendar's time aside, a draft may hold none that the customer did not speak of. */
const PLEDGES =
  /(?<![\p{L}])(?:today|tonight|tomorrow|within|hours?|minutes?|days?|weeks?|soon|shortly|immediately|asap|guarantee\w*|promis(?:e|es|ing)|certainly|definitely|refunded|replaced|fixed|free|compensat\w*|heute|morgen|sofort|garantier\w*|verspr\w+|kostenlos|erstattet|entschädig\w*|hoy|mañana|garanti\w*|prometo|gratis|reembolsado|aujourd|demain|promets|gratuit\w*|remboursé\w*|oggi|domani|subito|prometto|rimborsato|vandaag|beloof|terugbetaald|hoje|amanhã|grátis|reembolsado)(?![\p{L}])/giu;
const NUMBERS = /\d[\d.,-]*\d|\d/g;

/**
 * Everything in a draft that is neither in the handbook nor told: facts and bare numbers, pledges, and words of which not even the
 * stem is anywhere, such as a product's or a person's name. An article's words are told where the draft may say them.
 */
export function inventionsIn(draft: string, sources: Sources): Invention[] {
  const { told, promised, language } = sources;
  const ours = draft.replaceAll(promised, ' ');
  const known = sayable(told);
  const facts = factsIn(ours).filter((fact) => !known(fact));
  const numbers = (ours.match(NUMBERS) ?? []).filter((number) => !told.includes(number));
  const lower = told.toLowerCase();
  const pledges = (ours.match(PLEDGES) ?? []).filter((word) => !lower.includes(word.toLowerCase()));
  const stems = new Set([...handbookStems(sources), ...stemsOf(told, language)]);
  const strange = readTermWords(ours).filter((word) => {
    const { stem } = languageOf(language).stemmed(word);
    // "Joining" of "join", "canceling" of "cancel": the restater bends verbs.
    return !(/\d/.test(word) || stems.has(stem) || BENT.some((end) => stems.has(stem + end)));
  });
  return [
    ...[...facts.map(({ said }) => said), ...numbers].map((said) => ({
      what: 'fact' as const,
      said,
    })),
    ...pledges.map((said) => ({ what: 'promise' as const, said })),
    ...strange.map((said) => ({ what: 'word' as const, said })),
  ];
}

const BENT = ['', 'e', 'i'];
const kept = new WeakMap<Handbook, Map<string, ReadonlySet<string>>>();

/** The stems of all that the handbook may say in a language. */
function handbookStems({ handbook, language }: Sources): ReadonlySet<string> {
  const known = kept.get(handbook) ?? new Map<string, ReadonlySet<string>>();
  kept.set(handbook, known);
  let stems = known.get(language);
  if (stems === undefined) {
    const named = handbook.categories.flatMap((one) =>
      [one, ...one.matters].map(({ problem, called }) => [problem, called?.[language]].join(' ')),
    );
    const { things, message, both, all, about } = vocabularyOf(language);
    const wordings = JSON.stringify(handbook.replies[language] ?? {});
    const words = [wordings, ...named, ...things.values(), message, both, all, about].join(' ');
    stems = new Set(stemsOf(words.replace(/\\n/g, ' '), language));
    known.set(language, stems);
  }
  return stems;
}

function stemsOf(text: string, language: string): string[] {
  return readTermWords(text).map((word) => languageOf(language).stemmed(word).stem);
}
