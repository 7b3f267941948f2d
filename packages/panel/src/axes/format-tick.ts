import { formatValue } from "@epochal/conclusions";

/** A number in double precision has no more digits. */
export const MOST_DIGITS = 16;
/** So many digits of a number at an axis matter, unless its neighbours would read the same. */
const DIGITS = 4;

/**
 * A number at an axis, as short as it is exact: with four digits at most seven characters.
 *
 * @param digits how many of its digits matter; one less where it has an exponent. @default 4
 * @example
 * formatTick(0.30000000000000004); // "0.3"
 * formatTick(25000); // "25k"
 */
export function formatTick(value: number, digits: number = DIGITS): string {
  if (value === 0 || !Number.isFinite(value)) return formatValue(value);
  const sign = value < 0 ? "-" : "";
  const size = Math.abs(tickValue(value, digits));
  if (hasExponent(value)) return sign + size.toExponential().replace("e+", "e");
  if (size >= 1e6) return `${sign}${Number((size / 1e6).toPrecision(digits))}M`;
  if (size >= 1e4) return `${sign}${Number((size / 1e3).toPrecision(digits))}k`;
  return sign + String(size);
}

/** The number that `formatTick` says. */
export function tickValue(value: number, digits: number = DIGITS): number {
  return Number(value.toPrecision(hasExponent(value) ? digits - 1 : digits));
}

function hasExponent(value: number): boolean {
  const size = Math.abs(value);
  return size >= 1e9 || size < 1e-4;
}
