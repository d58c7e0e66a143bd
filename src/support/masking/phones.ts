import { isDate } from './labelled.ts';
import { digitsOf, numbersIn, type Span } from './personal.ts';

/** Digits in groups, as numbers to call are written. */
const ROW =
  /(?<![\p{Script=Latin}\d$€£¥#/+-]|\d[.,:])(?:\+ ?|\()?\d(?:[ .\-/()]{0,2}\d){6,60}(?![\d%€]|[.,:/-]\d)/gu;
const EXTENSION = /^ ?(?:x|ext\.?|durchwahl|poste) ?\d{1,6}(?!\d)/i;

/** Words before a number, in the eight languages, that say one can be called there. */
const CALL = String.raw`(?:tele)?phones?|phone number|tel|mobiles?|cell(?:phone)?|mob|ph|fax|whats ?app|sms|desk|office|landline|call|ring|text|reach|dial|messages?|contact|(?:my|his|her|our|contact) number|t[eé]l[eé]fono|m[oó]vil|celular|ll[aá]m[ae]\w*|t[eé]l[eé]phone|portable|appel\w*|joindre|telefon|telefonnummer|handy|handynummer|mobilnummer|rufnummer|anruf\w*|erreich\w*|telefone|telem[oó]vel|telemovel|liga\w*|telefono|cellulare|chiama\w*|telefoon|telefoonnummer|mobiel|bel|bellen|電話|電話番号|携帯|連絡先|ファックス`;
const BEFORE = new RegExp(
  String.raw`(?<!\p{Script=Latin})(?:${CALL})(?!\p{Script=Latin})(?:[\s:=#'"“(*_.,/-]|(?:numbers?|num|no|nr|is|me|us|back|at|on|to|him|her|n[uú]mero|num[eé]ro|nummer|es|est|ist|é|è|au|al|ao|unter|op|het|en|le|番号|は|まで)(?!\p{Script=Latin})){0,8}$`,
  'iu',
);
const BEHIND =
  /^\s{0,2}\(?(?:office|fax|mobile|cell|home|work|desk|phone|mobil|handy|privat|bureau|m[oó]vil|trabajo)\b/i;

/** Words before a number that say it is something else. */
const ELSE =
  /(?:orders?|invoices?|tickets?|cases?|refs?|references?|tracking|shipments?|parcels?|bookings?|reservations?|serial|model|version|build|isbn|sku|part|items?|products?|confirmation|transactions?|pedidos?|facturas?|commandes?|factures?|bestell\w*|auftrags?\w*|rechnung\w*|sendung\w*|encomendas?|ordin[ei]|fattur[ae]|bestelling\w*|factuur\w*|注文\S{0,4}|請求書\S{0,4}|追跡\S{0,4})(?:[\s:=#'"(.-]|number|num|no|nr|n[°º]|id|code|is|nummer|n[uú]mero|num[eé]ro|es|est|ist|番号|は){0,8}$/iu;

/** Numbers that can be called: by their shape, or by the words around them. */
export function* findPhones(text: string): Generator<Span> {
  for (const { start, end } of numbersIn(text, ROW, [7, 15], (number, at) =>
    isPhone(text, number, at),
  )) {
    const extension = EXTENSION.exec(text.slice(end, end + 20))?.[0].length ?? 0;
    yield { start, end: end + extension, type: 'PHONE' };
  }
}

function isPhone(text: string, number: string, start: number): boolean {
  if (isDate(number) || isNetwork(number)) return false;
  // Within a row nothing but digits stands before it.
  const first = !/\d[ .\-/()]{0,2}$/.test(text.slice(Math.max(0, start - 4), start));
  const before = first ? text.slice(Math.max(0, start - 48), start) : '';
  if (BEFORE.test(before)) return true;
  const end = start + number.length;
  if (BEHIND.test(text.slice(end, end + 14))) return true;
  return looksCallable(number) && (number.startsWith('+') || !ELSE.test(before));
}

function looksCallable(number: string): boolean {
  const digits = digitsOf(number).length;
  if (number.startsWith('+')) return digits >= 8 && /^\+[1-9]/.test(number);
  const groups = number.split(/\D+/).filter(Boolean);
  const sizes = groups.map(({ length }) => length).join('');
  // A date and a time, or an amount with its thousands apart.
  if (
    /^(?:\d{4}-\d\d-\d\d|\d\d?[./-]\d\d?[./-]\d{4})\b/.test(number) ||
    groups.slice(1).includes('000')
  ) {
    return false;
  }
  // North America: 3-3-4, with or without a 1 in front.
  if (/^1?334$/.test(sizes) && /^(?:00)?1?\D*[2-9]/.test(number)) return true;
  if (/^00[1-9]/.test(number)) return digits >= 10 && groups.length > 1;
  // Most of the world dials 0 first within the country.
  if (/^\(?0[1-9]/.test(number))
    return digits >= 9 && digits <= 12 && (groups.length > 1 || /^0[67]/.test(number));
  // Where nobody dials 0: Spain, Portugal, Poland.
  return /^[5-9]\d\d[ .-]\d{3}[ .-]\d{3}$/.test(number) || /^[69]\d\d \d\d \d\d \d\d$/.test(number);
}

/** An address on a network, or a version. */
function isNetwork(number: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(number);
}
