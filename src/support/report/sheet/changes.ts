import type { Measure } from '../measure.ts';
import type { Result } from '../report.ts';
import { grouped, isTooFew, sayResult } from './numbers.ts';

/** How a figure stands against the period before. */
export interface Change {
  /** Empty where there is nothing to compare. */
  readonly change: string;
  readonly better?: boolean;
}

/** Under this, a change is noise: of what it was, of points, or of a score. */
const SAME = { ratio: 0.005, points: 0.005, score: 0.05 } as const;

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

/** By how much, in words; empty where a share of nothing would be asked, undefined where it is the same. */
function difference(is: number, was: number, unit: Result['unit']): string | undefined {
  const by = Math.abs(is - was);
  if (unit === 'share') {
    if (by < SAME.points) return undefined;
    const points = Math.round(by * 100);
    return `${points} ${points === 1 ? 'point' : 'points'}`;
  }
  if (unit === 'score') return by < SAME.score ? undefined : String(Math.round(by * 10) / 10);
  if (was === 0) return is === 0 ? undefined : '';
  const ratio = by / Math.abs(was);
  // "Up 400 %" of three is no more than "was 3".
  if (unit === 'count' && Math.min(was, is) < 5) return is === was ? undefined : '';
  return ratio < SAME.ratio ? undefined : `${grouped(Math.round(ratio * 100))} %`;
}
