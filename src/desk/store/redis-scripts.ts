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

function script(name: string): Script {
  const text = `${ground}\n${read(name)}`;
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
  list: script('list'),
  asides: script('asides'),
  loads: script('loads'),
  prune: script('prune'),
  look: script('look'),
} as const;
