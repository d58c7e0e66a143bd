import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../src/handbook/handbook.ts';
import type { Handbook } from '../../src/support/handbook.ts';
import { triage } from '../../src/support/triage/triage.ts';

/** In this team's trade a "seat" is a licence and a "drop" a delivery: nobody else's words for it. */
const ACCEPTED = [
  ['billing', 'we have three seats too many on the account'],
  ['billing', 'please take two seats off from next month'],
  ['billing', 'our seat count went up and nobody here asked for it'],
  ['billing', 'why are there twelve seats when we are nine people'],
  ['billing', 'the seats on the March sheet do not match ours'],
  ['billing', 'one seat belongs to somebody who left'],
  ['delivery_order', 'the Tuesday drop did not come'],
  ['delivery_order', 'half of the drop was somebody else’s'],
  ['delivery_order', 'can you move our drop to the morning'],
  ['delivery_order', 'where is the drop for the Leith store'],
  ['delivery_order', 'the drop came a day late again'],
  ['delivery_order', 'no drop this week, please, we are closed'],
].map(([category, text]) => ({ category: category!, text: text! }));

const LATER = [
  ['billing', 'can you remove the seat of our intern'],
  ['billing', 'the seats are wrong for the second month'],
  ['billing', 'we only need five seats now'],
  ['billing', 'who added a seat for the Oslo team'],
  ['billing', 'two seats are there twice'],
  ['delivery_order', 'this morning’s drop is missing'],
  ['delivery_order', 'the drop went to the wrong store'],
  ['delivery_order', 'we need a second drop on Friday'],
  ['delivery_order', 'has the drop for Granton left yet'],
  ['delivery_order', 'the driver left without our drop'],
] as const;

const USUAL = [
  ['account_access', 'I forgot my password and cannot log in'],
  ['bug_outage', 'The app crashes when I open the settings'],
  ['refund', 'I want my money back for the broken lamp'],
  ['cancellation_churn', 'Please cancel my subscription'],
  ['billing', 'I was charged twice this month'],
  ['delivery_order', 'My parcel has not arrived'],
] as const;

const rightOf = (messages: readonly (readonly [string, string])[], handbook: Handbook) =>
  messages.filter(([category, text]) => triage(text, handbook).category === category).length /
  messages.length;

describe('corrections that a lead accepted', () => {
  it('make the team’s later messages understood, and no others misunderstood', async () => {
    const before = await loadHandbook();
    const after = await loadHandbook(undefined, ACCEPTED);
    expect(rightOf(LATER, before)).toBeLessThan(0.6);
    expect(rightOf(LATER, after)).toBeGreaterThanOrEqual(0.9);
    expect(rightOf(USUAL, before)).toBe(1);
    expect(rightOf(USUAL, after)).toBe(1);
  });
});
