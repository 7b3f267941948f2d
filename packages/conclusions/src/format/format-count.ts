// Making one takes a hundred times as long as using it.
const whole = new Intl.NumberFormat("en");

/** A number of things: `4,096`. What no number of things can be, from a damaged record, is told as it is. */
export function formatCount(count: number): string {
  return Number.isSafeInteger(count) ? whole.format(count) : String(count);
}
