import type { Instant } from '../../../../src/support/conversation.ts';
import type { Calendar } from '../../../../src/support/handbook.ts';

const day = [{ from: 540, to: 1020 }];

/** There on working days from 9 to 17. */
export const OFFICE: Calendar = {
  zone: 'Europe/Berlin',
  week: [day, day, day, day, day, [], []],
  holidays: ['2026-12-25'],
};

/** Monday 23 November 2026, 11:00 in Berlin. */
export const AT = Date.parse('2026-11-23T10:00:00Z');

/** "24 17:00" in that November, with the month before it in any other. */
export function local(at: Instant): string {
  const said = new Date(at).toLocaleString('sv-SE', { timeZone: OFFICE.zone });
  return said.replace(/^2026-(?:11-)?/, '').slice(0, -3);
}
