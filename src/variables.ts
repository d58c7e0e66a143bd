import { statSync } from 'node:fs';
import { z } from 'zod';
import { isRedisUrl, readRedisAddress } from './desk/store/redis-address.ts';
import { nearest } from './support/nearest.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Without the thread, and not as it stands in an address. */
const TEAMS_PLACE = /^[^\s%;/]+$/;
const TEAMS_PEOPLE = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|19:[^\s%;/]+)$/i;
const IN_SLACK =
  'Copy the id: in Slack, open the details of the channel, person or group; it stands at the very end.';
const IN_ENTRA = 'Copy the id: in the Entra admin centre it stands on the overview page.';
const IN_TEAMS =
  'Copy the id: in Teams, choose "Copy link" on the channel; it stands after /channel/, with %3a for : and %40 for @.';

const AUTHS = ['password', 'managed-identity', 'anonymous'] as const;
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/**
 * Every variable of the environment that Warmline knows, with what it must look like. A message
 * continues the variable's name: what is wrong, then what to do. Messages never quote a secret.
 */
export const variables = z.object({
  SLACK_BOT_TOKEN: token('xoxb-', 'the Bot User OAuth Token from "OAuth & Permissions"', {
    'xoxp-': 'a user token',
    'xapp-': 'an app-level token (that one is SLACK_APP_TOKEN)',
  }).optional(),
  SLACK_APP_TOKEN: token(
    'xapp-',
    'an app-level token with connections:write from "Basic Information"',
    {
      'xoxb-': 'a bot token (that one is SLACK_BOT_TOKEN)',
      'xoxp-': 'a user token',
    },
  ).optional(),
  SLACK_SIGNING_SECRET: secret('the Signing Secret from "Basic Information"').optional(),
  SLACK_CLIENT_ID: secret('the Client ID from "Basic Information"').optional(),
  SLACK_CLIENT_SECRET: secret('the Client Secret from "Basic Information"').optional(),
  SLACK_STATE_SECRET: secret('a long random text of your own')
    .min(
      16,
      'is shorter than 16 characters. Use a long random text, such as `openssl rand -hex 32`.',
    )
    .optional(),
  SLACK_API_URL: url().optional(),
  SLACK_SUPPORT_CHANNELS: ids(/^[CG][A-Z0-9]+$/, 'a channel id such as C024BE91L').default([]),
  SLACK_TRIAGE_CHANNEL: id(/^[CG][A-Z0-9]+$/, 'a channel id such as C024BE91L').default(''),
  SLACK_AGENTS: ids(/^[UWS][A-Z0-9]+$/, 'a user id (U…) or user group id (S…)').default([]),
  SLACK_LEADS: ids(/^[UWS][A-Z0-9]+$/, 'a user id (U…) or user group id (S…)').default([]),

  TEAMS_APP_ID: id(GUID, 'the Application (client) ID', IN_ENTRA).optional(),
  TEAMS_APP_PASSWORD: secret('the Value of a client secret').optional(),
  TEAMS_TENANT_ID: id(GUID, 'the Directory (tenant) ID', IN_ENTRA).optional(),
  TEAMS_SUPPORT_CHANNELS: ids(
    TEAMS_PLACE,
    'a channel id such as 19:…@thread.tacv2',
    IN_TEAMS,
  ).default([]),
  TEAMS_TRIAGE_CHANNEL: id(TEAMS_PLACE, 'a channel id such as 19:…@thread.tacv2', IN_TEAMS).default(
    '',
  ),
  TEAMS_AGENTS: ids(TEAMS_PEOPLE, 'an Entra object id or a channel id', IN_ENTRA).default([]),
  TEAMS_LEADS: ids(TEAMS_PEOPLE, 'an Entra object id or a channel id', IN_ENTRA).default([]),
  TEAMS_TARGETED_MESSAGES: onOrOff(),
  TEAMS_OPENID_METADATA_URL: url().optional(),
  TEAMS_AUTH: z.string().toLowerCase().superRefine(checkAuth).pipe(z.enum(AUTHS)).optional(),

  OPENAI_API_KEY: secret('the API key of your model provider').optional(),
  OPENAI_BASE_URL: url().optional(),
  OPENAI_MODEL: z
    .string()
    .regex(/^\S+$/, 'has a space in it. Copy the model’s id from your provider.')
    .default('gpt-5.4-mini'),

  STORE_URL: z.string().superRefine(checkStore).default('sqlite:data/warmline.db'),
  HANDBOOK_DIR: z.string().superRefine(checkFolder).optional(),
  HOST: z
    .string()
    .regex(
      /^[\w.:-]+$/,
      'is not a host name or address. Use 127.0.0.1, or 0.0.0.0 for every network.',
    )
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a number. Use a port from 0 (any free one) to 65535.')
    .transform(Number)
    .refine((port) => port <= 65535, 'is out of range. Use a port from 0 (any free one) to 65535.')
    .default(3000),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, 'is not a number of seconds. Use 0 to 300.')
    .transform(Number)
    .refine((seconds) => seconds <= 300, 'is too long. Use 0 to 300 seconds.')
    .optional(),
  LOG_LEVEL: z.string().toLowerCase().superRefine(checkLevel).pipe(z.enum(LEVELS)).default('info'),
});

export const variableNames: readonly string[] = Object.keys(variables.shape);

function token(prefix: string, what: string, mistaken: Record<string, string>) {
  return secret(what).superRefine((value, context) => {
    // A rotated token carries xoxe. in front of its usual prefix.
    if (value.replace(/^xoxe\./, '').startsWith(prefix)) return;
    const found = Object.entries(mistaken).find(([start]) => value.startsWith(start));
    const is = found ? `holds ${found[1]}` : `does not begin with ${prefix}`;
    context.addIssue(`${is}. Use ${what}; it begins with ${prefix}.`);
  });
}

function secret(what: string) {
  return z.string().superRefine((value, context) => {
    if (/^(["']).*\1$/.test(value)) {
      context.addIssue('has quotation marks around it. Remove them: they are taken as part of it.');
    } else if (/\s/.test(value)) {
      context.addIssue(`has a space or line break in it. Copy ${what} again.`);
    }
  });
}

function url() {
  return z.string().superRefine((value, context) => {
    const parsed = URL.parse(value);
    if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return;
    context.addIssue('is not a web address. Write it whole, such as https://example.com/api/.');
  });
}

function id(shape: RegExp, what: string, remedy = IN_SLACK) {
  return z.string().superRefine((value, context) => checkId(value, shape, what, remedy, context));
}

function ids(shape: RegExp, what: string, remedy = IN_SLACK) {
  return z
    .string()
    .transform((value) => [
      ...new Set(
        value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ])
    .superRefine((values, context) => {
      for (const value of values) checkId(value, shape, what, remedy, context);
    });
}

function checkId(
  value: string,
  shape: RegExp,
  what: string,
  remedy: string,
  context: z.RefinementCtx,
): void {
  if (shape.test(value)) return;
  context.addIssue(`has ${shown(value)} where ${what} is meant. ${remedy}`);
}

function onOrOff() {
  return z
    .string()
    .toLowerCase()
    .regex(/^(on|off)$/, 'is neither on nor off. Write on, or leave it out for off.')
    .transform((value) => value === 'on')
    .default(false);
}

function checkAuth(value: string, context: z.RefinementCtx): void {
  if (AUTHS.some((auth) => auth === value)) return;
  const meant = nearest(value, AUTHS);
  context.addIssue(
    `is not a way to sign in${meant ? `; did you mean ${meant}?` : '.'} Leave it out to use TEAMS_APP_PASSWORD, or set managed-identity (in Azure) or anonymous (trials on this machine).`,
  );
}

function checkStore(value: string, context: z.RefinementCtx): void {
  if (/^sqlite:[^?]+(?:\?synchronous=full)?$/.test(value)) return;
  if (!isRedisUrl(value)) {
    context.addIssue(
      'is not a store Warmline knows. Use sqlite: and a file, such as sqlite:data/warmline.db, with ?synchronous=full behind it to survive power cuts too; or redis:// and a server, such as redis://localhost:6379, for several Warmlines side by side (rediss:// for TLS, redis+cluster:// for a cluster, redis+sentinel:// for one that sentinels watch).',
    );
    return;
  }
  try {
    readRedisAddress(value);
  } catch (error) {
    context.addIssue(`${(error as Error).message}.`);
  }
}

function checkFolder(value: string, context: z.RefinementCtx): void {
  if (statSync(value, { throwIfNoEntry: false })?.isDirectory()) return;
  context.addIssue(
    'names a folder that is not there. Create it, correct the path, or unset it to use the shipped handbook.',
  );
}

function checkLevel(value: string, context: z.RefinementCtx): void {
  if (LEVELS.some((level) => level === value)) return;
  const meant = nearest(value, LEVELS);
  context.addIssue(
    `is not a level${meant ? `; did you mean ${meant}?` : '.'} Use one of ${LEVELS.join(', ')}.`,
  );
}

/** A mistaken value, quoted only if it cannot be a secret pasted into the wrong line. */
function shown(value: string): string {
  const harmless =
    /^[#@]?[\w.-]{1,24}$/.test(value) && !/^(xox|xapp|sk-|[0-9a-f]{16})/i.test(value);
  return harmless ? `"${value}"` : 'something';
}
