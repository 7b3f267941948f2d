/**
 * A number that somebody set, of a config: all of its digits, without the dust of binary arithmetic. What was measured is told by
 * `formatValue`.
 *
 * @example
 * formatParam(0.1 * 0.18); // "0.018", not "0.018000000000000002"
 */
export function formatParam(value: number): string {
  return String(Number(value.toPrecision(12)));
}
