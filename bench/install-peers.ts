import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Installs packages that the product itself does not need, where they are not there yet or the folder's lock has changed since. */
export function installPeers(folder: URL = new URL('peers/', import.meta.url)): void {
  const place = fileURLToPath(folder);
  if (timeOf(`${place}node_modules/.package-lock.json`) >= timeOf(`${place}package-lock.json`)) {
    return;
  }
  console.log(`Installing what only measuring and training need (${place}) …`);
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
