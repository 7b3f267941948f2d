/**
 * A difference of shares in percentage points, two digits that matter, without its sign. Only nothing is `0`.
 *
 * @example
 * formatPoints(0.019); // "1.9"
 * formatPoints(-0.0004); // "0.04"
 * formatPoints(0.251); // "25"
 */
export function formatPoints(difference: number): string {
  const points = Math.abs(difference) * 100;
  return String(points >= 10 ? Math.round(points) : Number(points.toPrecision(2)));
}
