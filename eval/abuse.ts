import { showsSecret } from '../src/support/masking/secrets.ts';
import { readAbuse } from '../src/support/triage/abuse.ts';
import { readWords } from '../src/support/triage/words.ts';
import { falseAlarms } from './alarms.ts';
import type { Figure } from './figure.ts';
import { detection } from './scores.ts';
import type { Data, Row } from './sets.ts';

const abusive = ({ text }: Row) => readAbuse(readWords(text)).abusive;
const secret = ({ text }: Row) => showsSecret(text);

/** Insults and secrets: how often ordinary messages are taken for them, and what is seen of offence at large. */
export function measureAbuse(data: Data): Figure[] {
  return [
    ...falseAlarms(data, 'taken for abuse', abusive, { floor: 0.01, aim: 0.004 }),
    ...falseAlarms(data, 'taken for a secret', secret, { floor: 0.01, aim: 0.001 }),
    offence(data),
  ];
}

/** Offence as the set means it is far wider than abuse: swearing and harsh words about politicians count, too. */
function offence(data: Data): Figure {
  const set = 'tweeteval_offensive';
  const pairs = data
    .rows(set)
    .map((row) => ({ right: row.label === 'offensive', said: abusive(row) }));
  const inverse = pairs.map(({ right, said }) => ({ right: !right, said: !said }));
  const value = (detection(pairs).f1 + detection(inverse).f1) / 2;
  return { set, what: 'offensive or not, macro-F1', value, n: pairs.length };
}
