import type { Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { type Citation, citable, citationOf } from '../knowledge/citing.ts';
import { plainText } from '../knowledge/plain.ts';
import { findPassages, type Hit } from '../knowledge/search.ts';
import type { Scene } from './scene.ts';

/** So many passages may hold the answer. */
const MOST_PASSAGES = 5;
/** Characters of a customer's words that are looked for. */
const LONGEST_QUESTION = 2_000;
/** From so much evidence on, 94 to 97 of 100 answers were the right ones on the public sets of questions. */
const SURE = 0.8;
/** Characters of a passage that can stand in a reply as it is: a longer one is to be read, not sent. */
const LONGEST_ANSWER = 700;

/** An answer as an article gives it. */
export interface Found {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly outcome: 'answer' | 'suggest';
}

/** The passages that may hold the answer to these words, those in the customer's language before those in the team's. */
export function passagesFor(
  said: string,
  language: string,
  { knowledge, policy }: Pick<Handbook, 'knowledge' | 'policy'>,
  at: Instant,
): Hit[] {
  return findPassages(knowledge, said.slice(0, LONGEST_QUESTION), {
    at,
    languages: [language, policy.language],
    most: MOST_PASSAGES,
  });
}

/** What the articles answer here, where they do; nothing where a person is wanted, hurt or in danger. */
export function answerFor(scene: Scene, handbook: Handbook, at: Instant): Found | undefined {
  const { said, language, turn, wantsHuman, secret, abusive, heated, grave, several } = scene;
  if (turn !== 'new' || wantsHuman || secret || abusive || heated || grave || several) return;
  const [best] = citable(passagesFor(said, language, handbook, at)).filter(({ stale }) => !stale);
  if (best === undefined || !best.article.languages.includes(language)) return;
  const text = plainText(best.passage.text);
  if (text.length > LONGEST_ANSWER) return;
  const outcome = best.evidence >= SURE ? 'answer' : 'suggest';
  return { text, citations: [citationOf(best)], outcome };
}
