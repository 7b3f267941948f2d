import type { RecordedEvent } from "../recorded-event.ts";
import type { SeriesSummary } from "../run-summary.ts";
import type { EpochCurve } from "./epoch-curve.ts";

/** What a run is judged by. */
export interface RunEvidence {
  readonly series: readonly SeriesSummary[];
  /** As the run went on: without those of epochs that were trained again. */
  readonly events: readonly RecordedEvent["event"][];
  /** The epoch series by their keys, without the values that are not finite. */
  readonly curves: ReadonlyMap<string, EpochCurve>;
}
