import type { Tie } from './ties.ts';

/**
 * What each tie weighs, in logits: learnt by `npm run train` from the conversations that people marked in public help
 * channels (Kummerfeld et al., "A Large-Scale Corpus for Conversation Disentanglement", ACL 2019; CC BY 4.0).
 */
export const WEIGHTS: Readonly<Record<Tie, number>> = {
  begins: -0.06,
  beginsAsking: 0.94,
  beginsSeeking: 1.48,
  beginsGreeting: 2.36,
  beginsAfter: -0.7,
  distance: -0.73,
  idle: -0.7,
  mine: 2.33,
  minePrevious: 0.61,
  mineOlder: -1.56,
  mineNewQuestion: -0.82,
  otherThanBefore: -1.66,
  calledLast: 1.09,
  toHere: 0.99,
  toLastHere: 0.96,
  toBegan: 1.52,
  toAsked: 1.43,
  toSpokeToMe: 1.23,
  toSpokeToOther: -1.79,
  toElsewhere: -1.81,
  follows: 0.17,
  lastOpen: -0.74,
  lastToOther: -1.55,
  strangerAsks: -2.2,
  words: 1.43,
};
