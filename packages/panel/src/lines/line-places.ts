import type { ChartRun, XAxis } from "./chart-run.ts";
import type { ChartSeries } from "./chart-series.ts";
import { epochPlace } from "./epoch-place.ts";
import { spreadEpochs } from "./spread-epochs.ts";
import { nearestIndex } from "./value-at.ts";

/** Where the values of a series stand on an axis. */
export interface LinePlaces {
  readonly values: readonly number[];
  readonly nonFinite: readonly number[];
}

type PlacedRun = Pick<ChartRun, "per" | "startedAt">;

interface Known {
  readonly step: Float64Array;
  readonly how: string;
  readonly places: LinePlaces;
}

const known = new WeakMap<Float64Array, Known>();

/**
 * Where the values of a series stand. Where no epoch was logged, the step takes its place: a gap would hide the value. Series that share
 * their columns share their places, too.
 */
export function linePlaces(run: PlacedRun, columns: ChartSeries, xAxis: XAxis): LinePlaces {
  const { step, epoch, wallTime, nonFinite } = columns;
  if (nonFinite.step.length > 0) return newPlaces(run, columns, xAxis);
  const column = xAxis === "step" ? step : xAxis === "epoch" ? epoch : wallTime;
  const how = `${xAxis} ${run.per} ${xAxis === "relative" ? run.startedAt : ""}`;
  const before = known.get(column);
  if (before?.step === step && before.how === how) return before.places;
  const places = newPlaces(run, columns, xAxis);
  known.set(column, { step, how, places });
  return places;
}

function newPlaces(
  { per, startedAt }: PlacedRun,
  { step, epoch, wallTime, nonFinite }: ChartSeries,
  xAxis: XAxis,
): LinePlaces {
  if (xAxis === "step") return { values: [...step], nonFinite: [...nonFinite.step] };
  if (xAxis !== "epoch") {
    const start = xAxis === "wall" ? 0 : (startedAt ?? wallTime[0] ?? 0);
    // When a value was not finite, its neighbour by step knows the time.
    const near = (at: number) => wallTime[nearestIndex(step, at)] ?? start;
    return {
      values: Array.from(wallTime, (at) => at - start),
      nonFinite: Array.from(nonFinite.step, (at) => near(at) - start),
    };
  }
  const spread =
    per === "batch"
      ? spreadEpochs([...step, ...nonFinite.step], [...epoch, ...nonFinite.epoch])
      : undefined;
  const place = (at: number, known = Number.NaN) => {
    if (Number.isNaN(known)) return epochPlace(at, per);
    return spread ? spread(at, known) : epochPlace(known, per);
  };
  return {
    values: Array.from(step, (at, i) => place(at, epoch[i])),
    nonFinite: Array.from(nonFinite.step, (at, i) => place(at, nonFinite.epoch[i])),
  };
}
