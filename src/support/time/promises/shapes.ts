import { MONTH, monthOf } from '../../reply/facts.ts';
import type { PromiseTongue, Unit } from './tongues/tongue.ts';

/** A length of time from now on. */
export interface Span {
  readonly count: number;
  readonly unit: Unit;
}

/** A time of day in minutes after midnight; 1440 ends the day. */
export interface Clock {
  readonly minute: number;
  /** It may as well be twelve hours later: "by 3", "halb vier". */
  readonly either: boolean;
  /** As a zone is abbreviated: "PT". */
  readonly zone?: string;
}

/** A day of the calendar; without a month the next that has this number. */
export interface NamedDay {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
}

/** What digits and counted words tell of times in one language. */
export interface Shapes {
  /** Takes what it reads out of the text, so that no other shape reads it again. */
  read(text: string): Shaped;
}

export interface Shaped {
  readonly spans: readonly Span[];
  readonly clocks: readonly Clock[];
  readonly days: readonly NamedDay[];
  /** The text without them. */
  readonly rest: string;
}

const UNITS: readonly Unit[] = ['minute', 'hour', 'working-day', 'day', 'week', 'month'];
const AFTER = '(?![\\p{L}\\p{M}\\p{N}])';
const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}.,])';

/** The zones as people abbreviate them; in summer and in winter the same place is meant. */
const ZONES: Readonly<Record<string, string>> = {
  'ET EST EDT': 'America/New_York',
  'CT CST CDT': 'America/Chicago',
  'MT MST MDT': 'America/Denver',
  'PT PST PDT': 'America/Los_Angeles',
  'UTC GMT Z': 'UTC',
  BST: 'Europe/London',
  'WET WEST': 'Europe/Lisbon',
  'CET CEST MEZ MESZ': 'Europe/Berlin',
  'EET EEST': 'Europe/Helsinki',
  BRT: 'America/Sao_Paulo',
  IST: 'Asia/Kolkata',
  SGT: 'Asia/Singapore',
  JST: 'Asia/Tokyo',
  'AEST AEDT': 'Australia/Sydney',
};
const zones = new Map(
  Object.entries(ZONES).flatMap(([names, zone]) =>
    names.split(' ').map((name) => [name, zone] as const),
  ),
);
const ZONE = new RegExp(`^ ?[(（]?(${[...zones.keys()].join('|')})\\b`);

const ISO = expression('(?<!\\d)(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)');
const KANJI = expression('(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日');
const DAY_MONTH = expression(
  `${BEFORE}(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°|ª)? ?(?:of |de |d['’])?(?<name>${MONTH})\\.?(?:,? (?:de )?(?<year>20\\d\\d))?${AFTER}`,
);
const MONTH_DAY = expression(
  `${BEFORE}(?<name>${MONTH})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>20\\d\\d))?(?![\\p{L}\\p{N}:]|[.,]\\d)`,
);
const DIGITS = '(?:[/.](?<year>20\\d\\d|\\d\\d))?';
const DAY_FIRST = expression(
  `(?<![\\d./])(?!24/7)(?:(?<day>\\d{1,2})/(?<month>\\d{1,2})${DIGITS}(?![\\d/])|(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>20\\d\\d|\\d\\d)?(?!\\d))`,
);
const MONTH_FIRST = expression(
  `(?<![\\d./])(?!24/7)(?<month>\\d{1,2})/(?<day>\\d{1,2})${DIGITS}(?![\\d/])`,
);

/** Makes the shapes of a language ready to be read. */
export function readShapes(tongue: PromiseTongue): Shapes {
  const counts = Object.entries(tongue.counts).flatMap(([count, shape]) =>
    shape.split('|').map((one) => ({ count: Number(count), shape: one })),
  );
  const words = counts.map(({ shape }) => shape).sort((a, b) => b.length - a.length);
  const count = `(?:\\d{1,3}|${words.join('|')})`;
  const n = `(?:${count} ?(?:-|–|~|〜|～|から|to|or|bis|oder|a|à|o|u|ou|of|tot) ?)?(?<n>${count})`;
  const after = tongue.spaceless ? '' : AFTER;
  const unit = `(?:(?<before>${tongue.working}) )?(?:${UNITS.map(
    (name) => `(?<u${UNITS.indexOf(name)}>${tongue.units[name]})`,
  ).join('|')})${after}(?: (?<after>${tongue.working})${after})?`;
  const units = UNITS.map((name) => tongue.units[name]).join('|');
  const hours = Object.entries(tongue.counts).filter(([hour]) => Number(hour) <= 12);
  const h = `(?<h>\\d{1,2}|${hours.map(([, shape]) => shape).join('|')})`;
  const half = `(?: ?,? ?(?:(?<am>${tongue.am})|(?<pm>${tongue.pm})))?`;
  const fill = (shape: string) =>
    shape
      .replaceAll(
        '{words}',
        '(?!half|halb|halve|medi|meia|demi|mezz|quart|kwart|viertel|cuarto)\\p{L}{1,14} ',
      )
      .replaceAll('{n}', n)
      .replaceAll('{unit}', unit)
      .replaceAll('{units}', units)
      .replaceAll('{h}', h)
      .replaceAll('{m}', '(?<m>[0-5]\\d)')
      .replaceAll('{d}', '(?<day>\\d{1,2})');
  const before = tongue.spaceless ? '' : BEFORE;
  const shapes = {
    spans: tongue.spans.map((shape) => expression(before + fill(shape))),
    clocks: tongue.clocks.map(
      ([shape, add = 0]) =>
        [
          expression(
            `${before}${fill(shape)}${tongue.spaceless ? '' : half}${tongue.spaceless ? '' : '(?!\\p{L})'}`,
          ),
          add,
        ] as const,
    ),
    days: [
      ISO,
      KANJI,
      DAY_MONTH,
      MONTH_DAY,
      tongue.monthFirst ? MONTH_FIRST : DAY_FIRST,
      ...tongue.monthDays.map((shape) => expression(before + fill(shape) + after)),
    ],
  };
  const counted = counts.map((one) => ({ ...one, shape: new RegExp(`^(?:${one.shape})$`, 'iu') }));
  const countOf = (written = '') =>
    /^\d/.test(written)
      ? Number(written)
      : (counted.find(({ shape }) => shape.test(written))?.count ?? 0);
  return { read: (text) => readIn(text, shapes, countOf) };
}

function readIn(
  text: string,
  shapes: {
    readonly spans: readonly RegExp[];
    readonly clocks: readonly (readonly [RegExp, number])[];
    readonly days: readonly RegExp[];
  },
  countOf: (written?: string) => number,
): Shaped {
  let rest = text;
  const take = <T>(shape: RegExp, read: (groups: Groups, after: string) => T | undefined): T[] => {
    const found: T[] = [];
    rest = rest.replace(shape, (...all) => {
      const groups = all.at(-1) as Groups;
      const at = all.at(-3) as number;
      const end = at + (all[0] as string).length;
      const one = read(groups, (all.at(-2) as string).slice(end, end + 8));
      if (one === undefined) return all[0];
      found.push(one);
      return ' ; ';
    });
    return found;
  };
  const days = shapes.days.flatMap((shape) => take(shape, namedDay));
  const spans = shapes.spans.flatMap((shape) => take(shape, (groups) => spanOf(groups, countOf)));
  const clocks = shapes.clocks.flatMap(([shape, add]) =>
    take(shape, (groups, after) => clockOf(groups, add, after, countOf)),
  );
  return { spans, clocks, days, rest };
}

type Groups = Readonly<Record<string, string | undefined>>;

function namedDay({ day, month, name, year }: Groups): NamedDay | undefined {
  const inMonth = name === undefined ? month && Number(month) : monthOf(name);
  if (Number(day) < 1 || Number(day) > 31) return undefined;
  if (inMonth === undefined || inMonth === '') return { day: Number(day) };
  if (inMonth < 1 || inMonth > 12) return undefined;
  const full = year?.length === 2 ? `20${year}` : year;
  return { day: Number(day), month: inMonth, ...(full && { year: Number(full) }) };
}

function spanOf(groups: Groups, countOf: (written?: string) => number): Span | undefined {
  const count = countOf(groups['n']);
  const unit = UNITS.find((_, i) => groups[`u${i}`] !== undefined);
  if (unit === undefined || count === 0) return undefined;
  const working = groups['before'] !== undefined || groups['after'] !== undefined;
  return { count, unit: working && unit === 'day' ? 'working-day' : unit };
}

function clockOf(
  groups: Groups,
  add: number,
  after: string,
  countOf: (written?: string) => number,
): Clock | undefined {
  const written = groups['h'] ?? '';
  const said = countOf(written);
  const minutes = Number(groups['m'] ?? 0) + add;
  if (said > 24 || (written === '' && said === 0)) return undefined;
  const halved = groups['am'] !== undefined || groups['pm'] !== undefined;
  const hour = !halved ? said : (said % 12) + (groups['pm'] === undefined ? 0 : 12);
  const minute = hour * 60 + minutes;
  if (minute > 1440 || minute < 0) return undefined;
  const zone = zones.get(after.match(ZONE)?.[1] ?? '');
  return {
    minute: halved && minute === 0 ? 1440 : minute,
    either: !halved && said <= 12 && !written.startsWith('0'),
    ...(zone && { zone }),
  };
}

function expression(source: string): RegExp {
  return new RegExp(source, 'giu');
}
