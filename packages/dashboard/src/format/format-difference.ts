import { formatValue } from "./format-value.ts";

/**
 * A difference of two values with its sign, to three decimals where the values are small. A difference that rounds to nothing
 * is `0`.
 *
 * @example
 * formatDifference(-0.10204); // "−0.102"
 * formatDifference(0.0000001); // "0"
 */
export function formatDifference(difference: number): string {
  if (!Number.isFinite(difference)) return formatValue(difference);
  const size = Math.abs(difference);
  const text = size >= 1000 ? formatValue(size) : size.toFixed(size >= 10 ? 1 : 3);
  if (Number(text) === 0) return "0";
  return `${difference < 0 ? "−" : "+"}${text}`;
}
