import { openDraft } from '../../../../src/support/conversation.ts';
import type { Effect } from '../../../../src/support/effects.ts';
import type { Button } from '../../../../src/support/events.ts';
import type { Handbook } from '../../../../src/support/handbook.ts';
import type { FollowUp } from '../../../../src/support/time/policy.ts';
import { ada, handbook as shipped } from '../../stage.ts';
import { openMatters } from '../matters.ts';

/** What the desk says unasked; whom they asked for and how it was have tests of their own. */
const UNASKED: ReadonlySet<string> = new Set([
  'nudge',
  'did-that-work',
  'closing-notice',
  'check-in',
]);

/** The shipped handbook with other follow-ups. */
export function handbookWith(followUp: Partial<FollowUp> = {}): Handbook {
  const { policy } = shipped;
  return { ...shipped, policy: { ...policy, followUp: { ...policy.followUp, ...followUp } } };
}

/** Something that the desk said unasked, or a matter that it closed without a word. */
export interface Said {
  readonly at: number;
  readonly matter: number;
  readonly about: string;
  readonly text: string;
  readonly question?: number;
}

/** One customer with several matters, and what the desk says to them unasked. */
export function openCustomer(options: {
  readonly begins: number;
  readonly zone?: string | undefined;
  readonly handbook?: Handbook;
}) {
  const { handbook = handbookWith(), ...rest } = options;
  const said: Said[] = [];
  const calls: string[] = [];
  let effects: readonly Effect[] = [];
  const desk = openMatters({
    ...rest,
    handbook,
    heard(decided, matter, at) {
      effects = decided;
      for (const effect of decided) {
        if (effect.type === 'call') calls.push(effect.text);
        if (effect.type !== 'send-notice' || !UNASKED.has(effect.about)) continue;
        const { about, text, question } = effect;
        said.push({ at, matter, about, text, ...(question === undefined ? {} : { question }) });
      }
    },
  });
  return {
    ...desk,
    said,
    calls,
    /** Those of the last decision. */
    effects: () => effects,
    presses: (button: Button, value?: string, matter = 0) =>
      desk.happens(matter, {
        type: 'agent.pressed',
        actor: ada,
        button,
        ...(value === undefined ? {} : { value }),
      }),
    /** The standing draft goes out. */
    sends(text?: string, matter = 0) {
      const draft = openDraft(desk.matter(matter))?.number;
      const how = text === undefined ? { button: 'send' } : { button: 'edit', text };
      desk.happens(matter, { type: 'agent.pressed', actor: ada, draft, ...how });
      return desk.happens(matter, { type: 'reply.delivered', draft });
    },
    /** Answers the question by its button. */
    taps(button: string, question: number, matter = 0) {
      const { customer: actor } = desk;
      return desk.happens(matter, { type: 'customer.pressed', actor, button, question });
    },
  };
}
