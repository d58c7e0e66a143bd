import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** What a terminal command answers to these lines, as somebody outside would ask it. */
export function ask(command: string, lines: readonly object[]): Record<string, unknown>[] {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, command], {
    input,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (status !== 0) throw new Error(`warmline ${command} ended with ${status}: ${stderr}`);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
