/**
 * The exponential moving average of a line, weighted by the distance of its places and without the bias of its start:
 *
 *     s(i) = sum of w^((x(i) - x(j)) / d) * y(j) over all j up to i, divided by the sum of those weights
 *
 * where d is the mean distance of two places. At equal distances this is what TensorBoard draws. What is not finite is left out, and stays as it is.
 *
 * @param x ascending
 * @param weight from 0, no smoothing, to below 1
 */
export function smoothLine(
  x: readonly number[],
  y: readonly number[],
  weight: number,
): readonly number[] {
  const finite = x.filter((_, i) => Number.isFinite(y[i]));
  const distance = ((finite.at(-1) ?? 0) - (finite[0] ?? 0)) / Math.max(1, finite.length - 1);
  let sum = 0;
  let weights = 0;
  let before: number | undefined;
  return y.map((value, i) => {
    if (!Number.isFinite(value)) return value;
    const at = x[i] ?? 0;
    const away = before === undefined || distance === 0 ? 0 : (at - before) / distance;
    const fade = before === undefined ? 0 : weight ** away;
    // A mean of two values, and never a sum of many: that of large ones would overflow.
    weights = weights * fade + 1;
    sum += (value - sum) / weights;
    if (!Number.isFinite(sum)) sum = value;
    before = at;
    return sum;
  });
}
