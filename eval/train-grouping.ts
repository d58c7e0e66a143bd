// `npm run train-grouping`: learns what ties a message to a conversation from public chat streams, and writes it down
// where the desk finds it. `WARMLINE_DATA` names the folder of the sets.
import { writeFileSync } from 'node:fs';
import { TIES } from '../src/support/grouping/ties.ts';
import { examplesOf, learn } from './grouping-model.ts';
import { openData } from './sets.ts';
import { ircStreams } from './streams.ts';

const FILE = new URL('../src/support/grouping/weights.ts', import.meta.url);

const folder = process.env['WARMLINE_DATA'];
if (!folder) {
  console.error('WARMLINE_DATA does not name a folder with labelled messages: nothing was learnt.');
  process.exit(2);
}
const weights = learn(ircStreams(openData(folder)).flatMap(examplesOf));
const lines = TIES.map((tie) => `  ${tie}: ${weights[tie].toFixed(2)},`);
writeFileSync(
  FILE,
  `import type { Tie } from './ties.ts';

/**
 * What each tie weighs, in logits: learnt by \`npm run train-grouping\` from the conversations that people marked in public
 * help channels (Kummerfeld et al., "A Large-Scale Corpus for Conversation Disentanglement", ACL 2019; CC BY 4.0).
 */
export const WEIGHTS: Readonly<Record<Tie, number>> = {
${lines.join('\n')}
};
`,
);
console.log(lines.join('\n'));
