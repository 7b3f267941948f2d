import type { ChartSeries, XAxis } from "@epochal/panel/charts";
import type { GroupBand } from "../wire/bands-format.ts";

/** Places along an x, ascending, and what a group of runs is like there. */
export type BandColumns = Pick<GroupBand, "x" | "n" | "center" | "low" | "high" | "nonFinite">;

/**
 * A group of runs as a chart takes it: its middle is the line, its spread the band. Places at which no run has a finite value are left out.
 *
 * @param xAxis what the band's x is: `step`, `epoch` (from 0), or `relative` for milliseconds since the start; its run then has `startedAt: 0`
 */
export function groupSeries(band: BandColumns, xAxis: Exclude<XAxis, "wall">): ChartSeries {
  const kept = [...band.n.keys()].filter((i) => (band.n[i] ?? 0) > 0);
  const broken = [...band.n.keys()].filter((i) => band.n[i] === 0 && (band.nonFinite[i] ?? 0) > 0);
  const take = (column: Float64Array, rows: readonly number[]) =>
    Float64Array.from(rows, (i) => column[i] ?? Number.NaN);
  const unless = (axis: XAxis, rows: readonly number[]) =>
    axis === xAxis ? take(band.x, rows) : new Float64Array(rows.length).fill(Number.NaN);
  return {
    total: kept.length + broken.length,
    step: unless("step", kept),
    epoch: unless("epoch", kept),
    wallTime: unless("relative", kept),
    value: take(band.center, kept),
    low: take(band.low, kept),
    high: take(band.high, kept),
    n: take(band.n, kept),
    nonFinite: {
      step: unless("step", broken),
      epoch: unless("epoch", broken),
      value: new Float64Array(broken.length).fill(Number.NaN),
      total: broken.length,
    },
  };
}
