import type { Instant } from '../conversation.ts';
import { createAmendments } from './amendments.ts';
import { createEntries, timelineOf } from './entries.ts';
import { createExamples } from './examples.ts';
import { addPage, createFold, type Lot } from './fold.ts';
import { createGroups } from './groups.ts';
import type { Kind } from './kinds.ts';
import { markOf } from './mark.ts';
import type { Day, Page } from './page.ts';
import { BREAKDOWNS, type Breakdown } from './report.ts';
import { createScratch } from './scratch.ts';

/** A digest tells the half hours of its day apart: in nearly all zones days and hours begin with one. Milliseconds. */
export const SLOT = 30 * 60_000;
const DAY = 24 * 60 * 60_000;
const SLOTS = DAY / SLOT;

/** Raised when lots count otherwise, though they are declared as before. */
const DIGESTING = 1;
/** Fewer facts than `least` are counted sooner than a digest is read; more numbers than a share of `most` of the facts save nothing. */
const WORTH = { least: 1_000, most: 0.25 };

/** How often each kind was met: at a place, how often, at the next one, how often, … */
export type Met = readonly (readonly [kind: Kind, places: readonly number[]])[];

/** What the groups of a breakdown had. */
export interface GroupsMet {
  readonly keys: readonly string[];
  /** The latest conversation of each, where groups are people. */
  readonly examples: readonly (readonly [at: Instant, conversation: string])[];
  /** By lot, in which group each kind was met. */
  readonly lots: readonly Met[];
}

/** What the facts of a whole page come to, so that nobody need count them again; whatever happened later is not in it. */
export interface Digest {
  /** By which lots it was counted: to others it says nothing. */
  readonly of: string;
  readonly day: Day;
  /** By lot, in which half hour of the day each kind was met. */
  course(): readonly Met[];
  /** Undefined where it says nothing of that breakdown. */
  groups(by: Breakdown): GroupsMet | undefined;
}

/** A digest in plain values, to be kept. */
export interface DigestKept {
  readonly of: string;
  readonly day: Day;
  readonly course: readonly Met[];
  readonly groups: readonly (readonly [by: Breakdown, groups: GroupsMet])[];
}

/** Those of which a digest can tell: that count how often, and no durations or sums. */
export function digestible(lots: readonly Lot[]): Lot[] {
  return lots.filter(({ spreads, tallies }) => {
    return spreads.length === 0 && [...tallies.keys()].every((sum) => sum === undefined);
  });
}

/** What says by which lots a digest was counted. */
export function nameOf(lots: readonly Lot[]): string {
  return `${DIGESTING} ${markOf(JSON.stringify(lots.map(({ sources }) => sources))).toString(36)}`;
}

/** The digest of a page of one day; undefined where it would be no shorter than the facts. */
export function digest(
  page: Page,
  day: Day,
  facts: number,
  { least, most } = WORTH,
): DigestKept | undefined {
  if (facts < least) return undefined;
  const isShort = (lots: readonly Met[]) => sizeOf(lots) < most * facts;
  const { of, lots: course } = digestBy(page, day, undefined);
  if (!isShort(course)) return undefined;
  const groups = BREAKDOWNS.filter((by) => by !== 'hour').flatMap((by) => {
    const { keys, examples, lots } = digestBy(page, day, by);
    return isShort(lots) ? [[by, { keys, examples, lots }] as const] : [];
  });
  return { of, day, course, groups };
}

function sizeOf(lots: readonly Met[]): number {
  return lots.flat().reduce((sum, [, places]) => sum + places.length / 2, 0);
}

/** Without a breakdown: by the half hours of the day. */
function digestBy(
  page: Page,
  day: Day,
  by: Breakdown | undefined,
): GroupsMet & { readonly of: string } {
  const from = day * DAY;
  const period = { from, to: from + DAY, zone: 'UTC', words: '' };
  const question = { period, before: { ...period, to: from }, only: {}, ...(by && { by }) };
  const steps = Array.from({ length: SLOTS }, (_, slot) => from + slot * SLOT);
  const groups = createGroups(question);
  const examples = createExamples();
  const scratch = createScratch();
  const amendments = createAmendments();
  const lots = digestible(createFold(steps.length, scratch).lots);
  const entriesOn = createEntries(question, timelineOf(question, steps), groups, examples, scratch);
  addPage(lots, page, entriesOn(page, amendments), amendments);
  examples.leave(page);
  const places = by ? groups.keys.length : SLOTS;
  return {
    of: nameOf(lots),
    keys: groups.keys,
    examples: groups.keys.map((_, group) => examples.latest(group)),
    lots: lots.map((lot) => metIn(lot, places, by ? 'group' : 'step')),
  };
}

function metIn({ kinds, tallies }: Lot, places: number, at: 'group' | 'step'): Met {
  const tally = tallies.get(undefined)!;
  return kinds.all.flatMap((kind, number) => {
    const met: number[] = [];
    for (let place = 0; place < places; place++) {
      const n = tally[at](number, place);
      if (n !== 0) met.push(place, n);
    }
    return met.length > 0 ? [[kind, met] as const] : [];
  });
}
