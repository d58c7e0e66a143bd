import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTrespasses } from './rooms.ts';

const src = new URL('../src/', import.meta.url);
const files = globSync('**/*.{ts,js}', { cwd: src });

describe('the house', () => {
  it('has rooms to look at', () => {
    expect(files).toContain('main.ts');
    expect(files.filter((file) => file.startsWith('support/')).length).toBeGreaterThan(10);
  });

  it.each(files)('%s keeps to its room', (file) => {
    expect(findTrespasses(file, readFileSync(new URL(file, src), 'utf8'))).toEqual([]);
  });
});

describe('a trespass is found', () => {
  it.each([
    ['slack/a.ts', `import { b } from '../teams/b.ts'`],
    ['slack/a.ts', `import type { B } from '../playground/b.ts'`],
    ['slack/a.ts', `export * from '../playground/b.ts'`],
    ['slack/a.ts', `const b = await import('../playground/b.ts')`],
    ['slack/a.ts', `await import(name)`],
    ['slack/a.ts', `type B = import('../playground/b.ts').B`],
    ['slack/a.ts', `import { createDesk } from '../desk/desk.ts'`],
    ['slack/a.ts', `import { systemClock } from '../desk/clock.ts'`],
    ['slack/a.ts', `import { type Desk, other } from '../desk/ports.ts'`],
    ['slack/a.ts', `import { loadHandbook } from '../handbook/handbook.ts'`],
    ['slack/a.ts', `import { readConfig } from '../config.ts'`],
    ['slack/a.ts', `import { DatabaseSync } from 'node:sqlite'`],
    ['slack/a.ts', `import { z } from 'zod'`],
    ['slack/a.ts', `import { x } from '../../tests/rig.ts'`],
    ['playground/a.ts', `import { App } from '@slack/bolt'`],
    ['desk/a.ts', `import { x } from '../slack/x.ts'`],
    ['desk/store/a.ts', `import { loadHandbook } from '../../handbook/handbook.ts'`],
    ['handbook/a.ts', `import type { Desk } from '../desk/ports.ts'`],
    ['handbook/a.ts', `import { get } from 'node:http'`],
    ['support/a.ts', `import type { Desk } from '../desk/ports.ts'`],
    ['support/reply/a.ts', `import { readFileSync } from 'node:fs'`],
    ['support/a.ts', `import keyv from 'keyv'`],
    ['logger.ts', `import { main } from './main.ts'`],
    ['logger.ts', `import { createSlack } from './slack/slack.ts'`],
    ['cellar/a.ts', `import './b.ts'`],
    ['support/a.ts', `const at = Date.now()`],
    ['support/a.ts', `const at = Date['now']()`],
    ['support/a.ts', `const at = new Date()`],
    ['support/a.ts', `const at = Date()`],
    ['support/a.ts', `const at = Temporal.Now.instant()`],
    ['support/a.ts', `const n = Math.random()`],
    ['support/a.ts', `await x`],
    ['support/a.ts', `async function x() {}`],
    ['support/a.ts', `const x = async () => 1`],
    ['support/a.ts', `import './b.ts'; for await (const x of y) z(x)`],
    ['support/a.ts', `process.exit()`],
    ['support/a.ts', `setTimeout(x, 1)`],
    ['support/a.ts', `const { now } = performance`],
    ['support/a.ts', `const x = crypto.randomUUID()`],
    ['support/a.ts', `console.log(1)`],
    ['slack/a.ts', `const token = process.env.TOKEN`],
    ['main.ts', `const token = process['env'].TOKEN`],
    ['desk/a.ts', `import { env } from 'node:process'`],
  ])('in %s: %s', (path, source) => {
    expect(findTrespasses(path, source)).toHaveLength(1);
  });
});

describe('a visit is welcome', () => {
  it.each([
    ['slack/a.ts', `import { b } from './b.ts'; import { WebClient } from '@slack/web-api'`],
    ['slack/a.ts', `import { type Desk, PlatformError } from '../desk/ports.ts'`],
    ['slack/a.ts', `import type { Clock } from '../desk/clock.ts'`],
    ['slack/a.ts', `import { decide } from '../support/decide.ts'`],
    ['playground/page.js', `import { h } from '/playground/preact.js'`],
    ['playground/a.ts', `import { createHash } from 'node:crypto'`],
    ['desk/store/a.ts', `import { DatabaseSync } from 'node:sqlite'; import Keyv from 'keyv'`],
    [
      'handbook/a.ts',
      `import { z } from 'zod'; import type { Handbook } from '../support/handbook.ts'`,
    ],
    ['support/time/a.ts', `import { Temporal } from 'temporal-polyfill'; const d = new Date(0)`],
    ['support/a.ts', `import { b } from './reply/b.ts'; const c = { process: 1 }.process`],
    ['support/a.ts', `// Date.now() and await are only named\nconst s = 'process.env'`],
    ['main.ts', `import { createSlack } from './slack/slack.ts'; process.exitCode = 1`],
    ['config.ts', `import type { SlackConfig } from './slack/config.ts'; const e = process.env`],
  ])('in %s: %s', (path, source) => {
    expect(findTrespasses(path, source)).toEqual([]);
  });
});
