import { expect, test } from "vitest";
import { fitAxis } from "./fit-axis.ts";

const falling = (run: string, from: number) => ({
  run,
  y: Array.from({ length: 30 }, (_, epoch) => 0.2 + (from - 0.2) * Math.exp(-epoch / 8)),
});
const calm = ["a", "b", "c", "d"].map((run, index) => falling(run, 0.7 + index * 0.05));

test("a diverging run does not flatten the others", () => {
  const wild = { run: "wild", y: [0.7, 0.6, 8, 90, 1123] };
  const axis = fitAxis([...calm, wild], "linear");
  expect(axis.max).toBeLessThanOrEqual(4);
  expect(axis.leaving).toEqual(["wild"]);
  expect(axis.furthest).toBe(1123);
});

test("a run that only overfits stays on the axis", () => {
  const overfit = { run: "over", y: Array.from({ length: 30 }, (_, epoch) => 0.5 + epoch * 0.013) };
  const axis = fitAxis([...calm, overfit], "linear");
  expect(axis.leaving).toEqual([]);
  expect(axis.max).toBeGreaterThanOrEqual(0.877);
});

test("the start of a curve that falls fast is never cut off", () => {
  const steep = {
    run: "steep",
    y: [2.3, ...Array.from({ length: 29 }, (_, i) => 0.01 + i * 1e-5)],
  };
  const axis = fitAxis([steep], "linear");
  expect(axis.leaving).toEqual([]);
  expect(axis.max).toBeGreaterThanOrEqual(2.3);
});

test("a run that dives far below is told with its lowest value", () => {
  const up = ["a", "b", "c", "d"].map((run) => ({ run, y: [0.6, 0.8, 0.85, 0.9, 0.91] }));
  const axis = fitAxis([...up, { run: "deep", y: [0.6, 0.7, -500] }], "linear");
  expect(axis.furthest).toBe(-500);
  expect(axis.min).toBeGreaterThan(-10);
});

test("values that are not finite do not count", () => {
  const axis = fitAxis([{ run: "a", y: [0.5, Number.NaN, 0.9, Infinity] }], "linear");
  expect([axis.min, axis.max]).toEqual([0.5, 0.9]);
});

test("equal values and no values give an axis all the same", () => {
  const flat = fitAxis([{ run: "a", y: [0.5, 0.5] }], "linear");
  expect(flat.max).toBeGreaterThan(flat.min);
  expect(fitAxis([], "linear")).toMatchObject({ min: 0, max: 1, step: 0.2 });
  expect(fitAxis([], "log").min).toBeGreaterThan(0);
});

test("a log axis shows all that is above zero", () => {
  const axis = fitAxis([{ run: "a", y: [1000, 0.02, 0, -1] }], "log");
  expect(axis).toMatchObject({ min: 0.01, max: 1000, leaving: [] });
});

test("a log axis of a few powers of ten begins and ends at 1, 2 or 5 of them", () => {
  const ends = (...y: readonly number[]) => {
    const { min, max } = fitAxis([{ run: "a", y }], "log");
    return [min, max].map((each) => Number(each.toPrecision(12)));
  };
  expect(ends(0.06, 1.1)).toEqual([0.05, 2]);
  expect(ends(0.25, 3)).toEqual([0.2, 5]);
  expect(ends(1, 10)).toEqual([1, 10]);
  expect(ends(3, 900)).toEqual([2, 1000]);
});

test("many values are met", () => {
  const y = Array.from({ length: 200_000 }, (_, index) => Math.sin(index));
  expect(fitAxis([{ run: "a", y }], "linear").leaving).toEqual([]);
});

test("a run that ended as NaN does not widen the axis of the others", () => {
  const up = ["a", "b"].map((run) => ({ run, y: [0.6, 0.8, 0.9] }));
  const broken = { run: "broken", y: [0.6, 0.7, 0.2, Number.NaN] };
  const axis = fitAxis([...up, broken], "linear");
  expect(axis).toMatchObject({ min: 0.6, leaving: ["broken"], furthest: 0.2 });
  expect(fitAxis([broken], "linear").leaving).toEqual([]);
});

test("from zero on, an axis begins or ends at zero", () => {
  expect(fitAxis([{ run: "a", y: [0.6, 0.9] }], "zero")).toMatchObject({ min: 0, max: 1 });
  expect(fitAxis([{ run: "a", y: [-0.6, -0.9] }], "zero")).toMatchObject({ min: -1, max: 0 });
});

test("a band fits, and the axis of the largest numbers is finite", () => {
  const band = { low: [0.1, 0.2], high: [0.9, Number.NaN] };
  const axis = fitAxis([{ run: "a", y: [0.5, 0.5], band }], "linear");
  expect(axis.min).toBeLessThanOrEqual(0.1);
  expect(axis.max).toBeGreaterThanOrEqual(0.9);
  const huge = fitAxis([{ run: "a", y: [1.7e308, -1.7e308] }], "linear");
  expect(Number.isFinite(huge.max - huge.min)).toBe(true);
});
