import type { Said } from '../src/playground/state.ts';
import { type Conversation, type Instant, isOpen } from '../src/support/conversation.ts';
import type { KeptEffect } from '../src/support/effects.ts';
import type { CustomerButton } from '../src/support/events.ts';
import type { Chance } from './chance.ts';
import { type Customer, customerOf } from './people.ts';
import { DAY, dayOfOutage, HOUR, MINUTE, partOf, topicAt } from './rhythm.ts';
import { filled, type Happening, type Matter, rootOf, type Scene } from './scene.ts';
import type { Topic, Words } from './words/words.ts';

const SECOND = 1000;
/** One customer for so many conversations; whoever writes often writes much more often. */
const CONVERSATIONS_EACH = 6;
/** Customers there were at the beginning already, as a part of all. */
const FROM_THE_START = 0.4;

export interface Customers {
  hears(happening: Happening): void;
  /** Somebody comes then, on an occasion of that name. `left`: with something that nobody is to look at. */
  comes(at: Instant, name: string, left?: Topic): void;
}

/** People who come with something and do what people do: thank, ask on, fall silent, complain, rate. */
export function openCustomers(scene: Scene): Customers {
  const { span, hands, chanceOf, now, plan, customers, matters } = scene;
  const whole = Math.max(
    24,
    Math.round((span.perDay * (span.ends - span.begins)) / DAY / CONVERSATIONS_EACH),
  );

  /** Some come again and again, and there are ever more of them. */
  function somebody(at: Instant, chance: Chance): Customer {
    const known = whole * (FROM_THE_START + (1 - FROM_THE_START) * partOf(span, at));
    const customer = customerOf(Math.floor(known * (chance(10_000) / 10_000) ** 1.8), chanceOf);
    customers.set(customer.person.id, customer);
    return customer;
  }

  function comes(at: Instant, name: string, left?: Topic): void {
    const chance = chanceOf(name);
    const { person, channel, words } = somebody(at, chance);
    const isOutage = !left && dayOfOutage(span, at) !== undefined && chance(100) < 60;
    const topic = left ?? (isOutage ? 'bug_outage' : topicAt(span, at, chance));
    const text = filled(chance.of(isOutage ? words.outage : words.matters[topic]), '', chance);
    const matter: Matter = { topic, ...(left && { left: true }) };
    plan(at, name, async () => {
      const said = await hands.writes(person, channel, text);
      matters.set(said.id, matter);
      if (!left) goesOn({ person, channel, words }, said, name, chance);
    });
  }

  /** They add a line, or think better of what they wrote. */
  function goesOn({ person, channel, words }: Customer, said: Said, name: string, chance: Chance) {
    const roll = chance(100);
    if (roll < 9) {
      const text = filled(chance.of(words.besides), '', chance);
      plan(now() + 5 * SECOND + chance(10) * SECOND, `${name}/besides`, async () => {
        await hands.writes(person, channel, text);
      });
    } else if (roll < 12) {
      const text = `${said.text} (${1000 + chance(9000)})`;
      plan(now() + chance.wait(10 * SECOND, 5 * MINUTE), `${name}/edit`, () =>
        hands.edits(person, said, text),
      );
    } else if (roll < 13) {
      plan(now() + chance.wait(MINUTE, 20 * MINUTE), `${name}/delete`, () =>
        hands.deletes(person, said),
      );
    }
  }

  const customerIn = ({ customer }: Conversation) => customers.get(customer.id)!;

  function writesBack(
    conversation: Conversation,
    text: string,
    name: string,
    after: number,
    still: (known: Conversation) => boolean = () => true,
  ): void {
    const { person, channel } = customerIn(conversation);
    plan(now() + after, name, async () => {
      const known = await scene.conversation(conversation.id);
      if (known && still(known)) await hands.writes(person, channel, text, rootOf(known));
    });
  }

  /** Whoever waits for long says so, and some ask for a person. */
  function waits(conversation: Conversation, name: string): void {
    const chance = chanceOf(name);
    const { words } = customerIn(conversation);
    const roll = chance(100);
    if (roll < 5) {
      const text = chance.of(words.unhappy);
      writesBack(conversation, text, name, chance.wait(3 * HOUR, 12 * HOUR), isOpen);
    } else if (roll < 7) {
      const text = chance.of(words.person);
      writesBack(conversation, text, name, chance.wait(MINUTE, 2 * HOUR), isOpen);
    }
  }

  /** They read what a human wrote: most say nothing to it. */
  function wasAnswered(conversation: Conversation, name: string): void {
    const chance = chanceOf(name);
    const said = repliesWith(customerIn(conversation).words, chance);
    if (said === undefined) return;
    const text = filled(said, conversation.owner?.name ?? '', chance);
    writesBack(conversation, text, name, chance.wait(2 * MINUTE, 2 * DAY));
  }

  function repliesWith(words: Words, chance: Chance): string | undefined {
    const roll = chance(200);
    if (roll < 28) return chance.of(words.thanks);
    if (roll < 50) return chance.of(words.worked);
    if (roll < 60) return chance.of(words.praise);
    if (roll < 82) return chance.of(words.further);
    if (roll < 88) return chance.of(words.unhappy);
    return roll < 89 ? chance.of(words.stop) : undefined;
  }

  /** The desk asked something with buttons under it: some press one. */
  function wasAsked(
    conversation: Conversation,
    { id, question, about }: Extract<KeptEffect, { type: 'send-notice' }>,
  ): void {
    const asked = conversation.questions?.find(({ number }) => number === question);
    if (!asked || asked.choices.length === 0) return;
    const name = `asked/${id}`;
    const chance = chanceOf(name);
    if (chance(100) >= (about === 'survey' ? 42 : 34)) return;
    const value = about === 'survey' ? ratingBy(conversation, chance) : undefined;
    const choice = asked.choices.find((one) => one.value === value) ?? chance.of(asked.choices);
    const { button } = choice;
    plan(now() + chance.wait(3 * MINUTE, 30 * HOUR), name, () =>
      hands.answers(customerIn(conversation).person, conversation, asked.number, {
        button: button as CustomerButton,
        ...(choice.value === undefined ? {} : { value: choice.value }),
      }),
    );
  }

  /** The longer they waited and the angrier they were, the lower. */
  function ratingBy(conversation: Conversation, chance: Chance): string {
    const { triage, escalations = [], promises = [] } = conversation;
    const slips =
      escalations.filter(({ reason }) => reason === 'nobody answered').length +
      promises.filter(({ state }) => state === 'late' || state === 'broken').length +
      (triage?.sentiment === 'negative' ? 1 : 0);
    const roll = chance(100) + slips * 13;
    return roll < 58 ? '5' : roll < 84 ? '4' : roll < 94 ? '3' : roll < 104 ? '2' : '1';
  }

  function rated(conversation: Conversation, value: number, name: string): void {
    const chance = chanceOf(name);
    const { words } = customerIn(conversation);
    if (chance(100) >= (value <= 2 ? 60 : 25)) return;
    const text = chance.of(value <= 2 ? words.sad : words.glad);
    writesBack(conversation, text, name, chance.wait(MINUTE, 30 * MINUTE));
  }

  /** What was resolved may not have been. */
  function rests(conversation: Conversation, name: string): void {
    const chance = chanceOf(name);
    if (chance(100) >= 5) return;
    const text = chance.of(customerIn(conversation).words.again);
    const isResolved = ({ status }: Conversation) => status === 'resolved';
    writesBack(conversation, text, name, chance.wait(3 * HOUR, 6 * DAY), isResolved);
  }

  return {
    comes,
    hears({ conversation, effects, facts }) {
      if (!customers.has(conversation.customer.id)) return;
      const at = `${conversation.id}/${conversation.version}`;
      for (const effect of effects) {
        if (effect.type === 'send-notice') wasAsked(conversation, effect);
      }
      for (const fact of facts) {
        if (fact.type === 'opened' && !matters.get(rootOf(conversation))?.left) {
          waits(conversation, `waits/${at}`);
        }
        if (fact.type === 'replied' || fact.type === 'answered-directly') {
          wasAnswered(conversation, `answered/${at}`);
        }
        if (fact.type === 'rated') rated(conversation, fact.value, `rated/${at}`);
        if (fact.type === 'resolved') rests(conversation, `rests/${at}`);
      }
    },
  };
}
