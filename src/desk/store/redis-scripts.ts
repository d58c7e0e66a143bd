import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Lua that Redis runs by itself, one script after the other: whatever asks who was first. */
export interface Script {
  readonly text: string;
  /** By which Redis knows it once it has run. */
  readonly sha: string;
}

const read = (name: string) => readFileSync(new URL(`lua/${name}.lua`, import.meta.url), 'utf8');
const ground = read('queue');

/** How what is kept in Redis is written. A change raises the number, and says how to read what is older. */
export const FORMAT = 1;
/** In place of the number: somebody moves into it, and is not done. */
export const MOVING = '0';

/** Asked within every script: nobody writes into what somebody newer has taken over meanwhile. */
const CHECK = `if redis.call('GET', key('format')) ~= '${FORMAT}' then
  return redis.error_reply('OTHERFORMAT what is kept there is not of format ${FORMAT}')
end`;

function script(name: string, check = CHECK): Script {
  const text = `${ground}\n${check}\n${read(name)}`;
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

export const scripts = {
  accept: script('accept'),
  claim: script('claim'),
  postpone: script('postpone'),
  dismiss: script('dismiss'),
  commit: script('commit'),
  timers: script('timers'),
  settle: script('settle'),
  next: script('next'),
  limit: script('limit'),
  turn: script('turn'),
  list: script('list'),
  asides: script('asides'),
  loads: script('loads'),
  prune: script('prune'),
  days: script('days'),
  day: script('day'),
  bind: script('bind'),
  write: script('write', ''),
  read: script('read', ''),
  look: script('look', ''),
} as const;
