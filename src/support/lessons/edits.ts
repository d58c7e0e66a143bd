import type { Draft } from '../conversation.ts';
import type { Handbook } from '../handbook.ts';
import { languageOf } from '../knowledge/languages.ts';
import { readTermWords } from '../knowledge/terms.ts';
import { createMask } from '../masking/mask.ts';
import { isWhole } from '../masking/people.ts';
import { saysAmiss } from '../reply/remarks.ts';
import { faultsOfWording } from '../reply/situations.ts';
import { TEMPLATE_SEPARATOR, type Values } from '../reply/wording.ts';
import { applied, type Rewording } from './rewording.ts';
import { changesBetween, sentencesOf } from './sentences.ts';

/** Sentences of a reply: of a longer one nobody could say what was changed for what. */
const MOST_SENTENCES = 60;
/** Characters of a sentence that may be learnt. */
const LONGEST_SENTENCE = 300;
/** Sentences that may stand in place of one. */
const MOST_INSTEAD = 2;

/**
 * Which sentences of which wordings an agent changed in a draft before it was sent, in the wordings' own terms. What the
 * placeholders were filled with is turned back into them; where a name, a number or anything else personal is left, nothing is
 * learnt. `names` are those of everybody who took part.
 */
export function rewordingsIn(
  { text, proposed, filled, template, language }: Draft,
  handbook: Pick<Handbook, 'replies'>,
  names: readonly string[],
): Rewording[] {
  // A brace that somebody typed is no placeholder.
  if (proposed === undefined || filled === undefined || /[{}]/.test(proposed + text)) return [];
  const before = sentencesOf(withPlaceholders(proposed, filled));
  const after = sentencesOf(withPlaceholders(text, filled));
  if (Math.max(before.length, after.length) > MOST_SENTENCES) return [];
  const wordings = wordingsBySentence(template, handbook.replies);
  const found: Rewording[] = [];
  for (const { gone, instead, behind } of changesBetween(before, after)) {
    for (const [from, to] of pairs(gone, instead, behind)) {
      const wording = wordings.get(from);
      if (wording === undefined) continue;
      const rewording = { wording, from, text: to };
      if (isFit(rewording, handbook) && tellsOfNobody(rewording, language, filled, names)) {
        found.push(rewording);
      }
    }
  }
  return found;
}

/** Which sentence became which; none where it cannot be told. */
function pairs(
  gone: readonly string[],
  instead: readonly string[],
  behind: string | undefined,
): [from: string, to: string][] {
  if (gone.length === 0) {
    const added = instead.length <= MOST_INSTEAD && behind !== undefined;
    return added ? [[behind, [behind, ...instead].join(' ')]] : [];
  }
  if (instead.length === 0) return gone.map((from) => [from, '']);
  if (gone.length === instead.length) return gone.map((from, i) => [from, instead[i]!]);
  return gone.length === 1 && instead.length <= MOST_INSTEAD ? [[gone[0]!, instead.join(' ')]] : [];
}

/** The wordings of a template by the sentences that they say. */
function wordingsBySentence(template: string, replies: Handbook['replies']): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of template.split(TEMPLATE_SEPARATOR)) {
    const [language = '', situation = ''] = id.split('/');
    const wording = replies[language]?.[situation]?.find((one) => one.id === id);
    for (const sentence of sentencesOf(wording?.text ?? '')) found.set(sentence, id);
  }
  return found;
}

/** What may stand in the handbook is held to what the handbook and our replies are held to. */
function isFit(rewording: Rewording, { replies }: Pick<Handbook, 'replies'>): boolean {
  const { from, text, wording } = rewording;
  const [language = '', situation = ''] = wording.split('/');
  const whole = applied(rewording, replies);
  return (
    Math.max(from.length, text.length) <= LONGEST_SENTENCE &&
    whole !== undefined &&
    faultsOfWording(whole, situation).length === 0 &&
    (!saysAmiss(text, language) || saysAmiss(from, language))
  );
}

/** No name, number or anything personal, nor a part of what a placeholder stood for: "by noon" is one customer's. */
function tellsOfNobody(
  { from, text }: Rewording,
  language: string,
  filled: Values,
  names: readonly string[],
): boolean {
  const old = new Set([...readTermWords(from), ...languageOf(language).stopWords]);
  const told = readTermWords([...Object.values(filled), ...names].join('\n')).filter(
    (word) => word.length > 2 && !old.has(word),
  );
  const fresh = readTermWords(text).filter((word) => !old.has(word));
  return (
    !fresh.some((word) => /\p{N}/u.test(word) || told.some((one) => word.includes(one))) &&
    createMask({ names }).mask(text).spans.length === 0
  );
}

/** The text with its values turned back into the placeholders that they filled, the longest first. */
function withPlaceholders(text: string, values: Values): string {
  const known = Object.entries(values)
    .filter(([, value]) => value.trim().length > 1)
    .toSorted(([, a], [, b]) => b.length - a.length);
  let next = text;
  for (const [name, value] of known) {
    for (const said of new Set([value, value.slice(0, 1).toUpperCase() + value.slice(1)])) {
      next = replaced(next, said, `{${name}}`);
    }
  }
  return next;
}

function replaced(text: string, value: string, placeholder: string): string {
  let next = '';
  let from = 0;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    if (!isWhole(text, at, at + value.length)) continue;
    next += text.slice(from, at) + placeholder;
    from = at + value.length;
  }
  return next + text.slice(from);
}
