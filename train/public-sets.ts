import type { Data } from '../eval/sets.ts';

/**
 * Public sets whose licence lets what is learnt from them be shipped, with attribution (see NOTICE). Nothing of any other
 * set is ever read here.
 */
export const SHIPPABLE = [
  'banking77',
  'clinc150',
  'hwu64',
  'snips',
  'multidogo_turns',
  'nlupp',
  'dstc11_natcs',
  'cfpb_complaints',
  'hadoop_bug_priority',
  'irc_threads_gold',
  'pii_spans',
] as const;

/** Sets kept out of the word vectors, so that figures measured on them say how well new categories are learnt. */
const KEPT_APART: readonly string[] = ['banking77', 'clinc150'];

/** Sentences of everyday requests and talk that the word vectors are learnt from, each once. */
export function sentencesOf(data: Data): string[] {
  const sentences = new Set<string>();
  const add = (text: string) => {
    const one = text.trim();
    if (one.length >= 8 && one.length <= 400) sentences.add(one);
  };
  for (const set of SHIPPABLE) {
    if (KEPT_APART.includes(set)) continue;
    for (const row of data.rows(set)) {
      if (set === 'irc_threads_gold') {
        for (const { text } of row['messages'] as { text: string }[]) add(text);
      } else if (set === 'hadoop_bug_priority') {
        for (const part of parts(row.text)) if (PROSE.test(part)) add(part);
      } else if (set === 'cfpb_complaints') {
        for (const part of parts(row.text)) add(part);
      } else {
        add(row.text);
      }
    }
  }
  return [...sentences];
}

/** Texts with the intents that people gave them: which differences between sentences matter, and which do not. */
export function intentsOf(data: Data): { readonly text: string; readonly intent: string }[] {
  const sets = ['hwu64', 'snips', 'multidogo_turns', 'nlupp', 'dstc11_natcs'];
  return sets.flatMap((set) =>
    data.rows(set).map(({ text, label }) => ({
      text,
      intent: `${set}: ${typeof label === 'string' ? label : [...label].sort().join(' + ')}`,
    })),
  );
}

const PROSE = /^[A-Za-z][A-Za-z ,'"()-]{20,200}[.!?]?$/;

function parts(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/);
}
