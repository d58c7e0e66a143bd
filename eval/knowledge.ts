import { readArticleLines } from '../src/handbook/article-lines.ts';
import { indexArticles } from '../src/handbook/indexing.ts';
import { loadVectors } from '../src/learnt/learnt.ts';
import { doAgree } from '../src/support/knowledge/agreement.ts';
import { ENOUGH_EVIDENCE, SURE } from '../src/support/knowledge/evidence.ts';
import { findArticles, type Hit, type Knowledge } from '../src/support/knowledge/search.ts';
import type { Figure } from './figure.ts';
import { share } from './scores.ts';
import type { Data } from './sets.ts';

/**
 * Whether the right article is found for a question, and whether nothing is taken for an answer where nothing fits. Nothing was
 * learnt from these sets. A question that several articles answer is a row for each, of which one at most can be on top.
 */
export async function measureKnowledge(data: Data): Promise<Figure[]> {
  const [stack, bank, covid] = await Promise.all(
    ['stackfaq', 'bankfaqs', 'covidfaq'].map((set) => askAll(data, set)),
  );
  const strangers = await openSet(data, 'bankfaqs');
  const answered = covid!.questions.map((text) => isAnswered(strangers(text)));
  const sent = covid!.questions.filter((text) => isSent(strangers(text), text));
  return [
    { ...recall(stack!, 1), floor: 0.7, aim: 0.75 },
    { ...reciprocalRank(stack!), floor: 0.79, aim: 0.83 },
    { ...recall(bank!, 5), floor: 0.55, aim: 0.62 },
    { ...reciprocalRank(bank!) },
    { ...recall(covid!, 1), floor: 0.45, aim: 0.55 },
    { ...reciprocalRank(covid!) },
    {
      set: 'covidfaq',
      what: 'questions to another desk, the bank: answered',
      value: share(answered, (one) => one),
      n: answered.length,
      floor: 0.1,
      aim: 0.03,
      less: true,
    },
    {
      set: 'covidfaq',
      what: 'questions to another desk, the bank: sure beyond doubt',
      value: sent.length / answered.length,
      n: answered.length,
      floor: 0.005,
      aim: 0,
      less: true,
    },
    ...[stack!, bank!, covid!].flatMap(answers),
  ];
}

interface Asked {
  readonly set: string;
  /** Each row's place in the results, from 1; none where it is not among them. */
  readonly ranks: readonly (number | undefined)[];
  /** Each different question. */
  readonly questions: readonly string[];
  /** Of each different question, whether it is answered, and whether by one of its articles; and whether that would be sent. */
  readonly answers: readonly {
    readonly answered: boolean;
    readonly right: boolean;
    readonly sent: boolean;
  }[];
}

async function askAll(data: Data, set: string): Promise<Asked> {
  const search = await openSet(data, set);
  const questions = Map.groupBy(data.rows(set), ({ text }) => text);
  const ranks: (number | undefined)[] = [];
  const answers = [...questions].map(([text, rows]) => {
    const hits = search(text);
    for (const { label } of rows) {
      const at = hits.findIndex(({ article }) => article.id === label);
      ranks.push(at < 0 ? undefined : at + 1);
    }
    const right = rows.some(({ label }) => label === hits[0]?.article.id);
    return { answered: isAnswered(hits), right, sent: isSent(hits, text) };
  });
  return { set, ranks, questions: [...questions.keys()], answers };
}

async function openSet(data: Data, set: string): Promise<(query: string) => Hit[]> {
  const lines = data
    .documents(set)
    .map(({ id, question, answer }) => JSON.stringify({ id, title: question, text: answer }));
  const articles = readArticleLines({ file: set, text: lines.join('\n') }, { language: 'en' }, []);
  const knowledge: Knowledge = await indexArticles(articles, await loadVectors());
  return (query) => findArticles(knowledge, query, { at: 0 });
}

function isAnswered([best]: readonly Hit[]): boolean {
  return best !== undefined && best.evidence >= ENOUGH_EVIDENCE;
}

/** Whether both judgements hold by which an answer may leave by itself, where the policy lets it. */
function isSent(hits: readonly Hit[], text: string): boolean {
  const [best] = hits;
  return best !== undefined && best.evidence >= SURE && doAgree(best, hits.slice(0, 5), text, 'en');
}

function recall({ set, ranks }: Asked, within: number): Figure {
  const value = share(ranks, (rank) => rank !== undefined && rank <= within);
  return { set, what: `recall at ${within}`, value, n: ranks.length };
}

function reciprocalRank({ set, ranks }: Asked): Figure {
  const sum = ranks.reduce<number>((all, rank) => all + (rank === undefined ? 0 : 1 / rank), 0);
  return { set, what: 'mean reciprocal rank of 10', value: sum / ranks.length, n: ranks.length };
}

function answers({ set, answers }: Asked): Figure[] {
  const answered = answers.filter((one) => one.answered);
  const sure = answers.filter((one) => one.sent);
  const n = answers.length;
  return [
    { set, what: 'the right article on top', value: share(answers, ({ right }) => right), n },
    { set, what: 'and answered by it', value: share(answers, (a) => a.answered && a.right), n },
    { set, what: 'sure beyond doubt', value: share(answers, ({ sent }) => sent), n },
    ...(sure.length === 0
      ? []
      : [
          {
            set,
            what: 'of those, rightly',
            value: share(sure, ({ right }) => right),
            n: sure.length,
            floor: 0.97,
            aim: 0.99,
          },
        ]),
    {
      set,
      what: 'of the answered, rightly',
      value: share(answered, ({ right }) => right),
      n: answered.length,
    },
  ];
}
