/** Steps in which scores are told apart where only some are wanted. */
const STEPS = 1_024;

/** The places of the highest scores, in their order: as many as are wanted, and those in the same step as the last. */
export function highest(scores: Float32Array, many: number): number[] {
  let top = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > top) top = scores[i]!;
  const scale = top === 0 ? 0 : (STEPS - 1) / top;
  const counts = new Uint32Array(STEPS);
  for (let i = 0; i < scores.length; i++) counts[Math.floor(scores[i]! * scale)]!++;
  let least = STEPS - 1;
  for (let sum = counts[least]!; sum < many && least > 0; ) sum += counts[--least]!;
  const places: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    const step = Math.floor(scores[i]! * scale);
    // Of those that have next to nothing of the words, a few are looked at for their meaning alone.
    if (step >= least && (step > 0 || places.length < many)) places.push(i);
  }
  return places;
}
