import { isLoopback } from './loopback.ts';
import { nearest } from './support/nearest.ts';
import { variableNames } from './variables.ts';

/** The variables that are set, untouched. */
export type Given = Readonly<Record<string, string>>;

/** Faults that no variable has alone: something missing, misspelt, or at odds with another. */
export function findContradictions(given: Given): string[] {
  return [
    ...misspelt(given),
    ...inSlack(given),
    ...inTeams(given),
    ...inOpenAi(given),
    ...inPlayground(given),
  ];
}

/** Whether the environment means to connect Slack, well or badly. */
export function meansSlack(given: Given): boolean {
  return variableNames.some((name) => name.startsWith('SLACK_') && name in given);
}

/** Whether the environment means to connect Teams, well or badly. */
export function meansTeams(given: Given): boolean {
  return variableNames.some((name) => name.startsWith('TEAMS_') && name in given);
}

/** Only names of our own families are compared: others' variables are none of our business. */
const FAMILY = /^(SLACK|TEAMS|OPENAI|STORE|HANDBOOK)_/;

function misspelt(given: Given): string[] {
  return Object.keys(given).flatMap((name) => {
    const meant = meantBy(name);
    return meant && !(meant in given)
      ? [`${name} is not a variable of Warmline; did you mean ${meant}? Rename or remove it.`]
      : [];
  });
}

function meantBy(name: string): string | undefined {
  if (variableNames.includes(name)) return undefined;
  return nearest(
    name,
    variableNames.filter((known) => FAMILY.test(known)),
  );
}

function inSlack(given: Given): string[] {
  if (!meansSlack(given)) return [];
  // A misspelt variable has its own fault; it is not reported as missing too.
  const set = new Set(Object.keys(given).flatMap((name) => [name, meantBy(name) ?? name]));
  const faults: string[] = [];
  const many = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'];
  const absent = many.filter((name) => !set.has(name));

  if (absent.length === many.length && !set.has('SLACK_BOT_TOKEN')) {
    faults.push(
      'SLACK_BOT_TOKEN is missing. Copy the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions", or set SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET to serve many workspaces.',
    );
  } else if (absent.length > 0 && absent.length < many.length) {
    faults.push(
      `${absent.join(' and ')} ${absent.length > 1 ? 'are' : 'is'} missing. Many workspaces need SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET together; for a single workspace, remove them.`,
    );
  } else if (absent.length === 0 && set.has('SLACK_BOT_TOKEN')) {
    faults.push(
      'SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set. Keep the bot token for one workspace, or the client id and secrets for many.',
    );
  }
  if (!set.has('SLACK_SIGNING_SECRET') && !set.has('SLACK_APP_TOKEN')) {
    faults.push(
      'SLACK_SIGNING_SECRET is missing. Copy it from "Basic Information" to receive over HTTP, or set SLACK_APP_TOKEN (xapp-…) for Socket Mode.',
    );
  }
  if (!set.has('SLACK_SUPPORT_CHANNELS')) {
    faults.push(
      'SLACK_SUPPORT_CHANNELS is missing. List the ids of the channels where customers write, separated by commas.',
    );
  }
  if (!set.has('SLACK_TRIAGE_CHANNEL')) {
    faults.push(
      'SLACK_TRIAGE_CHANNEL is missing. Give the id of the private channel where agents see the drafts.',
    );
  }
  const triage = given['SLACK_TRIAGE_CHANNEL'];
  if (triage && given['SLACK_SUPPORT_CHANNELS']?.split(',').some((id) => id.trim() === triage)) {
    faults.push(
      'SLACK_TRIAGE_CHANNEL is also one of SLACK_SUPPORT_CHANNELS: customers would read the drafts. Use a private channel of the team.',
    );
  }
  return faults;
}

/** What Teams cannot do without, and where it is found. */
const TEAMS_NEEDS: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: 'Copy the Application (client) ID of the bot’s registration in Entra.',
  TEAMS_APP_PASSWORD:
    'Copy the Value of a client secret of the bot’s registration, or set TEAMS_AUTH=managed-identity where Warmline runs in Azure.',
  TEAMS_TENANT_ID:
    'Copy the Directory (tenant) ID of your organisation: agents belong to it, and what happens in others is refused.',
  TEAMS_SUPPORT_CHANNELS:
    'List the ids of the channels where customers write (19:…@thread.tacv2), separated by commas.',
  TEAMS_TRIAGE_CHANNEL:
    'Give the id of the channel where agents see the drafts: one that no customer is a member of.',
};

function inTeams(given: Given): string[] {
  if (!meansTeams(given)) return [];
  const set = new Set(Object.keys(given).flatMap((name) => [name, meantBy(name) ?? name]));
  const auth = given['TEAMS_AUTH']?.toLowerCase() ?? 'password';
  const unneeded = auth === 'anonymous' ? ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD'] : [];
  if (auth === 'managed-identity') unneeded.push('TEAMS_APP_PASSWORD');
  const faults = Object.entries(TEAMS_NEEDS)
    .filter(([name]) => !set.has(name) && !unneeded.includes(name))
    .map(([name, remedy]) => `${name} is missing. ${remedy}`);

  if (auth === 'managed-identity' && set.has('TEAMS_APP_PASSWORD')) {
    faults.push(
      'TEAMS_APP_PASSWORD is set beside TEAMS_AUTH=managed-identity, which needs none. Remove one of the two.',
    );
  }
  const host = given['HOST'];
  if (auth === 'anonymous' && host !== undefined && !isLoopback(host)) {
    faults.push(
      'TEAMS_AUTH=anonymous believes whatever comes in, so it stays on this machine. Set HOST=127.0.0.1, or sign in with TEAMS_APP_ID and TEAMS_APP_PASSWORD.',
    );
  }
  const metadata = URL.parse(given['TEAMS_OPENID_METADATA_URL'] ?? '');
  if (metadata?.protocol === 'http:' && !isLoopback(metadata.hostname)) {
    faults.push(
      'TEAMS_OPENID_METADATA_URL is fetched without encryption: whoever is in between could sign for Microsoft. Use https.',
    );
  }
  const triage = given['TEAMS_TRIAGE_CHANNEL'];
  if (triage && given['TEAMS_SUPPORT_CHANNELS']?.split(',').some((id) => id.trim() === triage)) {
    faults.push(
      'TEAMS_TRIAGE_CHANNEL is also one of TEAMS_SUPPORT_CHANNELS: customers would read the drafts. Use a channel of the team alone.',
    );
  }
  return faults;
}

function inOpenAi(given: Given): string[] {
  const faults: string[] = [];
  if ('OPENAI_MODEL' in given && !('OPENAI_API_KEY' in given) && !('OPENAI_BASE_URL' in given)) {
    faults.push(
      'OPENAI_MODEL is set without OPENAI_API_KEY. Set the key too (or OPENAI_BASE_URL for a server without keys), or remove it.',
    );
  }
  const server = URL.parse(given['OPENAI_BASE_URL'] ?? '');
  if (server?.protocol === 'http:' && 'OPENAI_API_KEY' in given && !isPrivate(server.hostname)) {
    faults.push(
      'OPENAI_BASE_URL is called without encryption: whoever is in between reads the key and what customers write. Use https.',
    );
  }
  return faults;
}

/** This machine, or a name that only its own network knows: a container beside this one, say. */
function isPrivate(host: string): boolean {
  return (
    isLoopback(host) ||
    !host.includes('.') ||
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host) ||
    /\.(?:local|internal|lan)$/.test(host)
  );
}

function inPlayground(given: Given): string[] {
  const host = given['HOST'];
  if (meansSlack(given) || meansTeams(given) || host === undefined || isLoopback(host)) return [];
  return [
    'HOST opens the port to other machines, but without a platform Warmline opens the playground, where anybody may play any person: it stays on this machine. Set HOST=127.0.0.1, or connect Slack or Teams.',
  ];
}
