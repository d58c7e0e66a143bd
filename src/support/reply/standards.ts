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
