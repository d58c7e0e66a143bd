import { shuffled } from '../eval/scores.ts';
import type { Data, Row } from '../eval/sets.ts';
import { indexArticles } from '../src/handbook/indexing.ts';
import type { Article } from '../src/support/knowledge/article.ts';
import type { EvidenceWeights, Signs } from '../src/support/knowledge/evidence.ts';
import { findArticles } from '../src/support/knowledge/search.ts';
import type { WordVectors } from '../src/support/sorting/vectors.ts';

/** Each intent of these sets is an article with so many of its messages as its questions. */
const SETS = ['banking77', 'clinc150'];
const QUESTIONS = [1, 5];
/** So many further messages of each intent are asked. */
const ASKED = 15;
/** Messages of clinc150 that fit no intent, together, weigh so much beside those of a set that do. */
const STRANGERS = 0.5;

const ROUNDS = 4_000;
const STEP = 3;

/** The first article that was found, and whether it is the right one. */
interface Example {
  readonly signs: Signs;
  readonly right: boolean;
  readonly weight: number;
}

/** What was found for messages that an article answers, and for some that none does. */
export async function examplesOf(data: Data, vectors: WordVectors): Promise<Example[]> {
  const strangers = data.rows('clinc150').filter(isStranger);
  const examples: Example[] = [];
  for (const set of SETS) {
    const intents = [
      ...Map.groupBy(
        data.rows(set).filter((row) => !isStranger(row)),
        labelOf,
      ),
    ];
    for (const many of QUESTIONS) {
      const articles = intents.map(([intent, rows]) =>
        articleOf(intent, shuffled(rows, 1).slice(0, many)),
      );
      const knowledge = await indexArticles(articles, vectors);
      const asked = intents.flatMap(([, rows]) => shuffled(rows, 1).slice(many, many + ASKED));
      const find = (row: Row, weight: number): Example[] =>
        findArticles(knowledge, row.text, { at: 0, most: 1 }).map(({ article, signs }) => ({
          signs,
          right: article.id === row.label,
          weight,
        }));
      examples.push(
        ...asked.flatMap((row) => find(row, 1 / asked.length)),
        ...strangers.flatMap((row) => find(row, STRANGERS / strangers.length)),
      );
    }
  }
  return examples;
}

const isStranger = ({ label }: Row) => label === 'oos';
const labelOf = ({ label }: Row) => String(label);

function articleOf(intent: string, rows: readonly Row[]): Article {
  return {
    id: intent,
    title: intent.replaceAll('_', ' '),
    questions: rows.map(({ text }) => text),
    languages: ['en'],
    products: [],
    passages: [{ id: intent, headings: [], text: '' }],
  };
}

/** Weights under which evidence is as often right as it says: a logistic regression, by gradient descent. */
export function weigh(examples: readonly Example[], withMeaning: boolean): EvidenceWeights {
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  let [bias, said, meant] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = { bias: 0, said: 0, meant: 0 };
    for (const { signs, right, weight } of examples) {
      const likeness = withMeaning ? signs.meant * signs.known : 0;
      const odds = bias + said * signs.said + meant * likeness;
      const off = (weight / all) * ((right ? 1 : 0) - 1 / (1 + Math.exp(-odds)));
      slope.bias += off;
      slope.said += off * signs.said;
      slope.meant += off * likeness;
    }
    bias += STEP * slope.bias;
    said += STEP * slope.said;
    meant += STEP * slope.meant;
  }
  return { bias, said, meant };
}

/** The source of `src/support/knowledge/evidence-weights.ts`. */
export function sayWeights(byWords: EvidenceWeights, byBoth: EvidenceWeights): string {
  const say = (weights: EvidenceWeights) =>
    Object.entries(weights)
      .map(
        ([sign, weight]) =>
          `${sign}: ${weight.toFixed(1).replace('-0.0', '0').replace(/\.0$/, '')}`,
      )
      .join(', ');
  return `import type { EvidenceWeights } from './evidence.ts';

/**
 * How surely an answer was found, in logits: learnt by \`npm run train\` from messages of Banking77 (Casanueva et al., 2020; CC BY 4.0)
 * and CLINC150 (Larson et al., 2019; CC BY 3.0), their intents being the articles.
 */
export const BY_WORDS_AND_MEANING: EvidenceWeights = { ${say(byBoth)} };
/** Where nothing is known of the meaning. */
export const BY_WORDS: EvidenceWeights = { ${say(byWords)} };
`;
}
