import { type Chance, chances } from '../../simulation/chance.ts';
import { type Conversation, isOpen, openDraft } from '../../src/support/conversation.ts';
import type { Button, CustomerButton } from '../../src/support/events.ts';
import type { Person } from '../../src/support/roles.ts';
import { isOpenPromise, promiseOf } from '../../src/support/time/promises/given.ts';
import { type Left, openMonth } from './desk.ts';
import { agents, BEGINS, customers, ENDS, isAtWork, lead, monthsHandbook } from './people.ts';
import { ANSWERS, MATTERS, PROMISES, QUESTIONS, REPLIES, STOP, THANKS } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RESTARTS = 40;

/** What people did, as they would tell it themselves. */
export interface Deed {
  readonly at: number;
  readonly who: string;
  readonly did: 'wrote' | 'asked for quiet' | 'went away' | 'came back';
  /** The root message of the thread. */
  readonly thread?: string;
}

/** A month of a desk with customers and agents who do what people do, by dice that fall the same for the same seed. */
export async function playMonth(seed: number) {
  const handbook = await monthsHandbook();
  const chanceOf = chances(seed);
  const left: Left[] = [];
  const deeds: Deed[] = [];
  const away = new Set<string>();
  /** Conversations that somebody is about to look at. */
  const looked = new Set<string>();
  const pledged = new Set<string>();
  let serial = 0;
  const month = openMonth({ begins: BEGINS, handbook, staff: [...agents, lead], reacts });
  const { now, plan } = month;

  const threadOf = ({ messages }: Conversation) => messages[0]!.id;
  const wrote = (author: Person, channel: string, text: string, thread?: string) => {
    const at = now();
    const id = `m${serial++}`;
    const type = author.role === 'customer' ? 'customer.wrote' : 'team.wrote';
    const place = {
      platform: 'slack',
      workspace: 'W',
      channel,
      ...(thread ? { thread } : {}),
    } as const;
    const did = text === STOP ? 'asked for quiet' : 'wrote';
    deeds.push({ at, who: author.id, did, thread: thread ?? id });
    const message = { id, author, at, text, files: [] };
    return month.happens({ type, id, at, place, message }, channel);
  };
  const presses = (
    actor: Person,
    { id, place }: Conversation,
    button: Button,
    more: object = {},
  ) => {
    const press = {
      type: 'agent.pressed',
      id: `p${serial++}`,
      at: now(),
      conversation: id,
      actor,
      button,
    } as const;
    return month.happens({ ...press, ...more }, place.channel);
  };
  const answers = (actor: Person, conversation: Conversation, text: string) => {
    const draft = openDraft(conversation)?.number;
    return draft === undefined
      ? wrote(actor, conversation.place.channel, text, threadOf(conversation))
      : presses(actor, conversation, 'edit', { draft, text });
  };
  const customerOf = ({ customer }: Conversation) =>
    customers.find(({ id }) => id === customer.id)!;

  /** Who of the team would be at it now. */
  const whoIsIn = ({ owner }: Conversation, chance: Chance): Person | undefined => {
    const there = agents.filter(({ id }) => isAtWork(id, now()) && !away.has(id));
    return (
      there.find(({ id }) => id === owner?.id) ?? (there.length > 0 ? chance.of(there) : undefined)
    );
  };

  /** Somebody of the team looks at it soon, unless somebody is about to. */
  function agentLooks(id: string, occasion: string, from = 2 * MINUTE, to = 2 * HOUR) {
    if (looked.has(id)) return;
    looked.add(id);
    const chance = chanceOf(`look/${occasion}`);
    plan(now() + chance.wait(from, to), async () => {
      looked.delete(id);
      const conversation = await month.conversation(id);
      if (conversation?.status !== 'waiting') return;
      const agent = whoIsIn(conversation, chance);
      if (!agent) return agentLooks(id, `${occasion}+`, 2 * HOUR, 3 * HOUR);
      await deals(agent, conversation, chance, `${occasion}+`);
    });
  }

  async function deals(
    agent: Person,
    conversation: Conversation,
    chance: Chance,
    occasion: string,
  ) {
    const { id } = conversation;
    const draft = openDraft(conversation)?.number;
    const roll = chance(100);
    if (roll < 35 && draft !== undefined) return presses(agent, conversation, 'send', { draft });
    if (roll < 58) return answers(agent, conversation, chance.of(ANSWERS));
    if (roll < 66) return answers(agent, conversation, chance.of(QUESTIONS));
    if (roll < 80) return answers(agent, conversation, chance.of(PROMISES));
    if (roll < 83) return presses(agent, conversation, 'not-a-request');
    if (roll < 86) {
      await answers(agent, conversation, chance.of(ANSWERS));
      return resolves(agent, id, `${occasion}/resolve`, 0);
    }
    if (roll < 89) await presses(agent, conversation, 'take-over');
    else if (roll < 92)
      await presses(agent, conversation, 'snooze', { value: chance.of(['1h', 'tomorrow']) });
    else if (roll < 96)
      await presses(agent, conversation, 'hand-on', { receiver: chance.of(agents) });
    // Or they forget it.
    else return agentLooks(id, occasion, 20 * HOUR, 4 * DAY);
    agentLooks(id, occasion, 10 * MINUTE, 30 * HOUR);
  }

  /** Somebody closes it, and once more where they are asked whether they mean it. */
  function resolves(agent: Person, id: string, occasion: string, after: number) {
    const chance = chanceOf(occasion);
    const resolve = async () => {
      const conversation = await month.conversation(id);
      if (conversation && !isRested(conversation)) await presses(agent, conversation, 'resolve');
    };
    plan(now() + after + MINUTE, resolve);
    if (chance(3) > 0) plan(now() + after + 2 * MINUTE, resolve);
  }

  /** Everything that leaves meets somebody. */
  function reacts(one: Left) {
    left.push(one);
    const { effect, conversation } = one;
    if (effect.type === 'show-draft' || effect.type === 'call') {
      if (isOpen(conversation)) agentLooks(conversation.id, effect.id);
      else if (effect.type === 'call' && conversation.owedCalled === now())
        reminded(effect.id, conversation);
    } else if (effect.type === 'show-promise') promised(effect.promise, conversation);
    else if (effect.type === 'send-reply') wasAnswered(effect.id, conversation);
    else if (effect.type === 'show-message') {
      const message = conversation.messages.find(({ id }) => id === effect.message);
      if (message && message.author.role !== 'customer')
        wasAnswered(`to ${message.id}`, conversation);
    } else if (effect.type === 'send-notice') wasAsked(effect.id, effect.question, conversation);
  }

  function promised(promise: string, conversation: Conversation) {
    const made = promiseOf(conversation, promise);
    if (!made || made.due === undefined || pledged.has(promise)) return;
    pledged.add(promise);
    const { due, by } = made;
    const { id } = conversation;
    const chance = chanceOf(`promise/${promise}`);
    const roll = chance(100);
    const keep = async () => {
      const known = await month.conversation(id);
      if (known && promiseOf(known, promise)?.state !== 'dismissed') {
        await answers(by, known, chance.of(ANSWERS));
      }
    };
    if (roll < 55) plan(due - Math.floor((due - now()) * 0.2), keep);
    else if (roll < 75) plan(due + chance.wait(MINUTE, 30 * HOUR), keep);
    else if (roll < 85) {
      const [button, more] = chance.of([
        ['drop-promise', { value: promise }],
        ['edit-promise', { value: promise, text: 'tomorrow at 5 pm' }],
      ] as const);
      plan(now() + 5 * MINUTE, async () => {
        const known = await month.conversation(id);
        if (known) await presses(by, known, button, more);
      });
    }
  }

  /** Somebody is told what is owed though its time is over. */
  function reminded(occasion: string, { id, owner }: Conversation) {
    const chance = chanceOf(`owed/${occasion}`);
    const agent = owner ?? chance.of(agents);
    const roll = chance(100);
    plan(now() + chance.wait(MINUTE, 8 * HOUR), async () => {
      const known = await month.conversation(id);
      if (!known || isOpen(known)) return;
      const promise = known.promises?.find(isOpenPromise);
      if (roll < 60) await answers(agent, known, chance.of(ANSWERS));
      else if (roll < 75) resolves(agent, id, `resolve/${occasion}`, 0);
      else if (roll < 90 && promise)
        await presses(agent, known, 'drop-promise', { value: promise.id });
    });
  }

  /** The customer reads what a human wrote. */
  function wasAnswered(occasion: string, conversation: Conversation) {
    const chance = chanceOf(`answered/${occasion}`);
    const agent = conversation.owner ?? agents[0]!;
    if (chance(100) < 20)
      resolves(agent, conversation.id, `resolve/${occasion}`, chance.wait(HOUR, 3 * DAY));
    const roll = chance(100);
    if (roll < 72) return;
    const said = roll < 86 ? chance.of(THANKS) : roll < 97 ? chance.of(REPLIES) : STOP;
    writesBack(conversation, said, chance);
  }

  function writesBack(conversation: Conversation, text: string, chance: Chance) {
    const { channel, ...customer } = customerOf(conversation);
    const thread = chance(10) < 9 ? threadOf(conversation) : undefined;
    plan(now() + chance.wait(MINUTE, 5 * DAY), () => wrote(customer, channel, text, thread));
  }

  /** The desk spoke up by itself. */
  function wasAsked(occasion: string, question: number | undefined, conversation: Conversation) {
    const chance = chanceOf(`asked/${occasion}`);
    const { channel: _, ...actor } = customerOf(conversation);
    const choices =
      conversation.questions?.find(({ number }) => number === question)?.choices ?? [];
    const roll = chance(100);
    if (roll < 35 && choices.length > 0) {
      const { button, value } = chance.of(choices);
      plan(now() + chance.wait(MINUTE, 2 * DAY), () =>
        month.happens(
          {
            type: 'customer.pressed',
            id: `c${serial++}`,
            at: now(),
            conversation: conversation.id,
            actor,
            place: conversation.place,
            question: question!,
            button: button as CustomerButton,
            ...(value === undefined ? {} : { value }),
          },
          conversation.place.channel,
        ),
      );
    } else if (roll < 42) writesBack(conversation, chance.of([...REPLIES, ...THANKS]), chance);
    else if (roll < 47) writesBack(conversation, STOP, chance);
  }

  for (const { channel, ...customer } of customers) {
    const chance = chanceOf(customer.id);
    const roll = chance(100);
    // Most come once; some with everything at once.
    const [matters, within] = roll < 3 ? [4, 2 * DAY] : roll < 6 ? [2, ENDS - BEGINS] : [1, DAY];
    const first = BEGINS + chance(ENDS - BEGINS - within);
    for (let n = 0; n < matters; n++) {
      const text = chance.of(MATTERS);
      plan(first + chance(within), () => wrote(customer, channel, text));
    }
  }
  for (const { id: who } of agents) {
    const chance = chanceOf(`away/${who}`);
    const at = BEGINS + chance(ENDS - BEGINS);
    const keeps = (words: string, did: Deed['did']) => async () => {
      deeds.push({ at: now(), who, did });
      if (did === 'went away') away.add(who);
      else away.delete(who);
      await month.keepsHours(who, words);
    };
    plan(at, keeps('away', 'went away'));
    plan(at + chance.wait(2 * HOUR, 6 * DAY), keeps('back', 'came back'));
  }
  const chance = chanceOf('restarts');
  for (let n = 0; n < RESTARTS; n++) {
    plan(BEGINS + chance(ENDS - BEGINS), () => month.restarts(chance(6), chance.wait(0, 6 * HOUR)));
  }

  return {
    month,
    handbook,
    left,
    deeds,
    /** A lead goes through what is left, and everything comes to rest. */
    async clears(conversations: readonly Conversation[]) {
      for (const one of conversations)
        if (!isRested(one)) resolves(lead, one.id, `clear/${one.id}`, 0);
      // Whoever is asked is sure.
      for (const one of conversations)
        if (!isRested(one)) resolves(lead, one.id, `clear again/${one.id}`, 3 * MINUTE);
    },
  };
}

export function isRested({ status }: Conversation): boolean {
  return status === 'resolved' || status === 'set-aside' || status === 'merged';
}
