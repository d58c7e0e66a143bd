import type { Conversation, Instant } from '../../conversation.ts';
import type { Change } from '../../decide.ts';
import type { Intent } from '../../effects.ts';
import type { Fact } from '../../facts.ts';
import { sumUp } from '../../hand-over-summary.ts';
import type { Handbook } from '../../handbook.ts';
import { workingTimeAfter } from '../calendar.ts';
import { matterOf } from '../clocks.ts';
import type { EscalationStep } from '../policy.ts';
import { calendarFor, minutesOf } from '../service-level.ts';
import { type Escalation, isAtRest, openEscalations } from './escalation.ts';
import { whomToCall } from './whom.ts';
import { sayCall } from './words.ts';

/** Speaks to the team under the card, or to some of them alone. */
type Said = Extract<Intent, { readonly type: 'call' | 'show-note' }>;

/** A step of the ladder whose time has come. */
interface Rung {
  readonly escalation: Escalation;
  readonly step: EscalationStep;
  /** Counted from 1. */
  readonly number: number;
}

/** When the next step of an open escalation is due; undefined where none is. */
export function nextRung(conversation: Conversation, handbook: Handbook): Instant | undefined {
  const due = openEscalations(conversation).flatMap(
    (one) => dueOf(one, conversation, handbook) ?? [],
  );
  return due.length === 0 || isAtRest(conversation) ? undefined : Math.min(...due);
}

/** The change with all steps taken that are due: each once, in the ladder's order. */
export function climb(change: Change, at: Instant, handbook: Handbook): Change {
  const { conversation } = change;
  const before = openEscalations(conversation);
  const rungs = before.flatMap((one) => rungsOf(one, conversation, at, handbook));
  if (rungs.length === 0) return change;
  const escalations = conversation.escalations?.map((one) => ({
    ...one,
    climbed: rungs.findLast(({ escalation }) => escalation === one)?.number ?? one.climbed,
  }));
  const calls = callsOf(rungs, conversation, at, handbook);
  // Whoever is called first reads what it is about; those who are called later find it there.
  const first = !before.some((one) => hasCalled(one, handbook)) && calls.length > 0;
  const summary: Intent[] = first
    ? [{ type: 'show-note', text: sumUp(conversation, handbook, at) }]
    : [];
  const facts: Fact[] = rungs.map(({ escalation: { reason }, number }) => ({
    type: 'escalation-climbed',
    at,
    conversation: conversation.id,
    reason,
    step: number,
  }));
  const said = withBreach(change.intents, calls, rungs);
  return {
    conversation: escalations ? { ...conversation, escalations } : conversation,
    intents: [...said.intents, ...summary, ...said.calls],
    facts: [...(change.facts ?? []), ...facts],
  };
}

function stepsOf({ reason }: Escalation, { policy }: Handbook): readonly EscalationStep[] {
  return policy.escalation[reason];
}

/** When the step after those that were taken is due, in the hours of whoever looks after the matter. */
function dueOf(
  escalation: Escalation,
  conversation: Conversation,
  handbook: Handbook,
): Instant | undefined {
  const step = stepsOf(escalation, handbook)[escalation.climbed];
  if (!step) return undefined;
  const calendar = calendarFor(handbook.policy, matterOf(conversation));
  return workingTimeAfter(calendar, escalation.at, minutesOf(calendar, step.after));
}

function rungsOf(
  escalation: Escalation,
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
): Rung[] {
  const steps = stepsOf(escalation, handbook);
  const rungs: Rung[] = [];
  for (let climbed = escalation.climbed; climbed < steps.length; climbed++) {
    if (dueOf({ ...escalation, climbed }, conversation, handbook)! > at) break;
    rungs.push({ escalation, step: steps[climbed]!, number: climbed + 1 });
  }
  return rungs;
}

/** Whether somebody was called beyond what the card says. */
function hasCalled(escalation: Escalation, handbook: Handbook): boolean {
  const taken = stepsOf(escalation, handbook).slice(0, escalation.climbed);
  return taken.some(({ by }) => by !== 'card');
}

/** One call to the same people in the same way, however many reasons there are. */
function callsOf(
  rungs: readonly Rung[],
  conversation: Conversation,
  at: Instant,
  handbook: Handbook,
): Said[] {
  const calls = new Map<string, Said>();
  for (const { escalation, step } of rungs) {
    if (step.by === 'card') continue;
    const whom = whomToCall(step.to, conversation, handbook.policy, at);
    const said = sayCall(escalation, conversation, at, hasCalled(escalation, handbook));
    const key = whom === 'everybody' ? whom : `${step.by}: ${whom}`;
    const known = calls.get(key);
    const text = known ? `${known.text}\n${said}` : said;
    calls.set(
      key,
      whom === 'everybody'
        ? { type: 'show-note', text }
        : { type: 'call', whom, by: step.by, text },
    );
  }
  return [...calls.values()];
}

/**
 * A breach tells the leads, and at the same moment the ladder may speak to those who read the same thread: then once, to the
 * leads by name.
 */
function withBreach(
  intents: readonly Intent[],
  calls: readonly Said[],
  rungs: readonly Rung[],
): { readonly intents: readonly Intent[]; readonly calls: readonly Said[] } {
  const breached = rungs.some(
    ({ escalation, number }) => escalation.reason === 'nobody answered' && number === 1,
  );
  const told = intents.find(isToLeads);
  const same = calls.find((one) => one.type === 'show-note' || isToLeads(one));
  if (!breached || !told || !same) return { intents, calls };
  return {
    intents: intents.filter((one) => one !== told),
    calls: calls.map((one) => (one === same ? { ...told, text: same.text } : one)),
  };
}

function isToLeads(intent: Intent): intent is Extract<Intent, { readonly type: 'call' }> {
  return intent.type === 'call' && intent.whom === 'leads' && intent.by === 'mention';
}
