/** Whether one of the values is below 0 by more than rounding: no probability, nor a share of a sum. */
export function hasNegative(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < -1e-6) return true;
  return false;
}
