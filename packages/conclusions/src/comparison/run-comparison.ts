import type { SeriesDescription } from "@epochal/record";
import type { RunSummary, SeriesSummary } from "../run-summary.ts";
import type { Differences } from "./compare-configs.ts";
import type { ValuePair } from "./compare-values.ts";

/** A series that two runs have, value beside value. */
export interface SeriesComparison extends Omit<SeriesDescription, "direction"> {
  /** As logged: `val_auc`. */
  readonly key: string;
  /** Absent where neither way is better, and where the runs say otherwise of each other. */
  readonly direction?: "max" | "min";
  /** Each run at its own best; absent where there is no direction. */
  readonly best?: ValuePair;
  readonly last: ValuePair;
  /** The values of the weights that each run ended with. */
  readonly kept: ValuePair;
  /** At the last epoch that both have a value of; absent where there is none. */
  readonly equalEpoch?: ValuePair & { readonly epoch: number };
  /** After the same time of training, as far as both came: the newest values logged by then. */
  readonly equalTime?: ValuePair & {
    /** Milliseconds since the start of each run, without the time between its segments. */
    readonly ms: number;
  };
}

/** What two runs have in common, and where they differ. */
export interface RunComparison {
  readonly a: RunSummary;
  readonly b: RunSummary;
  readonly params: Differences;
  /** Of the cards: `code.commit`, `versions.node`, `machine.cpu`, `seed.set`, `data.x.checksum`, `fit.batchSize` … */
  readonly card: Differences;
  /** The series of both, in the order of their keys. */
  readonly series: readonly SeriesComparison[];
  readonly seriesOnlyInA: readonly SeriesSummary[];
  readonly seriesOnlyInB: readonly SeriesSummary[];
}
