import { App, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Log } from '../desk/ports.ts';
import { type Json, textAt } from '../support/json.ts';
import { installationOf } from './installation.ts';
import { sdkLog } from './sdk-log.ts';
import type { Workspaces } from './workspaces.ts';

export interface Bolt {
  readonly app: App;
  /**
   * Lets Bolt's listeners answer an interaction. Resolves with their answer as soon as there is one, though they may
   * go on afterwards; rejects when they fail before.
   */
  answer(body: Json): Promise<{ readonly by: 'listener' | 'nobody'; readonly with: unknown }>;
  /** Lets Bolt's listeners finish with an event. Rejects when one of them fails. */
  run(body: Json): Promise<void>;
}

/** Events that are heard although the token is gone: they say so. */
const GOODBYES = new Set(['app_uninstalled', 'tokens_revoked']);

/**
 * Bolt, reached only through these two functions: it opens no port and reads no request, so nothing comes to it that
 * was not verified, and nothing is acknowledged that was not kept.
 */
export function createBolt(workspaces: Workspaces, options: WebClientOptions, log: Log): Bolt {
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    receiver,
    convoStore: false,
    logger: sdkLog(log),
    clientOptions: { ...options },
    authorize: async (source) => {
      const installation = source.isEnterpriseInstall ? source.enterpriseId : source.teamId;
      const { token, botId, botUser } = await workspaces.of(installation ?? '');
      return { botToken: token, botId, botUserId: botUser };
    },
  });
  // A handler that returns would turn every failure into a 200.
  app.error(async (error) => {
    throw error;
  });

  async function isOurs(body: Json): Promise<boolean> {
    if (GOODBYES.has(textAt(body, 'event', 'type'))) return true;
    const installation = installationOf(body);
    if (await workspaces.find(installation)) return true;
    log.info({ installation }, 'ignored: the app is not installed in this workspace');
    return false;
  }

  function answer(body: Json): ReturnType<Bolt['answer']> {
    return new Promise((resolve, reject) => {
      let answered = false;
      const ack = async (words?: unknown) => {
        answered = true;
        resolve({ by: 'listener', with: words });
      };
      app.processEvent({ body, ack }).then(
        () => resolve({ by: 'nobody', with: undefined }),
        (err: unknown) => {
          if (answered) log.error({ err }, 'something failed after Slack had its answer');
          else reject(err);
        },
      );
    });
  }

  return {
    app,
    answer: async (body) =>
      (await isOurs(body)) ? answer(body) : { by: 'nobody', with: undefined },
    async run(body) {
      if (await isOurs(body)) await app.processEvent({ body, ack: async () => {} });
    },
  };
}
