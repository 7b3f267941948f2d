import { expect, test } from "vitest";
import type { ChartSeries } from "../charts/chart-series.ts";
import { detailStretch } from "./detail-stretch.ts";

/** Batches of a run, of which every tenth has come. */
function batches(count: number, perEpoch: number, every = 10): ChartSeries {
  const none = new Float64Array();
  const steps = Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every);
  return {
    total: count,
    step: Float64Array.from(steps),
    epoch: Float64Array.from(steps, (step) => Math.floor(step / perEpoch)),
    wallTime: Float64Array.from(steps, (step) => step * 50),
    value: Float64Array.from(steps),
    nonFinite: { step: none, epoch: none, value: none, total: 0 },
  };
}

const zoom = { min: 1.5, max: 2 };
const args = { per: "batch", xAxis: "epoch", zoom } as const;

test("a series that is cut into buckets is asked for at the steps of the zoom", () => {
  const stretch = detailStretch({ ...args, series: [batches(1000, 100)] });
  expect(Number(stretch?.from)).toBeGreaterThanOrEqual(130);
  expect(Number(stretch?.from)).toBeLessThan(150);
  expect(Number(stretch?.to)).toBeGreaterThan(199);
  expect(Number(stretch?.to)).toBeLessThanOrEqual(220);
});

test("what has all of its points is not asked for again, nor what nobody zoomed", () => {
  expect(detailStretch({ ...args, series: [batches(1000, 100, 1)] })).toBeUndefined();
  expect(detailStretch({ ...args, zoom: undefined, series: [batches(1000, 100)] })).toBeUndefined();
});

test("a series that ends before the zoom asks for nothing", () => {
  expect(
    detailStretch({ ...args, zoom: { min: 50, max: 60 }, series: [batches(1000, 100)] }),
  ).toBeUndefined();
});

test("of runs of different paces all get the stretch of both, finer", () => {
  const slow = detailStretch({ ...args, series: [batches(1000, 100)] });
  const fast = detailStretch({ ...args, series: [batches(4000, 400)] });
  const both = detailStretch({ ...args, series: [batches(1000, 100), batches(4000, 400)] });
  expect(both?.from).toBe(Math.min(Number(slow?.from), Number(fast?.from)));
  expect(both?.to).toBe(Math.max(Number(slow?.to), Number(fast?.to)));
  expect(Number(both?.buckets)).toBeGreaterThan(1000);
});

test("time is asked for as time", () => {
  expect(
    detailStretch({
      ...args,
      xAxis: "relative",
      zoom: { min: 1000.4, max: 2000.2 },
      series: [batches(1000, 100)],
    }),
  ).toEqual({ x: "relative", from: 1000, to: 2001 });
});
