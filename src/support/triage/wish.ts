import { findPhrases, indexPhrases } from './phrases.ts';
import { JAPANESE_WISHES, WISH_WORDS, type WishWords } from './wish-words.ts';
import { foldedTokens, type Words } from './words.ts';

/** What the customer would call resolved. */
export type Wish = 'refund' | 'fix' | 'information' | 'apology' | 'person';

type Kind = keyof WishWords;

/** Of several, the one that says most of what would settle it comes first. */
const KINDS = ['refund', 'apology', 'chargedTwice', 'fix'] as const;

/** All phrases of a language, each with what it says. */
const INDEXES = new Map(
  Object.entries(WISH_WORDS).map(([language, words]) => [
    language,
    indexPhrases(
      ([...KINDS, 'asking'] as const).flatMap((kind) =>
        words[kind].split(/,\s+/).map((phrase) => [phrase, kind] as const),
      ),
    ),
  ]),
);

/** Asks about refunds as such: no money is wanted yet. */
const ABOUT_REFUNDS =
  /\b(?:refund|refunds|reimbursement|compensation|money back) (?:polic\w+|guarantees?|conditions?|rules?|terms?|process|procedures?)|\b(?:do|does|can|will) (?:you|u|we) (?:\w+ )?(?:offer|give|provide|do|have|accept|allow) (?:\w+ )?refunds?|\b(?:polic\w+|conditions|rules|cases|situations|terms) (?:\w+ ){0,4}(?:refunds?|reimburse\w*|compensat\w*|money back)|\bpolitica de (?:reembolso|devolucion|reembolsos|devoluciones)|\b(?:ruckgabe|erstattungs)\w*(?:bedingungen|richtlinien)|\bpolitique de remboursement|\bwhen can i (?:\w+ )?refund|\bhow long (?:\w+ ){0,5}refunds?|\b(?:in|under) (?:what|which) (?:cases?|situations?|circumstances)/;
/** Asks politely for a deed, not for an answer. */
const FOR_A_DEED =
  /\b(?:(?:can|could|would|will) (?:you|u|someone|somebody)|please|kindly|puedes?|pueden|podrian?|pourriez|pouvez|peux tu|konnen sie|konnten sie|konnt ihr|kannst du|bitte|podem?|poderiam?|puo|potete|potreste|potresti|kunt u|kunnen jullie|kun je|por favor|s il|per favore|graag|alstublieft)\b/;

/** What in the reading of a message says what is wished for. */
interface Reading {
  readonly category: string;
  readonly wantsHuman: boolean;
  readonly language: string;
}

/**
 * What the customer would call resolved, from their words or else from the kind of matter: whoever reports a fault wants
 * it mended, whoever asks how wants to know. Undefined where it cannot honestly be told.
 */
export function readWish(
  words: Words,
  { category, wantsHuman, language }: Reading,
): { readonly wish: Wish; readonly because: string } | undefined {
  const tokens = foldedTokens(words);
  const told = language === 'ja' ? toldInJapanese(words.text) : toldIn(tokens, language);
  const said = KINDS.map((kind) => told.find((one) => one.kind === kind)).find(Boolean);
  if (said?.kind === 'refund' && ABOUT_REFUNDS.test(tokens.join(' '))) {
    return { wish: 'information', because: 'asks about refunds' };
  }
  if (said?.kind === 'refund') return { wish: 'refund', because: `says "${said.phrase}"` };
  if (wantsHuman) return { wish: 'person', because: 'asks for a person' };
  if (said?.kind === 'apology' || said?.kind === 'fix') {
    return { wish: said.kind, because: `says "${said.phrase}"` };
  }
  if (said?.kind === 'chargedTwice') return { wish: 'refund', because: `says "${said.phrase}"` };
  if (category === 'bug_outage') return { wish: 'fix', because: 'something does not work' };
  if (told.some(({ kind }) => kind === 'asking') || asksSomething(words.text, tokens)) {
    return { wish: 'information', because: 'asks a question' };
  }
  if (category === 'how_to') return { wish: 'information', because: 'asks how something is done' };
  return undefined;
}

interface Told {
  readonly kind: Kind;
  readonly phrase: string;
}

/** What is said in the message's language, and in English, which people mix in everywhere. */
function toldIn(tokens: readonly string[], language: string): Told[] {
  return (language === 'en' ? ['en'] : [language, 'en']).flatMap((own) => {
    const index = INDEXES.get(own);
    const found = index === undefined ? [] : findPhrases(index, { text: '', tokens });
    return found
      .filter(({ of }) => own === language || of !== 'asking')
      .map(({ of, from, to }) => ({ kind: of, phrase: tokens.slice(from, to).join(' ') }));
  });
}

function toldInJapanese(text: string): Told[] {
  return Object.entries(JAPANESE_WISHES).flatMap(([kind, said]) => {
    const phrase = text.match(said)?.[0];
    return phrase === undefined ? [] : [{ kind: kind as Kind, phrase }];
  });
}

/** A question that asks for an answer, not politely for a deed. */
function asksSomething(text: string, tokens: readonly string[]): boolean {
  return /[?？]/.test(text) && !FOR_A_DEED.test(tokens.join(' '));
}
