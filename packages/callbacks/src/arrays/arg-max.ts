/** The place of the highest of `width` values from `start` on, of equal ones the first; NaN where one of them is NaN. */
export function argMax(values: ArrayLike<number>, start: number, width: number): number {
  let best = 0;
  for (let i = 0; i < width; i++) {
    const value = values[start + i] ?? Number.NaN;
    if (Number.isNaN(value)) return Number.NaN;
    if (value > (values[start + best] ?? Number.NaN)) best = i;
  }
  return best;
}
