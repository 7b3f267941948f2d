/**
 * Whether fewer than `k` of the `width` scores from `start` on are higher than that of a class, so that ties count as
 * hits. NaN where one of them is NaN. A class that does not exist is no hit.
 */
export function isInTopK(
  scores: ArrayLike<number>,
  start: number,
  width: number,
  target: number,
  k: number,
): number {
  const isClass = Number.isInteger(target) && target >= 0 && target < width;
  const own = isClass ? (scores[start + target] ?? Number.NaN) : Number.POSITIVE_INFINITY;
  let higher = 0;
  for (let i = 0; i < width; i++) {
    const score = scores[start + i] ?? Number.NaN;
    if (Number.isNaN(score)) return Number.NaN;
    if (score > own) higher++;
  }
  if (Number.isNaN(target)) return Number.NaN;
  return Number(isClass && higher < k);
}
