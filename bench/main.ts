// `npm run bench`: Warmline beside bare Bolt, the Chat SDK and a bare CloudAdapter, in one run on this machine.
//   --quick   fewer and shorter rounds
//   name…     only these: triage, search, timers, redis-timers, reports, replay, charts, acceptance, teams, journeys,
//             conversations, crowd, replicas, footprints
//   reliability   those of docs/reliability.md together
//   soak --minutes 30 --store redis   half the load for so long; only by its name
//   --check   ends with 1 when a goal is missed
import { compareAcceptance } from './compare-acceptance.ts';
import { compareCharts } from './compare-charts.ts';
import { compareConversations } from './compare-conversations.ts';
import { compareCrowd } from './compare-crowd.ts';
import { compareFootprints } from './compare-footprints.ts';
import { compareJourneys } from './compare-journeys.ts';
import { compareRedisTimers } from './compare-redis-timers.ts';
import { compareReplay } from './compare-replay.ts';
import { compareReplicas } from './compare-replicas.ts';
import { compareReports } from './compare-reports.ts';
import { compareSearch } from './compare-search.ts';
import { compareTeams } from './compare-teams.ts';
import { compareTimers } from './compare-timers.ts';
import { compareTriage } from './compare-triage.ts';
import { canPin, LOAD_CORE, stayOnCore } from './cores.ts';
import { installPeers } from './install-peers.ts';
import { soak } from './soak.ts';

const COMPARISONS: Readonly<Record<string, (quick: boolean) => string[] | Promise<string[]>>> = {
  triage: compareTriage,
  search: compareSearch,
  timers: compareTimers,
  'redis-timers': compareRedisTimers,
  reports: compareReports,
  replay: compareReplay,
  charts: compareCharts,
  acceptance: compareAcceptance,
  teams: compareTeams,
  journeys: compareJourneys,
  conversations: compareConversations,
  crowd: compareCrowd,
  replicas: compareReplicas,
  footprints: compareFootprints,
};

/** Only when they are asked for by name. */
const LONG = { soak } as const;
/** Several by one name. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  reliability: ['acceptance', 'conversations', 'replicas', 'crowd', 'timers', 'redis-timers'],
};

const asked = process.argv.slice(2);
const quick = asked.includes('--quick');
const check = asked.includes('--check');
const values = new Set(['--minutes', '--store']);
const names = asked
  .filter((word, i) => !word.startsWith('--') && !values.has(asked[i - 1] ?? ''))
  .flatMap((name) => TOGETHER[name] ?? [name]);
const all: typeof COMPARISONS = { ...COMPARISONS, ...LONG };
const unknown = names.find((name) => !Object.hasOwn(all, name));
if (unknown !== undefined) {
  console.error(
    `There is no comparison "${unknown}", only ${[...Object.keys(all), ...Object.keys(TOGETHER)].join(', ')}.`,
  );
  process.exit(64);
}

stayOnCore(LOAD_CORE);
installPeers();
console.log(
  `Node ${process.version}. Ratios are to the first line of each table, taken in the same run.`,
);
console.log('Absolute figures are those of this machine at this moment.');
if (!canPin) console.log('Processes cannot be held to cores here: expect more noise.');

const misses: string[] = [];
for (const [name, compare] of Object.entries(all)) {
  if (names.includes(name) || (names.length === 0 && !Object.hasOwn(LONG, name)))
    misses.push(...(await compare(quick)));
}
console.log(misses.length === 0 ? '\nEvery goal is met.' : '');
for (const miss of misses) console.log(`Goal missed: ${miss}`);
process.exit(check && misses.length > 0 ? 1 : 0);
