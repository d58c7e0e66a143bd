import { nearest } from '../../nearest.ts';
import { type Labels, sayUrgency } from '../../wording.ts';
import { LANGUAGE_NAMES, languageIn } from '../languages.ts';
import { BREAKDOWNS, type Breakdown, type Question } from '../report.ts';
import { breakdownIn, likelyBreakdown } from './breakdowns.ts';
import { type NamesById, readCalled } from './called.ts';
import { listed, quoted } from './wording.ts';

/** What of a desk's own things can be called by their names. */
export interface Known {
  readonly categories: Labels;
  /** Names by ids, where they are known: who is not there is nobody then. Without, what is said is the id. */
  readonly channels?: NamesById;
  readonly agents?: NamesById;
  readonly customers?: NamesById;
}

export type Filter = keyof Question['only'];
type Wrong = { readonly wrong: string };

/** Hours and wordings are facts': no conversation has one. */
const FILTERS = BREAKDOWNS.filter((by): by is Filter => by !== 'hour' && by !== 'template');
/** Letters of one value, and values of one filter. */
const LONGEST = 80;
const MOST = 20;

/** The filter that a name stands for. */
export function readFilterName(name: string): Filter | Wrong {
  const found = breakdownIn(name);
  if (found !== undefined && isFilter(found)) return found;
  const all = `A report can be narrowed by ${listed(FILTERS)}, such as urgency:p1.`;
  if (found) return { wrong: `There is “by ${found}”, but nothing can be narrowed to it. ${all}` };
  const likely = likelyBreakdown(name);
  const guess = likely && isFilter(likely) ? ` Did you mean “${likely}:”?` : '';
  return { wrong: `There is no filter ${quoted(name)}.${guess} ${all}` };
}

function isFilter(name: Breakdown): name is Filter {
  return FILTERS.some((one) => one === name);
}

/** The values of a filter as facts say them: ids, categories, codes. Each once. */
export function readValues(
  filter: Filter,
  said: readonly string[],
  known: Known,
): readonly string[] | Wrong {
  if (said.length === 0)
    return { wrong: `What ${filter}? Say it behind the colon: ${EXAMPLES[filter]}.` };
  if (said.length > MOST) return { wrong: `That is more than I can narrow to: ${MOST} at most.` };
  const values = new Set<string>();
  for (const one of said) {
    if (one.length > LONGEST) return { wrong: `${quoted(one)} is too long to be a ${filter}.` };
    const value = READERS[filter](one, known);
    if (typeof value !== 'string') return value;
    values.add(value);
  }
  return [...values];
}

const EXAMPLES: Readonly<Record<Filter, string>> = {
  category: 'category:billing',
  agent: 'agent:@ada',
  channel: 'channel:#help',
  customer: 'customer:@nora',
  language: 'language:German',
  urgency: 'urgency:p1',
};

const READERS: Readonly<Record<Filter, (said: string, known: Known) => string | Wrong>> = {
  category: (said, { categories }) => readCategory(said, categories),
  agent: (said, { agents }) => readCalled(said, 'agent', agents),
  channel: (said, { channels }) => readCalled(said, 'channel', channels),
  customer: (said, { customers }) => readCalled(said, 'customer', customers),
  language: readLanguage,
  urgency: readUrgency,
};

/** How names are compared: `delivery_order` is "Delivery order". */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ')
    .trim();
}

function readCategory(said: string, labels: Labels): string | Wrong {
  const names = namesOf(labels);
  const found = names.get(plain(said));
  if (found !== undefined) return found;
  const meant = nearest(plain(said), [...names.keys()]);
  const guess = meant === undefined ? '' : ` Did you mean category:${names.get(meant)}?`;
  const all = [...labels].map(([name]) => name);
  return {
    wrong: `There is no category ${quoted(said)}.${guess} There are ${listed(all, 'and')}.`,
  };
}

/** The category that is called so, by its name or its label. */
export function categoryIn(said: string, labels: Labels): string | undefined {
  return namesOf(labels).get(plain(said));
}

function namesOf(labels: Labels): ReadonlyMap<string, string> {
  return new Map(
    [...labels].flatMap(([name, label]) => [
      [plain(label), name],
      [plain(name), name],
    ]),
  );
}

function readLanguage(said: string): string | Wrong {
  const code = languageIn(said);
  if (code !== undefined) return code;
  const meant = nearest(said, LANGUAGE_NAMES);
  const guess = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return {
    wrong: `I do not know the language ${quoted(said)}.${guess} Its code does as well: language:de.`,
  };
}

const URGENCIES = ['p1', 'p2', 'p3', 'p4'] as const;

/** "p1", "urgent", "P1 urgent". */
function readUrgency(said: string): string | Wrong {
  const lower = said.toLowerCase();
  const found = URGENCIES.find((one) => sayUrgency(one).toLowerCase().split(' ').includes(lower));
  const whole = URGENCIES.find((one) => sayUrgency(one).toLowerCase() === lower);
  const all = listed(URGENCIES.map(sayUrgency), 'and');
  return found ?? whole ?? { wrong: `There is no urgency ${quoted(said)}. There are ${all}.` };
}
