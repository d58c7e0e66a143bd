import { z } from 'zod';
import { LEVELS } from '../support/automation.ts';
import type { Level } from '../support/handbook.ts';

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
/** Minutes. A span over midnight that is longer has more likely been written the wrong way round. */
const LONGEST_NIGHT = 720;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Days and the rest of a duration, apart: a working day is as long as the calendar's. */
export interface Duration {
  readonly days: number;
  /** Milliseconds beside the days. */
  readonly rest: number;
}

type Span = { from: number; to: number };

/** A fault of a value: what is wrong with it, and what to do. */
export function refuse(context: z.RefinementCtx, message: string, remedy: string): never {
  context.addIssue({ code: 'custom', message, params: { remedy } });
  return z.NEVER;
}

/** "20s", "1h 30m", "1d". */
export const duration = z
  .union([z.string(), z.number()])
  .transform((written, context): Duration => {
    const text = String(written).trim();
    if (text === '0') return { days: 0, rest: 0 };
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([smhd])\s*/gi)];
    if (parts.length === 0 || parts.map((p) => p[0]).join('') !== text) {
      return refuse(
        context,
        `"${text}" is not a length of time.`,
        'Write a number and s, m, h or d, such as 20s, 30m or 1h 30m.',
      );
    }
    let days = 0;
    let rest = 0;
    for (const [, amount, unit] of parts) {
      if (unit?.toLowerCase() === 'd') days += Number(amount);
      else rest += Number(amount) * (UNITS[unit?.toLowerCase() ?? ''] ?? 0);
    }
    return { days, rest };
  });

/** Milliseconds of a duration in real days. */
export function milliseconds({ days, rest }: Duration): number {
  return days * (UNITS['d'] ?? 0) + rest;
}

/** A number that is no debt. 2_000_000 and "2,000,000" are two million. */
export const amount = z.union([z.string(), z.number()]).transform((written, context): number => {
  const number = Number(String(written).replace(/[_,](?=\d{3})/g, ''));
  if (Number.isFinite(number) && number >= 0 && String(written).trim() !== '') return number;
  return refuse(
    context,
    `"${written}" is not an amount.`,
    'Write a number from 0, such as 2000000.',
  );
});

/** yes and no, in the ways people write them in YAML. */
export const yesOrNo = z.union([z.boolean(), z.string()]).transform((written, context): boolean => {
  if (typeof written === 'boolean') return written;
  if (/^(yes|on|true)$/i.test(written)) return true;
  if (/^(no|off|false)$/i.test(written)) return false;
  return refuse(context, `"${written}" is neither yes nor no.`, 'Write yes or no.');
});

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A language by its two letters. */
export const languageCode = z.string().transform((written, context): string => {
  if (/^[a-z]{2}$/.test(written) && LANGUAGES.of(written) !== undefined) return written;
  return refuse(
    context,
    `"${written}" is not a language.`,
    'Write its two letters (ISO 639-1), such as en or de.',
  );
});

/** How much the desk does of its own accord. Some YAML has made false of off. */
export const level = z.union([z.boolean(), z.string()]).transform((written, context): Level => {
  const name = written === false ? 'off' : String(written).toLowerCase();
  const known = LEVELS.find((one) => one === name);
  return known ?? refuse(context, `"${written}" is no level.`, `Write ${LEVELS.join(', ')}.`);
});

/** An IANA time zone that this machine knows. */
export const zone = z.string().transform((written, context): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone === ''
      ? written
      : written;
  } catch {
    return refuse(
      context,
      `"${written}" is not a time zone.`,
      'Write an IANA name, such as Europe/Berlin, America/New_York or Etc/UTC.',
    );
  }
});

/** An ISO date that exists. YAML may already have made a date of it. */
export const date = z.union([z.string(), z.date()]).transform((written, context): string => {
  const text = written instanceof Date ? written.toISOString().slice(0, 10) : written.trim();
  const time = Date.parse(`${text}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(time);
  if (real && new Date(time).toISOString().startsWith(text)) return text;
  return refuse(context, `"${text}" is not a date.`, 'Write it as year-month-day: 2026-12-25.');
});

/** "24/7", or weekdays with their hours: {"mon-fri": "09:00-12:00, 13:00-17:00"}. */
export const week = z
  .union([z.literal('24/7'), z.record(z.string(), z.union([z.string(), z.null()]))])
  .transform((written, context): Span[][] => {
    if (written === '24/7') return DAYS.map(() => [{ from: 0, to: 1440 }]);
    const spans = DAYS.map((): Span[] => []);
    for (const [days, hours] of Object.entries(written)) {
      const indexes = readDays(days);
      if (indexes === undefined) {
        return refuse(
          context,
          `"${days}" names no weekdays.`,
          'Write mon-fri, sat or "mon, wed, fri".',
        );
      }
      const read = readHours(hours ?? 'closed');
      if (typeof read === 'string') {
        return refuse(
          context,
          read,
          'Write 09:00-17:00, or 09:00-12:00, 13:00-17:00, or a night as 22:00-06:00, or closed.',
        );
      }
      for (const index of indexes) spans[index] = read;
    }
    if (spans.every((day) => day.length === 0)) {
      return refuse(context, 'nobody ever works.', 'Open at least one minute in the week.');
    }
    return spans;
  });

function readDays(written: string): number[] | undefined {
  const indexes: number[] = [];
  for (const part of written.toLowerCase().split(',')) {
    const [first, last] = part.split('-').map((day) => DAYS.indexOf(day.trim().slice(0, 3)));
    if (first === undefined || first < 0 || (last !== undefined && last < 0)) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      indexes.push(day);
      if (day === (last ?? first)) break;
    }
  }
  return indexes;
}

/** The spans in order, those that overlap as one, or what is wrong with them. */
export function readHours(written: string): Span[] | string {
  if (/^\s*closed\s*$/i.test(written)) return [];
  if (/^\s*24h?\s*$/i.test(written)) return [{ from: 0, to: 1440 }];
  const spans: Span[] = [];
  for (const part of written.split(',')) {
    const [, h1, m1, h2, m2] = part.match(/^\s*(\d\d?):(\d\d)\s*[-–]\s*(\d\d?):(\d\d)\s*$/) ?? [];
    if (h1 === undefined) return `"${part.trim()}" is not a span of hours.`;
    const span = { from: Number(h1) * 60 + Number(m1), to: Number(h2) * 60 + Number(m2) };
    const minutes = [m1, m2].some((minute) => Number(minute) > 59);
    if (minutes || span.from >= 1440 || span.to > 1440) {
      return `"${part.trim()}" is not on the clock.`;
    }
    if (span.to === span.from) return `"${part.trim()}" ends as it begins.`;
    if (span.to < span.from) span.to += 1440;
    if (span.to > 1440 && span.to - span.from > LONGEST_NIGHT) {
      return `"${part.trim()}" ends before it begins, and is too long for a night.`;
    }
    spans.push(span);
  }
  return join(spans);
}

/** Shifts may overlap: somebody is there all the while. */
function join(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  return joined;
}

/**
 * Phrases as people list them: between commas, or as a YAML list, where 404 is a number and a line may hold several.
 */
export const words = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])
  .transform(split)
  .refine((list) => list.length > 0, { message: 'is empty.', params: { remedy: 'List phrases.' } });

/** Phrases of any language together, or each language's by itself: {en: …, de: …}. */
export const phrases = z.unknown().transform((written, context): string[] => {
  const sorted = typeof written === 'object' && written !== null && !Array.isArray(written);
  return Object.entries(sorted ? written : { '': written }).flatMap(([language, list]) => {
    const path = sorted ? [language] : [];
    const complain = (message: string, remedy: string) =>
      context.addIssue({ code: 'custom', path, message, params: { remedy } });
    if (sorted && !/^[a-z]{2}$/.test(language)) {
      complain(`"${language}" is not a language.`, 'Write its two letters, such as en.');
    }
    const read = words.safeParse(list);
    if (!read.success) complain('it holds no phrases.', 'List them between commas.');
    return read.data ?? [];
  });
});

function split(written: string | number | (string | number)[]): string[] {
  return [written]
    .flat()
    .flatMap((line) => String(line).split(','))
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}

/** A number of people or times from which something counts: one alone always would. */
export const several = z.union([z.number(), z.string()]).transform((written, context): number => {
  const count = Number(written);
  if (Number.isInteger(count) && count > 1) return count;
  return refuse(
    context,
    `"${written}" does not count anybody.`,
    'Write a whole number from 2, such as 10.',
  );
});

/** Ids of people and places as the platforms give them. A name that stands in for one is nobody's. */
export const ids = z.array(z.union([z.string(), z.number()])).transform((written, context) =>
  written.map((one) => {
    const id = String(one).trim();
    if (id !== '' && !/[\s,]|^[@#<]|:\/\//.test(id)) return id;
    return refuse(
      context,
      `"${id}" is not an id.`,
      "Copy the id from the platform: in Slack it stands at the very end of a person's, channel's or workspace's details (U024BE7LH), in Teams it is an Entra object or tenant id or 19:…@thread.tacv2.",
    );
  }),
);
