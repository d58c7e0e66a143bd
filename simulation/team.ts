import { type Conversation, type Instant, isOpen, openDraft } from '../src/support/conversation.ts';
import type { Person } from '../src/support/roles.ts';
import { isOpenPromise, promiseOf } from '../src/support/time/promises/given.ts';
import { inRecovery } from '../src/support/time/survey/recovery.ts';
import type { Urgency } from '../src/support/triage/triage.ts';
import type { Chance } from './chance.ts';
import { type Colleague, isEmployed, isOnShift, LEAD, TEAM } from './people.ts';
import { DAY, dayOfOutage, HOUR, MINUTE, partOf } from './rhythm.ts';
import { filled, type Happening, rootOf, type Scene } from './scene.ts';
import { en } from './words/en.ts';

/** Within how many minutes somebody looks at it, mostly much nearer to the first. */
const LOOKS: Readonly<Record<Urgency, readonly [number, number]>> = {
  p1: [2, 40],
  p2: [4, 180],
  p3: [6, 400],
  p4: [10, 1000],
};
/** How much longer it takes at the end of the span than at its beginning, since more comes; and in an outage. */
const SLOWER = 1.4;
const SLOWER_IN_OUTAGE = 2.5;
/** Nobody is looked for further ahead than the longest holidays. */
const LONGEST_ABSENCE = 14 * DAY;
/** Days that somebody is on holiday, and how many such times there are a year. */
const HOLIDAY = [4, 12] as const;
const HOLIDAYS_A_YEAR = 3;

export interface Team {
  hears(happening: Happening): void;
  /** Who works here then. */
  staff(at: Instant): Person[];
  /** Plans when they are on holiday. `keepsHours` tells the desk. */
  planHolidays(keepsHours: (person: Person, words: string) => Promise<unknown>): void;
}

/** People who answer, in their hours and their own manner. @param zone of the office */
export function openTeam(scene: Scene, zone: string): Team {
  const { span, hands, chanceOf, now, plan, customers, matters } = scene;
  /** Conversations that somebody is about to look at. */
  const looked = new Set<string>();
  const away = new Set<string>();

  const isThere = (one: Colleague, at: Instant) =>
    isEmployed(one, span, at) && isOnShift(one, zone, at) && !away.has(one.person.id);
  const wordsFor = ({ customer }: Conversation) => customers.get(customer.id)?.words ?? en;
  const isLeft = (conversation: Conversation) =>
    conversation.messages[0] !== undefined && matters.get(rootOf(conversation))?.left === true;

  /** When somebody is there, from then on. */
  function inHours(at: Instant, chance: Chance): Instant {
    for (let later = at; later < at + LONGEST_ABSENCE; later += 15 * MINUTE) {
      if (TEAM.some((one) => isThere(one, later)))
        return later === at ? at : later + chance.wait(MINUTE, 40 * MINUTE);
    }
    return at + LONGEST_ABSENCE;
  }

  function whoIsIn({ owner }: Conversation, chance: Chance): Colleague | undefined {
    const there = TEAM.filter((one) => isThere(one, now()));
    const own = there.find(({ person }) => person.id === owner?.id);
    return own ?? (there.length > 0 ? chance.of(there) : undefined);
  }

  /** Somebody looks at what waits, unless somebody is about to. */
  function looks(conversation: Conversation, occasion: string, within?: [number, number]): void {
    const { id, triage } = conversation;
    if (looked.has(id) || isLeft(conversation)) return;
    looked.add(id);
    const chance = chanceOf(`look/${occasion}`);
    const [from, to] = within ?? LOOKS[triage?.urgency ?? 'p3'].map((one) => one * MINUTE);
    const outage = dayOfOutage(span, now()) === undefined ? 1 : SLOWER_IN_OUTAGE;
    const slower = outage * (1 + (SLOWER - 1) * partOf(span, now()));
    const at = inHours(now() + Math.round(chance.wait(from!, to!) * slower), chance);
    plan(at, `look/${occasion}`, async () => {
      looked.delete(id);
      const known = await scene.conversation(id);
      if (known?.status !== 'waiting') return;
      const colleague = whoIsIn(known, chance);
      if (colleague) await deals(colleague, known, chance, `${occasion}+`);
      else looks(known, `${occasion}+`);
    });
  }

  /** In their own words: in place of the draft, or past it. */
  function answers(agent: Person, conversation: Conversation, words: string, chance: Chance) {
    const text = filled(words, conversation.customer.name, chance);
    const draft = openDraft(conversation)?.number;
    return draft !== undefined && chance(10) < 7
      ? hands.presses(agent, conversation, 'edit', { draft, text })
      : hands.writes(agent, conversation.place.channel, text, rootOf(conversation));
  }

  async function deals(
    { person: agent, edits }: Colleague,
    conversation: Conversation,
    chance: Chance,
    occasion: string,
  ): Promise<void> {
    const words = wordsFor(conversation);
    const again = (from: number, to: number) => looks(conversation, occasion, [from, to]);
    if (inRecovery(conversation)) {
      await answers(agent, conversation, chance.of(words.amends), chance);
      return resolves(agent, conversation.id, occasion, chance.wait(2 * HOUR, 2 * DAY));
    }
    if (await setsRight(agent, conversation, chance)) return again(MINUTE, 20 * MINUTE);
    const draft = openDraft(conversation);
    const roll = chance(100);
    if (roll < 62 && draft) {
      if (chance(100) >= edits)
        return hands.presses(agent, conversation, 'send', { draft: draft.number });
      const text =
        chance(3) > 0
          ? `${draft.text}\n\n${chance.of(words.added)}`
          : filled(chance.of(words.answers), conversation.customer.name, chance);
      return hands.presses(agent, conversation, 'edit', { draft: draft.number, text });
    }
    if (roll < 72)
      return void (await answers(agent, conversation, chance.of(words.answers), chance));
    if (roll < 79)
      return void (await answers(agent, conversation, chance.of(words.questions), chance));
    if (roll < 90)
      return void (await answers(agent, conversation, chance.of(words.promises), chance));
    if (roll < 92) return hands.presses(agent, conversation, 'not-a-request');
    if (roll < 94) await hands.presses(agent, conversation, 'take-over');
    else if (roll < 96)
      await hands.presses(agent, conversation, 'snooze', { value: chance.of(['1h', 'tomorrow']) });
    else if (roll < 98) {
      const there = TEAM.filter((one) => isThere(one, now()) && one.person.id !== agent.id);
      if (there.length > 0)
        await hands.presses(agent, conversation, 'hand-on', { receiver: chance.of(there).person });
    }
    // Or they forget it.
    else return again(8 * HOUR, 3 * DAY);
    again(10 * MINUTE, 20 * HOUR);
  }

  /** What was sorted wrongly is mostly noticed; whether anything was. */
  async function setsRight(agent: Person, conversation: Conversation, chance: Chance) {
    const { triage, corrections } = conversation;
    const truth = matters.get(rootOf(conversation))?.topic;
    if (truth && triage && triage.category !== truth && !corrections?.category && chance(10) < 8) {
      await hands.presses(agent, conversation, 'correct-category', { value: truth });
      return true;
    }
    if (triage && !corrections?.urgency && chance(100) < 3) {
      const value = chance.of(['p2', 'p3'] as const);
      if (value === triage.urgency) return false;
      await hands.presses(agent, conversation, 'correct-urgency', { value });
      return true;
    }
    return false;
  }

  function resolves(agent: Person, id: string, occasion: string, after: number): void {
    const name = `resolve/${occasion}`;
    const chance = chanceOf(name);
    plan(inHours(now() + after, chance), name, async () => {
      const known = await scene.conversation(id);
      const colleague = known && whoIsIn(known, chance);
      if (known?.status !== 'answered' || known.promises?.some(isOpenPromise)) return;
      await hands.presses(colleague?.person ?? agent, known, 'resolve');
    });
  }

  /** Most keep what they promised, some late, some never. */
  function promised(conversation: Conversation, promise: string, due: Instant): void {
    const name = `promise/${promise}`;
    const chance = chanceOf(name);
    const roll = chance(100);
    const at =
      roll < 72
        ? due - Math.floor((due - now()) * (chance(40) / 100))
        : roll < 86
          ? inHours(due + chance.wait(10 * MINUTE, 12 * HOUR), chance)
          : undefined;
    if (at === undefined) return;
    plan(at, name, async () => {
      const known = await scene.conversation(conversation.id);
      const made = known && promiseOf(known, promise);
      if (!known || !made || !isOpenPromise(made)) return;
      const agent = whoIsIn(known, chance)?.person ?? made.by;
      await answers(agent, known, chance.of(wordsFor(known).answers), chance);
    });
  }

  /** Somebody is told of what is owed though the matter was answered. */
  function reminded(occasion: string, conversation: Conversation): void {
    const name = `owed/${occasion}`;
    const chance = chanceOf(name);
    if (chance(100) < 65) return;
    plan(inHours(now() + chance.wait(5 * MINUTE, 8 * HOUR), chance), name, async () => {
      const known = await scene.conversation(conversation.id);
      const agent = known && whoIsIn(known, chance)?.person;
      if (!agent || known.status !== 'answered' || !known.promises?.some(isOpenPromise)) return;
      await answers(agent, known, chance.of(wordsFor(known).answers), chance);
    });
  }

  return {
    hears({ conversation, effects, facts }) {
      const { id, version } = conversation;
      if (conversation.status === 'waiting') looks(conversation, `${id}/${version}`);
      for (const effect of effects) {
        if (effect.type === 'call' && !isOpen(conversation)) reminded(effect.id, conversation);
      }
      for (const fact of facts) {
        if (fact.type === 'promised') promised(conversation, fact.promise, fact.due);
        if (fact.type !== 'replied' && fact.type !== 'answered-directly') continue;
        const chance = chanceOf(`closes/${id}/${version}`);
        const agent = conversation.owner ?? LEAD;
        if (chance(100) < 30)
          resolves(agent, id, `${id}/${version}`, chance.wait(20 * MINUTE, 2 * DAY));
      }
    },
    staff: (at) => [
      ...TEAM.filter((one) => isEmployed(one, span, at)).map(({ person }) => person),
      LEAD,
    ],
    planHolidays(keepsHours) {
      const times = Math.round((HOLIDAYS_A_YEAR * (span.ends - span.begins)) / (365 * DAY));
      for (const { person } of TEAM) {
        const chance = chanceOf(`holidays/${person.id}`);
        for (let time = 0; time < times; time++) {
          const from = span.begins + chance(365) * Math.floor((span.ends - span.begins) / 365);
          const back = from + chance.wait(HOLIDAY[0] * DAY, HOLIDAY[1] * DAY);
          const name = `holidays/${person.id}/${time}`;
          plan(from, name, async () => {
            away.add(person.id);
            await keepsHours(person, 'away');
          });
          plan(back, `${name}/back`, async () => {
            away.delete(person.id);
            await keepsHours(person, 'back');
          });
        }
      }
    },
  };
}
