// `npm run simulate -- --days 365`: a year of support in a store of its own, to try reports, the queue and the page on.
import { run } from './command.ts';

const stopping = new AbortController();
// A second one ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
process.exitCode = await run(process.argv.slice(2), process.stderr, stopping.signal);
