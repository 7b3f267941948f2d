import type { SeriesSummary, SeriesValue } from "../run-summary.ts";

/** How much of its best value a series kept. */
export interface Regret {
  readonly key: string;
  readonly best: SeriesValue;
  readonly last: SeriesValue;
  /** The value of the weights the model ended with. */
  readonly kept: SeriesValue;
  /** How much worse that is than the best one: 0 or more, in the series' own unit. NaN where it is not finite. */
  readonly regret: number;
}

/** Best, last, kept and regret of each epoch series that has a better way. */
export function regretsOf(series: readonly SeriesSummary[]): Regret[] {
  return series.flatMap(({ key, per, direction, best, last, kept }) => {
    const isJudged = per === "epoch" && direction !== undefined;
    if (!isJudged || best === undefined || last === undefined || kept === undefined) return [];
    const sign = direction === "max" ? 1 : -1;
    const regret = sign * (best.value - kept.value);
    return [{ key, best, last, kept, regret: regret === 0 ? 0 : regret }];
  });
}
