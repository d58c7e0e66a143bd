import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { z } from 'zod';
import { LEVELS } from '../src/support/automation.ts';
import { BUTTONS } from '../src/support/events.ts';
import type { Calendar, Handbook } from '../src/support/handbook.ts';
import { ASSIGNMENTS, type ServiceLevel, type Team } from '../src/support/time/policy.ts';
import { idsOf } from './ids.ts';
import type { Actor, Rig, Seen } from './rig.ts';
import { article, shelve } from './support/knowledge/shelves.ts';

const ACTORS = {
  Nora: 'Nora Customer',
  Ben: 'Ben Customer',
  /** The third customer of the page is a guest here. */
  Mia: 'Gus Guest',
  Ada: 'Ada Agent',
  Sam: 'Sam Agent',
  Lea: 'Lea Lead',
  Cole: 'Cole Colleague',
  Gus: 'Gus Guest',
} as const satisfies Record<string, Actor>;

const who = z.enum(Object.keys(ACTORS) as [keyof typeof ACTORS]);
/** A message of the story, by the name it was given with `as`. */
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const duration = z.string().regex(/^\d+(ms|s|m|h|d)$/);
const words = z.union([z.string(), z.array(z.string())]);
const count = z.int().nonnegative();

/** What can be seen after everything came to rest. Words are parts of what is shown. */
const expectation = z.strictObject({
  cards: count.optional(),
  /** Open drafts, over all cards. */
  drafts: count.optional(),
  /** Everything Warmline posted where customers are: acknowledgements and replies. */
  posts: count.optional(),
  customerSees: words.optional(),
  customerNeverSees: words.optional(),
  /** The labels of the buttons under all of it. */
  customerMayAnswer: z.array(z.string()).optional(),
  /** The last thing the customer sees is exactly this. */
  customerReads: z.string().optional(),
  /** The last thing the customer sees stands in the thread of this message. */
  inThreadOf: name.optional(),
  /** Which card the next two speak of; the oldest when left out. */
  card: count.optional(),
  /** The card itself or anything under it says this. */
  agentsSee: words.optional(),
  agentsNeverSee: words.optional(),
  told: z.strictObject({ who, says: words }).optional(),
});
export type Expectation = z.infer<typeof expectation>;

const step = z.union([
  z.strictObject({
    who,
    writes: z.string().min(1),
    as: name.optional(),
    thread: name.optional(),
    in: z.enum(['support', 'triage', 'elsewhere']).optional(),
    after: duration.optional(),
  }),
  z.strictObject({ who, edits: name, text: z.string(), after: duration.optional() }),
  z.strictObject({ who, deletes: name, after: duration.optional() }),
  z.strictObject({
    who,
    presses: z.enum(BUTTONS),
    card: count.optional(),
    draft: count.optional(),
    text: z.string().optional(),
    messages: z.array(name).optional(),
    into: count.optional(),
    /** What is chosen: a category, an urgency. */
    value: z.string().optional(),
    /** Whom it is handed to. */
    to: who.optional(),
    /** Pressed at the same moment as the step before it. */
    atOnce: z.literal(true).optional(),
    after: duration.optional(),
  }),
  /** Presses a button under the newest of what Warmline posted where customers are, by its label. */
  z.strictObject({ who, answers: z.string(), after: duration.optional() }),
  z.strictObject({ wait: duration }),
  z.strictObject({ expect: expectation }),
  /** Asks Warmline in private, and reads this. */
  z.strictObject({ who, asks: z.string(), reads: words.optional() }),
  /** Presses Why? on a card, and is shown this; nobody else is. */
  z.strictObject({ who, wondersWhy: z.literal(true), card: count.optional(), reads: words }),
  /** Presses a button of the oldest lesson in the list that was last asked for. */
  z.strictObject({ who, judges: z.enum(['learn', 'decline-learning']) }),
  /** Only for the page: a caption. */
  z.strictObject({ say: z.string(), seat: z.enum(['customer', 'agent', 'lead']).optional() }),
]);

/** A recorded conversation. People go by first name, messages by the names the story gives them. */
export const storySchema = z.strictObject({
  name: z.string().min(1),
  /** When it begins; needs a zone. */
  begins: z.iso.datetime().optional(),
  policy: z
    .strictObject({
      acknowledge: z.boolean().optional(),
      /** The level of each category. */
      automation: z.record(z.string(), z.enum(LEVELS)).optional(),
      /** Where thanks are shared. */
      praise: z.string().optional(),
      /** How matters are given to the team. */
      assign: z.enum(ASSIGNMENTS).optional(),
      /** Its people, who are there from Monday to Friday, 9 to 17 UTC. */
      team: z.array(who).optional(),
      /** Where the office is, which is open from Monday to Friday, 9 to 17. */
      zone: z.string().optional(),
      /** Opening time until a person answers, for every urgency and every message. */
      replyWithin: duration.optional(),
    })
    .optional(),
  /** What the team has written down, in English. */
  articles: z
    .array(z.strictObject({ title: z.string(), question: z.string(), text: z.string() }))
    .optional(),
  story: z.array(step).min(1),
});
export type Story = z.infer<typeof storySchema>;
type Step = z.infer<typeof step>;

/** The stories of a folder, checked, in order of file name. */
export function readStories(folder: URL): { file: string; story: Story }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => ({
      file,
      story: storySchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
    }));
}

/** What a story asks of the handbook, for `openTestDesk`. */
export function handbookOf({ policy = {}, articles }: Story): {
  policy: Partial<Handbook['policy']>;
  knowledge?: Handbook['knowledge'];
} {
  const { acknowledge, automation: categories, praise: praiseChannel, assign, team } = policy;
  const { zone, replyWithin } = policy;
  return {
    policy: {
      ...(zone && { calendar: weekIn(zone) }),
      ...(replyWithin && { serviceLevels: [everyReplyWithin(milliseconds(replyWithin))] }),
      ...(acknowledge === undefined ? {} : { acknowledge }),
      ...(praiseChannel === undefined ? {} : { praiseChannel }),
      ...(categories
        ? { automation: { default: 'suggest', categories, channels: {}, hours: 'always' } }
        : {}),
      ...(assign && { assign }),
      ...(team && { teams: [teamOf(team.map((one) => ACTORS[one]))] }),
    },
    ...(articles && {
      knowledge: shelve(
        articles.map(({ title, question, text }, n) =>
          article(`article-${n + 1}`, text, { title, questions: [question] }),
        ),
      ),
    }),
  };
}

function teamOf(people: readonly Actor[]): Team {
  const calendar = weekIn('Etc/UTC');
  return { name: 'desk', calendar, people: idsOf(...people), categories: [], speaks: [] };
}

function weekIn(zone: string): Calendar {
  const day = [{ from: 540, to: 1020 }];
  return { zone, week: [day, day, day, day, day, [], []], holidays: [] };
}

function everyReplyWithin(time: number): ServiceLevel {
  const within = { days: 0, minutes: time / 60_000 };
  const replyWithin = { p1: within, p2: within, p3: within, p4: within };
  const week = { days: 5, minutes: 0 };
  return {
    replyWithin,
    nextReplyWithin: replyWithin,
    resolveWithin: { p1: week, p2: week, p3: week, p4: week },
  };
}

/** What a story is played with. `advance` lets time pass (milliseconds), due timers included. */
export interface Stage {
  advance(by: number): Promise<void>;
  settle(): Promise<void>;
}

/** Plays a story over any door and checks each `expect` when everything before it has come to rest. */
export async function playStory(story: Story, rig: Rig, stage: Stage): Promise<void> {
  const known = new Map<string, string>();
  const idOf = (message: string) => {
    const id = known.get(message);
    if (!id) throw new Error(`The story "${story.name}" has no message called ${message} yet.`);
    return id;
  };
  for (const [n, step] of story.story.entries()) {
    const next = story.story[n + 1];
    if ('after' in step && step.after) await stage.advance(milliseconds(step.after));
    if ('expect' in step) await check(step.expect, rig, idOf, `${story.name}, step ${n + 1}`);
    else if ('atOnce' in step && step.atOnce) continue;
    else if (next && 'atOnce' in next && next.atOnce) {
      await Promise.all(togetherFrom(story, n).map((one) => perform(one, rig, stage, known, idOf)));
    } else await perform(step, rig, stage, known, idOf);
    await stage.settle();
  }
}

function togetherFrom(story: Story, n: number): Step[] {
  const rest = story.story.slice(n + 1);
  const end = rest.findIndex((step) => !('atOnce' in step && step.atOnce));
  return [story.story[n]!, ...rest.slice(0, end < 0 ? rest.length : end)];
}

async function perform(
  step: Step,
  rig: Rig,
  stage: Stage,
  known: Map<string, string>,
  idOf: (message: string) => string,
): Promise<void> {
  if ('say' in step) return;
  if ('wait' in step) return stage.advance(milliseconds(step.wait));
  if ('expect' in step) return;
  const actor = ACTORS[step.who];
  if ('writes' in step) {
    const id = await rig.writes(actor, step.writes, {
      ...(step.thread && { thread: idOf(step.thread) }),
      ...(step.in && { channel: step.in }),
    });
    if (step.as) known.set(step.as, id);
    return;
  }
  if ('edits' in step) return rig.edits(actor, idOf(step.edits), step.text);
  if ('deletes' in step) return rig.deletes(actor, idOf(step.deletes));
  if ('answers' in step) return rig.answers(actor, step.answers);
  if ('asks' in step) return reads(await rig.asks(actor, step.asks), step.reads);
  if ('judges' in step) return rig.judges(actor, step.judges);
  if ('wondersWhy' in step) {
    const before = (await rig.told(actor)).length;
    const shown = await rig.wondersWhy(actor, step.card);
    await stage.settle();
    const told = (await rig.told(actor)).slice(before);
    return reads([shown, ...told].join('\n'), step.reads);
  }
  const { card, draft, text, messages, into, value, to } = step;
  return rig.presses(actor, step.presses, {
    ...(card !== undefined && { card }),
    ...(draft !== undefined && { draft }),
    ...(text !== undefined && { text }),
    ...(messages && { messages: messages.map(idOf) }),
    ...(into !== undefined && { into }),
    ...(value !== undefined && { value }),
    ...(to && { to: ACTORS[to] }),
  });
}

function reads(shown: string, wanted: string | string[] | undefined): void {
  for (const part of list(wanted)) expect(shown).toContain(part);
}

async function check(
  wanted: Expectation,
  rig: Rig,
  idOf: (message: string) => string,
  where: string,
): Promise<void> {
  const seen = await rig.customerSees();
  const cards = await rig.cards();
  const threads = await Promise.all(cards.map((_, n) => rig.under(n)));
  const texts = seen.map((one) => one.text);
  if (wanted.cards !== undefined) expect(cards.length, `${where}: cards`).toBe(wanted.cards);
  if (wanted.drafts !== undefined) {
    const open = threads.flat().filter((one) => one.buttons.includes('send'));
    expect(open.length, `${where}: open drafts`).toBe(wanted.drafts);
  }
  if (wanted.posts !== undefined) expect(texts, `${where}: posts`).toHaveLength(wanted.posts);
  for (const part of list(wanted.customerSees)) {
    expect(texts.join('\n---\n'), `${where}: the customer sees`).toContain(part);
  }
  for (const part of list(wanted.customerNeverSees)) {
    expect(texts.join('\n---\n'), `${where}: the customer never sees`).not.toContain(part);
  }
  if (wanted.customerMayAnswer !== undefined) {
    const labels = seen.flatMap(({ buttons }) => buttons);
    expect(labels, `${where}: buttons`).toEqual(wanted.customerMayAnswer);
  }
  if (wanted.customerReads !== undefined) {
    expect(texts.at(-1), `${where}: the customer reads`).toBe(wanted.customerReads);
  }
  if (wanted.inThreadOf !== undefined) {
    expect(seen.at(-1)?.thread, `${where}: thread`).toBe(idOf(wanted.inThreadOf));
  }
  const about = wanted.card ?? 0;
  const shown = [cards[about], ...(threads[about] ?? [])].map((one?: Seen) => one?.text ?? '');
  for (const part of list(wanted.agentsSee)) {
    expect(shown.join('\n'), `${where}: agents see`).toContain(part);
  }
  for (const part of list(wanted.agentsNeverSee)) {
    expect(shown.join('\n'), `${where}: agents never see`).not.toContain(part);
  }
  if (wanted.told) {
    const told = await rig.told(ACTORS[wanted.told.who]);
    for (const part of list(wanted.told.says)) {
      expect(told.join('\n'), `${where}: ${wanted.told.who} is told`).toContain(part);
    }
  }
}

function list(words: string | string[] | undefined): string[] {
  return words === undefined ? [] : [words].flat();
}

/** Of a duration such as `20s`. */
export function milliseconds(duration: string): number {
  const [, count, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(duration)!;
  const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
  return Number(count) * units[unit as keyof typeof units];
}
