import { createHash } from 'node:crypto';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { type Log, PlatformError, type Shelf } from '../desk/ports.ts';
import type { SlackConfig } from './config.ts';
import { asking } from './errors.ts';
import { fetchFromSlack } from './fetch.ts';
import { sdkLog } from './sdk-log.ts';

/** Who the bot is in one installation. */
export interface Identity {
  /** The team's id, or the organisation's where it installed the app for all of its workspaces. */
  readonly id: string;
  readonly enterprise?: string;
  readonly botUser: string;
  readonly botId: string;
  /** `https://acme.slack.com/` */
  readonly url: string;
}

/** One installation of the bot and the client that speaks for it. */
export interface Workspace extends Identity {
  readonly token: string;
  readonly client: WebClient;
}

export interface Workspaces {
  /**
   * The workspace of this installation; undefined when the app is not installed there.
   * @throws PlatformError when Slack could not be asked.
   */
  find(installation: string): Promise<Workspace | undefined>;
  /**
   * The same for an installation that must be there.
   * @throws PlatformError when the app is not installed there, or Slack could not be asked.
   */
  of(installation: string): Promise<Workspace>;
  /** The only workspace there is, where a token is configured. */
  configured(): Promise<Workspace> | undefined;
  /** Its token is not asked about from memory any more. */
  forget(installation: string): void;
}

/** Finds the bot token of an installation; undefined when there is none. */
export type TokenOf = (installation: string) => Promise<string | undefined>;

/** How every client of ours behaves: it neither retries nor waits, since the outbox does. */
export function clientOptions(config: SlackConfig, log: Log, patience: number): WebClientOptions {
  return {
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
    logger: sdkLog(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: patience,
    fetch: fetchFromSlack,
    // What waited in the client's own queue would leave later than it may: the outbox bounds what is under way.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
  };
}

/**
 * Clients by installation, each introduced to Slack once (`auth.test`) and remembered for as long as its token lives;
 * a restart while Slack is away goes by what Slack said before.
 * @param tokenOf for many workspaces; without it the configured token serves.
 */
export function createWorkspaces(
  config: SlackConfig,
  options: WebClientOptions,
  shelf: Shelf<Identity>,
  tokenOf?: TokenOf,
): Workspaces {
  const introduced = new Map<string, Promise<Workspace>>();

  function introduce(token: string): Promise<Workspace> {
    const known = introduced.get(token);
    if (known) return known;
    const client = new WebClient(token, { ...options });
    const made = identify(client, token, shelf).then((who) => ({ ...who, token, client }));
    introduced.set(token, made);
    made.catch(() => introduced.delete(token));
    return made;
  }

  const tokens = new Map<string, string>();
  const { botToken } = config;

  async function find(installation: string): Promise<Workspace | undefined> {
    if (botToken !== undefined) return introduce(botToken);
    const token = await tokenOf?.(installation);
    if (token === undefined) return undefined;
    const before = tokens.get(installation);
    if (before !== undefined && before !== token) introduced.delete(before);
    tokens.set(installation, token);
    return introduce(token);
  }

  return {
    find,
    async of(installation) {
      const found = await find(installation);
      if (!found) throw notInstalled(installation);
      return found;
    },
    configured: () => (botToken === undefined ? undefined : introduce(botToken)),
    forget(installation) {
      introduced.delete(botToken ?? tokens.get(installation) ?? '');
      tokens.delete(installation);
    },
  };
}

async function identify(
  client: WebClient,
  token: string,
  shelf: Shelf<Identity>,
): Promise<Identity> {
  const key = createHash('sha256').update(token).digest('base64url');
  try {
    const self = await asking(() => client.auth.test());
    const wholeOrganisation = self.is_enterprise_install === true;
    const who: Identity = {
      id: (wholeOrganisation ? self.enterprise_id : self.team_id) ?? '',
      ...(self.enterprise_id ? { enterprise: self.enterprise_id } : {}),
      botUser: self.user_id ?? '',
      botId: self.bot_id ?? '',
      url: self.url ?? 'https://slack.com/',
    };
    await shelf.set(key, who);
    return who;
  } catch (error) {
    const before = await shelf.get(key);
    if (before && error instanceof PlatformError && error.retryable) return before;
    throw error;
  }
}

function notInstalled(installation: string): PlatformError {
  return new PlatformError(
    'slack',
    `Warmline is not installed in the Slack workspace ${installation}. Open /slack/install to add it.`,
    { retryable: false },
  );
}
