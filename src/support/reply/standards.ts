import { doesFit, hasNoWall, isPlain } from './clarity.ts';
import { doesAcknowledge, doesListen, doesOwn, isPersonal } from './kindness.ts';
import { languageOfReply, read } from './reading.ts';
import { doesConfirm, givesOptions, hasNextStep, isGrounded, saysWhen } from './substance.ts';

/** The service standards, in the order agents see them. */
export const STANDARDS = [
  'personal',
  'listens',
  'acknowledges',
  'owns',
  'next-step',
  'by-when',
  'options',
  'confirms',
  'plain',
  'no-wall',
  'grounded',
  'fits',
] as const;
export type Standard = (typeof STANDARDS)[number];

/** One standard applied to one reply. Standards that do not apply to a message are left out. */
export interface Check {
  readonly name: Standard;
  readonly pass: boolean;
  /** What the agent could do about it; empty when it passed. */
  readonly hint: string;
}

/** A reply and what it answers, as the standards look at them. */
export interface Replied {
  readonly customer: string;
  readonly reply: string;
  /** ISO 639-1; read from the reply where it is not known. */
  readonly language?: string;
  /** The customer's first name, where it is known. */
  readonly name?: string;
  readonly upset: boolean;
  readonly category?: string;
  /** What the team knows beside the conversation: the agent's facts, an article. */
  readonly known?: string;
  /** All that was said in the conversation by either side: facts may come from there too. */
  readonly said?: string;
  /** The time that policy and calendar allow us to promise, as the reply words it. */
  readonly promised?: string;
  /** The customer wanted nothing but to say something kind. */
  readonly praise?: boolean;
}

const CHECKS = [
  isPersonal,
  doesListen,
  doesAcknowledge,
  doesOwn,
  hasNextStep,
  saysWhen,
  givesOptions,
  doesConfirm,
  isPlain,
  hasNoWall,
  isGrounded,
  doesFit,
];

/**
 * Every standard that fits the message, applied to the reply, in the order agents see them. In a language whose words are not
 * written down (`tongues/`), those alone that need none: the name, the facts, the length.
 */
export function checkStandards(replied: Replied): Check[] {
  const { reply, customer, language = languageOfReply(reply, customer) } = replied;
  const reading = read(reply, language);
  return CHECKS.map((check) => check(replied, reading)).filter((check) => check !== undefined);
}

/** The share of the standards that fit the message which the reply meets, 0 to 1. */
export function scoreOf(checks: readonly Check[]): number {
  const met = checks.filter(({ pass }) => pass).length;
  return checks.length === 0 ? 1 : Math.round((met / checks.length) * 100) / 100;
}
