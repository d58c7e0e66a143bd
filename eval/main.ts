// `npm run eval [-- name …]`: what the desk understands, finds, writes and masks, measured on public messages that nobody here wrote.
// Ends with 1 where a figure is below its floor. `WARMLINE_DATA` names the folder of the sets.

import { measureAbuse } from './abuse.ts';
import { measureCategories } from './categories.ts';
import { measureComparison } from './comparison.ts';
import { measureDrafts } from './drafts.ts';
import { measureFeelings } from './feelings.ts';
import { type Figure, falls, printFigures } from './figure.ts';
import { measureGrouping } from './grouping.ts';
import { measureHumans } from './humans.ts';
import { measureInjections } from './injections.ts';
import { measureKnowledge } from './knowledge.ts';
import { measureLanguages } from './languages.ts';
import { measureMasking } from './masking.ts';
import { measureOwnCategories } from './own-categories.ts';
import { measurePromises } from './promises.ts';
import { measureRequests } from './requests.ts';
import { type Data, openData } from './sets.ts';
import { measureStandards } from './standards.ts';
import { measureSuspicion } from './suspicion.ts';
import { measureTongues } from './tongues.ts';
import { measureUrgency } from './urgency.ts';
import { measureWishes } from './wishes.ts';

const MEASURES: Readonly<Record<string, (data: Data) => Promise<Figure[]> | Figure[]>> = {
  categories: measureCategories,
  grouping: measureGrouping,
  'own-categories': measureOwnCategories,
  tongues: measureTongues,
  urgency: measureUrgency,
  requests: measureRequests,
  humans: measureHumans,
  languages: measureLanguages,
  wishes: measureWishes,
  suspicion: measureSuspicion,
  abuse: measureAbuse,
  drafts: measureDrafts,
  feelings: measureFeelings,
  masking: measureMasking,
  knowledge: measureKnowledge,
  standards: measureStandards,
  promises: measurePromises,
  injections: measureInjections,
  comparison: measureComparison,
};

const folder = process.env['WARMLINE_DATA'];
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length > 0) {
  console.error(
    `There is no measure "${unknown[0]}". There are: ${Object.keys(MEASURES).join(', ')}.`,
  );
  process.exit(2);
}
if (!folder) {
  console.error(
    'SKIPPED: WARMLINE_DATA does not name a folder with labelled messages, so nothing was measured.',
  );
  process.exit(0);
}
const data = openData(folder);
const all: Figure[] = [];
for (const [name, measure] of Object.entries(MEASURES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const figures = await measure(data);
  printFigures(name, figures);
  all.push(...figures);
}
const fallen = all.filter(falls);
console.log(
  fallen.length === 0
    ? `\nNo figure is below its floor (${all.length} figures).`
    : `\nBelow the floor: ${fallen.map(({ set, what }) => `${set} ${what}`).join('; ')}.`,
);
process.exit(fallen.length === 0 ? 0 : 1);
