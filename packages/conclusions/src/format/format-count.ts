/** A number of things: `4,096`. What no number of things can be, from a damaged record, is told as it is. */
export function formatCount(count: number): string {
  return Number.isSafeInteger(count) ? count.toLocaleString("en") : String(count);
}
