/** What a wording may hold. */
export const PLACEHOLDERS = ['name', 'problem', 'by', 'team', 'source', 'person'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const ALL: readonly Placeholder[] = ['name', 'problem', 'by', 'team'];
/** Where somebody of the team has taken it. */
const TAKEN: readonly Placeholder[] = [...ALL, 'person'];
/** Before anybody has read what it is about. */
const UNREAD: readonly Placeholder[] = ['name', 'by', 'team'];
/** Where nothing more is promised. */
const SETTLED: readonly Placeholder[] = ['name', 'problem', 'team'];
/** What the desk says of itself. */
const OWN: readonly Placeholder[] = ['name', 'team'];
/** A button has room for a few words. */
const LABEL: readonly Placeholder[] = [];

/**
 * The situations every handbook has wordings for, beside one for each category (what we do about it, and by when) and
 * one `ask-…` for each detail that a category needs; each with what its wordings may hold, which is what is known then.
 */
export const SITUATIONS = {
  greeting: ALL,
  continue: ALL,
  'continue-informed': ALL,
  'feel-upset': ALL,
  'feel-hindered': ALL,
  'feel-again': ALL,
  'feel-worried': ALL,
  own: ALL,
  'own-unheard': ALL,
  human: ALL,
  'human-alone': ALL,
  'human-named': TAKEN,
  unclear: ALL,
  abuse: ALL,
  'abuse-alone': ALL,
  secret: ALL,
  'security-question': ALL,
  next: ALL,
  still: ALL,
  topic: ALL,
  cannot: ALL,
  check: ALL,
  'check-answer': ALL,
  closing: SETTLED,
  'ask-order-number': ALL,
  'ask-account': ALL,
  'ask-charge': ALL,
  'ask-error': ALL,
  'ask-goal': ALL,
  'ask-outcome': ALL,
  'ask-example': ALL,
  acknowledgement: UNREAD,
  'acknowledgement-closed': UNREAD,
  waiting: ALL,
  'hand-over': ALL,
  'follow-up': SETTLED,
  'after-rating': ALL,
  outage: ALL,
  assistant: OWN,
  source: ['name', 'team', 'source'],
  'did-it-help': OWN,
  'button-solved': LABEL,
  'button-person': LABEL,
  'button-others': OWN,
  'did-that-work': SETTLED,
  nudge: SETTLED,
  'nudge-again': SETTLED,
  'closing-notice': SETTLED,
  'button-unsolved': LABEL,
  'button-settled': LABEL,
  'survey-csat': OWN,
  'survey-ces': OWN,
  'survey-nps': OWN,
  'survey-again': OWN,
  rated: OWN,
  'rated-low': ['name', 'by', 'team'],
  'button-very-bad': LABEL,
  'button-bad': LABEL,
  'button-fair': LABEL,
  'button-good': LABEL,
  'button-very-good': LABEL,
} as const satisfies Readonly<Record<string, readonly Placeholder[]>>;

/** Situations of which a team may leave the wordings out: nothing is said then. */
export const OPTIONAL: readonly string[] = [
  /** What may be offered to a customer whom we have let down. */
  'recovery-option',
];

/** What the wordings of a situation may hold; those of a category and of a question, everything. */
function placeholdersOf(situation: string): readonly Placeholder[] {
  return Object.hasOwn(SITUATIONS, situation)
    ? SITUATIONS[situation as keyof typeof SITUATIONS]
    : ALL;
}

/**
 * Why a wording cannot stand in a situation, each with its remedy: what nobody knows there would leave a gap in the reply, and a
 * brace without its other would be read by the customer as it stands.
 */
export function faultsOfWording(
  text: string,
  situation: string,
): readonly { readonly what: string; readonly remedy: string }[] {
  const known = placeholdersOf(situation);
  const faults: { what: string; remedy: string }[] = [];
  for (const [found, name] of text.matchAll(/\{([^{}]*)\}/g)) {
    if (known.some((one) => one === name)) continue;
    const elsewhere = PLACEHOLDERS.some((one) => one === name);
    const what = elsewhere
      ? `${found} is not known in "${situation}".`
      : `${found} is not a placeholder.`;
    faults.push({ what, remedy: `Use one of ${known.map((one) => `{${one}}`).join(', ')}.` });
  }
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) {
    const what = `"${text.slice(0, 40)}" has a brace without its other.`;
    faults.push({ what, remedy: 'Write a placeholder as {name}, and leave other braces out.' });
  }
  return faults;
}

/** What the name of a problem may hold: the thing or plan the customer named, or else the words after the bar. */
export const PROBLEM_SLOT = /\{(thing|plan)\|([^{}]*)\}|\{(about|with)\}/g;
