import type { Replied, Standard } from '../../../../src/support/reply/standards.ts';

/** Replies in one language, as a native speaker judges them. */
export interface Cases {
  /** Each meets every standard that fits its message. */
  readonly good: readonly Replied[];
  /** Each fails this standard, whatever else it fails. */
  readonly bad: readonly (Replied & { readonly fails: Standard })[];
}
