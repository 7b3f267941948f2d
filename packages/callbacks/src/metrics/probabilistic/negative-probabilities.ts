/** What to say of predictions that were given for probabilities and are none. */
export const NEGATIVE_PROBABILITIES =
  "some predictions are negative; for logits give fromLogits: true";

/** Whether one of the values is below 0 by more than rounding. */
export function hasNegative(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < -1e-6) return true;
  return false;
}
