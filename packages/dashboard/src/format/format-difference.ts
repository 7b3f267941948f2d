import { formatValue } from "./format-value.ts";

/**
 * A difference of two values with its sign, to three decimals where the values are small, and to two digits that matter
 * where they are smaller still: only no difference is `0`.
 *
 * @example
 * formatDifference(-0.10204); // "−0.102"
 * formatDifference(0.0000001); // "+1e−7"
 */
export function formatDifference(difference: number): string {
  if (!Number.isFinite(difference)) return formatValue(difference);
  const size = Math.abs(difference);
  if (size === 0) return "0";
  return `${difference < 0 ? "−" : "+"}${toText(size)}`;
}

function toText(size: number): string {
  if (size >= 1000 || size < 1e-4) return formatValue(size);
  if (size < 0.01) return String(Number(size.toPrecision(2)));
  return size.toFixed(size >= 10 ? 1 : 3);
}
