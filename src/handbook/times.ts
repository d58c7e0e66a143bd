import { z } from 'zod';
import { nearest } from '../support/nearest.ts';
import type { WorkingTime } from '../support/time/policy.ts';
import { duration, milliseconds, readHours, refuse } from './values.ts';

const YEAR = 366 * 86_400_000;

/** A duration that somebody can wait out. */
const waitable = duration.refine((span) => milliseconds(span) <= YEAR, {
  message: 'it is longer than a year.',
  params: { remedy: 'Write a time that somebody would wait, such as 30m, 4h or 10d.' },
});

const NONE = {
  message: 'it is no time at all.',
  params: { remedy: 'Write how long, such as 4h.' },
};

/** Opening time, from none at all: days stay days until it is known how long they are. */
export const workingTime = waitable.transform(
  ({ days, rest }): WorkingTime => ({ days, minutes: rest / 60_000 }),
);

/** Opening time. */
export const someWorkingTime = workingTime.refine((time) => time.days + time.minutes > 0, NONE);

/** Milliseconds, day and night, from none at all. */
export const realTime = waitable.transform(milliseconds);

/** Milliseconds, day and night. */
export const someRealTime = realTime.refine((time) => time > 0, NONE);

/** Milliseconds, day and night; undefined where it says never. */
export const realTimeOrNever = z.unknown().transform((written, context): number | undefined => {
  if (written === 'never') return undefined;
  const read = someRealTime.safeParse(written);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const remedy =
    issue?.code === 'custom' ? String(issue.params?.['remedy'] ?? '') : NONE.params.remedy;
  return refuse(context, issue?.message ?? '', remedy.replace(/\.$/, ', or never.'));
});

/** "75%", as a share strictly between none and all. */
export const share = z.union([z.string(), z.number()]).transform((written, context): number => {
  const [, percent] = String(written).match(/^\s*(\d+(?:\.\d+)?)\s*%\s*$/) ?? [];
  if (percent !== undefined && Number(percent) > 0 && Number(percent) < 100) {
    return Number(percent) / 100;
  }
  return refuse(
    context,
    percent === undefined
      ? `"${written}" is not a share.`
      : `a warning at ${percent}% is ${Number(percent) === 0 ? 'always there' : 'too late to help'}.`,
    'Write a share of the time that is more than 0% and less than 100%, such as 75%.',
  );
});

/** One span of the clock within a day: "09:00-20:00", in minutes after midnight. */
export const clockSpan = z.string().transform((written, context) => {
  const remedy = 'Write one span of a day, such as 09:00-20:00.';
  const spans = readHours(written);
  if (typeof spans === 'string') return refuse(context, spans, remedy);
  const [span, ...more] = spans;
  if (span === undefined) return refuse(context, 'nobody is ever awake.', remedy);
  if (more.length > 0) return refuse(context, 'it is more than one span.', remedy);
  if (span.to > 1440) return refuse(context, 'it goes on past midnight.', remedy);
  return span;
});

/** One word of a list; whoever mistypes it is told which was meant. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.union([z.string(), z.boolean()]).transform((written, context): Words[number] => {
    // "off" and "no" are words of YAML's older readers, and may arrive as what they stand for.
    const word = written === false ? 'off' : String(written).trim();
    if (words.includes(word)) return word;
    return refuse(context, `"${word}" is not known here.`, meant(word, words));
  });
}

/** "Did you mean …?" where one is near, and always what there is. */
export function meant(word: string, words: readonly string[]): string {
  const near = nearest(word.toLowerCase(), words, Math.min(2, Math.floor(word.length / 2)));
  return `${near === undefined ? '' : `Did you mean ${near}? `}Write ${oneAmong(words)}.`;
}

function oneAmong(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Opening time as people write it: "1d 2h 30m". */
export function sayTime({ days, minutes }: WorkingTime): string {
  const hours = Math.floor(minutes / 60);
  const parts = [days && `${days}d`, hours && `${hours}h`, minutes % 60 && `${minutes % 60}m`];
  return parts.filter(Boolean).join(' ') || '0';
}
