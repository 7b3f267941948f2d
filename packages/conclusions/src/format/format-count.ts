/** A number of things: `4,096`. What no number of things can be, from a damaged record, is told as it is. */
export function formatCount(count: number): string {
  if (!Number.isSafeInteger(count)) return String(count);
  // Most counts are small, and a page has hundreds of them.
  return Math.abs(count) < 1000 ? String(count) : count.toLocaleString("en");
}
