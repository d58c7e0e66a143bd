// Starts Warmline as a newcomer would, on a free port and an empty store, looks whether it is ready and
// serves its page, and stops it. Prints what it saw; exits with 1 when something is not as promised.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'warmline-smoke-'));
const port = await freePort();
const began = performance.now();
const app = spawn('npm', ['start'], {
  env: { ...process.env, PORT: String(port), STORE_URL: `sqlite:${join(folder, 'warmline.db')}` },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let said = '';
app.stdout.on('data', (chunk) => {
  said += chunk;
});
const ended = new Promise((resolve) => app.once('exit', (code, signal) => resolve(code ?? signal)));

try {
  await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok, 30_000);
  console.log(`ready after ${Math.round(performance.now() - began)} ms`);
  const page = await fetch(`http://127.0.0.1:${port}/playground`);
  const html = await page.text();
  expect(page.ok && /<html/i.test(html), 'GET /playground serves a page');
  expect(said.includes(`http://127.0.0.1:${port}/playground`), 'the address is printed');
} finally {
  app.kill('SIGTERM');
  const timer = setTimeout(() => app.kill('SIGKILL'), 10_000);
  const code = await ended;
  clearTimeout(timer);
  rmSync(folder, { recursive: true, force: true });
  expect(code === 0, `it stops when asked (${code})`);
  expect(said.includes('is closing'), 'it says that it is closing');
}

function expect(holds, what) {
  console.log(`${holds ? 'ok' : 'NOT OK'}: ${what}`);
  if (!holds) process.exitCode = 1;
}

async function until(holds, patience) {
  const last = performance.now() + patience;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > last) throw new Error(`not ready after ${patience} ms:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
