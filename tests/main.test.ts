import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { places } from './fake-slack/cast.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack/fake-slack.ts';
import { places as channels, people as members } from './fake-teams/cast.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams/fake-teams.ts';
import { freePort, hasRedis, startRedis } from './redis-server.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

const CHALLENGE = JSON.stringify({ type: 'url_verification', challenge: 'planted-challenge' });

let folder: string;
const running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warmline-main-'));
});
afterEach(() => {
  for (const app of running.splice(0)) app.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Warmline as a process of its own, in an environment that has nothing but what is given. */
function start(env: Record<string, string> = {}) {
  const app = spawn(process.execPath, [main], {
    env: { PORT: '0', STORE_URL: `sqlite:${join(folder, 'warmline.db')}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(app);
  const said = { out: '', err: '' };
  const ended = once(app, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  const opened = new Promise<string>((resolve, reject) => {
    app.stdout.on('data', (chunk) => {
      said.out += chunk;
      const url = /Warmline is open at (\S+?)(\/playground)?"/.exec(said.out)?.[1];
      if (url) resolve(url);
    });
    ended.then(({ err }) => reject(new Error(`it ended before it opened: ${err}`)));
  });
  // Not every test waits for it.
  opened.catch(() => {});
  app.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { app, opened, ended, said };
}

describe('Warmline with nothing configured', () => {
  it('opens the playground, says where, and closes when asked', async () => {
    const { app, opened, ended } = start();
    const url = await opened;
    const page = await fetch(`${url}/playground`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('warmline_waiting');
    expect((await fetch(`${url}/slack/events`, { method: 'POST' })).status).toBe(404);

    app.kill('SIGTERM');
    const { code, out, err } = await ended;
    expect(code).toBe(0);
    expect(out).toContain(`Warmline is open at ${url}/playground`);
    expect(out).toContain('closing');
    expect(err).toBe('');
  });

  it('closes promptly even while a page is watching', async () => {
    const { app, opened, ended } = start();
    const url = await opened;
    const live = await fetch(`${url}/playground/live`);
    expect(live.status).toBe(200);
    const asked = performance.now();
    app.kill('SIGINT');
    expect((await ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(4000);
  });
});

/** The environment that connects this workspace over HTTP. */
function connected(slack: FakeSlack): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_SUPPORT_CHANNELS: places.support,
    SLACK_TRIAGE_CHANNEL: places.triage,
  };
}

describe.skipIf(!hasRedis)('Warmline with its store on Redis', () => {
  it('waits for a Redis that is away, has platforms come again, and opens and closes as ever', async () => {
    await using redis = await startRedis('--appendonly', 'yes');
    await redis.kill();
    const port = await freePort();
    const { app, opened, ended } = start({ STORE_URL: redis.url(), PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    const statusOf = (path: string) => fetch(`${url}${path}`).then(({ status }) => status, String);
    await expect.poll(() => statusOf('/healthz'), { timeout: 25_000 }).toBe(200);
    expect(await statusOf('/readyz')).toBe(503);
    expect(await (await fetch(`${url}/readyz`)).text()).toContain(
      `Redis at 127.0.0.1:${redis.port} cannot be reached`,
    );
    expect((await fetch(`${url}/slack/events`, { method: 'POST' })).status).toBe(503);
    await redis.restart();
    await opened;
    expect(await statusOf('/readyz')).toBe(200);
    expect(await statusOf('/playground')).toBe(200);

    await redis.kill();
    await expect.poll(() => statusOf('/readyz'), { timeout: 5000 }).toBe(503);
    expect(await statusOf('/healthz')).toBe(200);
    await redis.restart();
    await expect.poll(() => statusOf('/readyz'), { timeout: 5000 }).toBe(200);
    app.kill('SIGTERM');
    const { code, out, err } = await ended;
    expect(code).toBe(0);
    expect(out).toContain('Redis is back');
    expect(err).toBe('');
  });
});

describe('Warmline with Slack configured', () => {
  it('opens that door and not the playground, and logs no secret', async () => {
    await using slack = await startFakeSlack();
    const { app, opened, ended } = start({ ...connected(slack), LOG_LEVEL: 'trace' });
    const url = await opened;
    const post = (headers: Record<string, string>) =>
      fetch(`${url}/slack/events`, { method: 'POST', headers, body: CHALLENGE });
    expect((await post({})).status).toBe(401);
    const answer = await post({ 'content-type': 'application/json', ...slack.sign(CHALLENGE) });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('planted-challenge');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/playground`)).status).toBe(404);

    app.kill('SIGTERM');
    const { code, out, err } = await ended;
    expect(code).toBe(0);
    for (const secret of [slack.botToken, slack.signingSecret]) {
      expect(out + err).not.toContain(secret);
    }
  });

  it('waits for Slack when it is away, and says meanwhile that it is not ready', async () => {
    await using slack = await startFakeSlack();
    slack.misbehave({ method: 'auth.test', times: 1000, how: { status: 503 } });
    const { opened } = start(connected(slack));
    const url = await opened;
    const waiting = await fetch(`${url}/readyz`);
    expect(waiting.status).toBe(503);
    expect(await waiting.text()).toContain('Slack');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    slack.behave();
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('stops with a remedy when Slack refuses the token', async () => {
    await using slack = await startFakeSlack();
    const { code, err } = await start({
      ...connected(slack),
      SLACK_BOT_TOKEN: 'xoxb-planted-of-another',
    }).ended;
    expect(code).toBe(78);
    expect(err).toContain('SLACK_BOT_TOKEN');
    expect(err).not.toContain('planted');
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('stops with a remedy when Slack refuses the app token of Socket Mode', async () => {
    await using slack = await startFakeSlack();
    const { SLACK_SIGNING_SECRET: _, ...rest } = connected(slack);
    const { code, err } = await start({ ...rest, SLACK_APP_TOKEN: 'xapp-1-planted' }).ended;
    expect(code).toBe(78);
    expect(err).toMatch(/^Slack refuses the app token .*SLACK_APP_TOKEN.*\n$/);
    expect(err).not.toContain('planted');
  });

  it('stops with a remedy when customers would read the triage channel', async () => {
    await using slack = await startFakeSlack();
    const { channels } = slack.world;
    channels.set(places.triage, { ...channels.get(places.triage)!, shared: true });
    const { code, err } = await start(connected(slack)).ended;
    expect(code).toBe(78);
    expect(err).toMatch(/^The triage channel C0TRIAGE001 is shared .*SLACK_TRIAGE_CHANNEL.*\n$/);
  });

  it('says at /readyz that nobody has invited the bot to the triage channel', async () => {
    await using slack = await startFakeSlack();
    slack.world.channels.get(places.triage)!.members.clear();
    const { opened } = start(connected(slack));
    const waiting = await fetch(`${await opened}/readyz`);
    expect(waiting.status).toBe(503);
    expect(await waiting.text()).toContain('/invite @Warmline');
  });
});

describe('Warmline with Slack and Teams configured', () => {
  it('opens both doors on one port', async () => {
    await using slack = await startFakeSlack();
    await using teams = await startFakeTeams();
    const { app, opened, ended } = start({ ...connected(slack), ...trialOf(teams) });
    const url = await opened;
    const headers = { 'content-type': 'application/json', ...slack.sign(CHALLENGE) };
    const challenge = await fetch(`${url}/slack/events`, {
      method: 'POST',
      headers,
      body: CHALLENGE,
    });
    expect(challenge.status).toBe(200);
    teams.courier.botUrl = `${url}/api/messages`;
    const said = await teams.writes(members.nora, channels.support, 'My invoice is wrong');
    expect(said.ack?.status).toBe(200);
    expect((await fetch(`${url}/playground`)).status).toBe(404);
    app.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('opens Teams alone, and never without an app id unless it is a trial on this machine', async () => {
    await using teams = await startFakeTeams();
    const { code, err } = await start({
      ...trialOf(teams),
      TEAMS_AUTH: 'password',
    }).ended;
    expect(code).toBe(78);
    expect(err).toContain('TEAMS_APP_ID is missing');
    const { opened } = start(trialOf(teams));
    const url = await opened;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/slack/events`, { method: 'POST' })).status).toBe(404);
  });
});

/** The environment that tries Teams on this machine, where nobody signs in. */
function trialOf(teams: FakeTeams): Record<string, string> {
  return {
    TEAMS_AUTH: 'anonymous',
    TEAMS_TENANT_ID: teams.tenantId,
    TEAMS_SUPPORT_CHANNELS: channels.support,
    TEAMS_TRIAGE_CHANNEL: channels.triage,
  };
}

describe('a start that cannot be is explained without a stack', () => {
  it('a faulty environment: every fault at once', async () => {
    const { code, err } = await start({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      SLACK_BOT_TOKEN: 'xoxp-planted',
    }).ended;
    expect(code).toBe(78);
    expect(err).toMatch(/PORT .*LOG_LEVEL .*/s);
    expect(err).toContain('SLACK_SIGNING_SECRET is missing');
    expect(err).not.toContain('planted');
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('a playground for the whole network', async () => {
    const { code, err } = await start({ HOST: '0.0.0.0' }).ended;
    expect(code).toBe(78);
    expect(err).toContain('HOST=127.0.0.1');
  });

  it('a faulty handbook: the file, and what to do', async () => {
    writeFileSync(join(folder, 'policy.yaml'), 'team: [unclosed\n');
    const { code, err } = await start({ HANDBOOK_DIR: folder }).ended;
    expect(code).toBe(78);
    expect(err).toContain('policy.yaml');
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('a port that is taken', async () => {
    const url = new URL(await start().opened);
    const { code, err } = await start({
      PORT: url.port,
      STORE_URL: `sqlite:${join(folder, 'other.db')}`,
    }).ended;
    expect(code).toBe(78);
    expect(err).toMatch(new RegExp(`PORT ${url.port} is taken.*set PORT`, 's'));
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('a store that another Warmline has open, until that one is gone, however it went', async () => {
    const first = start();
    await first.opened;
    const { code, err } = await start().ended;
    expect(code).toBe(78);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('Another Warmline has')]);

    first.app.kill('SIGKILL');
    await first.ended;
    await start().opened;
  });

  it('a store that is no store', async () => {
    writeFileSync(join(folder, 'warmline.db'), 'A letter to a friend, by mistake. '.repeat(200));
    const { code, err } = await start().ended;
    expect(code).toBe(78);
    expect(err).toContain('STORE_URL');
    expect(err).not.toMatch(/^\s+at /m);
  });
});
