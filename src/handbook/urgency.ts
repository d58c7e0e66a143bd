import { z } from 'zod';
import type { UrgencyRule } from '../support/handbook.ts';
import type { Fault } from './fault.ts';
import { readYaml, type Source } from './source.ts';
import { duration, milliseconds, words, yesOrNo } from './values.ts';

/** Phrases of any language together, or each language's by itself: {en: …, de: …}. */
const phrases = z.union([
  words,
  z
    .record(
      z.string().regex(/^[a-z]{2}$/, 'is not a language; write two letters such as en'),
      words,
    )
    .transform((languages) => Object.values(languages).flat()),
]);

const number = z.coerce.number().int().min(2);

const CONDITIONS = ['when', 'waited', 'contacts', 'people', 'vip'] as const;

const rule = z
  .strictObject({
    rule: z.string().trim().min(1),
    urgency: z.enum(['p1', 'p2', 'p3', 'p4', 'one step up', 'one step down']),
    when: phrases.optional(),
    unless: phrases.optional(),
    waited: duration.optional(),
    contacts: number.optional(),
    people: number.optional(),
    vip: yesOrNo.optional(),
  })
  .refine((written) => CONDITIONS.some((condition) => written[condition]), {
    message: 'it names no condition, so it would hold for every message.',
    params: { remedy: `Add ${CONDITIONS.slice(0, -1).join(', ')} or vip: yes.` },
  });

/** The urgency rules as written, or undefined when something is wrong. */
export function readUrgency(source: Source, faults: Fault[]): UrgencyRule[] | undefined {
  return readYaml(source, z.array(rule), faults)?.map((written) => ({
    name: written.rule,
    urgency: written.urgency,
    phrases: written.when ?? [],
    unless: written.unless ?? [],
    ...(written.waited && { waited: milliseconds(written.waited) }),
    ...(written.contacts && { contacts: written.contacts }),
    ...(written.people && { people: written.people }),
    ...(written.vip && { vip: true as const }),
  }));
}
