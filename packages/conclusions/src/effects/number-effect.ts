import { type RankCorrelation, rankCorrelation } from "../statistics/rank-correlation.ts";

/** What a number has to do with a metric: whether the metric rises with it. */
export interface NumberEffect extends RankCorrelation {
  readonly kind: "number";
  readonly path: string;
  /** Whether the 95 % interval leaves out 0. */
  readonly isClear: boolean;
  /** Where better values of the metric are; absent where that is not clear, or neither way is better. */
  readonly better?: "higher" | "lower";
}

const fewestRuns = 8;

/** Undefined where fewer than 8 runs have the param, or the metric never changes among them. */
export function numberEffect(
  { path, numbers }: { readonly path: string; readonly numbers: readonly (number | undefined)[] },
  values: readonly number[],
  direction: "max" | "min" | undefined,
): NumberEffect | undefined {
  const pairs = numbers.flatMap((number, i) =>
    number === undefined ? [] : [[number, values[i] as number] as const],
  );
  if (pairs.length < fewestRuns) return undefined;
  const found = rankCorrelation(
    pairs.map(([number]) => number),
    pairs.map(([, value]) => value),
  );
  if (found === undefined) return undefined;
  const isClear = found.low > 0 || found.high < 0;
  const isHigher = found.rho > 0 === (direction === "max");
  return {
    ...{ kind: "number", path, ...found, isClear },
    ...(isClear && direction !== undefined && { better: isHigher ? "higher" : "lower" }),
  };
}
