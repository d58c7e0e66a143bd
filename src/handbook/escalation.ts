import { z } from 'zod';
import type { Calendar, Policy } from '../support/handbook.ts';
import {
  ESCALATION_WAYS,
  ESCALATIONS,
  type EscalationReason,
  type EscalationStep,
  type EscalationTarget,
} from '../support/time/policy.ts';
import { minutesOf } from '../support/time/service-level.ts';
import type { Fault } from './fault.ts';
import { faultAt, type Layers, sayPlace } from './layers.ts';
import { meant, oneOf, sayTime, workingTime } from './times.ts';

const TARGETS = ['owner', 'on shift', 'leads'] as const;

const step = z.strictObject({
  to: z.string().trim(),
  by: oneOf(ESCALATION_WAYS),
  after: workingTime.optional(),
});

/** Reasons, and for each the steps until a human acts. */
export const escalation = z
  .record(z.string(), z.array(step).nullable())
  .superRefine((written, context) => {
    for (const reason of Object.keys(written)) {
      if (ESCALATIONS.some((known) => known === reason)) continue;
      context.addIssue({
        code: 'custom',
        path: [reason],
        message: 'it is no reason to call anybody.',
        params: { remedy: meant(reason, ESCALATIONS) },
      });
    }
  });
type Written = z.output<typeof escalation>;

/** Every reason there is; one that is not written calls nobody. */
export function escalationOf(written: Written): Policy['escalation'] {
  const all = ESCALATIONS.map((reason) => [reason, (written[reason] ?? []).map(stepOf)]);
  return Object.fromEntries(all) as Record<EscalationReason, EscalationStep[]>;
}

function stepOf({ to, by, after }: z.output<typeof step>): EscalationStep {
  return { to: targetOf(to), by, after: after ?? { days: 0, minutes: 0 } };
}

function targetOf(to: string): EscalationTarget {
  return TARGETS.find((one) => one === to) ?? { team: to };
}

/** Every step calls somebody who is there, and none comes before the one above it. */
export function faultsOfEscalation(
  { escalation, teams, calendar }: Policy,
  layers: Layers,
): Fault[] {
  const names = teams.map(({ name }) => name);
  return ESCALATIONS.flatMap((reason) =>
    escalation[reason].flatMap((step, index, steps) => {
      const path = ['escalation', reason, index];
      const before = steps[index - 1];
      return [
        ...faultsOfTarget(step, names, [...path, 'to'], layers),
        ...(before ? faultsOfOrder(before, step, calendar, path, layers) : []),
      ];
    }),
  );
}

function faultsOfTarget(
  { to }: EscalationStep,
  names: readonly string[],
  path: readonly PropertyKey[],
  layers: Layers,
): Fault[] {
  if (typeof to === 'string' || names.includes(to.team)) return [];
  const what = `there is no team "${to.team}".`;
  return [faultAt(layers, path, what, meant(to.team, [...TARGETS, ...names]))];
}

function faultsOfOrder(
  before: EscalationStep,
  step: EscalationStep,
  calendar: Calendar,
  path: readonly PropertyKey[],
  layers: Layers,
): Fault[] {
  if (minutesOf(calendar, step.after) >= minutesOf(calendar, before.after)) return [];
  const above = [...path.slice(0, -1), Number(path.at(-1)) - 1, 'after'];
  return [
    faultAt(
      layers,
      [...path, 'after'],
      `${sayTime(step.after)} is sooner than the ${sayTime(before.after)} of the step above it (${sayPlace(layers, above)}).`,
      'Put the steps in the order in which they are taken.',
    ),
  ];
}
