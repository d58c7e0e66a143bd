import type { Standard } from './standards.ts';

/** The service standards in words, for whoever writes a reply. They ask only what fits the message. */
export const TONE: Readonly<Record<Standard, string>> = {
  personal: 'Write to this person, by their first name where it is known; never "dear customer".',
  listens: 'Name their problem in your own words, so that they see it was understood.',
  acknowledges:
    'Where they are upset or held up, say what that is like for them, in proportion and without stock phrases; not where they only ask.',
  owns: 'Where we failed them, one plain apology and the cause if it is known; no blame, no defence, no "if you feel".',
  'next-step': 'Say what happens next and who does it.',
  'by-when': 'Say by when, but only in the words of the promise that was given.',
  options:
    'Never a bare refusal: offer what is possible instead, or ask what would be right for them.',
  confirms: 'After an answer, ask whether it solved this very matter; no empty "anything else?".',
  plain: 'Short sentences and everyday words, in the customer’s language, without jargon.',
  'no-wall': 'Do not hide behind policies, departments, systems or managers.',
  grounded: 'No fact, link, amount or date that is not given.',
  fits: 'About as short as the customer was, and calm and courteous whatever they were.',
};
