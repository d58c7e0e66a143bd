import { readAbuse } from '../src/support/triage/abuse.ts';
import { showsSecret } from '../src/support/triage/secret.ts';
import { readSuspicion } from '../src/support/triage/suspicion.ts';
import { readWords } from '../src/support/triage/words.ts';
import type { Figure } from './figure.ts';
import { detection, share } from './scores.ts';
import type { Data, Row } from './sets.ts';

/** Ordinary messages, among which hardly any alarm is right. */
const ORDINARY = [
  'twcs_spotify_inbound',
  'banking77',
  'clinc150',
  'bankfaqs',
  'stackfaq',
  'techsupport_intents',
  'airline_sentiment',
];

const suspicious = ({ text }: Row) => readSuspicion(text).suspicious;
const abusive = ({ text }: Row) => readAbuse(readWords(text)).abusive;
const secret = ({ text }: Row) => showsSecret(text);

/** Attacks on a model, insults and secrets: how many are seen, and how often others are taken for them. */
export function measureSuspicion(data: Data): Figure[] {
  const rows = data.rows('prompt_injection');
  const attacks = rows.filter(({ label }) => label !== 'benign');
  const benign = rows.filter(({ label }) => label === 'benign');
  const set = 'prompt_injection';
  const recall = share(attacks, suspicious);
  const alarms = share(benign, suspicious);
  return [
    { set, what: 'attacks seen', value: recall, n: attacks.length, floor: 0.8, aim: 0.92 },
    {
      set,
      what: 'look-alikes taken for attacks',
      value: alarms,
      n: benign.length,
      floor: 0.15,
      aim: 0.05,
      less: true,
    },
    ...bySubtype(attacks, 'attacks seen'),
    ...bySubtype(benign, 'taken for attacks'),
    ...ORDINARY.map((name) => falseAlarms(data, name, 'taken for attacks', suspicious, SPARE)),
    offence(data),
    ...ORDINARY.map((name) => falseAlarms(data, name, 'taken for abuse', abusive)),
    ...ORDINARY.map((name) => falseAlarms(data, name, 'taken for a secret', secret)),
  ];
}

/** Of ordinary messages, at most so many may be taken for attacks. */
const SPARE = { floor: 0.01, aim: 0.003 };

function falseAlarms(
  data: Data,
  set: string,
  what: string,
  alarm: (row: Row) => boolean,
  limits: { floor?: number; aim?: number } = {},
): Figure {
  const rows = data.rows(set);
  return { set, what, value: share(rows, alarm), n: rows.length, less: true, ...limits };
}

/** Each kind by itself, as its source calls it. */
function bySubtype(rows: readonly Row[], what: string): Figure[] {
  const kindOf = ({ subtype }: Row) => String(subtype).split(':')[0]!;
  return [...new Set(rows.map(kindOf))].sort().map((kind) => {
    const some = rows.filter((row) => kindOf(row) === kind);
    return {
      set: 'prompt_injection',
      what: `${what}: ${kind}`,
      value: share(some, suspicious),
      n: some.length,
    };
  });
}

/** Offence as the set means it is wider than abuse: it counts swearing and harsh opinions of third parties, too. */
function offence(data: Data): Figure {
  const set = 'tweeteval_offensive';
  const pairs = data
    .rows(set)
    .map((row) => ({ right: row.label === 'offensive', said: abusive(row) }));
  const inverse = pairs.map(({ right, said }) => ({ right: !right, said: !said }));
  const value = (detection(pairs).f1 + detection(inverse).f1) / 2;
  return { set, what: 'offensive or not, macro-F1', value, n: pairs.length };
}
