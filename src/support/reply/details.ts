/** Something exact that the customer gave us, fit to be said back to them. */
export interface Detail {
  readonly kind: 'number' | 'amount' | 'error';
  /** As we say it: "order 1142", "$49.99", "error 503". */
  readonly said: string;
  /** What it is the number of: "order", "invoice". */
  readonly of?: string;
}

const NUMBERED =
  /\b(order|invoice|booking|reservation|tracking|ticket|case|reference|ref|policy|claim|po)\b ?(?:number|no\.?|num|id|nr\.?|code)? ?(?:is|was)? ?[:#]{0,2} ?#?([A-Z0-9](?:[A-Z0-9-]{1,22})[A-Z0-9])\b/gi;
const AMOUNT =
  /(?:[$€£]|\b(?:usd|eur|gbp)\s?)\d{1,7}(?:[.,]\d{1,3}){0,3}|\b\d{1,7}(?:[.,]\d{1,3}){0,3}\s?(?:€|£|usd|eur|gbp|dollars|euros|pounds)\b/gi;
const ERROR =
  /\berror(?: (?:code|number|no\.?))? ?[:#]? ?(0x[0-9a-f]{2,8}|[A-Z]{0,6}[-_]?\d{2,6})\b|\b([45]\d\d) error/gi;

/** The order numbers, amounts and error codes in a message. Long digit runs may be cards and are left out. */
export function detailsIn(text: string): Detail[] {
  // One blank where there were many: what may stand between two words is tried in one way only.
  const plain = text.slice(0, 8_000).replace(/[ \t]+/g, ' ');
  const details: Detail[] = [];
  for (const [, kind, id] of plain.matchAll(NUMBERED)) {
    if (id === undefined || !/\d/.test(id) || /\d{12}/.test(id.replace(/-/g, ''))) continue;
    const of = (kind ?? '').toLowerCase().replace(/^ref$/, 'reference');
    details.push({ kind: 'number', said: `${of} ${id}`, of });
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
