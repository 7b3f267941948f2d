import { formatValue } from "./format-value.ts";

/**
 * The difference of two values, with its sign: only no difference has none.
 *
 * @example
 * formatDifference(-0.10204); // "-0.1020"
 * formatDifference(0.25); // "+0.2500"
 */
export function formatDifference(difference: number): string {
  return `${difference > 0 ? "+" : ""}${formatValue(difference)}`;
}
