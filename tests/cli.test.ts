import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** The terminal as somebody uses it, in an environment that has nothing but what is given. */
function warmline(
  args: readonly string[],
  input = '',
  env: Record<string, string> = {},
  cwd = process.cwd(),
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    env,
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the terminal', () => {
  it('answers lines on standard output, and writes nothing else there', () => {
    const line = JSON.stringify({ id: 1, channel: 'c', author: 'nora', at: 0, text: 'hello' });
    expect(warmline(['group'], `${line}\n`)).toEqual({
      status: 0,
      stdout: '{"id":1,"conversation":"c:1"}\n',
      stderr: '',
    });
  });

  it('says by its exit code that a line was bad', () => {
    const { status, stdout } = warmline(['group'], 'what?\n');
    expect([status, stdout]).toEqual([1, '{"id":null,"error":"The line is not JSON."}\n']);
  });

  it.each([['--help'], ['help'], ['-h']])('tells what there is when asked: %s', (word) => {
    const { status, stdout } = warmline([word]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}group {1,9}\S/m);
  });

  it.each([
    [[], 'npm run --silent warmline -- <command>'],
    [['grup'], 'There is no command "grup".'],
    [['constructor'], 'There is no command "constructor".'],
  ])('tells what there is when it is not asked for any of it: %j', (args, said) => {
    const { status, stdout, stderr } = warmline(args);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/^ {2}group {1,9}\S/m);
  });

  it('reads the .env where it is asked, and does not say that there is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-cli-'));
    expect(warmline(['define', 'nps'], '', {}, folder)).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(folder, '.env'), 'HANDBOOK_DIR=/nowhere\n');
    expect(warmline(['group'], '', {}, folder).stderr).toContain('HANDBOOK_DIR names a folder');
    rmSync(folder, { recursive: true });
  });

  it('says what is to be mended where the desk would not start either', () => {
    const { status, stdout, stderr } = warmline(['group'], '', { HANDBOOK_DIR: '/nowhere' });
    expect([status, stdout]).toEqual([78, '']);
    expect(stderr).toContain('HANDBOOK_DIR names a folder that is not there');
  });
});
