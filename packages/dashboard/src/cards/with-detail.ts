import type { ChartSeries } from "@epochal/panel/charts";

/** A column of points, or of what is not finite. */
type Column = Float64Array;

/**
 * A series with a stretch of it told more closely: the points of `detail` stand in the place of those of `whole` between its first and its last
 * step. What lies outside stays, so that a chart can be panned and zoomed out before anything has come.
 */
export function withDetail(whole: ChartSeries, detail: ChartSeries | undefined): ChartSeries {
  if (detail === undefined) return whole;
  const [from, to] = stretchOf(detail);
  if (from > to) return whole;
  const splice = (own: Column, steps: Column, finer: Column): Column => {
    const before = firstNotBelow(steps, from);
    const behind = Math.max(before, firstAbove(steps, to));
    const all = new Float64Array(before + finer.length + own.length - behind);
    all.set(own.subarray(0, before));
    all.set(finer, before);
    all.set(own.subarray(behind), before + finer.length);
    return all;
  };
  const column = (name: "step" | "epoch" | "wallTime" | "value") =>
    splice(whole[name], whole.step, detail[name]);
  const broken = (name: "step" | "epoch" | "value") =>
    splice(whole.nonFinite[name], whole.nonFinite.step, detail.nonFinite[name]);
  return {
    ...{ total: whole.total, step: column("step"), epoch: column("epoch") },
    ...{ wallTime: column("wallTime"), value: column("value") },
    ...bandOf(whole, detail, splice),
    ...(isWhole(detail) && { complete: { from, to } }),
    nonFinite: {
      ...{ step: broken("step"), epoch: broken("epoch"), value: broken("value") },
      total: whole.nonFinite.total,
    },
  };
}

/** The band of both, and of how many values; a point among buckets is its own lowest and highest value. */
function bandOf(
  whole: ChartSeries,
  detail: ChartSeries,
  splice: (own: Column, steps: Column, finer: Column) => Column,
) {
  if (whole.low === undefined && detail.low === undefined) return {};
  const joined = (name: "low" | "high") =>
    splice(whole[name] ?? whole.value, whole.step, detail[name] ?? detail.value);
  const counts = ({ n, step }: ChartSeries) => n ?? new Float64Array(step.length).fill(1);
  const n = splice(counts(whole), whole.step, counts(detail));
  return { low: joined("low"), high: joined("high"), n };
}

const isWhole = ({ total, step, nonFinite }: ChartSeries) =>
  step.length + nonFinite.step.length === total;

function stretchOf({ step, nonFinite }: ChartSeries): readonly [number, number] {
  const ends = [step[0], nonFinite.step[0], step.at(-1), nonFinite.step.at(-1)];
  const known = ends.filter((end) => end !== undefined);
  return [Math.min(...known), Math.max(...known)];
}

function firstNotBelow(steps: Column, from: number): number {
  const found = steps.findIndex((step) => step >= from);
  return found < 0 ? steps.length : found;
}

function firstAbove(steps: Column, to: number): number {
  const found = steps.findIndex((step) => step > to);
  return found < 0 ? steps.length : found;
}
