import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { people, places } from './cast.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { forgeries } from './forgeries.ts';
import { type SdkBot, startSdkBot } from './sdk-bot.ts';
import type { Json } from './state.ts';

let teams: FakeTeams;
let bot: SdkBot;
let heard: string[];
let activity: Json;

beforeAll(async () => {
  heard = [];
  teams = await startFakeTeams();
  bot = await startSdkBot(teams, async ({ activity: { text } }) => void heard.push(text));
  // The SDK prints what it refuses.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await teams.writes(people.nora, places.support, 'hello');
  activity = teams.courier.sent.at(-1)!.activity;
});

afterAll(async () => {
  vi.restoreAllMocks();
  await bot.close();
  await teams.close();
});

describe('what a bot that leaves tokens to the SDK makes of', () => {
  it.each(forgeries)('$name: $sdk', async ({ make, sdk }) => {
    const before = heard.length;
    const { body, headers } = await make(teams, activity);
    const { status } = await teams.courier.post(body, headers);
    expect(status).toBe(sdk);
    expect(heard.length - before).toBe(sdk === 200 ? 1 : 0);
  });
});

it('knows more than twenty ways to forge, and ways to be right', () => {
  expect(forgeries.filter((one) => one.wants !== 'acceptance').length).toBeGreaterThan(20);
  expect(forgeries.filter((one) => one.wants === 'acceptance').length).toBeGreaterThan(2);
  expect(new Set(forgeries.map((one) => one.name)).size).toBe(forgeries.length);
});
