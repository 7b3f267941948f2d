import { linePlaces } from "@epochal/panel/charts";
import { expect, test } from "vitest";
import { groupSeries } from "./group-series.ts";

const band = {
  x: Float64Array.of(0, 1, 2),
  n: Float64Array.of(2, 1, 0),
  center: Float64Array.of(0.5, 0.6, Number.NaN),
  low: Float64Array.of(0.4, Number.NaN, Number.NaN),
  high: Float64Array.of(0.6, Number.NaN, Number.NaN),
  nonFinite: Float64Array.of(0, 1, 2),
};

test.each([
  ["epoch", [1, 2], [3]],
  ["step", [0, 1], [2]],
] as const)("a group stands at its places on an axis of %s", (xAxis, values, nonFinite) => {
  const series = groupSeries(band, xAxis);
  expect(linePlaces({ startedAt: 0 }, series, xAxis)).toEqual({ values, nonFinite });
  expect([...series.value]).toEqual([0.5, 0.6]);
  expect([...(series.n ?? [])]).toEqual([2, 1]);
  expect(series.low?.[0]).toBe(0.4);
  expect(series.low?.[1]).toBeNaN();
});

test("a group stands at the time since its runs began", () => {
  const series = groupSeries({ ...band, n: Float64Array.of(2, 1, 1) }, "relative");
  expect(linePlaces({ startedAt: 0 }, series, "relative").values).toEqual([0, 1, 2]);
});
