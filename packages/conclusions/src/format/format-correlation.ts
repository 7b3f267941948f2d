/**
 * A correlation as people read it: two decimals.
 *
 * @example
 * formatCorrelation(-0.0939); // "-0.09"
 */
export function formatCorrelation(value: number): string {
  return value.toFixed(2).replace(/^-(?=0\.00$)/, "");
}
