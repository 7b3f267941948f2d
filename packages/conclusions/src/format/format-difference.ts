import { formatValue } from "./format-value.ts";

/**
 * The difference of two values as people read it, with its sign: only no difference has none. The minus is the one of typesetters.
 *
 * @example
 * formatDifference(-0.10204); // "−0.1020"
 * formatDifference(0.25); // "+0.2500"
 */
export function formatDifference(difference: number): string {
  return `${difference > 0 ? "+" : ""}${formatValue(difference).replace(/^-/, "−")}`;
}
