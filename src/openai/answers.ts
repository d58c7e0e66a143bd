import { z } from 'zod';

const sure = z.enum(['low', 'medium', 'high']);

/** What the passages know of it. */
export const finding = z.object({
  verdict: z.enum(['answerable', 'partly', 'customer-must-say', 'not-in-passages', 'asks-nothing']),
  passages: z.array(z.string()),
  known: z.array(z.string()),
  unknown: z.array(z.string()),
  /** Empty where there is none. */
  question: z.string(),
  sure,
});
export type Finding = z.output<typeof finding>;

export const draft = z.object({ text: z.string(), citations: z.array(z.string()) });
export type Draft = z.output<typeof draft>;

export const judgement = z.object({
  supported: z.boolean(),
  unsupported: z.array(z.string()),
  solves: z.boolean(),
  sure,
});
export type Judgement = z.output<typeof judgement>;
