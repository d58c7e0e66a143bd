// `npm run bench`: Warmline beside bare Bolt, the Chat SDK and a bare CloudAdapter, in one run on this machine.
//   --quick   fewer and shorter rounds
//   --check   ends with 1 when a goal is missed
import { compareAcceptance } from './compare-acceptance.ts';
import { compareFootprints } from './compare-footprints.ts';
import { compareJourneys } from './compare-journeys.ts';
import { compareSearch } from './compare-search.ts';
import { compareTeams } from './compare-teams.ts';
import { compareTriage } from './compare-triage.ts';
import { canPin, LOAD_CORE, stayOnCore } from './cores.ts';
import { installPeers } from './install-peers.ts';

const quick = process.argv.includes('--quick');
const check = process.argv.includes('--check');

stayOnCore(LOAD_CORE);
installPeers();
console.log(
  `Node ${process.version}. Ratios are to the first line of each table, taken in the same run.`,
);
console.log('Absolute figures are those of this machine at this moment.');
if (!canPin) console.log('Processes cannot be held to cores here: expect more noise.');

const misses = [
  ...(await compareTriage(quick)),
  ...compareSearch(quick),
  ...(await compareAcceptance(quick)),
  ...(await compareTeams(quick)),
  ...(await compareJourneys(quick)),
  ...(await compareFootprints(quick)),
];
console.log(misses.length === 0 ? '\nEvery goal is met.' : '');
for (const miss of misses) console.log(`Goal missed: ${miss}`);
process.exit(check && misses.length > 0 ? 1 : 0);
