import type { Measure } from '../measure.ts';
import type { Result } from '../report.ts';
import { grouped, isTooFew, sayResult } from './numbers.ts';

/** How a figure stands against the period before. */
export interface Change {
  /** Empty where there is nothing to compare. */
  readonly change: string;
  readonly better?: boolean;
}

/** Under this share of what it was, a change is noise. */
const SAME = 0.005;

/**
 * A result against what it was: "▲ up 12 % (was 58 min), worse".
 * @param aim which way is good; undefined where neither is
 */
export function changeOf(
  now: Result,
  was: Result | undefined,
  aim: Measure['better'] | undefined,
): Change {
  if (!was || was.unit !== now.unit || isTooFew(now)) return { change: '' };
  if (isTooFew(was)) return { change: was.n === 0 ? '' : 'too few before to compare' };
  const [is, before] = [numberOf(now), numberOf(was)];
  const by = difference(is, before, now.unit);
  const said = sayResult(was);
  if (by === undefined) {
    const same = said === sayResult(now);
    return { change: same ? `unchanged (${said})` : `about the same (was ${said})` };
  }
  const up = is > before;
  const arrow = up ? '▲ up' : '▼ down';
  const change = `${arrow}${by === '' ? '' : ` ${by}`} (was ${said})`;
  if (aim === undefined) return { change };
  const better = up === (aim === 'more');
  return { change: `${change}, ${better ? 'better' : 'worse'}`, better };
}

function numberOf(result: Result): number {
  return result.unit === 'seconds' ? result.median : (result.value ?? 0);
}

/**
 * By how much, in words: shares and scores by what stands there, so that whoever subtracts finds the same. Empty where a share of nothing would be asked, undefined where it
 * is the same.
 */
function difference(is: number, was: number, unit: Result['unit']): string | undefined {
  if (unit === 'share') {
    const points = Math.abs(Math.round(is * 100) - Math.round(was * 100));
    if (points === 0) return undefined;
    return `${points} ${points === 1 ? 'point' : 'points'}`;
  }
  if (unit === 'score') {
    const tenths = Math.abs(Math.round(is * 10) - Math.round(was * 10));
    return tenths === 0 ? undefined : String(tenths / 10);
  }
  const by = Math.abs(is - was);
  if (was === 0) return is === 0 ? undefined : '';
  const ratio = by / Math.abs(was);
  // "Up 400 %" of three is no more than "was 3".
  if (unit === 'count' && Math.min(was, is) < 5) return is === was ? undefined : '';
  return ratio < SAME ? undefined : `${grouped(Math.round(ratio * 100))} %`;
}
