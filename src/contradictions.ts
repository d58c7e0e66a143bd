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

function inTeams(given: Given): string[] {
  const set = variableNames.filter((name) => name.startsWith('TEAMS_') && name in given);
  if (set.length === 0) return [];
  return [
    `${set.join(', ')} ${set.length > 1 ? 'are' : 'is'} set, but this version has no Microsoft Teams door yet. Remove ${set.length > 1 ? 'them' : 'it'}; Slack and the playground work.`,
  ];
}

function inOpenAi(given: Given): string[] {
  if (!('OPENAI_MODEL' in given) || 'OPENAI_API_KEY' in given || 'OPENAI_BASE_URL' in given)
    return [];
  return [
    'OPENAI_MODEL is set without OPENAI_API_KEY. Set the key too (or OPENAI_BASE_URL for a server without keys), or remove it.',
  ];
}

function inPlayground(given: Given): string[] {
  const host = given['HOST'];
  if (meansSlack(given) || host === undefined || isLoopback(host)) return [];
  return [
    'HOST opens the port to other machines, but without a platform Warmline opens the playground, where anybody may play any person: it stays on this machine. Set HOST=127.0.0.1, or connect Slack.',
  ];
}
