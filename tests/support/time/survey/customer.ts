import { openDraft } from '../../../../src/support/conversation.ts';
import type { Fact } from '../../../../src/support/facts.ts';
import type { Handbook } from '../../../../src/support/handbook.ts';
import type { Person } from '../../../../src/support/roles.ts';
import type { Survey } from '../../../../src/support/time/policy.ts';
import { ada, handbook as shipped } from '../../stage.ts';
import { HOUR, openMatters } from '../matters.ts';

/** The shipped handbook with another survey. */
export function handbookWith(survey: Partial<Survey> = {}): Handbook {
  const { policy } = shipped;
  return { ...shipped, policy: { ...policy, survey: { ...policy.survey, ...survey } } };
}

/** One customer with several matters, served and asked how it was. */
export function openCustomer(options: {
  readonly begins: number;
  readonly zone?: string;
  readonly handbook?: Handbook;
}) {
  const { handbook = handbookWith(), ...rest } = options;
  const matters = openMatters({ ...rest, handbook });
  const { happens, effects, facts } = matters;
  const desk = {
    ...matters,
    counted: (type: Fact['type']) => facts.filter((fact) => fact.type === type),
    /** What the desk itself said to the customer. */
    said: () => effects.flatMap((one) => (one.type === 'send-notice' ? one.text : [])),
    calls: () => effects.flatMap((one) => (one.type === 'call' ? one.text : [])),
    presses: (button: string, matter = 0) =>
      happens(matter, { type: 'agent.pressed', actor: ada, button }),
    sends(matter = 0) {
      const draft = openDraft(matters.matter(matter))?.number;
      const text = 'It is done: the second charge is on its way back to your card.';
      happens(matter, { type: 'agent.pressed', actor: ada, button: 'edit', draft, text });
      return happens(matter, { type: 'reply.delivered', draft });
    },
    /** The question that stands, answered by its button. */
    taps: (value: number, by: Person = matters.customer, matter = 0) =>
      happens(matter, {
        type: 'customer.pressed',
        actor: by,
        button: 'rate',
        value: String(value),
        question: matters.matter(matter).survey?.asked?.question ?? 0,
      }),
    /** Asked, answered and resolved. */
    served(text = 'I was charged twice for invoice 4411', matter = 0) {
      matters.writes(text, matter);
      matters.waits(HOUR);
      desk.sends(matter);
      matters.waits(HOUR);
      return desk.presses('resolve', matter);
    },
  };
  return desk;
}
