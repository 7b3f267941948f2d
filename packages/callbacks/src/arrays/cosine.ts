/** The cosine of the angle between two vectors of `width` values from `start` on; 0 where one of them is zero. */
export function cosine(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  start: number,
  width: number,
): number {
  let [product, aSquares, bSquares] = [0, 0, 0];
  for (let i = start; i < start + width; i++) {
    const [left, right] = [a[i] ?? 0, b[i] ?? 0];
    product += left * right;
    aSquares += left ** 2;
    bSquares += right ** 2;
  }
  const lengths = Math.sqrt(aSquares) * Math.sqrt(bSquares);
  return lengths === 0 ? 0 : product / lengths;
}
