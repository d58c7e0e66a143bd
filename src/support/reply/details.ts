import { ENGLISH } from './vocabulary/en.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** Something exact that the customer gave us, fit to be said back to them. */
export interface Detail {
  readonly kind: 'number' | 'amount' | 'error';
  /** As we say it: "order 1142", "$49.99", "error 503". */
  readonly said: string;
  /** What it is the number of: "order", "Rechnungsnummer". */
  readonly of?: string;
}

const NOUNS =
  'order|invoice|booking|reservation|tracking|ticket|case|reference|ref|policy|claim|po'.split('|');
/** "Order 2 pizzas" counts something; "order 2, please" and "invoice 2" are numbers of something. */
const COUNTS = /^(?!invoice)\p{L}+ \d{1,2}(?= +\p{L})/iu;
/** A number with a hash alone: "#88". */
const HASHED = /(?:^|[\s(,])#(\d{2,11})\b/g;
const AMOUNT =
  /(?:[$€£¥]|\b(?:usd|eur|gbp)\s?)\d{1,7}(?:[.,]\d{1,3}){0,3}|\b\d{1,7}(?:[.,]\d{1,3}){0,3}\s?(?:[€£円]|(?:usd|eur|gbp|dollars|euros?|pounds|reais)\b)/gi;
const ERROR =
  /(?:\b(?:error|fehler|fehlercode|erreur|errore|erro|fout|foutcode|foutmelding)|エラー(?:コード)?)(?: (?:code|number|no\.?|código|codice))? ?[:：#]? ?(0x[0-9a-f]{2,8}|[A-Z]{0,6}[-_]?\d{2,6})(?![\w-])|\b([45]\d\d) error/gi;

const shapes = new WeakMap<Vocabulary, RegExp>();

/** "Order no. 1142", "Bestellnummer: 1142", "注文番号1142": the words are the desk's own, so they are safe to say back. */
function numberedIn(vocabulary: Vocabulary): RegExp {
  let shape = shapes.get(vocabulary);
  if (shape === undefined) {
    // The longer word first, or "Bestellung" would hide in "Bestellungsnummer".
    const nouns = [...NOUNS, ...vocabulary.numbered].sort((a, b) => b.length - a.length).join('|');
    shape = new RegExp(
      `(?<![\\p{L}\\p{N}])(${nouns})(?![a-z]) ?(?:number|no\\.?|num|id|nr\\.?|code|n[°º]\\.?|numéro|número|numero|nummer)? ?(?:is|was|ist|est|es|é|è|は)? ?[:：#]{0,2} ?#?([A-Z0-9](?:[A-Z0-9-]{0,22}[A-Z0-9])?)(?![\\w])`,
      'giu',
    );
    shapes.set(vocabulary, shape);
  }
  return shape;
}

/** Whether an amount of money is given; of several, `detailsIn` cannot tell which one is meant. */
export function givesAmount(text: string): boolean {
  return text.slice(0, 8_000).search(AMOUNT) >= 0;
}

/** The order numbers, amounts and error codes in a message. Long digit runs may be cards and are left out. */
export function detailsIn(text: string, vocabulary: Vocabulary = ENGLISH): Detail[] {
  // One blank where there were many: what may stand between two words is tried in one way only.
  const plain = text.slice(0, 8_000).replace(/[ \t]+/g, ' ');
  const details: Detail[] = [];
  for (const { 0: whole, 1: noun = '', 2: id, index } of plain.matchAll(numberedIn(vocabulary))) {
    if (COUNTS.test(plain.slice(index, index + whole.length + 3))) continue;
    if (id === undefined || !/\d/.test(id) || /\d{12}/.test(id.replace(/-/g, ''))) continue;
    const ours = vocabulary.numbered.find((one) => one.toLowerCase() === noun.toLowerCase());
    const of = ours ?? noun.toLowerCase().replace(/^ref$/, 'reference');
    details.push({ kind: 'number', said: `${of} ${id}`, of });
  }
  if (details.length === 0) {
    for (const [, id = ''] of plain.matchAll(HASHED)) {
      details.push({ kind: 'number', said: vocabulary.number.replace('…', id), of: 'number' });
    }
  }
  for (const [, after, before] of plain.matchAll(ERROR)) {
    const code = after ?? before ?? '';
    details.push({ kind: 'error', said: vocabulary.error.replace('…', code) });
  }
  const amounts = [...new Set(plain.match(AMOUNT)?.map((amount) => amount.trim()))];
  // Of several amounts nobody can tell which one is meant.
  if (amounts.length === 1) details.push({ kind: 'amount', said: amounts[0] ?? '' });
  const seen = new Set<string>();
  return details.filter(({ said }) => !seen.has(said) && seen.add(said));
}
