import { describe, expect, it } from 'vitest';
import { MONDAY_MORNING } from '../clock.ts';
import { makeSlackRig } from '../rigs/slack.ts';
import { handbookOf, playStory, readStories, type Story } from '../story.ts';
import { openTestDesk } from '../test-desk.ts';

const recorded = readStories(new URL('../conversations/', import.meta.url));

async function play(story: Story): Promise<void> {
  await using desk = await openTestDesk(makeSlackRig, handbookOf(story));
  if (story.begins) await desk.pass(Date.parse(story.begins) - MONDAY_MORNING);
  await playStory(story, desk.rig, { advance: desk.pass, settle: desk.settle });
  expect(desk.log.lines.filter((line) => line.level === 'error')).toEqual([]);
}

describe('recorded conversations, played in Slack', () => {
  it.each(recorded)('$story.name ($file)', ({ story }) => play(story));
});
