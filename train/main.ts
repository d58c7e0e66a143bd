// `npm run train [-- words categories grouping evidence language feeling]`: makes what was learnt from public messages anew, the
// same each time: `src/learnt/*.bin`, the weights of grouping and of evidence, the profile of languages, the lexicon of feeling.
// `WARMLINE_DATA` names the folder of the sets. The words take half an hour, most of it the teacher's; the rest seconds.
import { writeFileSync } from 'node:fs';
import { openData } from '../eval/sets.ts';
import { ircStreams } from '../eval/streams.ts';
import { readHandbook } from '../src/handbook/handbook.ts';
import { loadVectors } from '../src/learnt/learnt.ts';
import { learnCategories, packLinear } from './categories.ts';
import { sayWeights as sayEvidence, examplesOf as searchesOf, weigh } from './evidence.ts';
import { learnFeeling, sayLexicon } from './feeling.ts';
import { examplesOf, learn, sayWeights } from './grouping.ts';
import { pack } from './packing.ts';
import { installPeers } from './peers.ts';
import { learnWordVectors } from './word-vectors.ts';

const folder = process.env['WARMLINE_DATA'];
if (!folder) {
  console.error('WARMLINE_DATA must name the folder of the public sets. Nothing was trained.');
  process.exit(2);
}
const chosen = process.argv.slice(2);
const wanted = (name: string) => chosen.length === 0 || chosen.includes(name);
const data = openData(folder);
const learnt = (name: string) => new URL(`../src/learnt/${name}.bin`, import.meta.url);

if (wanted('words')) {
  installPeers();
  const bytes = pack(learnt('words'), await learnWordVectors(data), { dimensions: 96 });
  console.log(`src/learnt/words.bin: ${bytes} bytes`);
}

if (wanted('categories')) {
  const [{ categories }, vectors] = await Promise.all([readHandbook(), loadVectors()]);
  const { arrays, about } = packLinear(learnCategories(data, categories, vectors));
  console.log(`src/learnt/categories.bin: ${pack(learnt('categories'), arrays, about)} bytes`);
}

if (wanted('grouping')) {
  const file = new URL('../src/support/grouping/weights.ts', import.meta.url);
  writeFileSync(file, sayWeights(learn(ircStreams(data).flatMap(examplesOf))));
  console.log('src/support/grouping/weights.ts');
}

if (wanted('evidence')) {
  const searches = await searchesOf(data, await loadVectors());
  const file = new URL('../src/support/knowledge/evidence-weights.ts', import.meta.url);
  writeFileSync(file, sayEvidence(weigh(searches, false), weigh(searches, true)));
  console.log('src/support/knowledge/evidence-weights.ts');
}

if (wanted('language')) await import('./language.ts');

if (wanted('feeling')) {
  installPeers();
  const file = new URL('../src/support/triage/feeling-lexicon.json', import.meta.url);
  writeFileSync(file, sayLexicon(learnFeeling(await loadVectors())));
  console.log('src/support/triage/feeling-lexicon.json');
}
