// One replica that fires what is due on Redis: a STORE_URL, the instant up to which to fire, and how many are due. Prints how many it fired.
import { createAgenda } from '../src/desk/agenda.ts';
import type { Log } from '../src/desk/ports.ts';
import { openStore } from '../src/desk/store/open.ts';

const [url = '', until = '0'] = process.argv.slice(2);
const fail = (facts: object, text: string) => console.error(text, facts);
const log: Log = { debug() {}, info() {}, warn: fail, error: fail };
const { store, there } = await openStore(url, log);
await there;
const now = Number(until);
let fired = 0;
const agenda = createAgenda({
  ...{ store, log },
  clock: { now: () => now, wake: () => () => {} },
  carryOut: async () => {},
  async decide({ id, at }, source) {
    const nothing = { claims: [], effects: [], raised: [], facts: [] };
    if ((await store.commit({ ...nothing, event: id, at, ...source })) === 'kept') fired++;
  },
});
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));
agenda.wake();
await agenda.idle();
await agenda.stop();
console.log(String(fired));
await store[Symbol.asyncDispose]();
process.exit(0);
