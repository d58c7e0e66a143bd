// Runs one triage in a process of its own: `node … <examples.json> <messages.json>`; prints what it took as JSON.
import { readFileSync } from 'node:fs';

/** @param load given the examples, returns the triage of one text */
export async function measure(load) {
  const [examples, messages] = process.argv
    .slice(2)
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const triage = await load(examples);
  const loaded = performance.now() - started;
  globalThis.gc?.();
  const resident = (process.memoryUsage.rss() - before) / 2 ** 20;
  for (const text of messages) triage(text);
  const took = messages.map((text) => {
    const from = performance.now();
    triage(text);
    return performance.now() - from;
  });
  process.stdout.write(JSON.stringify({ loaded, resident, took }));
}
