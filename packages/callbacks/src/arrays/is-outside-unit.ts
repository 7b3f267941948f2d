/** How far rounding may move a probability out of [0, 1]. */
const ROUNDING = 1e-6;

/** Whether a value lies outside of [0, 1] by more than rounding does: it is no probability, but may be a logit. */
export function isOutsideUnit(value: number): boolean {
  return value < -ROUNDING || value > 1 + ROUNDING;
}
