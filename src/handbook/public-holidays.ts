import Holidays from 'date-holidays';
import { nearest } from '../support/nearest.ts';

const DAY = 86_400_000;
const rules = new Holidays();

/** Names by their codes. */
type Codes = ReadonlyMap<string, string>;

/** What is wrong with the code of a country ("de") or of a region in it ("de-by", "de-by-a"). */
export function faultOfRegion(code: string): { what: string; remedy: string } | undefined {
  const [country = '', ...parts] = code.split('-');
  const levels = [
    { names: rules.getCountries('en'), of: 'a country whose public holidays are known' },
    { names: rules.getStates(country), of: `a region of "${country}"` },
    { names: rules.getRegions(country, parts[0] ?? ''), of: `a place in "${country}-${parts[0]}"` },
  ];
  const before: string[] = [];
  for (const [depth, part] of [country, ...parts].entries()) {
    const { names, of } = levels[depth] ?? { names: {}, of: 'known' };
    const codes = new Map(
      Object.entries(names ?? {}).map(([key, name]) => [key.toLowerCase(), name]),
    );
    if (!codes.has(part))
      return { what: `"${code}" is not ${of}.`, remedy: remedyFor(part, before, codes) };
    before.push(part);
  }
  return undefined;
}

function remedyFor(part: string, before: readonly string[], codes: Codes): string {
  const say = (code: string) => `${[...before, code].join('-')} (${codes.get(code)})`;
  if (before.length === 0) {
    const meant = countriesLike(part, codes).map(say).join(' or ');
    const guess = meant === '' ? '' : `Did you mean ${meant}? `;
    return `${guess}Write the two letters of ISO 3166, such as de or us, or list the dates.`;
  }
  if (codes.size === 0)
    return `Write ${before.join('-')}, which has no such parts, or list the dates.`;
  const meant = [...codes.keys()].filter((code) => nearest(part, [code], 1));
  const guess = meant.length === 0 ? '' : `Did you mean ${meant.map(say).join(' or ')}? `;
  return `${guess}There are ${[...codes.keys()].map(say).join(', ')}.`;
}

/** Countries by their English names' initials (uk), or what the names begin with (germany, sp). */
function countriesLike(typed: string, codes: Codes): string[] {
  const initials = (name: string) => name.replace(/[^A-Z]/g, '').toLowerCase();
  return [...codes]
    .filter(([, name]) => initials(name) === typed || name.toLowerCase().startsWith(typed))
    .map(([code]) => code)
    .slice(0, 3);
}

/** What was worked out already, by code and year: tens of milliseconds each. */
const known = new Map<string, readonly string[]>();

/**
 * The days of a year on which one of the places has a public holiday, as ISO dates in order. The free day for a holiday at a
 * weekend is among them.
 */
export function publicHolidaysIn(codes: readonly string[]): (year: number) => readonly string[] {
  const years = new Map<number, readonly string[]>();
  return (year) => {
    const read = years.get(year);
    if (read !== undefined) return read;
    // A feast of several days may begin in the year before.
    const found = codes.flatMap((code) => [...daysIn(code, year - 1), ...daysIn(code, year)]);
    const days = [...new Set(found)].filter((day) => day.startsWith(`${year}-`)).sort();
    years.set(year, days);
    return days;
  };
}

function daysIn(code: string, year: number): readonly string[] {
  const key = `${code} ${year}`;
  const read = known.get(key);
  if (read !== undefined) return read;
  const [country = '', state = '', region = ''] = code.toUpperCase().split('-');
  const days = daysOf(new Holidays(country, state, region), year);
  known.set(key, days);
  return days;
}

/** Feasts that begin at sunset are free on the days after it; a part of a day is none. */
function daysOf(place: Holidays, year: number): string[] {
  return place
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => {
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      // A tenth of a day is more than any clock is ever set.
      const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / DAY + 0.1));
      return Array.from({ length: days }, (_, i) =>
        new Date(first + i * DAY).toISOString().slice(0, 10),
      );
    });
}
