import { CONNECTIONS, type Entry, interleave } from './acceptance.ts';
import { printAcceptance } from './acceptance-tables.ts';
import { bareCloudAdapter, openTeamsStage, warmlineForTeams } from './teams-stage.ts';

/** At least so many times the acknowledgements of a bare CloudAdapter, although ours are kept first. */
const GOAL = 1;

const baseline: Entry = {
  label: 'bare CloudAdapter, empty turn',
  words: 'small talk',
  open: () => openTeamsStage(bareCloudAdapter),
};
const ours: Entry = {
  label: 'Warmline, kept before the ack',
  words: 'small talk',
  open: () => openTeamsStage(warmlineForTeams),
};
const working: Entry = {
  label: 'Warmline, drafting for each',
  words: 'requests',
  open: () => openTeamsStage(warmlineForTeams),
};

/** The same for Microsoft Teams. Returns the goals that were missed, in words. */
export async function compareTeams(quick: boolean): Promise<string[]> {
  const [rounds, seconds] = quick ? [2, 2] : [3, 4];
  const results = await interleave([baseline, ours, working], rounds, seconds);
  const how = { connections: CONNECTIONS, seconds };
  const { rate } = printAcceptance('Teams activities', results, baseline, how)(ours);
  return rate >= GOAL
    ? []
    : [`${rate.toFixed(2)} times a bare CloudAdapter's activities, ${GOAL} wanted.`];
}
