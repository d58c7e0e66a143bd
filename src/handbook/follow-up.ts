import { z } from 'zod';
import { type FollowUp, SURVEYS, type Survey } from '../support/time/policy.ts';
import type { Fault } from './fault.ts';
import { faultAt, type Layers, sayPlace } from './layers.ts';
import {
  clockSpan,
  oneOf,
  realTime,
  realTimeOrNever,
  sayTime,
  someRealTime,
  someWorkingTime,
} from './times.ts';
import { amount, ids } from './values.ts';

/** More would be pestering, whatever a team writes. */
const MOST_NUDGES = 2;

export const followUp = z.strictObject({
  'silent after': z
    .array(someRealTime)
    .refine((times) => times.length <= MOST_NUDGES, {
      message: 'a silent customer is asked twice at most.',
      params: { remedy: 'Write one time or two, such as [2d, 4d], or [] to ask nobody.' },
    })
    .nullable()
    .optional(),
  'close after': realTimeOrNever.optional(),
  'did that work after': realTimeOrNever.optional(),
  'check in after': realTimeOrNever.optional(),
  'waking hours': clockSpan.optional(),
  'per week': amount
    .refine((count) => Number.isInteger(count), {
      message: 'it is no number of messages.',
      params: { remedy: 'Write a whole number, such as 3; with 0 nobody is ever nudged.' },
    })
    .optional(),
  'remind agents every': someWorkingTime.optional(),
  'reopen within': realTime.optional(),
});
type WrittenFollowUp = z.output<typeof followUp>;

export const survey = z.strictObject({
  ask: oneOf(SURVEYS).optional(),
  after: realTime.optional(),
  'remind after': realTimeOrNever.optional(),
  'not again within': realTime.optional(),
});

/** The channel where thanks are shared, or "none". */
export const praise = z.strictObject({
  channel: z
    .union([z.string(), z.number()])
    .transform((written) => (written === 'none' ? [] : [written]))
    .pipe(ids)
    .transform(([id]) => id)
    .optional(),
});

/** With every key that the shipped policy.yaml has. */
type Whole<T> = { [K in keyof T]-?: T[K] };

export function followUpOf(written: Whole<WrittenFollowUp>): FollowUp {
  return {
    silentAfter: written['silent after'] ?? [],
    ...given('closeAfter', written['close after']),
    ...given('didThatWorkAfter', written['did that work after']),
    ...given('checkInAfter', written['check in after']),
    wakingHours: written['waking hours']!,
    perWeek: written['per week']!,
    remindAgentsEvery: written['remind agents every']!,
    reopenWithin: written['reopen within']!,
  };
}

export function surveyOf(written: Whole<z.output<typeof survey>>): Survey {
  return {
    ask: written.ask!,
    after: written.after!,
    ...given('remindAfter', written['remind after']),
    notAgainWithin: written['not again within']!,
  };
}

function given<K extends string>(key: K, time: number | undefined): { [_ in K]?: number } {
  return time === undefined ? {} : ({ [key]: time } as { [_ in K]: number });
}

/** Nudges come one after the other, and each before the matter is closed. */
export function faultsOfFollowUp({ silentAfter, closeAfter }: FollowUp, layers: Layers): Fault[] {
  const path = (index: number) => ['follow up', 'silent after', index];
  const before = (index: number) => silentAfter[index - 1] ?? 0;
  const back = silentAfter.findIndex((time, index) => index > 0 && time <= before(index));
  if (back > 0) {
    const what = `${say(silentAfter[back]!)} is not after the ${say(before(back))} before it.`;
    return [faultAt(layers, path(back), what, 'Put the times in order, such as [2d, 4d].')];
  }
  if (closeAfter === undefined) return [];
  const late = silentAfter.findIndex((time, index) => time >= before(index) + closeAfter);
  if (late < 0) return [];
  const time = silentAfter[late]!;
  const since = late === 0 ? '' : `, counted from the nudge at ${say(before(late))},`;
  return [
    faultAt(
      layers,
      ['follow up', 'close after'],
      `${say(closeAfter)}${since} closes the matter before the customer is asked at ${say(time)} ("follow up > silent after", ${sayPlace(layers, path(late))}).`,
      `Close after more than ${say(time - before(late))}, or ask sooner.`,
    ),
  ];
}

function say(time: number): string {
  const days = Math.floor(time / 86_400_000);
  return sayTime({ days, minutes: (time - days * 86_400_000) / 60_000 });
}
