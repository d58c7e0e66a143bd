import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { people, places } from '../fake-slack/cast.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/fake-slack.ts';
import { freePort, hasRedis, startRedis } from '../redis-server.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

const running: ChildProcess[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGKILL');
});

/** A replica as a process of its own. */
async function start(slack: FakeSlack, store: string, more: Record<string, string>) {
  const port = await freePort();
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    SLACK_SUPPORT_CHANNELS: places.support,
    SLACK_TRIAGE_CHANNEL: places.triage,
    SLACK_AGENTS: people.ada,
    ...{ STORE_URL: store, PORT: String(port), LOG_LEVEL: 'error' },
  };
  const app = spawn(process.execPath, [MAIN], { env: { ...env, ...more }, stdio: 'pipe' });
  running.push(app);
  const url = `http://127.0.0.1:${port}`;
  const statusOf = (path: string) => fetch(`${url}${path}`).then(({ status }) => status, String);
  await expect.poll(() => statusOf('/readyz'), { timeout: 20_000 }).toBe(200);
  let said = '';
  app.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(app, 'close').then(([code]) => ({ code, said }));
  return { app, url, ended, statusOf };
}

describe.skipIf(!hasRedis)('a replica that is told to stop', { timeout: 60_000 }, () => {
  it('is not ready at once, answers on for a while, and leaves to the other what it had taken up; that one outlives Redis', async () => {
    await using redis = await startRedis('--appendonly', 'yes');
    await using slack = await startFakeSlack({ echo: false, retryDelays: [20, 100, 400, 3000] });
    const http = { SLACK_SIGNING_SECRET: slack.signingSecret, DRAIN_SECONDS: '3' };
    const [first, second] = await Promise.all([
      start(slack, redis.url(), http),
      start(slack, redis.url(), http),
    ]);
    const writes = (to: typeof first, text: string) => {
      slack.courier.botUrl = `${to.url}/slack/events`;
      return slack.writes(people.nora, places.support, text);
    };
    slack.misbehave({ method: 'chat.postMessage', times: 1000, how: { slow: 300 } });
    for (let i = 0; i < 4; i++)
      expect((await writes(first, `Case ${i}: help please`)).ok).toBe(true);

    first.app.kill('SIGTERM');
    await expect.poll(() => first.statusOf('/readyz'), { timeout: 2500 }).toBe(503);
    expect((await writes(first, 'Case 4: help please')).ok).toBe(true);
    expect((await writes(second, 'Case 5: help please')).ok).toBe(true);
    expect(await first.ended).toEqual({ code: 0, said: '' });
    const gone = performance.now();
    slack.behave();
    const texts = () =>
      slack.messages(places.triage).flatMap(({ text, blocks }) => JSON.stringify([text, blocks]));
    for (let i = 0; i < 6; i++) {
      await expect
        .poll(() => texts().filter((text) => text.includes(`Case ${i}`)).length, { timeout: 9000 })
        .toBeGreaterThan(0);
    }
    // By a lease it would be half a minute, or two.
    expect(performance.now() - gone).toBeLessThan(10_000);
    const ids = slack
      .messages(places.triage)
      .map(({ metadata }) => JSON.stringify(metadata?.['event_payload']));
    expect(new Set(ids).size).toBe(ids.length);

    await redis.kill();
    const refused = await writes(second, 'Case 6: help please');
    expect(refused.ok).toBe(false);
    expect(slack.courier.sent.at(-1)!.attempts[0]!.status).toBe(503);
    expect(await second.statusOf('/healthz')).toBe(200);
    await redis.restart();
    await expect.poll(() => texts().join().includes('Case 6'), { timeout: 9000 }).toBe(true);
    expect(await second.statusOf('/readyz')).toBe(200);
    second.app.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  });
});
