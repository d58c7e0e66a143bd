import { parseArgs } from 'node:util';
import { chaosRun } from './run.ts';

/**
 * `npm run chaos -- --replicas 3 --conversations 10000 --seed 7`, or `--store sqlite`: puts the application through a bad day and
 * counts every promise. What people write, what agents do, and after how many conversations what goes wrong comes from the seed;
 * which request it meets is up to the processes.
 */
const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'redis' },
    replicas: { type: 'string', default: '3' },
    conversations: { type: 'string', default: '200' },
    seed: { type: 'string' },
    lease: { type: 'string', default: '20' },
    kills: { type: 'string' },
    pauses: { type: 'string' },
    rolls: { type: 'string' },
    'store-restarts': { type: 'string' },
  },
});
const store = values.store === 'sqlite' ? 'sqlite' : 'redis';
const replicas = store === 'sqlite' ? 1 : Number(values.replicas);
const conversations = Number(values.conversations);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const usual = (oneIn: number) => String(Math.ceil(conversations / oneIn));

console.log(`seed ${seed}: ${conversations} conversations, ${replicas} × Warmline on ${store}`);
const { rows, counts, logs } = await chaosRun({
  ...{
    seed,
    conversations,
    store,
    replicas,
    lease: Number(values.lease),
    beat: 1,
    tell: console.log,
  },
  toll: {
    kills: Number(values.kills ?? usual(50)),
    pauses: Number(values.pauses ?? usual(200)),
    rolls: Number(values.rolls ?? usual(1_000)),
    storeRestarts: store === 'redis' ? Number(values['store-restarts'] ?? usual(500)) : 0,
  },
});

console.log('');
for (const [what, count] of Object.entries(counts)) console.log(`${what.padEnd(42)}${count}`);
console.log('');
for (const { promise, count, broken } of rows) {
  const kept = broken.length === 0 ? 'kept' : `BROKEN ${broken.length} times`;
  console.log(`${promise.padEnd(42)}${String(count).padStart(7)}  ${kept}`);
}
const broken = rows.flatMap(({ broken }) => broken);
if (broken.length > 0) {
  console.log(`\n${broken.join('\n')}\n\nseed ${seed}; what the application said is in ${logs}`);
}
process.exitCode = broken.length === 0 ? 0 : 1;
