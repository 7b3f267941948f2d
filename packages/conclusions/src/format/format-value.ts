import { formatDigits } from "./format-digits.ts";

/**
 * A metric's value as people read it: four digits that matter, at least four decimals below 1, whole numbers whole, an exponent
 * below 0.0001 and from a million on. Only nothing is `0`. Signs
 * are those that a program reads, too.
 *
 * @example
 * formatValue(0.95512); // "0.9551"
 * formatValue(0.5); // "0.5000"
 * formatValue(0.0005); // "0.0005"
 * formatValue(-1234.6); // "-1235"
 * formatValue(0.00001234); // "1.234e-5"
 */
export function formatValue(value: number): string {
  return formatDigits(value, 4);
}
