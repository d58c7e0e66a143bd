import type { Vocabulary } from './vocabulary.ts';

/** Things are found by english-things.ts, which also sees whose they are. */
export const ENGLISH: Vocabulary = {
  beside: ' (…)',
  soon: 'as soon as there is news',
  about: ' about …',
  with: ' with …',
  message: 'your message about …',
  both: 'both of your questions',
  all: 'all of your questions',
  error: 'error …',
  number: 'number …',
  numbered: [],
  things: new Map(),
  unheard:
    /\b(?:no (?:reply|response|answer)|(?:nobody|no one|no-one)(?: has| have)? (?:replied|answered|responded)|ignor(?:ed|ing)|never (?:replied|answered|got back|heard)|(?:still|been) waiting|(?:second|third|fourth|fifth) time|(?:several|many|multiple|three|four) times|any (?:news|update))\b/i,
  mine: /\b(?:my|our|mine|ours|me|us|i|we)\b|\bi['’]/i,
  described:
    /\b(?:since|after|when(?:ever)?|every time|says|saying|yesterday|today|this morning)\b/i,
};
