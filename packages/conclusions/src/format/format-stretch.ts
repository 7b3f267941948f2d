import { formatParam } from "./format-param.ts";

/**
 * A stretch of numbers that somebody set: two digits of each end that matter, and more where these would tell the ends as one.
 *
 * @example
 * formatStretch(0.00123, 0.00187); // "0.0012–0.0019"
 * formatStretch(101, 104); // "101–104"
 * formatStretch(64, 64); // "64"
 */
export function formatStretch(from: number, to: number): string {
  if (from === to) return formatParam(from);
  for (let digits = 2; digits <= 12; digits++) {
    const [low, high] = [from, to].map((end) => formatParam(Number(end.toPrecision(digits))));
    if (low !== high) return `${low}–${high}`;
  }
  return formatParam(from);
}
