/** What rounding may make of a probability. */
const ROUNDING = 1e-6;

/** Whether a value lies outside of [0, 1] by more than rounding does: no probability, but perhaps a logit. */
export function isOutsideUnit(value: number): boolean {
  return value < -ROUNDING || value > 1 + ROUNDING;
}
