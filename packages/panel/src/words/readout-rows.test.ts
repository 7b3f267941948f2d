import { sampleColumns } from "@epochal/testing/sample-columns";
import { expect, test } from "vitest";
import { runPalette } from "../../../dashboard/src/colors/run-palette.ts";
import { chartLines } from "../lines/chart-line.ts";
import { chosenRows, lastRows, readoutRows } from "./readout-rows.ts";

const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const run = (id: string, validation: number[], train?: number[]) => ({
  id,
  label: id,
  color,
  validation: sampleColumns(id, "val_auc", validation),
  ...(train && { train: sampleColumns(id, "auc", train) }),
});
const runs = [
  run("low", [0.1, 0.2], [0.9, 0.9]),
  run("high", [0.8, 0.7]),
  run("nan", [Number.NaN]),
];
const lines = chartLines(runs, "epoch");
const ids = (x: number, more: { direction?: "min" | "max" } = {}) =>
  readoutRows({ runs, lines, x, xAxis: "epoch", ...more }).map(({ run }) => run.id);

test("the best value comes first, what is not finite last", () => {
  expect(ids(1)).toEqual(["high", "low", "nan"]);
  expect(ids(1, { direction: "min" })).toEqual(["low", "high", "nan"]);
});

test("of many rows the best stay, and those that must be there in their place", () => {
  const rows = readoutRows({ runs, lines, x: 1, xAxis: "epoch" });
  const chosen = (most: number, ...keep: string[]) =>
    chosenRows(rows, most, keep).map(({ run }) => run.id);
  expect(chosen(2)).toEqual(["high", "low"]);
  expect(chosen(2, "nan")).toEqual(["high", "nan"]);
  expect(chosen(1, "nan", "low")).toEqual(["low", "nan"]);
});

test.each([
  ["max", "good", "bad"],
  ["min", "bad", "good"],
  [undefined, undefined, undefined],
] as const)(
  "values are compared with the baseline's, where %s is better",
  (direction, up, down) => {
    const at = (baseline: string) =>
      readoutRows({ runs, lines, x: 1, xAxis: "epoch", direction, baseline });
    const high = at("low").find(({ run }) => run.id === "high");
    const low = at("high").find(({ run }) => run.id === "low");
    expect(high?.delta).toBeCloseTo(0.7, 12);
    expect(high?.tone).toBe(up);
    expect(low?.delta).toBeCloseTo(-0.7, 12);
    expect(low?.tone).toBe(down);
    expect(at("low").find(({ run }) => run.id === "nan")?.delta).toBeUndefined();
    expect(at("low").find(({ isBaseline }) => isBaseline)?.run.id).toBe("low");
  },
);

test("the baseline and the best have a row where they have no value", () => {
  const rows = readoutRows({ runs, lines, x: 2, xAxis: "epoch", baseline: "nan", keep: ["low"] });
  expect(rows.map(({ run }) => run.id)).toEqual(["high", "low", "nan"]);
  expect(rows.at(-1)).toMatchObject({ isBaseline: true });
  expect(rows[0]?.delta).toBeUndefined();
});

test("a run without a point there has no row", () => {
  expect(ids(2)).toEqual(["high", "low"]);
  expect(ids(7)).toEqual([]);
});

test("training and validation stand in one row", () => {
  const [, low] = readoutRows({ runs, lines, x: 1, xAxis: "epoch" });
  expect(low).toMatchObject({ train: 0.9, validation: 0.1 });
});

test("without a cursor each run says what it held last", () => {
  const told = (range: { min: number; max: number }) =>
    lastRows({ runs, lines, direction: "max", range }).map(({ run, validation }) => [
      run.id,
      validation,
    ]);
  expect(told({ min: 1, max: 2 })).toEqual([
    ["high", 0.7],
    ["low", 0.2],
    ["nan", Number.NaN],
  ]);
  // Not what a line goes on to beside a zoomed range.
  expect(told({ min: 1, max: 1.9 })).toEqual([
    ["high", 0.8],
    ["low", 0.1],
    ["nan", Number.NaN],
  ]);
  expect(told({ min: 1.5, max: 3 }).map(([id]) => id)).toEqual(["high", "low"]);
});

test("what is measured on no split has a value of its own, compared with its like", () => {
  const rate = (id: string, value: number) => ({
    ...{ id, label: id, color },
    single: sampleColumns(id, "learning_rate", [value]),
  });
  const both = [rate("a", 0.01), rate("b", 0.002)];
  const rows = readoutRows({
    ...{ runs: both, lines: chartLines(both, "epoch", "train") },
    ...{ x: 1, xAxis: "epoch", baseline: "a" },
  });
  expect(rows).toMatchObject([
    { single: 0.01, isBaseline: true },
    { single: 0.002, delta: -0.008 },
  ]);
});
