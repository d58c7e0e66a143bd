import { de } from '../../simulation/words/de.ts';
import { en } from '../../simulation/words/en.ts';

const plainly = (...words: readonly string[]) =>
  words.map((one) => one.replaceAll('{n}', '4411').replaceAll('{name}', 'there'));

/** What customers come with: what they usually do, and what needs a human. */
export const MATTERS = plainly(
  ...Object.values(en.matters).flat(),
  ...en.outage,
  ...de.matters.billing,
  'This is the third time! I am really angry, this is a disgrace',
  'I want to speak to a human please, my refund has not arrived',
  'If this is not mended by Friday our lawyer will write to you',
);

/** What they write after we did. */
export const REPLIES = plainly(
  ...en.further,
  ...en.unhappy,
  'And another thing: it also happens on my phone, can you look?',
);
export const THANKS = [...en.thanks, ...en.worked];
export const STOP = en.stop[0]!;

export const ANSWERS = plainly(...en.answers);
export const QUESTIONS = plainly(...en.questions);
export const PROMISES = plainly(...en.promises, 'I will get back to you about this.');
