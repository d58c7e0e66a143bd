import type { Instant } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { doAgree } from '../knowledge/agreement.ts';
import { type Citation, citable, citationOf } from '../knowledge/citing.ts';
import { ENOUGH_EVIDENCE, SURE } from '../knowledge/evidence.ts';
import { plainText } from '../knowledge/plain.ts';
import { findPassages, type Hit } from '../knowledge/search.ts';
import type { Scene } from './scene.ts';

/** So many passages may hold the answer. */
const MOST_PASSAGES = 5;
/** So many are worth an agent's eyes. */
const MOST_READING = 3;
/** Characters of a customer's words that are looked for. */
const LONGEST_QUESTION = 2_000;
/** Characters of a passage that can stand in a reply as it is: a longer one is to be read, not sent. */
const LONGEST_ANSWER = 700;

/** What the articles say to a customer's words. */
export interface Found {
  /** The answer, where it can stand in a reply as it is. */
  readonly answer?: {
    readonly text: string;
    readonly outcome: 'answer' | 'suggest';
    /** A second judgement finds the same. */
    readonly agreed: boolean;
  };
  /** Where that is from; or else what may help the agents. */
  readonly citations: readonly Citation[];
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

/** What the articles say here: an answer for the customer, unless a person is wanted, hurt or in danger; or reading for agents. */
export function lookUp(scene: Scene, handbook: Handbook, at: Instant): Found {
  const { said, language, turn } = scene;
  if (turn === 'closing') return { citations: [] };
  const hits = passagesFor(said, language, handbook, at);
  const [best] = citable(hits).filter(({ stale }) => !stale);
  const text = best && mayAnswer(scene, best) ? plainText(best.passage.text) : '';
  if (best && text !== '' && text.length <= LONGEST_ANSWER) {
    const outcome = best.evidence >= SURE ? 'answer' : 'suggest';
    return {
      answer: {
        text,
        outcome,
        agreed: doAgree(best, hits, said.slice(0, LONGEST_QUESTION), language),
      },
      citations: [citationOf(best)],
    };
  }
  const helpful = hits.filter(({ evidence }) => evidence >= ENOUGH_EVIDENCE);
  return { citations: helpful.slice(0, MOST_READING).map(citationOf) };
}

function mayAnswer(scene: Scene, { article }: Hit): boolean {
  const { turn, wantsHuman, secret, abusive, heated, grave, several, language } = scene;
  const hurt = abusive || heated || grave;
  return (
    turn === 'new' &&
    !(wantsHuman || secret || hurt || several) &&
    article.languages.includes(language)
  );
}
