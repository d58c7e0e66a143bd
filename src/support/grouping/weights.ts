import type { Tie } from './ties.ts';

/**
 * What each tie weighs, in logits: learnt by `npm run train-grouping` from the conversations that people marked in public
 * help channels (Kummerfeld et al., "A Large-Scale Corpus for Conversation Disentanglement", ACL 2019; CC BY 4.0).
 */
export const WEIGHTS: Readonly<Record<Tie, number>> = {
  begins: -0.04,
  beginsAsking: 0.99,
  beginsSeeking: 1.49,
  beginsGreeting: 2.4,
  beginsAfter: -0.69,
  distance: -0.7,
  idle: -0.71,
  mine: 2.36,
  minePrevious: 0.65,
  mineOlder: -1.57,
  mineNewQuestion: -1.05,
  otherThanBefore: -1.25,
  calledLast: 1.21,
  toHere: 0.97,
  toLastHere: 0.95,
  toBegan: 1.66,
  toAsked: 1.46,
  toSpokeToMe: 1.21,
  toSpokeToOther: -1.52,
  toElsewhere: -1.79,
  follows: 0.22,
  lastOpen: -0.72,
  lastToOther: -1.51,
  strangerAsks: -2.15,
  words: 1.44,
};
