import { digitsOf, type Personal, type Span, spansOf } from './personal.ts';

/** What may stand between a word such as "passport" and its number, in the eight languages. */
const BETWEEN = String.raw`(?:[\s:=#'"“”‘’«»(*_.,/-]|(?:numbers?|num|no|nr|n[°ºo]|id|is|was|are|like|such as|e\.g|code|card|details?|info|information|for|verification|purposes|ending|with|in|the|my|his|her|their|our|your|this|used|using|linked|to|of|direct|deposits?|wire|transfers?|payroll|payments?|processing|refunds?|listed|given|n[uú]mero|es|num[eé]ro|est|de|du|della|do|d['’]|nummer|ist|lautet|é|è|et|het|番号|は|が|カード)(?![\p{Script=Latin}-])){0,16}`;

/** Letters and digits, with groups of digits behind it. */
const VALUE = String.raw`(?=[A-Z./:_*-]{0,24}\d)(?<value>[A-Z0-9](?:[-./:_*]?[A-Z0-9]){2,33}(?:[ ]\d{1,6}){0,7})(?![\p{Script=Latin}\d])`;

const LABELS: Readonly<Record<'BANK' | 'GOV_ID', string>> = {
  BANK: [
    'iban|ibans|bic|swift|swift code|ifsc|ifsc code|routing|routing number|sort code|aba|clabe|blz|bankleitzahl',
    'acc|acct|accnum|a\\/c|accounts?|bank accounts?|(?:checking|savings|giro) accounts?',
    'konto|kontonummer|kontonr|bankkonto|compte|compte bancaire|rib|cuenta|cuenta bancaria|conta|conta bancária|nib',
    'conto|conto corrente|rekening|rekeningnummer|bankrekening|口座|口座番号|支店番号',
  ].join('|'),
  GOV_ID: [
    'ssn|social security|social insurance|sin number|itin|employer identification|tin|tax ?id|tax identification|taxpayer|tax number|vat id',
    'national insurance|nino|nhs|national id|identity card|id card|voter id|aadhaa?r|pan|pan card|medicare',
    "passports?|driver['’]?s?['’]? licen[cs]es?|driving licen[cs]es?|driver licen[cs]es?|licen[cs]e number|dl",
    'dni|nie|nif|nuss|pasaporte|seguridad social|permiso de conducir|carn[eé] de conducir|curp',
    'nir|s[eé]curit[eé] sociale|passeport|permis de conduire|num[eé]ro fiscal|spi|carte d.identit[eé]',
    'steuer-?id|steueridentifikationsnummer|steuernummer|idnr|sozialversicherungsnummer|personalausweis|personalausweisnummer|ausweisnummer|reisepass|reisepassnummer|f[uü]hrerschein|f[uü]hrerscheinnummer|ahv',
    'cpf|contribuinte|passaporte|carta de condu[cç][aã]o|cart[aã]o de cidad[aã]o|rg|cnh|niss',
    "codice fiscale|passaporto|patente|carta d['’]identit[aà]|tessera sanitaria",
    'bsn|burgerservicenummer|sofinummer|paspoort|paspoortnummer|rijbewijs|rijbewijsnummer|identiteitskaart',
    'マイナンバー|個人番号|旅券|パスポート|運転免許証?|免許証?|保険証',
  ].join('|'),
};

const PATTERNS = Object.entries(LABELS).map(
  ([type, words]) =>
    [
      type as Personal,
      new RegExp(
        String.raw`(?<![\p{Script=Latin}\d])(?:${words})(?!\p{Script=Latin})${BETWEEN}${VALUE}`,
        'dgiu',
      ),
    ] as const,
);

const DATE =
  /^(?:\d{1,2}([-./])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}([-./])\d{1,2}\2\d{1,2}|(?:19|20)\d\d)$/;
/** A number that is counted, and so is no one's. */
const COUNTED =
  /^\s?(?:[€$£¥%]|(?:eur|euros?|usd|gbp|chf|dollars?|pounds?|days?|weeks?|months?|years?|hours?|times|tage|jours|días|giorni|dagen)\b)/i;

export const isDate = (value: string): boolean => DATE.test(value);

/** Numbers of banks and offices that only the word in front of them gives away. */
export function* findLabelled(text: string): Generator<Span> {
  for (const [type, pattern] of PATTERNS) {
    yield* spansOf(text, pattern, type, (value, { index, 0: all }) => {
      const ending = /ending|end(?:et|s)? |\*$/i.test(all.slice(0, -value.length));
      const long = ending || value.replace(/[^A-Z0-9]/gi, '').length >= 6;
      return (
        long &&
        digitsOf(value).length >= 3 &&
        (!isDate(value) || /sort code/i.test(all)) &&
        !COUNTED.test(text.slice(index + all.length, index + all.length + 10)) &&
        !(type === 'BANK' && value.includes('_'))
      );
    });
  }
}
