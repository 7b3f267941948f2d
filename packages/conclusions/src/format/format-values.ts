import { formatDigits } from "./format-digits.ts";

const [LEAST, MOST] = [4, 8];

/**
 * Values beside each other: as `formatValue` tells each alone, with more digits where they lie so close together that one could not tell them apart.
 *
 * @example
 * formatValues([1234512, 1234571]); // ["1.23451e6", "1.23457e6"]
 */
export function formatValues(values: readonly number[]): readonly string[] {
  const finite = values.filter(Number.isFinite);
  const size = Math.max(0, ...finite.map(Math.abs));
  const apart = Math.max(...finite) - Math.min(...finite);
  const power = (value: number) => Math.floor(Math.log10(value));
  const wanted = apart > 0 ? power(size) + 1 - power(apart) : LEAST;
  const digits = Math.min(MOST, Math.max(LEAST, wanted));
  return values.map((value) => formatDigits(value, digits));
}
