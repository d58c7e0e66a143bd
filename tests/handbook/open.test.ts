import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type OpenHandbook, openHandbook } from '../../src/handbook/open.ts';
import { triage } from '../../src/support/triage/triage.ts';

const SHIPPED = fileURLToPath(new URL('../../src/handbook/', import.meta.url));

async function open(files: Readonly<Record<string, string>>) {
  const dir = await mkdtemp(join(tmpdir(), 'warmline-handbook-'));
  const write = (name: string, text: string) => writeFile(join(dir, name), text);
  for (const [name, text] of Object.entries(files)) await write(name, text);
  const errors: object[] = [];
  const log = { info: () => {}, warn: () => {}, error: (facts: object) => errors.push(facts) };
  const book = await openHandbook(dir, [], log);
  onTestFinished(async () => {
    await book[Symbol.asyncDispose]();
    await rm(dir, { recursive: true });
  });
  return { dir, write, book, errors };
}

const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });
const category = ({ handbook }: OpenHandbook, text: string) => triage(text, handbook).category;

describe('a handbook that changes while the desk is open', () => {
  it('is in force without a restart', async () => {
    const { book, write } = await open({ 'policy.yaml': 'team: the day team\n' });
    await write('policy.yaml', 'team: the night team\n');
    await soon(() => expect(book.handbook.policy.team).toBe('the night team'));
  });

  it('with a fault stays as it was, and the log says what is wrong and where', async () => {
    const { book, write, errors } = await open({ 'policy.yaml': 'team: the day team\n' });
    await write('policy.yaml', 'team: the day team\nhours:\n  mon: never\n');
    await soon(() => expect(errors).toHaveLength(1));
    expect(JSON.stringify(errors)).toMatch(/policy\.yaml.*3/);
    expect(book.handbook.policy.team).toBe('the day team');
    await write('policy.yaml', 'team: the night team\n');
    await soon(() => expect(book.handbook.policy.team).toBe('the night team'));
  });
});

describe('what leads accept', () => {
  it('is learnt beside the event loop and counts from then on', async () => {
    const { book } = await open({ 'policy.yaml': 'team: the day team\n' });
    const text = 'the turbo flange wobbles';
    expect(category(book, text)).not.toBe('feature_request');
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    book.learn(
      ['the turbo flange wobbles again', 'a wobbling flange', 'the flange of the turbo'].map(
        (example) => ({ text: example, category: 'feature_request' }),
      ),
    );
    await soon(() => expect(category(book, text)).toBe('feature_request'));
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
    let changes = 0;
    book.onChange(() => changes++);
    book.learn([]);
    book.learn([]);
    await soon(() => expect(category(book, text)).not.toBe('feature_request'));
    expect(changes).toBe(1);
  });
});

describe("a team's own categories", () => {
  it('are taught by examples alone', async () => {
    const { book } = await open({
      'categories.yaml': `
growing:
  label: Growing
  problem: your plants
  examples:
    - how often should I water my tomatoes
    - the soil is always dry
    - my basil dies on the balcony
    - when do I plant garlic
    - the leaves of my lemon turn yellow
tools:
  label: Tools
  problem: your tool
  examples:
    - the lawn mower does not start
    - the secateurs are blunt
    - the hose leaks at the tap
    - which spade is good for clay
    - the handle of my rake broke
other:
  label: Other
  problem: your question
  examples: [hello there, is this the cinema, what is the weather, tell me a joke, wrong number]
`,
    });
    expect(category(book, 'yellow leaves on the tomatoes')).toBe('growing');
    expect(category(book, 'my spade broke')).toBe('tools');
  });
});

it('the shipped handbook put into a folder of one’s own reads as it did', async () => {
  const categories = await readFile(join(SHIPPED, 'categories.yaml'), 'utf8');
  const { book } = await open({ 'categories.yaml': categories });
  for (const text of ['I was charged twice', 'The app crashes', 'I forgot my password']) {
    const own = triage(text, book.handbook);
    expect(own.category).toMatch(/billing|bug_outage|account_access/);
  }
});
