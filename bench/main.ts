// `npm run bench`: Warmline beside bare Bolt, the Chat SDK and a bare CloudAdapter, in one run on this machine.
//   --quick   fewer and shorter rounds
//   name…     only these: triage, search, timers, reports, replay, charts, acceptance, teams, journeys,
//             conversations, crowd, footprints
//   --check   ends with 1 when a goal is missed
import { compareAcceptance } from './compare-acceptance.ts';
import { compareCharts } from './compare-charts.ts';
import { compareConversations } from './compare-conversations.ts';
import { compareCrowd } from './compare-crowd.ts';
import { compareFootprints } from './compare-footprints.ts';
import { compareJourneys } from './compare-journeys.ts';
import { compareReplay } from './compare-replay.ts';
import { compareReports } from './compare-reports.ts';
import { compareSearch } from './compare-search.ts';
import { compareTeams } from './compare-teams.ts';
import { compareTimers } from './compare-timers.ts';
import { compareTriage } from './compare-triage.ts';
import { canPin, LOAD_CORE, stayOnCore } from './cores.ts';
import { installPeers } from './install-peers.ts';

const COMPARISONS: Readonly<Record<string, (quick: boolean) => string[] | Promise<string[]>>> = {
  triage: compareTriage,
  search: compareSearch,
  timers: compareTimers,
  reports: compareReports,
  replay: compareReplay,
  charts: compareCharts,
  acceptance: compareAcceptance,
  teams: compareTeams,
  journeys: compareJourneys,
  conversations: compareConversations,
  crowd: compareCrowd,
  footprints: compareFootprints,
};

const asked = process.argv.slice(2);
const quick = asked.includes('--quick');
const check = asked.includes('--check');
const names = asked.filter((word) => !word.startsWith('--'));
const unknown = names.find((name) => !Object.hasOwn(COMPARISONS, name));
if (unknown !== undefined) {
  console.error(
    `There is no comparison "${unknown}", only ${Object.keys(COMPARISONS).join(', ')}.`,
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
for (const [name, compare] of Object.entries(COMPARISONS)) {
  if (names.length === 0 || names.includes(name)) misses.push(...(await compare(quick)));
}
console.log(misses.length === 0 ? '\nEvery goal is met.' : '');
for (const miss of misses) console.log(`Goal missed: ${miss}`);
process.exit(check && misses.length > 0 ? 1 : 0);
