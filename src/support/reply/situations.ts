/**
 * The situations every handbook has wordings for, beside one for each category (what we do about it, and by
 * when) and one `ask-…` for each detail that a category needs.
 */
export const SITUATIONS = [
  'greeting',
  'continue',
  'continue-informed',
  'feel-upset',
  'feel-hindered',
  'feel-again',
  'feel-worried',
  'own',
  'own-unheard',
  'human',
  'human-alone',
  'unclear',
  'secret',
  'security-question',
  'next',
  'still',
  'check',
  'check-answer',
  'ask-order-number',
  'ask-account',
  'ask-charge',
  'ask-error',
  'ask-goal',
  'ask-outcome',
  'ask-example',
  'acknowledgement',
  'acknowledgement-closed',
] as const;

/** What a wording may hold. */
export const PLACEHOLDERS = ['name', 'problem', 'by', 'team'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What the name of a problem may hold: the thing or plan the customer named, or else the words after the bar. */
export const PROBLEM_SLOT = /\{(thing|plan)\|([^{}]*)\}|\{(about|with)\}/g;
