/** As much as a pixel of a sparkline can show. */
const DIGITS = 5;
/** A number in double precision has no more. */
const MOST_DIGITS = 17;

/** Values with as many digits as their differences need: a loss around a million may change by one. */
export function shortenValues(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  const span = Math.max(...finite) - Math.min(...finite);
  return values.map((value) => {
    const same = Math.floor(Math.log10(Math.abs(value) / span));
    const digits = Number.isFinite(same) ? DIGITS + Math.max(0, same) : DIGITS;
    return Number(value.toPrecision(Math.min(digits, MOST_DIGITS)));
  });
}
