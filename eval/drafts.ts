import { readPassages } from '../bench/compare-search.ts';
import { quantile } from '../bench/statistics.ts';
import { conversationOf } from '../src/cli/told.ts';
import { readArticleLines } from '../src/handbook/article-lines.ts';
import { loadHandbook } from '../src/handbook/handbook.ts';
import { indexArticles } from '../src/handbook/indexing.ts';
import { loadVectors } from '../src/learnt/learnt.ts';
import type { Handbook } from '../src/support/handbook.ts';
import type { Knowledge } from '../src/support/knowledge/search.ts';
import { promiseFor } from '../src/support/reply/acknowledgement.ts';
import { type Composed, compose } from '../src/support/reply/compose.ts';
import type { Figure } from './figure.ts';
import { type Invention, inventionsIn } from './inventions.ts';
import { share } from './scores.ts';
import type { Data } from './sets.ts';

/** First messages of real support conversations. */
const SETS = ['twcs_conversations', 'ibm_twitter_care'];
const OTHER_LANGUAGES = ['de', 'es', 'fr', 'it', 'pt'];
/** So many tweets of each. */
const MOST = 300;
const NAME = 'Nora Lee';
/** A Monday, ten past ten in the morning, UTC. */
const AT = Date.parse('2026-11-23T10:10:00Z');
/** Milliseconds that composing one draft may take in the median. */
const BUDGET = 2;

/** Milliseconds, of a few runs the least: the others are the machine's. */
function quickest(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...times);
}

/** What template drafts are worth by the service standards, on messages that nobody here wrote. */
export async function measureDrafts(data: Data): Promise<Figure[]> {
  const handbook = await loadHandbook();
  const learned = { ...handbook, knowledge: await knowledgeOf(data) };
  const figures = SETS.flatMap((set): Figure[] => {
    const drafts = data.rows(set).map(({ text }) => {
      const conversation = conversationOf({ text, name: NAME }, handbook, AT);
      const draft = compose(conversation, handbook, AT);
      const took = quickest(() => compose(conversation, handbook, AT));
      const tookSearching = quickest(() => compose(conversation, learned, AT));
      return {
        checks: draft.checks,
        inventions: inventionsOf(text, draft, handbook),
        took,
        tookSearching,
      };
    });
    const checks = drafts.flatMap((draft) => draft.checks);
    const rows = { set, n: drafts.length };
    return [
      {
        set,
        what: 'service standards that apply and hold',
        n: checks.length,
        value: share(checks, ({ pass }) => pass),
        floor: 0.95,
        aim: 0.99,
      },
      {
        ...rows,
        what: 'drafts that hold to all of them',
        value: share(drafts, (draft) => draft.checks.every(({ pass }) => pass)),
      },
      ...inventing(
        set,
        drafts.map((d) => d.inventions),
      ),
      timing(
        set,
        'time to compose one',
        drafts.map((d) => d.took),
      ),
      timing(
        set,
        'and over 5,000 passages',
        drafts.map((d) => d.tookSearching),
      ),
    ];
  });
  return [
    ...figures,
    ...OTHER_LANGUAGES.flatMap((language) => inLanguage(language, data, handbook)),
  ];
}

function timing(set: string, what: string, took: readonly number[]): Figure {
  return {
    set,
    what: `${what}, median, of ${BUDGET} ms`,
    n: took.length,
    value: quantile([...took], 0.5) / BUDGET,
    floor: 1,
    aim: 0.5,
    less: true,
  };
}

async function knowledgeOf(data: Data): Promise<Knowledge> {
  const text = readPassages(data)
    .map((one) => JSON.stringify(one))
    .join('\n');
  const articles = readArticleLines({ file: 'passages', text }, { language: 'en' }, []);
  return indexArticles(articles, await loadVectors());
}

/** Tweets of which many are no matter of a desk's: whatever is written, nothing may be invented. */
function inLanguage(language: string, data: Data, handbook: Handbook): Figure[] {
  const set = 'multilingual_sentiment';
  const rows = data.rows(set).filter(({ lang }) => lang === language);
  const inventions = rows.slice(0, MOST).map(({ text }) => {
    const draft = compose(conversationOf({ text, name: NAME }, handbook, AT), handbook, AT);
    return inventionsOf(text, draft, handbook);
  });
  return inventing(set, inventions, `, ${language}`);
}

function inventionsOf(text: string, { text: draft, language }: Composed, handbook: Handbook) {
  const conversation = conversationOf({ text, name: NAME }, handbook, AT);
  return inventionsIn(draft, {
    language,
    told: [text, NAME, handbook.policy.team].join('\n'),
    promised: promiseFor(conversation, conversation.triage!, handbook, AT, language).words,
    handbook,
  });
}

function inventing(set: string, drafts: readonly (readonly Invention[])[], where = ''): Figure[] {
  const kinds = [
    ['fact', 'a fact or number of nobody’s'],
    ['promise', 'a pledge beside the calendar’s'],
    ['word', 'a word from nowhere'],
  ] as const;
  return kinds.map(([kind, words]) => ({
    set,
    what: `drafts with ${words}${where}`,
    n: drafts.length,
    value: share(drafts, (draft) => draft.some(({ what }) => what === kind)),
    floor: 0,
    aim: 0,
    less: true,
  }));
}
