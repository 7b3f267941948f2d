import type { StatusWords } from "@epochal/conclusions";
import type { SeriesSummary } from "@epochal/store";
import type { RunColor } from "../../colors/run-color.ts";
import type { SeriesColumns } from "../../data/series-format.ts";
import type { RunView } from "../../wire/run-json.ts";

/** A run as its row shows it. */
export interface RunRow {
  readonly run: RunView;
  readonly name: string;
  readonly color: RunColor;
  readonly status: StatusWords;
  /** What its curves say: `overfits from 12`. Absent where they say nothing, or the status says it. */
  readonly verdict?: string;
  /** Whether its curves are drawn. */
  readonly shown: boolean;
  /** What it has of the primary metric. */
  readonly series: SeriesSummary | undefined;
  readonly points: SeriesColumns | undefined;
}
