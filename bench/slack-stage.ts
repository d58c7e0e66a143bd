import { type FakeSlack, startFakeSlack } from '../tests/fake-slack/fake-slack.ts';
import { startRedis } from '../tests/redis-server.ts';
import type { Stage } from './acceptance.ts';
import type { Voice } from './load.ts';
import { setScene } from './scene.ts';
import { type Contestant, startServer } from './servers.ts';

/** A contestant behind a fake Slack. */
export async function openSlackStage(contestant: Contestant): Promise<Stage> {
  const slack = await startFakeSlack({ echo: false });
  setScene(slack);
  const server = await startServer(contestant, slack);
  return {
    server,
    voice: slackVoice(slack),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await slack.close();
    },
  };
}

/** The same on a redis-server of its own, which writes what it is told to its disk once a second. */
export async function openRedisStage(contestant: Contestant): Promise<Stage> {
  const redis = await startRedis('--appendonly', 'yes');
  const slack = await startFakeSlack({ echo: false });
  setScene(slack);
  const server = await startServer(contestant, slack, {}, redis.url());
  return {
    server,
    voice: slackVoice(slack),
    beside: redis.pid,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await slack.close();
      await redis[Symbol.asyncDispose]();
    },
  };
}

export function slackVoice({ signingSecret }: FakeSlack): Voice {
  return { platform: 'slack', secret: signingSecret };
}
