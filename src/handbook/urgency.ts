import { z } from 'zod';
import type { UrgencyRule } from '../support/handbook.ts';
import type { Fault } from './fault.ts';
import { readYaml, type Source } from './source.ts';
import { duration, milliseconds, phrases, several, yesOrNo } from './values.ts';

const CONDITIONS = ['when', 'waited', 'contacts', 'people', 'vip'] as const;

const rule = z
  .strictObject({
    rule: z.string().trim().min(1),
    urgency: z.enum(['p1', 'p2', 'p3', 'p4', 'one step up', 'one step down'], {
      error: 'it is not p1 to p4, "one step up" or "one step down"',
    }),
    when: phrases.optional(),
    unless: phrases.optional(),
    waited: duration
      .refine((span) => milliseconds(span) > 0, {
        message: 'it is no time at all.',
        params: { remedy: 'Write how long, such as 4h.' },
      })
      .optional(),
    contacts: several.optional(),
    people: several.optional(),
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
