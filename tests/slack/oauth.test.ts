import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInstallations } from '../../src/slack/installations.ts';
import { people, places } from '../fake-slack/cast.ts';
import { envelope } from '../fake-slack/events.ts';
import {
  beginInstalling,
  FOR_MANY_WORKSPACES,
  finishInstalling,
  HOME,
  installIn,
} from './installing.ts';
import { type OpenSlack, openSlack } from './open.ts';

const STATE_SECRET = FOR_MANY_WORKSPACES.stateSecret;

describe('installing Warmline from a browser', () => {
  let open: OpenSlack;
  const shelf = () => open.desk.shelf<string>('installations');

  beforeEach(async () => {
    open = await openSlack({
      policy: { acknowledge: false },
      config: FOR_MANY_WORKSPACES,
    });
  });
  afterEach(() => open[Symbol.asyncDispose]());

  const begin = () => beginInstalling(open);
  const finish = (state: string, cookie: string, code: string) =>
    finishInstalling(open, state, cookie, code);
  const install = () => installIn(open, HOME);

  it('asks Slack for the scopes of the manifest and nothing of the person', async () => {
    const { params } = await begin();
    expect(params.get('scope')).toContain('chat:write');
    expect(params.get('user_scope') ?? '').toBe('');
    expect(params.get('client_id')).toBe('1234567890.1234567890');
  });

  it('lets the bot hear and answer there from then on', async () => {
    await install();
    await open.rig.writes('Nora Customer', 'My invoice was charged twice');
    await open.pass(30_000);
    await open.rig.presses('Ada Agent', 'send');
    await open.settle();
    expect(await open.rig.customerSees()).toHaveLength(1);
    const tokens = open.slack.calls.map((call) => call.token).filter(Boolean);
    expect(new Set(tokens)).toEqual(new Set(['xoxb-from-oauth']));
  });

  it('keeps the token unreadable to whoever reads the store', async () => {
    await install();
    const kept = await shelf().get('T0HOME00001');
    expect(kept).toBeTypeOf('string');
    expect(Buffer.from(kept!, 'base64url').toString('latin1') + kept).not.toContain('xoxb');
    const found = await createInstallations(shelf(), STATE_SECRET).fetchInstallation({
      teamId: 'T0HOME00001',
      enterpriseId: undefined,
      isEnterpriseInstall: false,
    });
    expect(found.bot?.token).toBe('xoxb-from-oauth');
  });

  it.each([
    ['with another secret', 'another-secret-that-is-long-enough', 'T0HOME00001'],
    ['under another workspace’s name', STATE_SECRET, 'T0OTHER'],
  ])('does not open the token %s', async (_, secret, team) => {
    await install();
    await shelf().set('T0OTHER', (await shelf().get('T0HOME00001'))!);
    await expect(
      createInstallations(shelf(), secret).fetchInstallation({
        teamId: team,
        enterpriseId: undefined,
        isEnterpriseInstall: false,
      }),
    ).rejects.toThrow(/SLACK_STATE_SECRET/);
  });

  it.each([
    [
      'in another browser',
      (state: string) => finish(state, 'slack-app-oauth-state=other', open.slack.oauthCode()),
    ],
    [
      'with a state of somebody’s own making',
      (_: string, cookie: string) => finish('made-up', cookie, open.slack.oauthCode()),
    ],
    [
      'with a code that Slack never gave',
      (state: string, cookie: string) => finish(state, cookie, 'nope'),
    ],
  ])('is refused %s', async (_, attempt) => {
    const { state, cookie } = await begin();
    const answer = await attempt(state, cookie);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await shelf().get('T0HOME00001')).toBeUndefined();
  });

  it.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0WARMLINE1'] } }],
  ])('is forgotten when the workspace removes it: %s', async (_, event) => {
    await install();
    expect((await open.slack.deliver(event)).status).toBe(200);
    expect(await shelf().get('T0HOME00001')).toBeUndefined();
  });

  it('keeps nothing of a workspace that never installed it', async () => {
    const body = envelope(open.slack.world, {
      type: 'message',
      user: people.nora,
      text: 'My invoice is wrong',
      channel: places.support,
      channel_type: 'channel',
      ts: '1772445600.000100',
    });
    expect((await open.slack.deliver(body)).status).toBe(200);
    await open.settle();
    expect(await open.desk.waiting()).toEqual([]);
  });
});
