import type { Result, Spread } from '../report.ts';

/** Under so many, a middle or a share says nothing of the next: it is not told. */
export const ENOUGH = 5;

export const TOO_FEW = 'too few to say';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A duration as people say it: "under a minute", "58 min", "1 h 5 min", "26 h", "3 days 4 h". Seconds. Opening time is never told
 * in days, whose length nobody would know.
 */
export function sayDuration(seconds: number, clock: 'wall' | 'business' = 'wall'): string {
  if (seconds < MINUTE) return 'under a minute';
  if (seconds < HOUR - MINUTE / 2) return `${Math.round(seconds / MINUTE)} min`;
  if (seconds < 10 * HOUR) return inParts(Math.round(seconds / MINUTE), 60, 'h', 'min');
  const hours = Math.round(seconds / HOUR);
  if (clock === 'business' || seconds < 2 * DAY) return `${grouped(hours)} h`;
  if (seconds < 10 * DAY) return inParts(hours, 24, 'days', 'h');
  return `${grouped(Math.round(seconds / DAY))} days`;
}

function inParts(many: number, size: number, unit: string, rest: string): string {
  const over = many % size;
  return `${Math.floor(many / size)} ${unit}${over === 0 ? '' : ` ${over} ${rest}`}`;
}

/** "1 214": thousands apart, so that a long number can be read. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+(?!\d))/g, '\u202f');
}

/** "93 %". */
export function sayShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "4.6", "+42": at most one digit behind the point, since nobody can mean more. */
function sayScore(score: number): string {
  return String(Math.round(score * 10) / 10);
}

export function sayMoney(money: number): string {
  return money !== 0 && Math.abs(money) < 1
    ? String(Number(money.toPrecision(2)))
    : money.toFixed(2);
}

/** What a result comes to, in words: the middle of durations, or its value. `TOO_FEW` where it rests on too few. */
export function sayResult(result: Result): string {
  if (isTooFew(result)) return TOO_FEW;
  if (result.unit === 'seconds') return sayDuration(result.median);
  const { value = 0 } = result;
  if (result.unit === 'count') return grouped(value);
  if (result.unit === 'share') return sayShare(value);
  return result.unit === 'score' ? sayScore(value) : sayMoney(value);
}

/** What is counted or paid is as it is; all else wants some to rest on. */
export function isTooFew(result: Result): boolean {
  if (result.unit === 'count' || result.unit === 'money') return false;
  return result.n < ENOUGH || (result.unit !== 'seconds' && result.value === undefined);
}

/** Whether opening hours tell another story than the clock on the wall. */
export function businessOf(result: Result): Spread | undefined {
  if (result.unit !== 'seconds' || !result.business || isTooFew(result)) return undefined;
  const { business } = result;
  const differs = (['median', 'p90', 'mean'] as const).some(
    (one) => sayDuration(business[one], 'business') !== sayDuration(result[one]),
  );
  return differs ? business : undefined;
}

/** "n 214". */
export function sayN({ n }: Result): string {
  return `n ${grouped(n)}`;
}
