import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync(new URL('../docs/reliability.md', import.meta.url), 'utf8');
const proofs = [...page.matchAll(/`(tests\/[^`]+)` › “([^”]+)”/g)].map(
  ([, file = '', name = '']) => [file, name] as const,
);

it('every promise names its proof', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| **'));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatch(/`tests\/[^`]+` › “/);
});

it.each(proofs)('%s has the proof that the page on reliability names: %s', (file, name) => {
  const tests = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  expect(tests.includes(`'${name}'`), `no test of that name in ${file}`).toBe(true);
});
