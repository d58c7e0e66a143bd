/** Something exact that is said: a link, an address, an amount, a time or a number. */
export interface Fact {
  readonly what: 'link' | 'address' | 'amount' | 'time' | 'number';
  readonly said: string;
  /** What it may mean, whatever the language it is written in: "1.234,50 €" and "EUR 1234.50" have one in common. */
  readonly keys: readonly string[];
}

/** The months in the languages that the standards know, as they are written in dates. */
const MONTHS = [
  'january januar enero janvier janeiro gennaio januari jan',
  'february februar febrero février fevrier fevereiro febbraio februari feb',
  'march märz maerz marzo mars março marco maart mar mär mrt',
  'april abril avril aprile apr',
  'may mai mayo maio maggio mei',
  'june juni junio juin junho giugno jun',
  'july juli julio juillet julho luglio jul',
  'august agosto août aout augustus aug',
  'september septiembre septembre setembro settembre sep sept',
  'october oktober octubre octobre outubro ottobre oct okt',
  'november noviembre novembre novembro nov',
  'december dezember diciembre décembre decembre dezembro dicembre dec dez',
];

/** Lengths of time in the same languages. */
const SPANS = [
  'minutes minute minuten minutos minuto minuti minuut min 分',
  'hours hour stunden stunde horas hora heures heure ore ora uren uur 時間',
  'days day tage tagen tag werktage werktagen werktag arbeitstage arbeitstagen días dias día dia jours jour giorni giorno dagen dag werkdagen werkdag 営業日 日間 日',
  'weeks week wochen woche semanas semana semaines semaine settimane settimana weken 週間',
  'months month monate monaten monat meses mes mês mois mesi mese maanden maand か月 ヶ月',
];

const COUNTS = [
  'two zwei dos deux dois duas due twee',
  'three drei tres trois três tre drie',
  'four vier cuatro quatre quatro quattro',
  'five fünf cinco cinq cinque vijf',
  'six sechs seis sei zes',
  'seven sieben siete sept sete sette zeven',
  'eight acht ocho huit oito otto',
  'nine neun nueve neuf nove negen',
  'ten zehn diez dix dez dieci tien',
];

const months = numbered(MONTHS, 1);
const spans = numbered(SPANS, 0);
const counts = numbered(COUNTS, 2);

const anyOf = (words: ReadonlyMap<string, number>) =>
  [...words.keys()].sort((a, b) => b.length - a.length).join('|');
/** The names of the months as a part of an expression; `monthOf` numbers them. */
export const MONTH = anyOf(months);
const SPAN = anyOf(spans);
const COUNT = `\\d{1,4}|${anyOf(counts)}`;
/** Digits with the marks that some set between thousands and others before the fraction. */
const AMOUNT =
  "\\d{1,3}(?:[ .,'’]\\d{3}){1,4}(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,9}(?:[.,]\\d{1,3})?(?!\\d)";
const CURRENCY =
  'eur|euros?|usd|us-dollar|gbp|dollars?|dólares|dollari|dollaro|pounds?|libras?|pfund|yen|円|ドル|ユーロ|€|£|¥|\\$';
const PERCENT = '%|percent|prozent|pour cent|por ciento|por cento|per cento|procent|パーセント';
const NOT_IN_WORD = '(?![\\p{L}\\p{N}])';
const STARTS = '(?<![\\p{L}\\p{N}.,])';

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>)。、）]{1,2000}/gi;
const ADDRESS = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}/g;
const MONEY = expression(
  `[$€£¥] ?(?<after>${AMOUNT})|${STARTS}(?<before>${AMOUNT}) ?(?:(?<share>${PERCENT})|(?:${CURRENCY}))(?![\\p{Script=Latin}\\p{N}])`,
);
const ISO = /(?<!\d)\d{4}-(\d\d)-(\d\d)(?!\d)/g;
const DAY = expression(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°|ª)? (?:of |de |d['’])?(${MONTH})${NOT_IN_WORD}`,
);
const MONTH_DAY = expression(
  `(?<!\\p{L})(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}:]|[.,]\\d)`,
);
const KANJI_DAY = /(\d{1,2})月(\d{1,2})日/g;
const SLASHED =
  /(?<![\d./])(?!24\/7)(?:(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?|(\d{1,2})\.(\d{1,2})\.(?:\d{2,4})?)(?![\d/])/g;
const CLOCK =
  /(?<![\d:.,])(\d{1,2})(?:(?:[:.](\d\d))? ?(?:([ap])\.? ?m\b\.?|uhr|Uhr)|:(\d\d)(?![\d:])|h(\d\d)?(?![\p{L}\d]))/giu;
const KANJI_CLOCK = /(午前|午後)?(\d{1,2})時(?!間)(?:(\d{1,2})分|(半))?/g;
const LENGTH = expression(
  `(?<![\\p{L}\\p{N}.,])(${COUNT})(?: ?(?:-|–|~|〜|to|bis|a|à|o|tot) ?(\\d{1,4}))? ?-?(?:working |business |full )?(${SPAN})(?![\\p{Script=Latin}\\p{N}])`,
);
const NUMBER = /(?<![\p{L}\p{N}])[A-Z]{0,5}[-#]?\d{4,20}(?!\d)/gu;

/** The facts in a text, in whichever of the languages it is. Takes a time that grows with its length alone. */
export function factsIn(text: string): Fact[] {
  let rest = text.normalize('NFKC');
  const facts: Fact[] = [];
  /** Notes what is found and takes it out: what is a date is no amount besides. */
  const take = (
    what: Fact['what'],
    shape: RegExp,
    keysOf: (found: RegExpMatchArray) => string[],
  ) => {
    const before = facts.length;
    for (const found of rest.matchAll(shape)) {
      facts.push({ what, said: found[0].replace(/[.,;:!?]+$/, ''), keys: keysOf(found) });
    }
    if (facts.length > before) rest = rest.replace(shape, ' ; ');
  };
  take('link', LINK, ([link]) => [bare(link)]);
  take('address', ADDRESS, ([address]) => [bare(address)]);
  take('time', ISO, ([, month, day]) => [dateKey(Number(day), Number(month))]);
  take('time', KANJI_DAY, ([, month, day]) => [dateKey(Number(day), Number(month))]);
  take('time', DAY, ([, day, month]) => [dateKey(Number(day), monthOf(month))]);
  take('time', MONTH_DAY, ([, month, day]) => [dateKey(Number(day), monthOf(month))]);
  take('amount', MONEY, ({ groups }) =>
    valuesOf(groups?.['after'] ?? groups?.['before'] ?? '').map((value) =>
      groups?.['share'] === undefined ? `n:${value}` : `%:${value}`,
    ),
  );
  take('time', LENGTH, ([, from = '', to, span = '']) => [
    [countOf(from), ...(to === undefined ? [] : [to]), `s${spans.get(span.toLowerCase())}`].join(
      '-',
    ),
  ]);
  take('time', CLOCK, ([, hour, exact, half, minute, french]) =>
    clockKeys(Number(hour), Number(exact ?? minute ?? french ?? 0), half?.toLowerCase()),
  );
  take('time', KANJI_CLOCK, ([, half, hour, minute, thirty]) =>
    clockKeys(
      Number(hour),
      thirty ? 30 : Number(minute ?? 0),
      half && (half === '午前' ? 'a' : 'p'),
    ),
  );
  take('time', SLASHED, ([, a, b, c, d]) => {
    const [one, other] = [Number(a ?? c), Number(b ?? d)];
    return [dateKey(one, other), dateKey(other, one)];
  });
  take('number', NUMBER, ([number]) => [bare(number).replace(/^[-#]/, '')]);
  return facts;
}

/** What a text says, to hold facts against: their meanings, its bare numbers, and itself without spaces. */
export function sayable(text: string): (fact: Fact) => boolean {
  const plain = text.normalize('NFKC');
  const keys = new Set(factsIn(plain).flatMap((fact) => fact.keys));
  for (const number of plain.match(BARE) ?? [])
    for (const v of valuesOf(number)) keys.add(`n:${v}`);
  const squeezed = squeeze(plain);
  return (fact) => fact.keys.some((key) => keys.has(key)) || squeezed.includes(squeeze(fact.said));
}

const BARE = new RegExp(AMOUNT, 'g');

function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

/** The numbers that digits with marks may stand for: "1.234" is a thousand to some and one and a bit to others. */
function valuesOf(written: string): number[] {
  const digits = written.replace(/[ '’]/g, '');
  const marks = digits.match(/[.,]/g) ?? [];
  const last = digits.slice(-3).search(/[.,]/);
  const whole = Number(digits.replace(/[.,]/g, ''));
  if (marks.length === 0) return [whole];
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const parted = Number(`${digits.slice(0, at).replace(/[.,]/g, '')}.${digits.slice(at + 1)}`);
  // One or two digits behind the last mark are a fraction.
  if (last >= 0) return [parted];
  return marks.length > 1 ? [whole] : [whole, parted];
}

function dateKey(day: number, month: number): string {
  return `${day}/${month}`;
}

/** In minutes after midnight: without a half of the day it may be either. */
function clockKeys(hour: number, minute: number, half: string | undefined): string[] {
  const at = (hours: number) => `${hours * 60 + minute}m`;
  if (half === undefined) return hour < 12 ? [at(hour), at(hour + 12)] : [at(hour)];
  return [at((hour % 12) + (half === 'p' ? 12 : 0))];
}

/** Of a month's name in any of the languages; 0 where it is none. */
export function monthOf(name = ''): number {
  return months.get(name.toLowerCase()) ?? 0;
}

function countOf(written: string): string {
  return String(counts.get(written.toLowerCase()) ?? written);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[.,;:!?]+$/, '');
}

function numbered(lines: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((line, i) => line.split(' ').map((word) => [word, i + first] as const)),
  );
}

function expression(source: string): RegExp {
  return new RegExp(source, 'giu');
}
