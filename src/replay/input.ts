import { z } from 'zod';
import type { Instant } from '../support/conversation.ts';
import { BUTTONS, CUSTOMER_BUTTONS, LONGEST_VALUE } from '../support/events.ts';
import type { Role } from '../support/roles.ts';

/** Characters of a message: platforms take no more. */
const LONGEST_TEXT = 40_000;
const LONGEST_ID = 200;
const LONGEST_INSTANT = 40;
/** The last instant of the year 9999: none is later. */
export const LATEST = 253_402_300_799_999;

const id = z
  .union([z.string(), z.number()], 'must be a text or a number')
  .transform(String)
  .refine(
    ({ length }) => length > 0 && length <= LONGEST_ID,
    `must have 1 to ${LONGEST_ID} characters`,
  );
const text = z.string().max(LONGEST_TEXT, `has more than ${LONGEST_TEXT} characters`);

const at = z
  .union([z.number(), z.string()], 'must be an ISO date and time, or milliseconds since 1970')
  .transform(instantOf)
  .refine((instant) => instant >= 0 && instant <= LATEST, 'is no instant from 1970 to 9999');

const person = {
  author: z.union([id, z.object({ id, name: z.string().max(LONGEST_ID).optional() })]),
  role: z.enum(['customer', 'agent', 'lead', 'colleague', 'bot'] satisfies Role[]),
};

/** Somebody wrote in a support channel. */
const message = z.object({
  type: z.literal('message'),
  id,
  at,
  channel: id,
  /** The id of the thread's root message; its own is the same as none. */
  thread: id.nullish(),
  ...person,
  text,
});

/** Somebody pressed a button that stood on a conversation. */
const press = z.object({
  type: z.literal('press'),
  at,
  ...person,
  /** One of the team's; or one under what the customer was asked, with its `value` where it has one. */
  button: z.enum([...BUTTONS, ...CUSTOMER_BUTTONS], {
    error: ({ input }) => `there is no button "${String(input).slice(0, 40)}"`,
  }),
  /** The id of a customer's message in the conversation. */
  of: id,
  text: text.nullish(),
  value: z.string().max(LONGEST_VALUE).nullish(),
  /** split: ids of the messages that are another matter. */
  messages: z.array(id).nullish(),
  /** merge: the id of a customer's message in the conversation that this one belongs to. */
  into: id.nullish(),
});

/** One line of a history. */
export const input = z.discriminatedUnion('type', [message, press], {
  error: 'must be "message" or "press"',
});
export type Input = z.output<typeof input>;
export type Author = z.output<typeof person.author>;

/** An instant as a line or an option gives it: ISO (without a zone it is UTC) or milliseconds since 1970; else NaN. */
export function instantOf(given: string | number): Instant {
  if (typeof given === 'number') return Math.trunc(given);
  if (given.length > LONGEST_INSTANT) return Number.NaN;
  if (/^\d{9,15}$/.test(given)) return Number(given);
  const unzoned = /T[\d:.]+$/.test(given);
  return Date.parse(unzoned ? `${given}Z` : given);
}
