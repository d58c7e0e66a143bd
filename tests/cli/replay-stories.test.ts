import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/replay.ts';
import type { Role } from '../../src/support/roles.ts';
import { MONDAY_MORNING } from '../clock.ts';
import { milliseconds, readStories, type Story } from '../story.ts';
import { answersOf } from './answers.ts';

const ROLES: Readonly<Record<string, Role>> = {
  Ada: 'agent',
  Sam: 'agent',
  Lea: 'lead',
  Cole: 'colleague',
};
/** A door gets each message a moment after the one before. */
const MOMENT = 1;

type Step = Story['story'][number];

/** Whether a history can tell it: what is written and pressed on the only card, and nothing else. */
function isTold({ policy, story }: Story): boolean {
  return (
    policy === undefined && story.every((step) => isMessage(step) || isPress(step) || isRest(step))
  );
}
const isMessage = (step: Step) => 'writes' in step && (step.in ?? 'support') === 'support';
const isPress = (step: Step) =>
  'presses' in step && !step.card && step.draft === undefined && step.into === undefined;
const isRest = (step: Step) =>
  'wait' in step || 'say' in step || ('expect' in step && !step.expect.card);

/** The story as lines, and until when it goes. */
function linesOf({ begins, story }: Story): { lines: object[]; until: string } {
  let at = begins ? Date.parse(begins) : MONDAY_MORNING;
  let of = '';
  const lines = story.flatMap((step, n): object[] => {
    if ('wait' in step) at += milliseconds(step.wait);
    if ('after' in step && step.after) at += milliseconds(step.after);
    if (!('writes' in step || 'presses' in step)) return [];
    at += MOMENT;
    const role = ROLES[step.who] ?? 'customer';
    const by = { at, author: { id: step.who.toLowerCase(), name: step.who }, role };
    if ('presses' in step) {
      const { presses: button, text, value, messages } = step;
      return [{ ...by, type: 'press', button, of, text, value, messages }];
    }
    const id = step.as ?? `step-${n}`;
    if (role === 'customer') of = id;
    return [
      { ...by, type: 'message', id, channel: 'help', thread: step.thread, text: step.writes },
    ];
  });
  return { lines, until: new Date(at + MOMENT).toISOString() };
}

const stories = readStories(new URL('../conversations/', import.meta.url)).filter(({ story }) =>
  isTold(story),
);

describe('a recorded conversation, replayed', () => {
  it('is there to be replayed', () => expect(stories.length).toBeGreaterThan(5));

  it.each(stories)('tells of $file what the doors show', async ({ story }) => {
    const { lines, until } = linesOf(story);
    const { code, answers } = await answersOf(run, lines, ['--until', until]);
    expect(code).toBe(0);
    const sent = answers.filter((one) => one.to === 'customer').map((one) => one.text);
    const wanted = story.story.flatMap((step) => ('expect' in step ? [step.expect] : []));
    const posts = wanted.findLast((one) => one.posts !== undefined)?.posts;
    if (posts !== undefined) expect(sent.length).toBeGreaterThanOrEqual(posts);
    if (wanted.at(-1)?.posts !== undefined) expect(sent).toHaveLength(wanted.at(-1)!.posts!);
    const reads = wanted.at(-1)?.customerReads;
    if (reads !== undefined) expect(sent.at(-1)).toBe(reads);
    for (const words of wanted.flatMap((one) => one.customerSees ?? [])) {
      expect(sent.join('\n')).toContain(words);
    }
    const cards = wanted.findLast((one) => one.cards !== undefined)?.cards;
    if (cards !== undefined) {
      expect(new Set(answers.map((one) => one.conversation)).size).toBe(cards);
    }
  });
});
