import { expandLines } from './alternatives.ts';
import { invisibleText, readingsBelow, withoutInvisible } from './disguise.ts';
import { findPhrases, indexPhrases } from './phrases.ts';
import { SIGN_FAMILIES, type SignFamily } from './suspicion-signs.ts';
import { readTokens, type Words } from './words.ts';

interface Sign {
  readonly family: SignFamily;
  readonly weight: number;
}

/** The families' weights together from which a text is taken for instructions to a model. */
const ENOUGH = 3;

const SIGNS = indexPhrases(
  SIGN_FAMILIES.flatMap((family) =>
    Object.entries(family.signs).flatMap(([weight, lines]) =>
      expandLines(lines).map((phrase): [string, Sign] => [
        phrase,
        { family, weight: Number(weight) },
      ]),
    ),
  ),
);

/** Without one of these there is nothing to look for in marks or quotes: most messages are done with here. */
const MARKS = /[<[{#:]/;
const QUOTES = /["“„«]/;

/** Marks of the formats in which models are spoken to. "System: Windows 11" is none. */
const MARKUP =
  /<\|?(?:im_start|im_end|system|endoftext|assistant)\|?>|\[\/?INST\]|<<SYS>>|^[ \t]{0,20}#{2,3}[ \t]{0,20}(?:system|instructions?|assistant)(?: (?:prompt|message))?[ \t]{0,9}:?[ \t]{0,9}$|^[ \t]{0,20}(?:system|developer)[ \t]{0,20}:[ \t]{0,20}(?:you|your|ignore|disregard|forget|act|from|new|the (?:user|assistant))\b/im;

/** Gaps that whoever copies a prompt is to fill in. */
const GAPS =
  /[[<{](?:insert|your|enter|put)\b[^\]>}\n]{0,40}\b(?:prompt|question|request|topic|here)\b|[[<](?:prompt|topic|keyword|target ?language|character)[\]>]|\{\{(?:user|char|prompt|input)\}\}/i;

/** Turns of a conversation that is written out for a model to go on with. */
const TURNS = /(?:^|\s)(?:human|user|question|input|prompt|eingabe|q)[ \t]{0,4}:/i;
const ANSWERS = /(?:^|\s)(?:ai|assistant|answer|output|response|bot|ausgabe|chatgpt|a)[ \t]{0,4}:/i;

/** The very words that are to be said. */
const QUOTED =
  /\b(?:say|write|state|reply|respond|answer|schreibe?|sage?|antworte|dis|écris|di|escribe|responda)\b[^.!?\n"“„«']{0,20}["“„«]/i;

/** So much of a text is looked at, and so much of that for what is disguised. */
const LONGEST = 40_000;
const LONGEST_DISGUISE = 8_000;

/** Whether the words look like instructions aimed at a model instead of words to people. */
export function readSuspicion(
  text: string,
  words?: Words,
): { suspicious: boolean; because?: string } {
  const plain = withoutInvisible(text.slice(0, LONGEST).normalize('NFKC'));
  // Their addresses are words here: where there are none, the message's words are the very ones.
  const same = words?.text === plain && !/[@<]|www\.|:\/\//i.test(plain);
  const open = signsOf(plain, same ? words : undefined);
  if (open !== undefined) return { suspicious: true, because: open };
  for (const below of [invisibleText(text), ...readingsBelow(plain.slice(0, LONGEST_DISGUISE))]) {
    const hidden = signsOf(below);
    if (hidden !== undefined) return { suspicious: true, because: `in disguise: ${hidden}` };
  }
  return { suspicious: false };
}

/** The heaviest family of signs, if all that are there weigh enough. */
function signsOf(text: string, words?: Words): string | undefined {
  if (text === '') return undefined;
  const marked = MARKS.test(text);
  if (marked && MARKUP.test(text)) return 'marks of a model prompt';
  const heaviest = new Map<string, number>();
  const note = (because: string, weight: number) => {
    if (weight > (heaviest.get(because) ?? 0)) heaviest.set(because, weight);
  };
  for (const { of } of findPhrases(SIGNS, words ?? { text, tokens: readTokens(text) })) {
    note(of.family.because, of.weight);
  }
  if (marked && GAPS.test(text)) note('leaves gaps as prompts do', 2);
  if (QUOTES.test(text) && QUOTED.test(text)) note('dictates the words of an answer', 2);
  if (marked && TURNS.test(text) && ANSWERS.test(text)) note('writes out turns for a model', 2);
  for (const { because, onlyWith } of SIGN_FAMILIES) {
    if (onlyWith?.some((other) => heaviest.has(other)) === false) heaviest.delete(because);
  }
  const [first, ...others] = [...heaviest].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return undefined;
  return others.reduce((sum, [, weight]) => sum + weight, first[1]) < ENOUGH ? undefined : first[0];
}
