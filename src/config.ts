import type { z } from 'zod';
import { findContradictions, type Given, meansSlack, meansTeams } from './contradictions.ts';
import { isRedisUrl } from './desk/store/redis-address.ts';
import type { OpenAiConfig } from './openai/config.ts';
import type { SlackConfig } from './slack/config.ts';
import type { TeamsConfig } from './teams/config.ts';
import { variables } from './variables.ts';

/** The environment, understood. What is absent is null. */
export interface Config {
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  readonly openai: OpenAiConfig | null;
  /** No platform is configured: the browser page opens instead. */
  readonly playground: boolean;
  /** `sqlite:<file>` or `redis://…`. */
  readonly storeUrl: string;
  /** Its files stand in for the shipped handbook's; undefined: the shipped one as it is. */
  readonly handbookDir: string | undefined;
  /** How long requests are still answered while `/readyz` is red already, when it is told to stop, in ms. */
  readonly drain: number;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

type Variables = z.output<typeof variables>;

export type LogLevel = Variables['LOG_LEVEL'];

/** The environment must be mended before Warmline can run. Its text is for the person who does so. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** Each says what is wrong and what to do. Free of secrets. */
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    const list = faults.map((fault) => `  - ${fault}`).join('\n');
    super(
      `Warmline cannot start: ${faults.length === 1 ? 'one thing' : `${faults.length} things`} to mend in the environment.\n${list}`,
    );
    this.faults = faults;
  }
}

/** Seconds: two looks of a load balancer that looks every other second. */
const USUAL_DRAIN = 5;

/**
 * Reads and checks the whole environment; an empty value counts as unset.
 * @throws ConfigError that lists every fault with its remedy and quotes no secret.
 */
export function readConfig(env: Environment = process.env): Config {
  const given = onlySet(env);
  const parsed = variables.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`),
    ...findContradictions(given),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);

  const known = parsed.data;
  const slack = meansSlack(given);
  const teams = meansTeams(given);
  return {
    slack: slack ? slackOf(known) : null,
    teams: teams ? teamsOf(known) : null,
    openai: openAiOf(known),
    playground: !slack && !teams,
    storeUrl: known.STORE_URL,
    handbookDir: known.HANDBOOK_DIR,
    drain: 1000 * (known.DRAIN_SECONDS ?? (isBehindBalancer(known, teams) ? USUAL_DRAIN : 0)),
    host: known.HOST,
    port: known.PORT,
    logLevel: known.LOG_LEVEL,
  };
}

/** Several share a store, and platforms call them. */
function isBehindBalancer(known: Variables, teams: boolean): boolean {
  return isRedisUrl(known.STORE_URL) && (teams || known.SLACK_SIGNING_SECRET !== undefined);
}

function onlySet(env: Environment): Given {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

function slackOf(known: Variables): SlackConfig {
  return {
    ...present({
      botToken: known.SLACK_BOT_TOKEN,
      signingSecret: known.SLACK_SIGNING_SECRET,
      appToken: known.SLACK_APP_TOKEN,
      clientId: known.SLACK_CLIENT_ID,
      clientSecret: known.SLACK_CLIENT_SECRET,
      stateSecret: known.SLACK_STATE_SECRET,
      apiUrl: known.SLACK_API_URL,
    }),
    supportChannels: known.SLACK_SUPPORT_CHANNELS,
    triageChannel: known.SLACK_TRIAGE_CHANNEL,
    agents: known.SLACK_AGENTS,
    leads: known.SLACK_LEADS,
  };
}

function teamsOf(known: Variables): TeamsConfig {
  return {
    auth: known.TEAMS_AUTH ?? 'password',
    appId: known.TEAMS_APP_ID ?? '',
    tenantId: known.TEAMS_TENANT_ID ?? '',
    ...present({
      appPassword: known.TEAMS_APP_PASSWORD,
      openIdMetadataUrl: known.TEAMS_OPENID_METADATA_URL,
    }),
    supportChannels: known.TEAMS_SUPPORT_CHANNELS,
    triageChannel: known.TEAMS_TRIAGE_CHANNEL,
    targetedMessages: known.TEAMS_TARGETED_MESSAGES,
    agents: known.TEAMS_AGENTS,
    leads: known.TEAMS_LEADS,
  };
}

function openAiOf(known: Variables): OpenAiConfig | null {
  if (!known.OPENAI_API_KEY && !known.OPENAI_BASE_URL) return null;
  return {
    ...present({ apiKey: known.OPENAI_API_KEY, baseUrl: known.OPENAI_BASE_URL }),
    model: known.OPENAI_MODEL,
  };
}

/** Leaves out what is undefined, so that an absent part has no key at all. */
function present<Parts extends object>(
  parts: Parts,
): { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Parts]?: Exclude<Parts[Key], undefined>;
  };
}
