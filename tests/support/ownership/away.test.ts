import { describe, expect, it } from 'vitest';
import { readAway, sayAway } from '../../../src/support/ownership/away.ts';
import { leastCpu } from '../../cpu-time.ts';
import { daily, policyWith, team } from './staffing.ts';

const berlin = { ...daily(9, 17), zone: 'Europe/Berlin' };
const policy = policyWith([team(['ada'], { calendar: berlin })], 'round robin');
/** A Monday, 11:00 in Berlin. */
const AT = Date.parse('2026-03-02T10:00:00Z');
const at = (iso: string) => ({ until: Date.parse(iso) });

describe('until when somebody is away', () => {
  it.each([
    ['', {}],
    ['2h', at('2026-03-02T12:00:00Z')],
    ['for 90 min', at('2026-03-02T11:30:00Z')],
    ['2 hours', at('2026-03-02T12:00:00Z')],
    ['1d 4h', at('2026-03-03T14:00:00Z')],
    ['until 15:00', at('2026-03-02T14:00:00Z')],
    ['15.30', at('2026-03-02T14:30:00Z')],
    ['until 3pm', at('2026-03-02T14:00:00Z')],
    ['until 12 pm', at('2026-03-02T11:00:00Z')],
    ['until 12am', at('2026-03-02T23:00:00Z')],
    ['til 9:15 am', at('2026-03-03T08:15:00Z')],
    ['until 11:00', at('2026-03-03T10:00:00Z')],
    ['tomorrow', at('2026-03-03T08:00:00Z')],
    ['until Tomorrow', at('2026-03-03T08:00:00Z')],
  ])('%j', (words, away) => {
    expect(readAway(words, 'ada', policy, AT)).toEqual(away);
  });

  it.each(['until 25:00', '0h', '15', 'until 13pm', 'soon', '999d', '2h or so', '-2h', '15:60'])(
    '%j is none that can be told',
    (words) => expect(readAway(words, 'ada', policy, AT)).toBeUndefined(),
  );

  it('a night shift that is away until tomorrow is back for the one that begins then', () => {
    const nights = policyWith([team(['ada'], { calendar: daily(22, 30) })], 'round robin');
    const during = Date.parse('2026-03-02T23:00:00Z');
    // The shift of Monday goes on past midnight: it is not over until they have been away from it.
    expect(readAway('tomorrow', 'ada', nights, during)).toEqual(at('2026-03-03T00:00:00Z'));
  });

  it('says until when, and what that means', () => {
    const said = sayAway(at('2026-03-02T15:00:00Z'), policy, AT);
    expect(said).toContain('nothing new is given to you');
    expect(said).toContain('by 3 pm today (UTC)');
    expect(sayAway({}, policy, AT)).not.toContain('to be back by');
  });

  it.each([
    ['digits', '1'.repeat(40_000)],
    ['spans', '1h '.repeat(13_000)],
    ['spaces', `until${' '.repeat(40_000)}`],
  ])('%s without end are read at once', (_, words) => {
    expect(leastCpu(() => readAway(words, 'ada', policy, AT), 5)).toBeLessThan(5);
  });
});
