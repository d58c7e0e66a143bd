/** @param said share of the question's words that the passage has; @param meant how alike the two are in meaning, -1 to 1 */
export function weighEvidence(said: number, meant: number): number {
  return 1 / (1 + Math.exp(-(8 * said + 4 * meant - 5)));
}
