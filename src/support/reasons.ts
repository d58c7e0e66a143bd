import type { Conversation, Instant } from './conversation.ts';
import type { CorrectedField, Correction } from './corrections.ts';
import type { Reason, Triage, Urgency } from './triage/triage.ts';
import { categoryLabel, type Labels, sayUrgency, WISHES } from './wording.ts';

/** One line of an explanation: `about` is its heading, `words` are ours and quote the customer's. */
export interface Line {
  readonly about: string;
  readonly words: string;
}

/** Somebody's correction, for a door to add the time in its own way. */
export interface CorrectionLine {
  readonly words: string;
  readonly at: Instant;
}

/** Why a conversation is sorted as it is: every field of the triage with its reasons, and who corrected what. */
export interface Explanation {
  readonly lines: readonly Line[];
  readonly corrections: readonly CorrectionLine[];
}

/** What a card shows of it at a glance: why this category and this urgency. Empty where there is nothing to say. */
export function sayShortly({ triage, corrections = {} }: Conversation): string {
  if (!triage) return '';
  const fields = ['category', 'urgency'] as const;
  // "Corrected by Ada" says nothing without what she corrected.
  const said = fields.map(
    (field) => `${corrections[field] ? `${field} ` : ''}${why(triage, field)}`,
  );
  return said.filter(Boolean).join('; ');
}

/** Everything there is to say to an agent who asks why. */
export function explain(conversation: Conversation, labels: Labels): Explanation {
  const { triage, corrections = {} } = conversation;
  if (!triage) return { lines: [], corrections: [] };
  const fields = Object.entries(corrections) as [CorrectedField, Correction][];
  const { wish } = triage;
  const lines: (Line | undefined)[] = [
    { about: 'Category', words: sayCategory(triage, labels, corrections.category !== undefined) },
    line('Urgency', sayUrgency(triage.urgency), why(triage, 'urgency')),
    line('Mood', sayMood(triage), why(triage, 'sentiment')),
    wish && line('Wants', WISHES[wish], why(triage, 'wish')),
    line('Wants a person', yesOrNo(triage.wantsHuman), why(triage, 'wantsHuman')),
    line('A request', yesOrNo(triage.isRequest), why(triage, 'isRequest')),
    line('Language', languageName(triage.language), why(triage, 'language')),
    line('Abusive', yesOrNo(triage.abusive), why(triage, 'abusive')),
    line('Tries to instruct a model', yesOrNo(triage.suspicious), why(triage, 'suspicious')),
  ];
  return {
    lines: lines.filter((one) => one !== undefined),
    corrections: fields.map(([field, correction]) => ({
      words: sayCorrection(field, correction, labels),
      at: correction.at,
    })),
  };
}

/** The same as plain words, a line each. */
export function sayWhy(conversation: Conversation, labels: Labels): string {
  const { lines, corrections } = explain(conversation, labels);
  if (lines.length === 0) return NOTHING_READ;
  return [
    ...lines.map(({ about, words }) => `${about}: ${words}`),
    ...corrections.map(({ words }) => words),
  ].join('\n');
}

/** Where there is no triage to explain. */
export const NOTHING_READ =
  'The customer took their words back, so there is nothing left to explain.';

function line(about: string, value: string, because: string): Line {
  return { about, words: [value, because].filter(Boolean).join(', ') };
}

function why({ reasons }: Triage, field: Reason['field']): string {
  return reasons
    .filter((reason) => reason.field === field)
    .map((reason) => reason.because)
    .filter(Boolean)
    .join('; ');
}

/** The category, how sure that is and why, and what else was thought of. */
function sayCategory(triage: Triage, labels: Labels, corrected: boolean): string {
  const { category, confidence, candidates } = triage;
  const others = candidates
    .filter((one) => one.category !== category)
    .map((one) => `${categoryLabel(one.category, labels)} ${percent(one.confidence)}`);
  const sure = corrected ? '' : ` (${sayConfidence(confidence)}, ${percent(confidence)})`;
  const instead =
    others.length === 0 ? '' : `; ${corrected ? 'read as' : 'else'} ${others.join(', ')}`;
  const because = why(triage, 'category');
  return `${categoryLabel(category, labels)}${sure}${because === '' ? '' : `, ${because}`}${instead}`;
}

/** How sure a share of 0 to 1 is. */
function sayConfidence(confidence: number): string {
  if (confidence >= 0.85) return 'sure';
  if (confidence >= 0.65) return 'fairly sure';
  return confidence >= 0.45 ? 'not sure' : 'a guess';
}

const MOODS: Readonly<Record<Triage['sentiment'], string>> = {
  negative: 'unhappy',
  neutral: 'neutral',
  positive: 'happy',
};

function sayMood({ sentiment, frustration }: Triage): string {
  return `${MOODS[sentiment]}, frustration ${percent(frustration)}`;
}

function sayCorrection(
  field: CorrectedField,
  { from, to, by }: Correction,
  labels: Labels,
): string {
  const who = by.name.trim() || 'Somebody of the team';
  switch (field) {
    case 'category':
      return `${who} corrected the category to ${categoryLabel(to, labels)}; it was read as ${categoryLabel(from, labels)}`;
    case 'urgency':
      return `${who} corrected the urgency to ${sayUrgency(to as Urgency)}; it was read as ${sayUrgency(from as Urgency)}`;
    case 'isRequest':
      return to === 'yes'
        ? `${who} said that it is a request`
        : `${who} said that it is no request`;
    default:
      return field satisfies never;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** A language as agents read it: "German". */
export function languageName(code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code;
}
