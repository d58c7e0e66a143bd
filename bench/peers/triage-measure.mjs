// Runs one triage in a process of its own: `node … <examples.json> <messages.json>`; prints what it took as JSON.
import { readFileSync } from 'node:fs';

/** The quickest of so many counts for a message: the rest is what other processes did meanwhile. */
const PASSES = 3;

/**
 * @param load given the examples, returns the triage of one text
 * @param prepare what is there whatever understands the messages, such as the team's handbook: held in memory, but not timed
 */
export async function measure(load, prepare = () => {}) {
  const [examples, messages] = process.argv
    .slice(2)
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const prepared = await prepare();
  const started = performance.now();
  const triage = await load(examples, prepared);
  const loaded = performance.now() - started;
  globalThis.gc?.();
  const resident = (process.memoryUsage.rss() - before) / 2 ** 20;
  for (const text of messages) triage(text);
  const took = messages.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [i, text] of messages.entries()) {
      const from = performance.now();
      triage(text);
      took[i] = Math.min(took[i], performance.now() - from);
    }
  }
  process.stdout.write(JSON.stringify({ loaded, resident, took }));
}
