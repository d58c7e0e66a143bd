import { parseArgs } from 'node:util';
import { killRun } from './kill-run.ts';

/** `npm run chaos -- --kills 200 --seed 7`: kills the application under load and counts what was lost or doubled. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`kill -9, ${values.kills} times, seed ${seed}`);
const verdict = await killRun({ kills: Number(values.kills), seed, tell: console.log });
console.log(JSON.stringify(verdict, null, 2));
const broken = verdict.lost.length + verdict.doubled.length + verdict.unsent.length;
console.log(
  broken === 0 ? 'Nothing was lost, nothing doubled.' : `${broken} promises were broken.`,
);
process.exitCode = broken === 0 ? 0 : 1;
