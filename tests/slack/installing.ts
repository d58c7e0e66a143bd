import { expect } from 'vitest';
import { install as homeInstall } from '../fake-slack/cast.ts';
import type { Install } from '../fake-slack/state.ts';
import type { OpenSlack } from './open.ts';

/** Only what installing from a browser needs: there is no token to begin with. */
export const FOR_MANY_WORKSPACES = {
  botToken: undefined as never,
  clientId: '1234567890.1234567890',
  clientSecret: 'fake-client-secret',
  stateSecret: 'a-state-secret-that-is-long-enough',
};

/** Opens /slack/install like a browser: the state is in the link and in a cookie. */
export async function beginInstalling(open: OpenSlack) {
  const page = await fetch(`${open.rig.url}/slack/install`);
  const link = /href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(await page.text())![1]!;
  const params = new URL(link.replaceAll('&amp;', '&')).searchParams;
  const cookie = page.headers.get('set-cookie')!.split(';')[0]!;
  return { params, cookie, state: params.get('state')! };
}

/** Comes back from Slack. */
export function finishInstalling(open: OpenSlack, state: string, cookie: string, code: string) {
  const query = `code=${code}&state=${encodeURIComponent(state)}`;
  return fetch(`${open.rig.url}/slack/oauth_redirect?${query}`, { headers: { cookie } });
}

/** The whole way, for one workspace. */
export async function installIn(open: OpenSlack, where: Partial<Install>): Promise<void> {
  const { state, cookie } = await beginInstalling(open);
  const answer = await finishInstalling(open, state, cookie, open.slack.oauthCode(where));
  expect(answer.status).toBe(200);
}

export const HOME: Partial<Install> = {
  teamId: homeInstall.teamId,
  teamName: homeInstall.teamName,
  token: 'xoxb-from-oauth',
};
