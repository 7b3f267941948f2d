import { type ChartSeries, linePlaces } from "@epochal/panel/charts";
import { expect, test } from "vitest";
import { closerStretch, detailStretch } from "./detail-stretch.ts";
import { withDetail } from "./with-detail.ts";

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

test("of a very long series a second look reaches single batches", () => {
  const COUNT = 1_000_000;
  const whole = batches(COUNT, 10_000, 2000);
  const at = { min: 33.2512, max: 33.2557 };
  const first = detailStretch({ ...args, zoom: at, series: [whole] });
  /** What a server gives of a stretch: every point, or buckets. */
  const read = (from: number, to: number): ChartSeries => {
    const every = to - from <= 1000 ? 1 : Math.ceil((to - from) / 500);
    const part = batches(COUNT, 10_000, 1);
    const taken = (column: Float64Array) =>
      column.slice(from, to + 1).filter((_, i) => i % every === 0);
    const { step, epoch, wallTime, value } = part;
    return {
      ...{ ...part, total: to - from + 1, step: taken(step), epoch: taken(epoch) },
      ...{ wallTime: taken(wallTime), value: taken(value) },
    };
  };
  const near = withDetail(whole, read(Number(first?.from), Number(first?.to)));
  expect(near.complete).toBeUndefined();
  const closer = closerStretch({ ...args, zoom: at, series: [near] }, first ?? {});
  const nearest = withDetail(near, read(Number(closer?.from), Number(closer?.to)));
  const places = linePlaces({ per: "batch" }, nearest, "epoch").values;
  const shown = places.filter((place) => place >= at.min && place <= at.max);
  expect(shown).toHaveLength(46);
  // What has all of its points is not asked for again.
  expect(closerStretch({ ...args, zoom: at, series: [nearest] }, closer ?? {})).toBeUndefined();
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
