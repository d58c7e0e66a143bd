// Runs one triage in a process of its own: `node … <examples.json> <messages.json>`; prints what it took as JSON.
import { readFileSync } from 'node:fs';

/** The quickest of so many counts for a message: the rest is what other processes did meanwhile. */
const PASSES = 3;

/**
 * @param load given the examples, returns the triage of one text
 * @param given what is there whatever understands the messages, such as the team's handbook: not counted at all
 * @param code what runs: it counts in memory, but not in the time that a model takes to load
 */
export async function measure(load, { given = () => {}, code = () => {} } = {}) {
  const [examples, messages] = process.argv
    .slice(2)
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const gift = await given();
  await settled();
  const before = process.memoryUsage.rss();
  const modules = await code();
  const started = performance.now();
  const triage = await load(examples, modules, gift);
  const loaded = performance.now() - started;
  // The first messages build what is built once; the garbage of thousands is no triage's.
  for (const text of messages.slice(0, 10)) triage(text);
  await settled();
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

/** What nobody holds any more is given back to the system, which takes V8 a moment. */
async function settled() {
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
