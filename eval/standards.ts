import { loadHandbook } from '../src/handbook/handbook.ts';
import type { Handbook } from '../src/support/handbook.ts';
import { factsIn } from '../src/support/reply/facts.ts';
import { type Reading, read } from '../src/support/reply/reading.ts';
import { type Check, checkStandards, STANDARDS } from '../src/support/reply/standards.ts';
import { isUpset } from '../src/support/reply/upset.ts';
import { triage } from '../src/support/triage/triage.ts';
import type { Figure } from './figure.ts';
import { detection, kappa, share } from './scores.ts';
import { type Data, firstReply } from './sets.ts';

/** What people say that an agent did, and the sign by which the standards see it. */
const LABELLED: readonly {
  readonly action: string;
  readonly labels: RegExp;
  readonly seen: (reading: Reading) => boolean;
  /** Of Cohen's kappa: 0.6 to 0.8 is called substantial, and more almost perfect (Landis and Koch, 1977). */
  readonly floor: number;
  readonly aim: number;
}[] = [
  {
    action: 'apologises',
    labels: /^Apologize$/,
    seen: ({ said }) => said('sorry') !== undefined || /sorry|apolog/.test(said('stock') ?? ''),
    floor: 0.85,
    aim: 0.95,
  },
  {
    action: 'gives a link',
    labels: /^Provide URL$/,
    seen: ({ words }) => factsIn(words.text).some(({ what }) => what === 'link'),
    floor: 0.95,
    aim: 1,
  },
  {
    action: 'asks for something',
    labels: /^(?:Request (?!to|DM)|Investigate)/,
    seen: ({ said }) => said('asks') !== undefined,
    floor: 0.62,
    aim: 0.8,
  },
  {
    action: 'sends them to private messages',
    labels: /^Request DM$|via DM$/,
    seen: ({ said }) => /\bdm\b/.test(said('wall') ?? ''),
    floor: 0.85,
    aim: 0.95,
  },
  // People label so too that a team is told inside, which is no wall.
  {
    action: 'sends them elsewhere',
    labels: /^Refer to|by phone$|by chat$/,
    seen: ({ said }) => !/\bdm\b/.test(said('wall') ?? 'dm'),
    floor: 0.45,
    aim: 0.7,
  },
];

/** Real agents' replies that show which standards people meet by themselves: no floor, for nobody can raise them here. */
const REPLIES = ['twcs_conversations', 'ibm_twitter_care'] as const;

/** Where the standards see what people see, and how real agents' first replies fare by them. */
export async function measureStandards(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  return [...againstLabels(data), ...REPLIES.flatMap((set) => passShares(set, data, handbook))];
}

function againstLabels(data: Data): Figure[] {
  const set = 'twcs_labelled_agent_actions';
  const rows = data.rows(set).map((row) => ({
    labels: row.label as readonly string[],
    reading: read(row.text, 'en'),
  }));
  return LABELLED.flatMap(({ action, labels, seen, floor, aim }) => {
    const pairs = rows.map((row) => ({
      right: row.labels.some((label) => labels.test(label)),
      said: seen(row.reading),
    }));
    const { precision, recall } = detection(pairs);
    const n = pairs.length;
    return [
      {
        set,
        what: `${action}: precision`,
        n: pairs.filter(({ said }) => said).length,
        value: precision,
      },
      {
        set,
        what: `${action}: recall`,
        n: pairs.filter(({ right }) => right).length,
        value: recall,
      },
      { set, what: `${action}: kappa`, n, value: kappa(pairs), floor, aim },
    ];
  });
}

function passShares(set: string, data: Data, handbook: Handbook): Figure[] {
  const checks = data.rows(set).flatMap((row) => {
    const reply = firstReply(row);
    if (reply === '') return [];
    const understood = triage(row.text, handbook);
    const { category } = understood;
    const upset = isUpset(understood);
    const praise = category === 'feedback_praise' && !upset;
    const checks = checkStandards({
      customer: row.text,
      reply,
      upset,
      category,
      praise,
      language: 'en',
    });
    // What the agents knew beside the conversation is in no set.
    return [checks.filter(({ name }) => name !== 'grounded')];
  });
  const shareOf = (what: string, some: readonly Check[]) => ({
    set,
    what,
    n: some.length,
    value: share(some, ({ pass }) => pass),
  });
  return [
    shareOf('all standards that apply', checks.flat()),
    ...STANDARDS.filter((name) => name !== 'grounded').map((name) =>
      shareOf(
        name,
        checks.flat().filter((check) => check.name === name),
      ),
    ),
  ];
}
