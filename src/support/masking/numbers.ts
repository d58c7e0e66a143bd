import { brazilianDigits, frenchKey, luhn, mod97, spanishLetter } from './checksums.ts';
import { IBAN_LENGTHS } from './iban.ts';
import { digitsOf, numbersIn, type Span, spansOf } from './personal.ts';

/** By single blanks or hyphens apart or not; a card has twelve to nineteen digits. */
const ROW =
  /(?<![\p{Script=Latin}\d-]|\d[.,])\d(?:[ -]?\d){11,60}(?![\p{Script=Latin}\d]|[.,-]\d)/gu;

/** Issuers' first digits and lengths (ISO/IEC 7812; their own published ranges). */
const ISSUERS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^(?:30[0-5]|3095|3[689]\d)\d{11,16}$/,
  /^(?:2131|1800|35\d\d)\d{11,12}$/,
  /^(?:6011|64[4-9]\d|65\d\d|62\d\d|81\d\d)\d{12,15}$/,
  /^(?:50|5[6-9]|6[0-9])\d{10,17}$/,
];
const CARD_WORD =
  /(?:\bcards?\b|\bvisa\b|master ?card|\bamex\b|american express|\bdebit\b|\bcredit\b|tarjeta|cart[eã]o?\b|karten?(?:nummer)?\b|\bcarta\b|\bkaart|カード)[^\d\n]{0,30}$/iu;
/** With its middle hidden already. */
const HIDDEN =
  /(?<![\p{Script=Latin}\d])\d{4}[ -]?(?:[*xX•·]{4}[ -]?){1,3}[*xX•·]{0,3}\d{4}(?![\p{Script=Latin}\d])/gu;
const CODE =
  /\b(?:cvv2?|cvc2?|cid|card security code|security code)\b(?:\s|[:=#]|is|number){0,4}(?<value>\d{3,4})(?!\d)/dgi;

export function* findCards(text: string): Generator<Span> {
  const cards = numbersIn(text, ROW, [12, 19], (number, start) => {
    const digits = digitsOf(number);
    if (ISSUERS.some((issuer) => issuer.test(digits)) && luhn(digits)) return true;
    return CARD_WORD.test(text.slice(Math.max(0, start - 48), start));
  });
  for (const place of cards) yield { ...place, type: 'CARD' };
  yield* spansOf(text, HIDDEN, 'CARD');
  yield* spansOf(text, CODE, 'CARD');
}

const IBAN = /(?<![\p{Script=Latin}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/giu;

/** International bank account numbers, known by their own checksum. */
export function* findIbans(text: string): Generator<Span> {
  for (const match of text.matchAll(IBAN)) {
    const length = IBAN_LENGTHS[match[0].slice(0, 2).toUpperCase()];
    if (!length) continue;
    // What follows may have been taken for a part of it: as many letters and digits as the country has.
    let end = match.index;
    let iban = '';
    for (; iban.length < length && end < match.index + match[0].length; end++) {
      const char = text[end]!;
      if (/[A-Z0-9]/i.test(char)) iban += char.toUpperCase();
    }
    if (iban.length === length && mod97(iban) && !/[A-Z0-9]/i.test(text[end] ?? '')) {
      yield { start: match.index, end, type: 'BANK' };
    }
  }
}

interface Shape {
  readonly pattern: RegExp;
  readonly holds?: (value: string) => boolean;
}

/** Ids that their shape alone gives away, with the check that they carry where they do. */
const IDS: readonly Shape[] = [
  // United States: social security number.
  { pattern: /(?<![\p{Script=Latin}\d-])\d{3}-\d{2}-\d{4}(?![\p{Script=Latin}\d-])/gu },
  // United Kingdom: national insurance number.
  {
    pattern:
      /(?<![\p{Script=Latin}\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{Script=Latin}\d])/gu,
  },
  // Spain: DNI and NIE.
  {
    pattern:
      /(?<![\p{Script=Latin}\d])(?:\d{8}|[XYZ]-?\d{7})[- ]?[A-HJ-NP-TV-Z](?![\p{Script=Latin}\d])/gu,
    holds: spanishLetter,
  },
  // Italy: codice fiscale.
  {
    pattern:
      /(?<![\p{Script=Latin}\d])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{Script=Latin}\d])/giu,
  },
  // France: NIR.
  {
    pattern:
      /(?<![\p{Script=Latin}\d])[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?![\p{Script=Latin}\d])/gu,
    holds: (value) => frenchKey(digitsOf(value)),
  },
  // Brazil: CPF.
  {
    pattern: /(?<![\p{Script=Latin}\d])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/gu,
    holds: (value) => brazilianDigits(digitsOf(value)),
  },
];

export function* findIds(text: string): Generator<Span> {
  for (const { pattern, holds } of IDS) yield* spansOf(text, pattern, 'GOV_ID', holds);
}
