/** Something exact that the customer gave us, fit to be said back to them. */
export interface Detail {
  readonly kind: 'number' | 'amount' | 'error';
  /** As we say it: "order 1142", "$49.99", "error 503". */
  readonly said: string;
  /** What it is the number of: "order", "invoice". */
  readonly of?: string;
}

const NUMBERED =
  /\b(order|invoice|booking|reservation|tracking|ticket|case|reference|ref|policy|claim|po)\b ?(?:number|no\.?|num|id|nr\.?|code)? ?(?:is|was)? ?[:#]{0,2} ?#?([A-Z0-9](?:[A-Z0-9-]{0,22}[A-Z0-9])?)\b/gi;
/** A number with a hash alone: "#88". */
const HASHED = /(?:^|[\s(,])#(\d{2,11})\b/g;
/** "Order 2 pizzas" counts something; "order 2, please" and "invoice 2" are numbers of something. */
const COUNTS = /^(?!invoice)\w+ \d{1,2}(?= +[a-z])/i;
const AMOUNT =
  /(?:[$€£]|\b(?:usd|eur|gbp)\s?)\d{1,7}(?:[.,]\d{1,3}){0,3}|\b\d{1,7}(?:[.,]\d{1,3}){0,3}\s?(?:€|£|usd|eur|gbp|dollars|euros|pounds)\b/gi;
const ERROR =
  /\berror(?: (?:code|number|no\.?))? ?[:#]? ?(0x[0-9a-f]{2,8}|[A-Z]{0,6}[-_]?\d{2,6})\b|\b([45]\d\d) error/gi;

/** Whether an amount of money is given; of several, `detailsIn` cannot tell which one is meant. */
export function givesAmount(text: string): boolean {
  return text.slice(0, 8_000).search(AMOUNT) >= 0;
}

/** The order numbers, amounts and error codes in a message. Long digit runs may be cards and are left out. */
export function detailsIn(text: string): Detail[] {
  // One blank where there were many: what may stand between two words is tried in one way only.
  const plain = text.slice(0, 8_000).replace(/[ \t]+/g, ' ');
  const details: Detail[] = [];
  for (const { 0: whole, 1: kind, 2: id, index } of plain.matchAll(NUMBERED)) {
    if (COUNTS.test(plain.slice(index, index + whole.length + 3))) continue;
    if (id === undefined || !/\d/.test(id) || /\d{12}/.test(id.replace(/-/g, ''))) continue;
    const of = (kind ?? '').toLowerCase().replace(/^ref$/, 'reference');
    details.push({ kind: 'number', said: `${of} ${id}`, of });
  }
  if (details.length === 0) {
    for (const [, id] of plain.matchAll(HASHED)) {
      details.push({ kind: 'number', said: `number ${id}`, of: 'number' });
    }
  }
  for (const [, after, before] of plain.matchAll(ERROR)) {
    details.push({ kind: 'error', said: `error ${after ?? before}` });
  }
  const amounts = [...new Set(plain.match(AMOUNT)?.map((amount) => amount.trim()))];
  // Of several amounts nobody can tell which one is meant.
  if (amounts.length === 1) details.push({ kind: 'amount', said: amounts[0] ?? '' });
  const seen = new Set<string>();
  return details.filter(({ said }) => !seen.has(said) && seen.add(said));
}
