import { expect, it } from 'vitest';
import { killRun } from './kill-run.ts';

it('loses nothing a platform was told is safe, and sends nothing twice, when it is killed again and again', async () => {
  const verdict = await killRun({ kills: 8, seed: 2026 });
  expect(verdict).toMatchObject({ lost: [], doubled: [], unsent: [] });
  expect(verdict.acknowledged).toBeGreaterThan(20);
  expect(verdict.replies).toBeGreaterThan(0);
}, 180_000);
