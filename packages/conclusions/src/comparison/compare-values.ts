import type { SeriesSummary, SeriesValue } from "../run-summary.ts";

/** The values of one series in two runs, taken at comparable places. */
export interface ValuePair {
  readonly a?: SeriesValue;
  readonly b?: SeriesValue;
  /** `b` less `a`; absent where either is missing, NaN or infinite. */
  readonly difference?: number;
  /** Which run has the better value; absent where there is no difference to judge, or neither way is better. */
  readonly better?: "a" | "b" | "same";
}

/** Pairs two values, and says which one is better by the direction of their series. */
export function compareValues(
  a: SeriesValue | undefined,
  b: SeriesValue | undefined,
  direction: SeriesSummary["direction"],
): ValuePair {
  const difference = (b?.value ?? Number.NaN) - (a?.value ?? Number.NaN);
  const isJudged = direction !== undefined && Number.isFinite(difference);
  return {
    ...(a !== undefined && { a }),
    ...(b !== undefined && { b }),
    ...(Number.isFinite(difference) && { difference }),
    ...(isJudged && { better: betterOf(direction === "max" ? difference : -difference) }),
  };
}

function betterOf(gain: number): "a" | "b" | "same" {
  if (gain === 0) return "same";
  return gain > 0 ? "b" : "a";
}
